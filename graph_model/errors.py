"""What can go wrong between us and the graph, each with a sentence that a user can act on."""


class GraphError(Exception):
    """Base of all errors of graph_model; its text is Chinese and meant for the user."""


class WriteRefused(GraphError, ValueError):
    """A statement that was to read only would write, or cannot be shown not to."""


class StoreError(GraphError):
    """Base of what a store answers instead of rows."""


class SettingsMissing(StoreError, ValueError):
    """The settings name a server but lack something needed to reach it."""


class EmbeddedMissing(StoreError):
    """The embedded server is not installed and no Neo4j is configured."""


class StoreDown(StoreError, ConnectionError):
    """Nothing answers at the address, or it stopped answering."""


class StoreNotOurs(StoreError):
    """Something answers, but it is not a graph server that we can use."""


class WrongPassword(StoreError):
    """The server answers and refuses the user or the password."""


class StoreForeign(StoreError):
    """The database holds somebody else's graph, or ours in a newer layout."""


class ConstraintViolated(StoreError, ValueError):
    """A write would have broken a constraint; nothing of it was kept."""


class CommitUnknown(StoreError):
    """The connection broke during the commit: it is kept whole or not at all, unknown which."""


class StoreBusy(StoreError, TimeoutError):
    """Other writers held the store for as long as we were ready to wait."""


class StoreFull(StoreError, OSError):
    """The embedded server has no room to write; nothing of the write was kept."""


class QueryFailed(StoreError, ValueError):
    """The server could not carry out a statement."""

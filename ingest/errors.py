"""What can go wrong between a file and its facts, said so that a person can act on it."""


class IngestError(Exception):
    """Base of all errors of this package; ``str(error)`` is a Chinese sentence for the user."""


class ReadError(IngestError, ValueError):
    """A file cannot be read as a document; names the file, the problem and what to do."""

    def __init__(self, name: str, problem: str, advice: str) -> None:
        super().__init__(f"{name}：{problem}。{advice}")
        self.name = name
        self.problem = problem
        self.advice = advice

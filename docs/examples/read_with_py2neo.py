"""Read the graph with py2neo, an older client: which measures bar a promotion, and for how long.

py2neo is at its end of life: the explorer itself uses the official driver (graph_model/store.py). This file
shows that the graph can be read with what somebody may already have, on the embedded server and on Neo4j.
"""

import sys

from py2neo import Graph

QUESTION = """
MATCH (k:SanctionKind)-[:ENTAILS]->(c:Consequence)
WHERE c.months IS NOT NULL
RETURN k.name AS sanction, c.months AS months, c.quote AS quote
ORDER BY months, sanction, quote
"""


def bars(uri: str, user: str, password: str, database: str | None = None) -> list[tuple[str, int]]:
    """Return the measures with the months of their bars, shortest first."""
    graph = Graph(uri, auth=(user, password), name=database)
    return [(row["sanction"], row["months"]) for row in graph.run(QUESTION)]


if __name__ == "__main__":
    for sanction, months in bars(*sys.argv[1:]):
        print(f"{sanction}：{months} 个月")

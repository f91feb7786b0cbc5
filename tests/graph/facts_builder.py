"""Facts of small documents, built part by part: what the graph tests load."""

import hashlib
from typing import Any

from ingest.facts import Facts


class Draft:
    """A document in the making: articles with their paragraphs, then facts that quote them.

    ``Draft("甲条例").article("1", "第一款。", "第二款。")`` has provisions 1, 1.1 and 1.2. Every fact is given
    as an address and words that stand there; offsets are found, not typed.
    """

    def __init__(self, title: str, **told: Any) -> None:
        self.title = title
        self.told = told
        self.text = ""
        self.provisions: list[dict[str, Any]] = []
        self.parts: dict[str, list[dict[str, Any]]] = {}
        self.container: str | None = None
        self._provision("header", "region", None, title)

    def chapter(self, address: str, title: str) -> "Draft":
        """Open a container: articles that follow stand in it."""
        kind = {"pt": "part", "ch": "chapter", "s": "section"}[
            address.rsplit(".", maxsplit=1)[-1].rstrip("0123456789")
        ]
        parent = address.rpartition(".")[0] or None
        self._provision(address, kind, parent, title, title=title)
        self.container = address
        return self

    def article(self, number: str, *paragraphs: str, items: tuple[str, ...] = ()) -> "Draft":
        """Add an article; ``items`` stand under its last paragraph."""
        self._provision(number, "article", self.container, "", number=f"第{number}条")
        for n, words in enumerate(paragraphs, 1):
            self._provision(f"{number}.{n}", "paragraph", number, words)
        last = f"{number}.{len(paragraphs)}"
        for n, words in enumerate(items, 1):
            self._provision(f"{last}.{n}", "item", last, words)
        return self

    def fact(self, part: str, at: str, words: str, **fields: Any) -> "Draft":
        """Add a row to a part of the facts; ``words`` must stand in the provision."""
        provision = next(p for p in self.provisions if p["address"] == at)
        start = provision["start"] + provision["text"].index(words)
        name = {"citations": "quote", "unresolved": "quote", "roles": "name", "sanctions": "name"}
        name |= {"rewards": "name", "provisions": "text"}
        row = {"from": at, "start": start, "end": start + len(words), **fields}
        self.parts.setdefault(part, []).append({name.get(part, "text"): words, **row})
        return self

    def cites(self, at: str, words: str, target: str, *units: str, **fields: Any) -> "Draft":
        """Add a citation of another text, or with ``own`` addresses of this one."""
        own = fields.pop("own", None)
        status = fields.pop("status", "not_loaded" if own is None else "resolved")
        reason = fields.pop("reason", None)
        fields.setdefault("kind", "reference" if own is None else "internal")
        fields.setdefault("form", "external" if own is None else "internal")
        return self.fact(
            "citations",
            at,
            words,
            target=target,
            units=list(units),
            rule="test",
            resolution={"status": status, "provisions": own or [], "reason": reason},
            **fields,
        )

    def facts(self) -> Facts:
        """Return the facts as the border wants them."""
        sha = hashlib.sha256(self.text.encode()).hexdigest()
        document = {
            "id": f"{self.title}@{sha[:8]}",
            "title": self.title,
            "kind": "规范性文件",
            "status": "有效",
            "region": None,
            "issuers": [],
            "doc_number": None,
            "self_names": ["本办法"],
            "sha256": sha,
            "format": "txt",
            "name": f"{self.title}.txt",
        }
        empty: dict[str, Any] = {
            part: []
            for part in Facts.model_fields
            if part not in ("document", "structure", "effective", "interpreter")
        }
        return Facts.model_validate(
            {
                **empty,
                "document": {**document, **self.told},
                "structure": {"chapters": [], "articles": self._shapes()},
                "provisions": self.provisions,
                "effective": None,
                "interpreter": None,
                **self.parts,
            }
        )

    def _shapes(self) -> dict[str, Any]:
        children = [p["parent"] for p in self.provisions if p["kind"] == "paragraph"]
        return {
            p["address"]: {"paragraphs": children.count(p["address"]), "items": {}}
            for p in self.provisions
            if p["kind"] == "article"
        }

    def _provision(
        self, address: str, kind: str, parent: str | None, words: str, **fields: Any
    ) -> None:
        start = len(self.text)
        self.text += words + "\n"
        row = {"address": address, "kind": kind, "parent": parent, "seq": len(self.provisions)}
        end = len(self.text)
        self.provisions.append({**row, "text": words, "start": start, "end": end, **fields})

"""What may be read: a statement passes only if nothing in it could write, however it is spelled."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_model import readonly
from graph_model.errors import StoreError, WriteRefused
from graph_model.store import Store

READS = {
    "a pattern": "MATCH (p:Provision {id: $id}) RETURN p.text",
    "lower case": "match (p) return p",
    "white space before the first word": " \n\t MATCH (p) RETURN p",
    "a comment before the first word": "// the text of a provision\nMATCH (p) RETURN p",
    "a semicolon at the end": "MATCH (p) RETURN p;",
    "a comment after the semicolon": "MATCH (p) RETURN p; // done",
    "a write word in a string": "MATCH (p) WHERE p.text CONTAINS 'DELETE' RETURN p",
    "a write word in a string with an escaped quote": r"RETURN 'it\'s SET' AS text",
    "a string that ends in a backslash": r"RETURN 'a\\' AS text, 'SET' AS word",
    "a write word in the other quotes": 'RETURN "CREATE (n)" AS text',
    "a write word in a comment": "MATCH (p) /* then SET it */ RETURN p // MERGE",
    "a comment sign in a string": "RETURN 'http://x' AS link, '/*' AS sign",
    "a write word in a back-quoted name": "MATCH (p) RETURN p.`set` AS `DELETE`",
    "a doubled back-quote in a name": "RETURN 1 AS `a``SET`",
    "a name that begins like a write word": "MATCH (s:Settlement) RETURN s.created_by AS setting",
    "a name of Chinese letters": "MATCH (文件:Document) RETURN 文件.title AS 标题",
    "a subquery": "MATCH (p) CALL { WITH p MATCH (p)-->(q) RETURN count(q) AS n } RETURN n",
    "a subquery with its variables": "MATCH (p) CALL (p) { MATCH (p)-->(q) RETURN q } RETURN q",
    "an EXISTS subquery": "MATCH (p) WHERE EXISTS { (p)-[:CITES]->() } RETURN p",
    "the full-text procedure": "CALL db.index.fulltext.queryNodes('x', $q) YIELD node RETURN node",
    "a procedure without brackets": "CALL db.labels",
    "a procedure written with blanks": "CALL db . labels () YIELD label RETURN label",
    "a parameter list that holds a write word": "UNWIND ['SET'] AS word RETURN word",
}

WRITES = {
    "nothing at all": "",
    "only a comment": "// MATCH (n) RETURN n",
    "a node": "CREATE (n)",
    "a write word after a read": "MATCH (n) SET n.text = ''",
    "lower case": "match (n) detach delete n",
    "mixed case": "MATCH (n) DeLeTe n",
    "MERGE": "MATCH (n) MERGE (m)",
    "REMOVE": "MATCH (n) REMOVE n.text",
    "FOREACH": "MATCH (n) FOREACH (x IN [1] | SET n.a = x)",
    "INSERT, the word of GQL": "MATCH (n) INSERT (m)",
    "NODETACH, the word of GQL": "MATCH (n) NODETACH DELETE n",
    "files and addresses read": "LOAD CSV FROM 'http://x/y' AS row RETURN row",
    "files read after a first clause": "WITH 1 AS x LOAD CSV FROM 'file:///y' AS row RETURN row",
    "an index": "CREATE INDEX FOR (n:A) ON (n.b)",
    "an index dropped": "DROP INDEX a",
    "another database": "USE other MATCH (n) RETURN n",
    "administration": "SHOW USERS",
    "administration that has no write word": "STOP DATABASE neo4j",
    "rights": "GRANT ROLE admin TO me",
    "EXPLAIN, a write to the embedded server": "EXPLAIN MATCH (n) RETURN n",
    "PROFILE": "PROFILE MATCH (n) RETURN n",
    "a version of the language": "CYPHER 25 MATCH (n) RETURN n",
    "a blank comment in the word's place": "MATCH (n) SET/**/n.a = 1",
    "a write word after a comment": "MATCH (n) /* harmless */ SET n.a = 1",
    "a write word after a line comment": "MATCH (n) // harmless\nSET n.a = 1",
    "a line comment ended by a lone carriage return": "MATCH (n) // harmless\rSET n.a = 1",
    "a comment sign inside a line comment": "MATCH (n) // /*\n SET n.a = 1 // */",
    "a comment that seems to nest": "MATCH (n) /* /* */ SET n.a = 1 /* */",
    "a comment that never ends": "MATCH (n) RETURN n /* SET n.a = 1",
    "a string that never ends": "MATCH (n) RETURN ' SET n.a = 1",
    "a name that never ends": "MATCH (n) RETURN n AS ` SET n.a = 1",
    "a write word between two strings": "MATCH (n) WHERE n.a = 'x' SET n.b = 'y'",
    "a quote of the other kind inside a string": 'RETURN "\'" AS a SET a.b = "\'"',
    "a string that seems to be escaped to its end": r"MATCH (n) WHERE n.a = '\\' SET n.b = ''",
    "a write word between two back-quoted names": "MATCH (`a`) SET `a`.b = 1",
    "a back-quote inside a string": "RETURN '`' AS a SET a.b = '`'",
    "full-width letters": "MATCH (n) ＳＥＴ n.a = 1",  # noqa: RUF001
    "mathematical letters": "MATCH (n) 𝐒𝐄𝐓 n.a = 1",  # noqa: RUF001
    "a long s, which is an s in capitals": "MATCH (n) ſET n.a = 1",  # noqa: RUF001
    "a dotless i, which is an i in capitals": "MATCH (n) ınsert (m)",  # noqa: RUF001
    "letters of a word written as escapes": r"MATCH (n) \u0053ET n.a = 1",
    "a quote written as an escape": r"MATCH (n) WHERE n.a = '\u0027 SET n.b = '' RETURN n",
    "an escape in capitals": r"MATCH (n) \U00000053ET n.a = 1",
    "two statements": "MATCH (n) RETURN n; MATCH (m) RETURN m",
    "two statements, the second hidden": "MATCH (n) RETURN n; /* x */ RETURN 1",
    "a write inside a subquery": "CALL { CREATE (n) } RETURN 1",
    "a write inside EXISTS": "MATCH (n) WHERE EXISTS { CREATE (m) } RETURN n",
    "a subquery in transactions of its own": "CALL { RETURN 1 } IN TRANSACTIONS",
    "a procedure that we do not know": "CALL apoc.cypher.doIt('CREATE (n)', {})",
    "a procedure of administration": "CALL dbms.killQuery('1')",
    "a procedure whose name begins like one that we know": "CALL db.labels.drop()",
    "a procedure in back-quotes": "CALL `db`.`labels`()",
    "a procedure behind a comment": "CALL /* db.labels */ dbms.listConfig()",
    "a procedure after an allowed one": "CALL db.labels() YIELD label CALL dbms.killQuery('1')",
    "CALL of nothing": "CALL",
}


@pytest.mark.parametrize("statement", READS.values(), ids=READS)
def test_a_statement_that_only_reads_passes(statement: str) -> None:
    readonly.check(statement)


@pytest.mark.parametrize("statement", WRITES.values(), ids=WRITES)
def test_a_statement_that_could_write_is_refused_with_a_reason(statement: str) -> None:
    with pytest.raises(WriteRefused, match=r"^(只读查询|查询|一次只能).*。$"):
        readonly.check(statement)


def test_a_store_asks_before_it_reads(store: Store) -> None:
    with pytest.raises(WriteRefused):
        store.read("CREATE (n:Term {id: 'x'})")
    assert store.read("MATCH (n:Term) RETURN n") == []


@pytest.mark.parametrize("statement", READS.values(), ids=READS)
def test_what_passes_changes_nothing_on_a_server(store: Store, statement: str) -> None:
    """It may fail there (an index that is not there), but it writes nothing."""
    before = store.read("MATCH (n) RETURN count(n) AS n")
    with suppress(StoreError):
        store.read(statement, id="x", q="x")
    assert store.read("MATCH (n) RETURN count(n) AS n") == before


SPELLINGS = st.sampled_from(sorted(readonly.WRITE_WORDS)).flatmap(
    lambda word: st.tuples(*(st.sampled_from((c.lower(), c.upper())) for c in word)).map("".join)
)
CLOSED = st.lists(st.sampled_from([" ", "\n", "/* x */", "// x\n", "'x'", '"x"', "`x`", "(", ")"]))


@given(CLOSED, SPELLINGS, CLOSED)
def test_no_surroundings_hide_a_write_word(before: list[str], word: str, after: list[str]) -> None:
    with pytest.raises(WriteRefused):
        readonly.check(f"MATCH (n) {' '.join(before)} {word} {' '.join(after)}")


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the check itself fail."""
    try:
        readonly.check(text)
    except WriteRefused as refusal:
        assert str(refusal).endswith("。")


@given(st.text(alphabet="abSET '\"`\\/*\n;", max_size=30))
def test_a_text_in_quotes_is_never_taken_for_a_statement(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    readonly.check(f"RETURN '{quoted}' AS text")

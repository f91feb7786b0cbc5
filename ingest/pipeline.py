"""From a source to its facts: the steps in order."""

from ingest import (
    accountability,
    citations,
    conducts,
    consequences,
    deadlines,
    definitions,
    delegations,
    duties,
    factors,
    final,
    measures,
    metadata,
    norm_parts,
    norms,
    obligations,
    penalties,
    procedures,
    resolve,
    rewards,
    roles,
    structure,
)
from ingest.facts import Facts, Problem
from ingest.lexicon import Lexicon, default
from ingest.source import Source


def parse(source: Source, lexicon: Lexicon | None = None) -> Facts:
    """Return everything that is found in a document; any text can be parsed."""
    lexicon = lexicon or default()
    text = structure.read_structure(source)
    document, dates = metadata.read_document(text)
    mentions = citations.find_mentions(text)
    cited, unresolved, slips = resolve.resolve(mentions, text, document)
    assignments = roles.find_assignments(text, lexicon)
    posts = roles.find_roles(assignments)
    held = accountability.find_accountability(text, cited, lexicon)
    due = deadlines.find_deadlines(text)
    bodies = obligations.find_obligations(text, assignments, lexicon)
    said = norms.find_norms(text, lexicon)
    done, punished = conducts.find_conducts(text, penalties.find_penalties(text, lexicon))
    facts = Facts(
        document=document,
        structure=structure.structure_facts(text),
        provisions=structure.provision_facts(text),
        problems=[*_reading(source), *dates, *text.problems, *slips],
        citations=cited,
        unresolved=unresolved,
        roles=posts,
        duties=duties.find_duties(text, assignments, posts, lexicon),
        deadlines=due,
        obligations_of_bodies=bodies,
        violations=held.violations,
        sanctions=held.sanctions,
        consequences=consequences.find_consequences(text),
        factors=factors.find_factors(text, lexicon),
        rewards=rewards.find_rewards(text, lexicon),
        definitions=definitions.find_definitions(text),
        effective=final.find_effective(text),
        interpreter=final.find_interpreter(text),
        procedures=procedures.find_procedures(text, bodies, held.sanctions),
        measures=measures.all_measures(text),
        delegations=delegations.find_delegations(text),
        norms=norm_parts.norm_facts(text, said, due, lexicon),
        conducts=done,
        penalties=punished,
    )
    text.let_go()
    return facts


def _reading(source: Source) -> list[Problem]:
    """What the reader had to guess or leave out, as something a reader of the facts must know."""
    return [Problem(code="reading", at="header", message=note) for note in source.notes]

"""From a code and its facts to a sentence: what it is, which rule in plain words, what puts it right."""

from collections.abc import Mapping

from calm_instructor.domain.errors import CalmError, Objection, Refused
from calm_instructor.messages.labels import CORE_BEHAVIOURS
from calm_instructor.messages.refusals import REFUSALS
from calm_instructor.messages.showing import shown
from calm_instructor.messages.translating import _
from calm_instructor.messages.trouble import TROUBLE


def _worded(template: str, facts: Mapping[str, object]) -> str:
    texts = {name: shown(value) for name, value in facts.items()}
    if facts.get("technique") == "":
        texts["technique"] = _(CORE_BEHAVIOURS)
    return _(template).format_map(texts)


def sentence(no: Objection | CalmError) -> str:
    """The sentence of an objection or an error. Several objections of one refusal stand one after the other."""
    if isinstance(no, Objection):
        return _worded(REFUSALS[no.code], {"who": no.who, **no.facts})
    if isinstance(no, Refused):
        return " ".join(sentence(objection) for objection in no.objections)
    return _worded(TROUBLE[no.code], no.facts)


def problem_sentence(code: str, facts: Mapping[str, object]) -> str:
    """The sentence of a problem in one row of a file: row, column, value and remedy."""
    return _worded(TROUBLE[code], facts)

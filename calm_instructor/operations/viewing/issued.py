"""An issued catalogue that is being looked at, as its page shows it: what it came to, what is asked, what it changes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from calm_instructor.domain.technique import Tier
from calm_instructor.exchange.reading.catalogue import CatalogueRead
from calm_instructor.messages import sentence
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import catalogue as words
from calm_instructor.operations.analysing import hold_names
from calm_instructor.operations.cataloguing import Answers, Issue, Looked, look_at
from calm_instructor.operations.viewing.catalogue import ChangeLine, change_line
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Question:
    """Something that an entry leaves open. ``options``: what may be answered, each with its words."""

    code: str
    name: str
    field: str
    words: str
    options: tuple[tuple[object, str], ...]


@dataclass(frozen=True, kw_only=True)
class IssuedPreview:
    """``said``: findings in sentences, each with its lamp, refusals first; ``why_not``: what is still in the way of loading."""

    looked: Looked
    said: tuple[tuple[Lamp, str], ...]
    questions: tuple[Question, ...]
    changes: tuple[ChangeLine, ...]
    why_not: str


def issued_preview(
    view: Reading, read: CatalogueRead, issue: Issue, answers: Answers, new_id: Callable[[], UUID], today: date
) -> IssuedPreview:
    """The list with what was answered so far."""
    looked = look_at(view, read, issue, answers, new_id)
    return IssuedPreview(
        looked=looked,
        said=tuple(_said(read, looked, today)),
        questions=tuple(_questions(read, looked)),
        changes=tuple(change_line(each) for each in looked.changes) if looked.replaces else (),
        why_not=_why_not(looked),
    )


def _said(read: CatalogueRead, looked: Looked, today: date) -> Iterator[tuple[Lamp, str]]:
    for no in looked.refused:
        yield Lamp.STOP, sentence(no)
    for used in looked.in_use:
        yield Lamp.WARN, words.used_in(used.where, used.codes, used.is_draft)
    for problem in read.problems:
        yield Lamp.WARN, problem.sentence
    since = looked.catalogue.in_force_from
    if since is not None and since > today:
        yield Lamp.WARN, _(words.FUTURE).format(day=day(since))
    yield Lamp.OK, _(words.ENTRIES).format(count=len(looked.techniques))
    if looked.replaces is not None:
        yield (
            Lamp.INFO,
            _(words.REPLACES_GENERIC if looked.replaces.generic else words.REPLACES).format(
                name=looked.replaces.name, version=looked.replaces.version
            ),
        )
        yield Lamp.INFO, _(words.PINNED)


def _questions(read: CatalogueRead, looked: Looked) -> Iterator[Question]:
    yes_no = ((True, _(words.YES)), (False, _(words.NO)))
    options: dict[str, tuple[tuple[object, str], ...]] = {
        "hold": tuple(hold_names().items()),
        "tier": tuple((each, label(each)) for each in Tier),
        "pain_based": yes_no,
        "loads": yes_no,
    }
    open_now = {(each.code, name) for each in looked.left_open for name in each.fields}
    for entry in read.entries:
        left = {
            "hold": not entry.holds,
            "tier": entry.tier is None,
            "pain_based": entry.pain_based is None,
            "loads": entry.loads is None,
        }
        for name, was_open in left.items():
            if was_open or (entry.code, name) in open_now:
                asked = _(words.QUESTIONS[name]).format(said=entry.hold_text or _(words.SAYS_NOTHING))
                yield Question(code=entry.code, name=entry.name, field=name, words=asked, options=options[name])


def _why_not(looked: Looked) -> str:
    if looked.left_open:
        return _(words.OPEN_FIRST).format(count=sum(len(each.fields) for each in looked.left_open))
    if looked.refused:
        return _(words.REFUSED_FIRST).format(count=len(looked.refused))
    return ""

"""What a demonstration says of itself: what it assumed, and the reasons that it records."""

from collections.abc import Iterable, Sequence
from datetime import date

from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _


def in_file(what: str, source: str) -> str:
    """Something assumed while one file was read."""
    return _("{what} in “{source}”").format(what=what, source=source)


def assumed_today(today: date, *, has_dates: bool) -> dict[str, str]:
    """The day on which the planning begins."""
    why = _("The day after the latest date in the files given.") if has_dates else _("The example’s own day.")
    return {"what": _("Today"), "value": day(today), "why": why}


def assumed_example_roster() -> dict[str, str]:
    """No roster was given."""
    return {"what": _("Roster"), "value": _("the example’s"), "why": _("No roster was given.")}


def assumed_example_incidents() -> dict[str, str]:
    """No incident log was given."""
    return {"what": _("Incident log"), "value": _("the example’s"), "why": _("No incident log was given.")}


def assumed_first(placed: int) -> dict[str, str]:
    """The course is full."""
    return {
        "what": _("People on the course"),
        "value": str(placed),
        "why": _("More may come than one course holds: the first of the roster were taken."),
    }


def assumed_ended(number: int, hold: str, last: date | None) -> dict[str, str]:
    """A risk that the audit proposed as ended."""
    return {
        "what": _("Risk {number}, {hold}").format(number=number, hold=hold),
        "value": _("ended"),
        "why": _("The last incident was on {last}; the proposal to end it was accepted.").format(
            last=day(last) if last else "–"
        ),
    }


def assumed_evidence(source: str) -> dict[str, str]:
    """The roster's rows are the evidence of Core Theory."""
    return {
        "what": _("Evidence of Core Theory"),
        "value": _("the row of the roster"),
        "why": _("“{source}” is all there is to see in a demonstration.").format(source=source),
    }


def left_out_as_older(count: int, months: int, start: date) -> dict[str, str]:
    """Incidents before the window (R9)."""
    return {
        "what": _("Incidents before {start}").format(start=day(start)),
        "value": str(count),
        "why": _("Not counted: a training needs analysis rests on the last {months} months.").format(months=months),
    }


def why_not(name: str, sentences: Iterable[str]) -> str:
    """All that keeps a person off the practical part. That it does is said once, not with every reason."""
    first, *others = sentences
    return " ".join([first, *(other.removeprefix(kept_off(name)) for other in others)])


def kept_off(name: str) -> str:
    """The opening of a sentence on who may not come."""
    return _("{who} can’t take the practical part. ").format(who=name)


def waits(name: str, sentences: Iterable[str]) -> str:
    """A person who may come, and for whom the course has no place left (R12)."""
    return no_place(name) + " ".join(sentences)


def no_place(name: str) -> str:
    """The opening of a sentence on who finds no place."""
    return _("{who} has no place on this course. ").format(who=name)


def evidence_kind() -> str:
    """The kind of evidence that a roster's row is."""
    return _("row of a roster")


def evidence_ref(source: str, row: int) -> str:
    """The reference of a roster's row."""
    return _("{source}, row {row}").format(source=source, row=row)


def services(sites: Sequence[str]) -> str:
    """The service of a TNA, from the sites of a roster."""
    return listed(sites) if sites else _("The service")


def no_need(months: int) -> str:
    """Why there is no legitimate need."""
    return _("No hold or grab that continues was counted in the last {months} months.").format(months=months)


def accepted_for_demonstration() -> str:
    """The reason recorded where a demonstration goes past a warning."""
    return _("Accepted for this demonstration in practice data.")


def not_here_for_this_part() -> str:
    """Why a cell is not assessed: never tells absence from fitness."""
    return _("not available for this part")


def held_at(site: str) -> str:
    """Where an ink copy is held."""
    return _("{site}, locked cabinet in the office").format(site=site)


def doing_needs() -> str:
    """Progress: the TNA."""
    return _("Training needs analysis …")


def doing_plan() -> str:
    """Progress: the plan."""
    return _("People and plan …")


def doing_course() -> str:
    """Progress: register, marks and signatures."""
    return _("Register, assessments and signatures …")


def doing_papers() -> str:
    """Progress: the papers."""
    return _("Papers …")


def doing_package() -> str:
    """Progress: the package."""
    return _("Package …")

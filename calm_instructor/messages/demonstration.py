"""What a demonstration says of itself: what it assumed, and the reasons that it records."""

from collections.abc import Sequence
from datetime import date

from calm_instructor.messages.showing import day, listed
from calm_instructor.messages.translating import _


def assumed_today(today: date, is_example: bool) -> dict[str, str]:
    """The day on which the planning begins."""
    if is_example:
        why = _("the built-in example has a fixed day")
    else:
        why = _("it is the day after the latest date in either file")
    return {"what": _("today"), "value": day(today), "why": why}


def assumed_example_roster() -> dict[str, str]:
    """No roster was given."""
    return {"what": _("roster"), "value": _("the example's"), "why": _("no roster was given")}


def assumed_example_incidents() -> dict[str, str]:
    """No incident log was given."""
    return {"what": _("incident log"), "value": _("the example's"), "why": _("no incident log was given")}


def assumed_everyone_else(count: int) -> dict[str, str]:
    """The course is full."""
    return {
        "what": _("people on the course"),
        "value": str(count),
        "why": _("more people are eligible than one course may hold; the first of the roster are taken"),
    }


def assumed_ended(number: int, hold: str, last: date | None) -> dict[str, str]:
    """A risk that the audit proposed as ended."""
    return {
        "what": _("risk {number} ({hold})").format(number=number, hold=hold),
        "value": _("ended"),
        "why": _("the last incident was on {last}; the proposal was accepted").format(last=day(last) if last else "–"),
    }


def assumed_evidence(source: str) -> dict[str, str]:
    """The roster's rows are the evidence of Core Theory."""
    return {
        "what": _("evidence of Core Theory"),
        "value": _("the row of the roster"),
        "why": _("{source} is all there is to see in a demonstration").format(source=source),
    }


def left_out_as_older(count: int, months: int, start: date) -> dict[str, str]:
    """Incidents before the window (R9)."""
    return {
        "what": _("incidents before {start}").format(start=day(start)),
        "value": str(count),
        "why": _("not counted: a TNA rests on the last {months} months").format(months=months),
    }


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

"""Who may do what: an authority to use in the words of a record or a certificate, the instructors with their authorisations,
and which warnings were passed on the way."""

from collections.abc import Sequence

from calm_instructor.exchange.paper.fact_grid import Fact
from calm_instructor.exchange.paper.facts import Authority, Instructor, Override
from calm_instructor.exchange.paper.wrapping import Piece, pieces
from calm_instructor.messages import papers as words
from calm_instructor.messages.showing import day, listed


def authority_text(template: str, authority: Authority, until: str = "") -> tuple[Piece, ...]:
    """Where and how the techniques may be used (R21, R53)."""
    where = words.say(words.WHERE_AT, services=listed(authority.services)) if authority.services else ""
    staff = "" if authority.own_staff else words.say(words.ONLY_ON_SHIFTS)
    return pieces(
        words.say(template), organisation=authority.organisation, where=where, staff=staff, until=words.kept(until)
    )


def instructors_fact(instructors: Sequence[Instructor], columns: int) -> Fact:
    """Lead and co-instructors, each with authorisation and expiry; that head office confirmed nobody's is said once (R13)."""
    together = len(instructors) > 1 and not any(each.confirmed for each in instructors)
    named = [
        f"{each.name} ({words.authorised_until(each.authorisation, each.expires, each.confirmed or together)})"
        for each in instructors
    ]
    said = words.none_confirmed(len(instructors)) if together else ""
    return Fact(words.instructors_label(len(instructors)), "; ".join(filter(None, (", ".join(named), said))), columns)


def override_text(override: Override) -> tuple[Piece, ...]:
    """An override as it is printed (R51)."""
    whom = f"{override.about}: " if override.about else ""
    facts = {
        "rule": words.rule(override.rule),
        "whom": whom,
        "reason": override.reason,
        "by": override.by,
        "day": words.kept(day(override.day)),
    }
    return pieces(words.say(words.OVERRIDE), **facts)


def overrides_text(overrides: tuple[Override, ...]) -> tuple[Piece, ...]:
    """Overrides, a line each."""
    parts: list[Piece] = []
    for override in overrides:
        parts += [*([Piece("\n")] if parts else []), *override_text(override)]
    return tuple(parts)

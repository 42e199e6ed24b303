"""What an authority to use says, in the words of a record or a certificate, and which warnings were passed on the way."""

from calm_instructor.exchange.paper.facts import Authority, Override
from calm_instructor.exchange.paper.wrapping import Piece, pieces
from calm_instructor.messages import papers as words
from calm_instructor.messages.showing import day, listed


def authority_text(template: str, authority: Authority, until: str = "") -> tuple[Piece, ...]:
    """Where and how the techniques may be used (R21, R53)."""
    where = words.say(words.WHERE_AT, services=listed(authority.services)) if authority.services else ""
    staff = "" if authority.own_staff else words.say(words.ONLY_ON_SHIFTS)
    return pieces(words.say(template), organisation=authority.organisation, where=where, staff=staff, until=until)


def override_text(override: Override) -> tuple[Piece, ...]:
    """An override as it is printed (R51)."""
    whom = f"{override.about}: " if override.about else ""
    facts = {
        "rule": override.rule,
        "whom": whom,
        "reason": override.reason,
        "by": override.by,
        "day": day(override.day),
    }
    return pieces(words.say(words.OVERRIDE), **facts)


def overrides_text(overrides: tuple[Override, ...]) -> tuple[Piece, ...]:
    """Overrides, a line each."""
    parts: list[Piece] = []
    for override in overrides:
        parts += [*([Piece("\n")] if parts else []), *override_text(override)]
    return tuple(parts)

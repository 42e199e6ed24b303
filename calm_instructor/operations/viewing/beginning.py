"""What a new TNA could begin with: of each service the last one that was signed, in force, run out or replaced (R8)."""

from dataclasses import dataclass
from datetime import date

from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.justification import valid_until
from calm_instructor.domain.needs import Tna, TnaState
from calm_instructor.domain.numbers import Numbers
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import authorising as words
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """A signed TNA to begin with. ``words``: as offered; ``revises``: the number its next revision would have.

    None there where it has been replaced: then it can only be copied.
    """

    tna: TnaId
    ref: str
    service: str
    words: str
    revises: int | None

    def is_of(self, service: str) -> bool:
        """Whether it is of the service of this name."""
        return self.service.strip().casefold() == service.strip().casefold()


def beginnings(view: Reading, numbers: Numbers, today: date) -> tuple[Beginning, ...]:
    """Of each service the last signed TNA, by the name of the service."""
    signed = [each for each in view.all(Tna) if each.authorisation is not None]
    signed.sort(
        key=lambda tna: (tna.state is TnaState.AUTHORISED, tna.authorisation and tna.authorisation.on, tna.revision_no)
    )
    last = {tna.service.strip().casefold(): tna for tna in signed}
    return tuple(_beginning(last[service], numbers, today) for service in sorted(last))


def _beginning(tna: Tna, numbers: Numbers, today: date) -> Beginning:
    until = valid_until(tna, numbers)
    in_force = tna.state is TnaState.AUTHORISED
    text = _(words.FROM_LAST) if in_force else _(words.FROM_LAST_REPLACED)
    said = text.format(service=tna.service, number=tna.revision_no)
    if in_force and until is not None and until < today:
        said = _(words.FROM_LAST_OUT_OF_DATE).format(service=tna.service, number=tna.revision_no, day=day(until))
    return Beginning(
        tna=tna.id,
        ref=tna.ref,
        service=tna.service,
        words=said,
        revises=tna.revision_no + 1 if in_force else None,
    )

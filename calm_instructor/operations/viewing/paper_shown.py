"""One paper as it stands: the bytes that were issued while they still say what the record says, else as it would print now.

Issues nothing and writes nothing. The reading is short; the press runs with no transaction open.
"""

from dataclasses import dataclass
from datetime import datetime

from calm_instructor.domain.ids import InstructorId
from calm_instructor.domain.sign_off import Document
from calm_instructor.exchange.paper.page_pictures import PagePicture as PagePicture
from calm_instructor.exchange.paper.page_pictures import page_picture as page_picture
from calm_instructor.exchange.paper.page_pictures import page_sizes as page_sizes
from calm_instructor.operations.desk import Desk
from calm_instructor.operations.gathering.issuing import Issue, Order, as_issued, issues_of
from calm_instructor.operations.gathering.trades import TRADES
from calm_instructor.store.reading import Reading


@dataclass(frozen=True, kw_only=True)
class PaperShown:
    """A paper to look at. ``issued``: the issue whose bytes these are; None for what would print now.

    ``changed``: it was issued before, and says something else now; ``sizes``: width and height of each page in points.
    """

    order: Order
    data: bytes
    sheet_number: str
    revision: int
    sizes: tuple[tuple[float, float], ...]
    issued: Document | None = None
    changed: bool = False

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.sizes)


def paper_shown(desk: Desk, order: Order) -> PaperShown:
    """A paper as it stands. Raises what its gathering raises, and LookupError where nobody is marking."""
    by = desk.marking_as
    if by is None:
        raise LookupError("a paper bears the number of an instructor")
    issue, kept = desk.read(_gathered, order, desk.clock(), by)
    document, data = kept if kept is not None else (None, TRADES[order.kind].press(issue.sheet))
    imprint = issue.sheet.imprint
    return PaperShown(
        order=order,
        data=data,
        sheet_number=imprint.sheet_number,
        revision=imprint.revision,
        sizes=page_sizes(data),
        issued=document,
        changed=document is None and imprint.revision > 1,
    )


def _gathered(
    view: Reading, order: Order, at: datetime, by: InstructorId
) -> tuple[Issue, tuple[Document, bytes] | None]:
    """What the paper would say, and the last issue with its bytes where it says the same."""
    (issue,) = issues_of(view, [order], at, by)
    document = as_issued(view, issue)
    return issue, None if document is None else (document, view.bytes_of(document.sha256))

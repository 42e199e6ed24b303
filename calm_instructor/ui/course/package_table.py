"""Packages that were written, the newest first, and what head office has said of each."""

from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import close as words
from calm_instructor.operations.viewing.closing import Package
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.table_view import TableView

ROW = 48


def package_table(name: str, *, with_course: bool) -> TableView[Package]:
    """A table of packages. ``with_course``: the course beneath the file's name, else when it was written."""
    return TableView(
        [
            Column(_(words.HEAD_SEQUENCE), lambda each: str(each.sequence), width=48, right=True),
            Column(
                _(words.HEAD_FILE),
                lambda each: each.file_name,
                paint="strong",
                second=lambda each: (
                    f"{each.course_ref} · {each.course_title}"
                    if with_course
                    else words.written(each.written_at, each.written_by)
                ),
                tip=lambda each: each.file_name,
            ),
            *([Column(_(words.HEAD_WRITTEN), _written, width=290, tip=_written)] if with_course else []),
            Column(
                _(words.HEAD_IDENTITY),
                lambda each: each.short_identity,
                width=130,
                paint="quiet",
                tip=lambda each: each.identity,
            ),
            Column(_(words.HEAD_STATE), state, width=190, paint="lamp", lamp=lamp),
        ],
        name=name,
        row_height=ROW,
    )


def _written(each: Package) -> str:
    return words.written(each.written_at, each.written_by)


def state(each: Package) -> str:
    """R31: what head office has said of it."""
    if each.received_at is not None:
        return words.received(each.received_at)
    return _(words.NOT_RECEIVED) if each.is_newest else _(words.REPLACED)


def lamp(each: Package) -> Lamp:
    """The same as a lamp."""
    if each.received_at is not None:
        return Lamp.OK
    return Lamp.TODO if each.is_newest else Lamp.INFO

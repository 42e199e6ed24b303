"""The trail: who wished what, newest first, by person or course or words; one entry before and after; the chain checked."""

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from calm_instructor.messages.showing import moment
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import settings as settings_words
from calm_instructor.messages.window import trail as words
from calm_instructor.operations.tracing import Examined
from calm_instructor.operations.viewing.places import Place
from calm_instructor.operations.viewing.settings import check_records
from calm_instructor.operations.viewing.trail import TrailLine, entry_seen, owners_to_choose, trail_seen
from calm_instructor.ui.lasting import while_it_lasts
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Choice, SearchLine
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Banner, Empty
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.trail.entry_panel import EntryPanel

_A_MOMENT = 250


class TrailPage(Page):
    """A place's record names the person, course or TNA whose trail is read."""

    topics = frozenset(
        {
            "assessment",
            "catalogue",
            "courses",
            "files",
            "documents",
            "instructors",
            "needs",
            "organisation",
            "people",
            "register",
            "sending",
            "sign_off",
            "techniques",
        }
    )

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._starts: list[int | None] = [None]
        self._older: int | None = None
        self.panel = EntryPanel()
        self.search = SearchLine(_(words.FIND))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_A_MOMENT)
        self._soon.timeout.connect(self._from_newest)
        self.search.textChanged.connect(lambda _text: self._soon.start())
        self.about = Choice(name=_(words.ABOUT))
        self.about.setMinimumContentsLength(26)
        self.about.chosen.connect(lambda _id: self._from_newest())
        self.table: TableView[TrailLine] = TableView(
            [
                Column(_(words.HEAD_WHEN), lambda each: moment(each.at), width=140, paint="quiet"),
                Column(
                    _(words.HEAD_WHAT),
                    lambda each: each.what,
                    paint="strong",
                    second=_about,
                    tip=lambda each: each.text,
                ),
                Column(_(words.HEAD_WHO), lambda each: each.who, width=160),
            ],
            name=_(words.LIST_NAME),
            row_height=44,
        )
        self.table.moved.connect(self._show_entry)
        self.table.opened.connect(lambda _line: self.panel.table.setFocus())
        self.newer = button(_(words.NEWER), self._go_newer, icon="chevron-left")
        self.older = button(_(words.OLDER), self._go_older, icon="chevron-right")
        self.check = button(_(words.CHECK), self._check, icon="shield-check")
        self.head.add_button(self.check)
        self.answer = Banner("ok", "")
        self.answer.hide()
        self.nothing = Empty("footprints", _(words.NOTHING), _(words.NOTHING_HINT))
        self._lay_out()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.about)
        pages = QHBoxLayout()
        pages.setSpacing(8)
        pages.addWidget(self.newer)
        pages.addWidget(self.older)
        pages.addStretch(1)
        left = QVBoxLayout()
        left.setContentsMargins(16, 0, 16, 12)
        left.setSpacing(12)
        left.addWidget(self.answer)
        left.addLayout(filters)
        left.addWidget(self.nothing)
        left.addWidget(self.table, 1)
        left.addLayout(pages)
        left.addStretch(0)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self.panel)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(across, 1)

    # ── coming here ─────────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """Read the trail of the place's record, or all of it."""
        self._starts = [None]
        self._offer(place.record)
        self.look_again()
        self.table.setFocus()

    def _offer(self, chosen: UUID | None) -> None:
        self.about.offer([(None, _(words.EVERYTHING)), *self.desk.read(owners_to_choose)])
        self.about.set_value(chosen)
        if self.about.currentIndex() < 0:
            self.about.set_value(None)

    @property
    def _of(self) -> UUID | None:
        chosen = self.about.value()
        return chosen if isinstance(chosen, UUID) else None

    def refresh(self) -> None:
        """Read the page of the trail that is open."""
        text = self.search.text().strip()
        seen = self.desk.read(trail_seen, about=self._of, text=text, before=self._starts[-1])
        self._older = seen.older
        about = self.about.currentText() if self._of else ""
        self.head.show_words(_(words.TITLE), words.detail(seen.count, len(seen.lines), about, text))
        self.table.show_rows(seen.lines, same=lambda each: each.seq)
        self.table.setVisible(bool(seen.lines))
        self.nothing.setVisible(not seen.lines)
        self.newer.setVisible(len(self._starts) > 1)
        self.older.setVisible(seen.older is not None)
        self._show_entry(self.table.current())

    def _show_entry(self, line: TrailLine | None) -> None:
        self.panel.show_entry(self.desk.read(entry_seen, line.seq) if line is not None else None)

    # ── pages and filters ───────────────────────────────────────────────────────────────────────────────────────────

    def _from_newest(self) -> None:
        self._soon.stop()
        self._starts = [None]
        self._turn_to_first()

    def _go_older(self) -> None:
        if self._older is not None:
            self._starts.append(self._older)
            self._turn_to_first()

    def _go_newer(self) -> None:
        if len(self._starts) > 1:
            self._starts.pop()
            self._turn_to_first()

    def _turn_to_first(self) -> None:
        self.refresh()
        if self.table.rows.rows:
            self.table.put_in_hand(0)
            self.table.scrollToTop()

    # ── the chain ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _check(self) -> None:
        desk = self.desk.desk
        self.around.jobs.run(
            _(words.CHECKING), lambda _progress, _stop: check_records(desk), while_it_lasts(self, self._checked)
        )

    def _checked(self, examined: Examined) -> None:
        found = [each.sentence for each in examined.findings]
        told = _(words.HOLDS) if examined.ok else settings_words.found_wrong(found)
        self.answer.tell("ok" if examined.ok else "stop", told)
        self.answer.show()
        self.around.say(told)


def _about(line: TrailLine) -> str:
    return " · ".join(filter(None, (line.about, line.course)))

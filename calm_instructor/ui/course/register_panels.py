"""Forms of the register: an adjustment, gone early, made good, a briefing of another day, minutes as they went."""

from collections.abc import Sequence
from datetime import datetime, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from calm_instructor.domain.attendance import FitnessStatus, MadeGood, Presence
from calm_instructor.domain.ids import EnrolmentId
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.messages.window.courses import hour
from calm_instructor.operations.planning import give_minutes
from calm_instructor.operations.registering import declare_fitness, give_briefing, make_good, record_attendance
from calm_instructor.operations.viewing.register import BlockMinutes, SessionShown
from calm_instructor.operations.viewing.register_rows import RegisterRow
from calm_instructor.ui.course.scrolled_rows import ScrollingPanel
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.dates import read_time
from calm_instructor.ui.parts.inputs import Choice, DateEdit, Stepper, Tick
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.marked_text import HealthSigns
from calm_instructor.ui.parts.surfaces import Row
from calm_instructor.ui.parts.texts import LineEdit, TextEdit


class RegisterPanel(ScrollingPanel):
    """A form about one session."""

    def __init__(self, page: Page, session: SessionShown, title: str, verb: str = "", detail: str = "") -> None:
        super().__init__(page, title, verb or _(words.RECORD), detail)
        self.session = session

    def now_or_start(self) -> time:
        """What time to propose: now on the session's day, else its start."""
        now = self.page.desk.clock()
        return now.time() if now.date() == self.session.on else self.session.starts

    def stand_beside(self, *names: str) -> None:
        """These fields in one row, so that the form stands in a low window."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for name in names:
            self.column.removeWidget(self.fields[name])
            row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def say_verb(self, text: str) -> None:
        """What the button does, of whom."""
        self.do.setText(text)
        self.do.setAccessibleName(text)

    def moment(self, name: str) -> datetime | None:
        """The time typed, on the session's day; None and a refusal where it is none."""
        editor = self.fields[name].editor
        at = read_time(editor.text()) if isinstance(editor, LineEdit) else None
        if at is None:
            self.fields[name].refuse(_(words.NOT_A_TIME))
            return None
        self.fields[name].accept()
        return datetime.combine(self.session.on, at, tzinfo=self.page.desk.clock().tzinfo)


class AdjustPanel(RegisterPanel):
    """R15, R21: fit with adjustment: what the instructor must do, and the limit that follows."""

    def __init__(self, page: Page, session: SessionShown, row: RegisterRow) -> None:
        title = _(words.ADJUST_TITLE).format(who=row.name)
        super().__init__(page, session, title, detail=_(words.ADJUST_DETAIL).format(who=row.name))
        self._row = row
        self.must = TextEdit(row.adjustment, lines=2)
        self.limit = LineEdit(row.limit)
        self.add("must", _(words.ADJUST_MUST), self.must, _(words.ADJUST_MUST_HINT))
        self.add("limit", _(words.ADJUST_LIMIT), self.limit, _(words.ADJUST_LIMIT_HINT))
        self.signs = [HealthSigns(each) for each in self.fields.values()]
        self.column.addStretch(1)

    def act(self) -> None:
        """Record the declaration."""
        if not self.filled("must"):
            return
        done = self.page.granted(
            declare_fitness,
            self._row.enrolment,
            self.session.on,
            FitnessStatus.ADJUSTED,
            adjustment=self.must.text().strip(),
            limit=self.limit.text().strip(),
        )
        if done is not None:
            self.finished.emit()


def who_of(rows: Sequence[RegisterRow], first: EnrolmentId | None, others: Sequence[tuple[object, str]] = ()) -> Choice:
    """One of these, by number and name; nobody until somebody is chosen."""
    made = Choice([*others, *((row.enrolment, f"{row.bib}  {row.name}") for row in rows)])
    made.setPlaceholderText(_(words.CHOOSE_WHO))
    made.set_value(first)
    return made


class LeftEarlyPanel(RegisterPanel):
    """R16: who has gone, and when."""

    def __init__(
        self, page: Page, session: SessionShown, here: Sequence[RegisterRow], first: EnrolmentId | None
    ) -> None:
        super().__init__(page, session, _(words.LEFT_TITLE), detail=_(words.LEFT_DETAIL))
        self._bibs = {row.enrolment: row.bib for row in here}
        self.who = who_of(here, first)
        self.at = LineEdit(hour(self.now_or_start()))
        self.who.currentIndexChanged.connect(lambda _number: self._say_whom())
        self.at.textChanged.connect(lambda _text: self._say_whom())
        self.add("who", _(words.WHO), self.who)
        self.add("at", _(words.LEFT_WHEN), self.at)
        self.column.addStretch(1)
        self._say_whom()

    def _say_whom(self) -> None:
        bib, at = self._bibs.get(self.who.value()), read_time(self.at.text())  # type: ignore[call-overload]
        self.say_verb(_(words.LEFT_VERB).format(bib=bib, at=hour(at)) if bib and at else _(words.RECORD))

    def act(self) -> None:
        """Record that they have gone."""
        at = self.moment("at")
        if not self.filled("who") or at is None:
            return
        done = self.page.granted(record_attendance, self.who.value(), self.session.id, Presence.LEFT_EARLY, left_at=at)
        if done is not None:
            self.finished.emit()


class MadeGoodPanel(RegisterPanel):
    """R16, R41: what was missed and is made good: when, what, by whom."""

    def __init__(self, page: Page, session: SessionShown, row: RegisterRow, by: str) -> None:
        title = _(words.GOOD_TITLE).format(who=row.name)
        super().__init__(page, session, title, _(words.MAKE_GOOD), _(words.GOOD_DETAIL))
        self._gaps = {gap.attendance: gap for gap in row.gaps}
        self.of = Choice([(gap.attendance, gap.session) for gap in row.gaps])
        self.of.chosen.connect(lambda _which: self._propose())
        self.minutes = Stepper(0, 0, 600, step=5, name=_(words.GOOD_MINUTES))
        self.on = DateEdit(page.desk.clock().date())
        self.content = TextEdit(lines=2)
        self.by = LineEdit(by)
        self.add("of", _(words.GOOD_SESSION), self.of)
        self.add("minutes", _(words.GOOD_MINUTES), self.minutes)
        self._blocks_label = Label(_(words.GOOD_BLOCKS), "field")
        self.column.addWidget(self._blocks_label)
        self.blocks = {block: Tick(title) for gap in row.gaps for block, title in gap.blocks}
        for each in self.blocks.values():
            self.column.addWidget(each)
        self.add("on", _(words.ON), self.on)
        self.add("content", _(words.GOOD_CONTENT), self.content)
        self.add("by", _(words.GOOD_BY), self.by)
        self.column.addStretch(1)
        self.of.set_value(max(row.gaps, key=lambda gap: gap.minutes).attendance)
        self._propose()

    def _propose(self) -> None:
        gap = self._gaps[self.of.value()]  # type: ignore[index]
        own = {block for block, _title in gap.blocks}
        self.minutes.set_value(gap.minutes)
        self._blocks_label.setVisible(bool(own))
        for block, tick in self.blocks.items():
            tick.setVisible(block in own)
            tick.setChecked(block in own)
        if own and not self.content.text():
            self.content.show_text(", ".join(title for _block, title in gap.blocks))

    def act(self) -> None:
        """Record it."""
        on = self.on.date()
        if not self.filled("content", "by"):
            return
        if on is None:
            self.fields["on"].refuse(_(words.NOT_A_DATE))
            return
        gap = self._gaps[self.of.value()]  # type: ignore[index]
        good = MadeGood(
            minutes=self.minutes.value(),
            on=on,
            content=self.content.text().strip(),
            by=self.by.text().strip(),
            blocks=tuple(block for block, _title in gap.blocks if self.blocks[block].isChecked()),
        )
        if self.page.granted(make_good, gap.attendance, good) is not None:
            self.finished.emit()


class BriefingPanel(RegisterPanel):
    """R41: the briefing of another day, entered from paper: when it was given."""

    def __init__(self, page: Page, session: SessionShown) -> None:
        detail = f"{_(words.BRIEFING_DETAIL)} {day(session.on)}"
        super().__init__(page, session, _(words.BRIEFING_TITLE), detail=detail)
        self.at = LineEdit(hour(session.starts))
        self.add("at", _(words.WHEN), self.at)
        self.column.addStretch(1)

    def act(self) -> None:
        """Record it."""
        at = self.moment("at")
        if at is not None and self.page.granted(give_briefing, self.session.id, at) is not None:
            self.finished.emit()


class MinutesPanel(RegisterPanel):
    """R51: minutes of each block as it went, beside those planned."""

    def __init__(self, page: Page, session: SessionShown, blocks: Sequence[BlockMinutes]) -> None:
        super().__init__(page, session, _(words.MINUTES_TITLE), detail=_(words.MINUTES_DETAIL))
        self.column.setContentsMargins(2, 0, 2, 0)
        self.column.setSpacing(0)
        self.steppers = {}
        for each in blocks:
            row = Row(40)
            shown = each.planned if each.given is None else each.given
            stepper = Stepper(shown, 0, 600, step=5, name=_(words.MINUTES_OF).format(block=each.title))
            self.steppers[each.block] = stepper
            row.line.addWidget(Label(each.title, wrap=True), 1)
            row.line.addWidget(Label(_(words.MINUTES_PLANNED).format(minutes=each.planned), "small"))
            row.line.addWidget(stepper)
            self.column.addWidget(row)
        self.column.addStretch(1)

    def first(self) -> Stepper:
        """The first block."""
        return next(iter(self.steppers.values()))

    def act(self) -> None:
        """Record all of them, as planned where nothing was changed."""
        given = {block: stepper.value() for block, stepper in self.steppers.items()}
        self.page.granted(give_minutes, given, then=lambda _done: self.finished.emit())

"""R28: a training injury or near miss on record at once, what is added to it later, and the check that lets somebody go on."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from calm_instructor.domain.attendance import Addition, Incident
from calm_instructor.domain.ids import CourseId, EnrolmentId, IncidentId
from calm_instructor.messages.showing import clock, moment
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.messages.window.courses import hour
from calm_instructor.operations.pausing import add_to_incident, clear_incident, record_incident
from calm_instructor.operations.viewing.register import IncidentShown, Register, SessionShown
from calm_instructor.operations.viewing.register_rows import RegisterRow
from calm_instructor.ui.course.register_panels import RegisterPanel, who_of
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.inputs import Tick
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.surfaces import Row
from calm_instructor.ui.parts.texts import LineEdit, TextEdit

_NOBODY = ""
"""Chosen where it happened to nobody in particular; nothing chosen is no answer."""


class IncidentPanel(RegisterPanel):
    """Who, what and when; facts only. What is on record already stands first, where more can be added to it."""

    def __init__(
        self,
        page: Page,
        session: SessionShown,
        seen: Register,
        first: EnrolmentId | None,
        more: Callable[[IncidentShown], object],
    ) -> None:
        super().__init__(page, session, _(words.INCIDENT), detail=_(words.HURT_DETAIL))
        self._course: CourseId = seen.course
        self._bibs = {row.enrolment: row.bib for row in seen.rows}
        self.who = who_of(seen.rows, first, [(_NOBODY, _(words.HURT_NOBODY))])
        self.who.currentIndexChanged.connect(lambda _number: self._say_whom())
        self.kind = Segmented(
            [(True, _(words.HURT_INJURY)), (False, _(words.HURT_NEAR_MISS))], _(words.HURT_KIND), width=110
        )
        self.kind.set_value(True)
        self.kind.chosen.connect(lambda _kind: self._say_whom())
        self.at = LineEdit(hour(self.now_or_start()))
        self.facts = TextEdit(lines=2)
        self.area = LineEdit()
        self.aid = LineEdit()
        self.book = LineEdit()
        self.stopped = Tick(_(words.HURT_STOPPED))
        self.riddor = Tick(_(words.HURT_RIDDOR))
        if seen.incidents:
            self.column.addWidget(Label(_(words.HURT_EARLIER), "field"))
        self.earlier = [self._add_earlier(each, more) for each in seen.incidents]
        self.add("who", _(words.WHO), self.who)
        self.add("kind", _(words.HURT_KIND), self.kind)
        self.add("at", _(words.WHEN), self.at)
        self.stand_beside("kind", "at")
        self.add("facts", _(words.HURT_FACTS), self.facts, _(words.HURT_FACTS_HINT))
        self.add("area", _(words.HURT_AREA), self.area)
        self.add("aid", _(words.HURT_AID), self.aid)
        self.stand_beside("area", "aid")
        self.column.addWidget(self.stopped)
        self.column.addWidget(self.riddor)
        self.add("book", _(words.HURT_BOOK), self.book)
        self.column.addStretch(1)
        self._say_whom()

    def _say_whom(self) -> None:
        verb = _(words.HURT_RECORD_INJURY if self.kind.value() else words.HURT_RECORD_NEAR_MISS)
        bib = self._bibs.get(self.who.value())  # type: ignore[call-overload]
        self.say_verb(_(words.HURT_RECORD_OF).format(verb=verb, bib=bib) if bib else verb)

    def _add_earlier(self, shown: IncidentShown, more: Callable[[IncidentShown], object]) -> QPushButton:
        line = Row(0)
        line.line.setContentsMargins(0, 4, 0, 4)
        line.line.addWidget(LampLabel(shown.lamp, " · ".join(filter(None, (shown.line, shown.lacks))), wrap=True), 1)
        name = _(words.HURT_ADD_TO).format(line=shown.line)
        add = button(_(words.HURT_ADD), lambda: more(shown), kind="quiet", small=True, name=name)
        line.line.addWidget(add)
        self.column.addWidget(line)
        return add

    def act(self) -> None:
        """Record it; whoever it names is paused."""
        at = self.moment("at")
        who = self.who.value()
        if not self.filled("who", "facts") or at is None:
            return
        incident = Incident(
            id=IncidentId(self.page.desk.new_id()),
            course=self._course,
            session=self.session.id,
            enrolment=None if who == _NOBODY else who,  # type: ignore[arg-type]
            at=at,
            facts=self.facts.text(),
            injury=bool(self.kind.value()),
            body_area=self.area.text().strip(),
            first_aid=self.aid.text().strip(),
            stopped=self.stopped.isChecked(),
            riddor_considered=self.riddor.isChecked(),
            accident_book_ref=self.book.text().strip(),
        )
        if self.page.granted(record_incident, incident) is not None:
            self.finished.emit()


class MorePanel(RegisterPanel):
    """What was not known at once, as the accident book's reference. Nothing that stands is written over."""

    def __init__(self, page: Page, session: SessionShown, shown: IncidentShown) -> None:
        detail = _(words.MORE_DETAIL).format(line=shown.line)
        super().__init__(page, session, _(words.MORE_TITLE), _(words.MORE_VERB), detail)
        self._stands = stands = shown.stands
        self.stood = Label(_told(stands), "body", wrap=True)
        self.column.addWidget(self.stood)
        self.facts = TextEdit(lines=3)
        self.add("facts", _(words.MORE_FACTS), self.facts, _(words.HURT_FACTS_HINT))
        self.injury = self._tick(words.MORE_INJURY, stands=stands.injury)
        self.area = self._line("area", words.HURT_AREA, stands.body_area)
        self.aid = self._line("aid", words.HURT_AID, stands.first_aid)
        self.stopped = self._tick(words.HURT_STOPPED, stands=stands.stopped)
        self.riddor = self._tick(words.HURT_RIDDOR, stands=stands.riddor_considered)
        self.book = self._line("book", words.HURT_BOOK, stands.accident_book_ref)
        self.column.addStretch(1)

    def _line(self, name: str, label: str, stands: str) -> LineEdit:
        editor = LineEdit()
        self.add(name, _(label), editor, _(words.MORE_INSTEAD).format(text=stands) if stands else "")
        return editor

    def _tick(self, text: str, *, stands: bool) -> Tick:
        """What is on record already is not asked again."""
        made = Tick(_(text))
        self.column.addWidget(made)
        made.setVisible(not stands)  # in its place first, or it shows as a window of its own
        return made

    def act(self) -> None:
        """Add it."""
        addition = Addition(
            at=self.page.desk.clock(),
            by="",
            facts=self.facts.text().strip(),
            injury=self.injury.isChecked(),
            body_area=self.area.text().strip(),
            first_aid=self.aid.text().strip(),
            stopped=self.stopped.isChecked(),
            riddor_considered=self.riddor.isChecked(),
            accident_book_ref=self.book.text().strip(),
        )
        if addition.says_nothing:
            self.fields["facts"].refuse(_(words.MORE_NOTHING))
        elif self.page.granted(add_to_incident, self._stands.id, addition) is not None:
            self.finished.emit()


def _told(stands: Incident) -> str:
    """What happened, and beneath it what was added, with who and when."""
    later = [
        _(words.MORE_ADDED).format(at=moment(each.at), by=each.by, facts=each.facts)
        for each in stands.added
        if each.facts
    ]
    return "\n".join([stands.facts, *later])


class ClearPanel(RegisterPanel):
    """Somebody has checked again that a person may go on."""

    def __init__(self, page: Page, session: SessionShown, row: RegisterRow, by: str) -> None:
        since = clock(row.paused_since) if row.paused_since else ""
        title = _(words.CLEAR_TITLE).format(who=row.name)
        detail = _(words.CLEAR_DETAIL).format(at=since, who=row.name)
        super().__init__(page, session, title, _(words.CLEAR_VERB), detail)
        self._incident = row.pausing
        self.by = LineEdit(by)
        self.at = LineEdit(hour(self.now_or_start()))
        self.add("by", _(words.CLEAR_BY), self.by)
        self.add("at", _(words.WHEN), self.at)
        self.column.addStretch(1)

    def act(self) -> None:
        """Clear them."""
        at = self.moment("at")
        if at is None or self._incident is None:
            return
        now = self.page.desk.clock()
        moment = now if (at.date(), at.hour, at.minute) == (now.date(), now.hour, now.minute) else at
        if self.page.granted(clear_incident, self._incident, self.by.text(), moment) is not None:
            self.finished.emit()

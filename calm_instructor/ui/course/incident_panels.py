"""R28: a training injury or near miss on record at once, and the check that lets somebody go on."""

from calm_instructor.domain.attendance import Incident
from calm_instructor.domain.ids import CourseId, EnrolmentId, IncidentId
from calm_instructor.messages.showing import clock
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.messages.window.courses import hour
from calm_instructor.operations.pausing import clear_incident, record_incident
from calm_instructor.operations.viewing.register import Register, SessionShown
from calm_instructor.operations.viewing.register_rows import RegisterRow
from calm_instructor.ui.course.register_panels import RegisterPanel
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented
from calm_instructor.ui.parts.inputs import Choice, Tick
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.texts import LineEdit, TextEdit


class IncidentPanel(RegisterPanel):
    """Who, what and when; facts only."""

    def __init__(self, page: Page, session: SessionShown, seen: Register, first: EnrolmentId | None) -> None:
        super().__init__(page, session, _(words.INCIDENT), detail=_(words.HURT_DETAIL))
        self._course: CourseId = seen.course
        self.who = Choice(
            [(None, _(words.HURT_NOBODY)), *((row.enrolment, f"{row.bib}  {row.name}") for row in seen.rows)]
        )
        self.who.set_value(first)
        self.kind = Segmented(
            [(True, _(words.HURT_INJURY)), (False, _(words.HURT_NEAR_MISS))], _(words.HURT_KIND), width=110
        )
        self.kind.set_value(True)
        self.at = LineEdit(hour(self.now_or_start()))
        self.facts = TextEdit(lines=3)
        self.area = LineEdit()
        self.aid = LineEdit()
        self.book = LineEdit()
        self.stopped = Tick(_(words.HURT_STOPPED))
        self.riddor = Tick(_(words.HURT_RIDDOR))
        self.add("who", _(words.WHO), self.who)
        self.add("kind", _(words.HURT_KIND), self.kind)
        self.add("at", _(words.WHEN), self.at)
        self.add("facts", _(words.HURT_FACTS), self.facts, _(words.HURT_FACTS_HINT))
        self.add("area", _(words.HURT_AREA), self.area)
        self.add("aid", _(words.HURT_AID), self.aid)
        self.column.addWidget(self.stopped)
        self.column.addWidget(self.riddor)
        self.add("book", _(words.HURT_BOOK), self.book)
        if seen.incidents:
            self.column.addWidget(Label(_(words.HURT_EARLIER), "field"))
        for each in seen.incidents:
            self.column.addWidget(LampLabel(each.lamp, each.line, wrap=True))
        self.column.addStretch(1)

    def act(self) -> None:
        """Record it; whoever it names is paused."""
        at = self.moment("at")
        if at is None or not self.filled("facts"):
            return
        who = self.who.value()
        incident = Incident(
            id=IncidentId(self.page.desk.new_id()),
            course=self._course,
            session=self.session.id,
            enrolment=who if who is not None else None,  # type: ignore[arg-type]
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

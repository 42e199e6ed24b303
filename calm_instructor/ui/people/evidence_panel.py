"""What lets somebody take part, one act at a time: evidence of Core Theory (R1), a basis (R11), an adjustment (R44)."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from calm_instructor.domain.ids import EnrolmentId, PersonId
from calm_instructor.domain.people import Basis, CoreTheory, EarlierSignOff, Person
from calm_instructor.messages.labels import label
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.messages.window.roster import NO_PROFILE
from calm_instructor.operations.enrolling import adjust, give_up_place, see_evidence, state_basis
from calm_instructor.operations.entering import enter_person, see_certificate
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Choice, DateEdit, Field
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.marked_text import HealthSigns
from calm_instructor.ui.parts.texts import LineEdit, TextEdit
from calm_instructor.ui.people.drawer import Panel


class ActPanel(Panel):
    """Fields and one verb. ``_fields``: each by its name; an empty one is refused beneath itself."""

    def __init__(self, page: Page, title: str, verb: str, detail: str = "") -> None:
        super().__init__()
        self.page = page
        self._title, self._detail = title, detail
        self.fields: dict[str, Field] = {}
        self._leave = button(_(words.LEAVE), self.finished.emit)
        self.do = button(verb, self.act, kind="primary")

    def title(self) -> str:
        """What it is about."""
        return self._title

    def detail(self) -> str:
        """One line more."""
        return self._detail

    def foot(self) -> list[QPushButton]:
        """Leave it, or do it."""
        return [self._leave, self.do]

    def first(self) -> QWidget:
        """The first field."""
        return next(iter(self.fields.values())).editor

    def add(self, name: str, text: str, editor: QWidget, hint: str = "") -> None:
        """One more field."""
        self.fields[name] = Field(text, editor, hint)
        self.column.addWidget(self.fields[name])
        if isinstance(editor, LineEdit):
            editor.returnPressed.connect(lambda: self.act())

    def somebody_is_here(self) -> bool:
        """Whether anybody is at the desk in whose name this can be said; the page says where to enter who it is."""
        if self.page.desk.marking_as is not None:
            return True
        self.page.say_no(_(NO_PROFILE))
        return False

    def filled(self, *names: str) -> bool:
        """Whether each of these says something; what doesn't is refused beneath."""
        for name in names:
            field = self.fields[name]
            text = getattr(field.editor, "text", None)
            empty = field.editor.value() is None if isinstance(field.editor, Choice) else not (text and text().strip())
            if empty:
                field.refuse(_(words.FILL_IN))
            else:
                field.accept()
        return all(not self.fields[name].editor.property("refused") for name in names)

    def day_of(self, name: str) -> date | None:
        """The date of a field; None, refused beneath, where there is none."""
        editor = self.fields[name].editor
        typed = editor.text().strip() if isinstance(editor, DateEdit) else ""
        day_typed = editor.date() if isinstance(editor, DateEdit) else None
        if day_typed is not None:
            self.fields[name].accept()
        else:
            self.fields[name].refuse(_(words.NOT_A_DATE).format(text=typed) if typed else _(words.FILL_IN))
        return day_typed

    def act(self) -> None:
        """Do what the verb says."""


class EvidencePanel(ActPanel):
    """R1: the day of Core Theory, and the evidence that somebody has seen: its kind, its reference, by whom and when."""

    def __init__(self, page: Page, person: Person, seen_by: str) -> None:
        today = page.desk.clock().date()
        super().__init__(page, _(words.EVIDENCE_TITLE).format(who=person.full_name), _(words.I_HAVE_SEEN))
        self._person = person.id
        self._known = person
        self.date_only = button(_(words.DATE_ONLY), self._keep_date)
        known = person.core_theory
        self.date_only.setVisible(known is None or not known.is_seen)
        self.day = DateEdit(known.completed_on if known else None)
        self.kind = LineEdit(known.evidence_kind if known and known.evidence_kind else _(words.CERTIFICATE))
        self.reference = LineEdit(known.evidence_ref if known else "")
        self.add("day", _(words.COMPLETED_ON), self.day)
        self.add("kind", _(words.KIND), self.kind, _(words.KIND_HINT))
        self.add("reference", _(words.REFERENCE), self.reference, _(words.REFERENCE_HINT))
        self.column.addWidget(Label(_(words.SEEN_BY_YOU).format(who=seen_by, day=day(today)), "quiet", wrap=True))
        self.column.addStretch(1)

    def foot(self) -> list[QPushButton]:
        """Leave it, keep the date for now, or say that the evidence was seen."""
        return [self._leave, self.date_only, self.do]

    def _keep_date(self) -> None:
        completed = self.day_of("day")
        if completed is None:
            return
        known = self._known.core_theory
        theory = CoreTheory(completed_on=completed, provider=known.provider if known else "")
        if self.page.granted(enter_person, replace(self._known, core_theory=theory)) is not None:
            self.finished.emit()

    def first(self) -> QWidget:
        """The day where there is none, else the reference."""
        return self.reference if self.day.date() else self.day

    def act(self) -> None:
        """Say that it was seen."""
        completed = self.day_of("day")
        if not self.filled("kind", "reference") or completed is None or not self.somebody_is_here():
            return
        done = self.page.granted(
            see_evidence, self._person, self.kind.text(), self.reference.text(), completed_on=completed
        )
        if done is not None:
            self.finished.emit()


class BasisPanel(ActPanel):
    """R11: why this one person learns physical skills, over the staff group's answer."""

    def __init__(self, page: Page, person: Person) -> None:
        super().__init__(page, _(words.BASIS_TITLE).format(who=person.full_name), _(words.STATE_IT))
        self._person = person.id
        self.basis = Choice([(each, label(each)) for each in Basis])
        self.basis.set_value(person.basis)
        self.reason = TextEdit(person.basis_reason, lines=3)
        self.add("basis", _(words.BASIS), self.basis)
        self.add("reason", _(words.BASIS_REASON), self.reason)
        self.column.addWidget(Label(_(words.BASIS_HINT), "quiet", wrap=True))
        self.column.addStretch(1)

    def act(self) -> None:
        """State it."""
        basis = self.basis.value()
        if self.filled("basis", "reason") and isinstance(basis, Basis):
            done = self.page.granted(state_basis, self._person, basis, self.reason.text())
            if done is not None:
                self.finished.emit()


class CertificatePanel(ActPanel):
    """R23: a certificate of an earlier course, seen by whoever is at the desk."""

    def __init__(self, page: Page, person: Person) -> None:
        super().__init__(page, _(words.CERTIFICATE_TITLE).format(who=person.full_name), _(words.I_HAVE_SEEN))
        self._person = person.id
        self.number = LineEdit()
        self.signed_on = DateEdit()
        self.valid_until = DateEdit()
        self.techniques = LineEdit()
        self.add("number", _(words.CERTIFICATE_NUMBER), self.number)
        self.add("techniques", _(words.TECHNIQUES_ON_IT), self.techniques, _(words.TECHNIQUES_ON_IT_HINT))
        self.add("signed_on", _(words.SIGNED_ON), self.signed_on)
        self.add("valid_until", _(words.VALID_UNTIL), self.valid_until)
        self.column.addWidget(Label(_(words.CERTIFICATE_HINT), "quiet", wrap=True))
        self.column.addStretch(1)

    def act(self) -> None:
        """Say that it was seen."""
        signed_on, valid_until = self.day_of("signed_on"), self.day_of("valid_until")
        if not self.filled("number", "techniques") or signed_on is None or valid_until is None:
            return
        if not self.somebody_is_here():
            return
        brought = EarlierSignOff(
            number=self.number.text(),
            signed_on=signed_on,
            valid_until=valid_until,
            techniques=tuple(self.techniques.text().split(",")),
            seen_by="",
        )
        if self.page.granted(see_certificate, self._person, brought) is not None:
            self.finished.emit()


class AdjustmentPanel(ActPanel):
    """R44: how something is shown or done differently for one person on one course."""

    def __init__(self, page: Page, enrolment: EnrolmentId, who: str, adjustment: str) -> None:
        super().__init__(page, _(words.ADJUSTMENT_TITLE).format(who=who), _(words.KEEP_ADJUSTMENT))
        self._enrolment = enrolment
        self.text = TextEdit(adjustment, lines=4)
        self.add("adjustment", _(words.ADJUSTMENT), self.text)
        self.signs = HealthSigns(self.fields["adjustment"])
        self.column.addWidget(Label(_(words.ADJUSTMENT_HINT), "quiet", wrap=True))
        self.column.addStretch(1)

    def act(self) -> None:
        """Keep it; nothing written takes it off."""
        if self.page.granted(adjust, self._enrolment, self.text.text()) is not None:
            self.finished.emit()


class GiveUpPanel(ActPanel):
    """A place is given up with a reason, before anything was seen."""

    def __init__(self, page: Page, enrolment: EnrolmentId, who: str) -> None:
        super().__init__(page, _(words.GIVE_UP_TITLE).format(who=who), _(words.GIVE_UP_VERB))
        self._enrolment = enrolment
        self.reason = TextEdit(lines=3)
        self.add("reason", _(words.WHY_GIVE_UP), self.reason)
        self.column.addStretch(1)

    def act(self) -> None:
        """Give it up."""
        if self.filled("reason"):
            done = self.page.granted(give_up_place, self._enrolment, self.reason.text())
            if done is not None:
                self.finished.emit()


def person_read(page: Page, person: PersonId) -> Person:
    """A person as they stand now."""
    found: Person = page.desk.read(lambda view: view.get(Person, person))
    return found

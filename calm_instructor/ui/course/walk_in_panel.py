"""Somebody comes who was not expected: a few words, and they are on the course and here."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter

from calm_instructor.domain.attendance import Attendance, Part
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import CoreTheory, Person
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.operations.registering import walk_in
from calm_instructor.operations.viewing.register import SessionShown, WalkIns
from calm_instructor.ui.course.register_panels import RegisterPanel
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented
from calm_instructor.ui.parts.inputs import Choice, DateEdit
from calm_instructor.ui.parts.texts import LineEdit


class WalkInPanel(RegisterPanel):
    """Somebody on record is found by their name and comes with what is known of them.

    Where several have one name, each is offered with the staff number: never does one get what is typed of another.
    ``added``: who is on the course now.
    """

    added = Signal(object)

    def __init__(self, page: Page, session: SessionShown, known: WalkIns) -> None:
        super().__init__(page, session, _(words.WALK_TITLE), _(words.WALK_VERB), _(words.WALK_DETAIL))
        self._called: dict[str, list[Person]] = {}
        for each in known.people:
            self._called.setdefault(_folded(each.full_name), []).append(each)
        offered = {self._offered(each): each for each in known.people}
        self._offers = {_folded(text): each for text, each in offered.items()}
        self._shown: Person | None = None
        self._employer = known.employer
        self._here = {_folded(name): bib for name, bib in known.here}
        self.name = LineEdit()
        completer = QCompleter(list(offered), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.name.textChanged.connect(lambda _name: self._find())
        completer.activated.connect(self.name.setText)
        self.number = LineEdit()
        self.number.left.connect(lambda _number: self._find())
        self.role = LineEdit()
        self.group = Choice([("", _(words.WALK_GROUP_BY_ROLE)), *((each, each) for each in known.groups)])
        self.group.set_value("")
        self.theory = DateEdit()
        self.theory.left.connect(lambda _text: self._propose())
        self.part = Segmented(
            [
                (Part.PHYSICAL, _(words.WALK_PHYSICAL)),
                (Part.THEORY, _(words.WALK_THEORY)),
                (Part.OBSERVER, _(words.WALK_OBSERVER)),
            ],
            _(words.WALK_PART),
        )
        self.part.set_value(Part.THEORY)
        self.add("name", _(words.WALK_NAME), self.name, _(words.WALK_NAME_HINT))
        self.add("number", _(words.WALK_NUMBER), self.number, _(words.WALK_NUMBER_HINT))
        self.add("role", _(words.WALK_ROLE), self.role)
        self.add("group", _(words.WALK_GROUP), self.group)
        self.add("theory", _(words.WALK_THEORY_ON), self.theory, _(words.WALK_THEORY_HINT))
        self.add("part", _(words.WALK_PART), self.part)
        self.column.addStretch(1)

    def _offered(self, person: Person) -> str:
        if len(self._called[_folded(person.full_name)]) == 1:
            return person.full_name
        return _(words.WALK_KNOWN).format(name=person.full_name, number=person.staff_no)

    def _meant(self) -> list[Person]:
        """Whom the name and the number mean: nobody on record, one, or several who can't be told apart."""
        name, number = _folded(self.name.text()), self.number.text().strip()
        called = self._called.get(name, [])
        if len(called) == 1 and called[0].staff_no_is_temporary:
            return called
        if called and number:
            return [each for each in called if each.staff_no.casefold() == number.casefold()]
        return called or ([self._offers[name]] if name in self._offers else [])

    def _find(self) -> None:
        meant = self._meant()
        found = meant[0] if len(meant) == 1 else None
        self.fields["name"].accept()
        if found == self._shown:
            return
        before, self._shown = self._shown, found
        if found is not None:
            if before is not None or not found.staff_no_is_temporary:
                self.number.show_text("" if found.staff_no_is_temporary else found.staff_no, found.id)
            self.role.show_text(found.job_role, found.id)
            self.group.set_value(found.staff_group)
            self.theory.show_date(found.core_theory.completed_on if found.core_theory else None)
        elif before is not None:
            self._forget(before)
            self._find()  # without the number of whoever was meant before
        self._propose()

    def _forget(self, before: Person) -> None:
        """What is still shown of somebody who is not meant any more goes."""
        for editor, text in ((self.number, before.staff_no), (self.role, before.job_role)):
            if editor.text() == text:
                editor.show_text("", before.id)
        if self.group.value() == before.staff_group:
            self.group.set_value("")
        if before.core_theory is not None and self.theory.date() == before.core_theory.completed_on:
            self.theory.show_date(None)

    def _propose(self) -> None:
        if self.part.value() is Part.OBSERVER:
            return
        self.part.set_value(Part.PHYSICAL if self.theory.date() else Part.THEORY)

    def person(self) -> Person:
        """Who it is, as typed."""
        meant = self._meant()
        if meant:
            here = meant[0]
        else:
            name = " ".join(self.name.text().split())
            here = Person(id=PersonId(self.page.desk.new_id()), full_name=name, employer=self._employer)
        day = self.theory.date()
        theory = here.core_theory
        if day is not None and (theory is None or theory.completed_on != day):
            theory = CoreTheory(completed_on=day)
        number = self.number.text().strip() or here.staff_no
        return replace(
            here,
            staff_no=number,
            staff_no_is_temporary=here.staff_no_is_temporary and number == here.staff_no,
            job_role=self.role.text().strip(),
            staff_group=str(self.group.value() or ""),
            core_theory=theory,
        )

    def act(self) -> None:
        """Add them; where only warnings stand against it, their reasons are asked."""
        if not self.filled("name"):
            return
        self._find()
        meant = self._meant()
        if len(meant) > 1:
            self.fields["name"].refuse(_(words.WALK_SEVERAL).format(name=meant[0].full_name))
            self.name.setFocus()
            return
        bib = self._here.get(_folded(self.name.text()))
        if bib is not None and not meant and not self.number.text().strip():
            name = " ".join(self.name.text().split())
            self.fields["name"].refuse(_(words.WALK_HERE).format(name=name, bib=bib))
            self.number.setFocus()
            return
        if self.theory.text().strip() and self.theory.date() is None:
            self.fields["theory"].refuse(_(words.NOT_A_DATE))
            return
        self.page.granted(walk_in, self.session.id, self.person(), self.part.value(), then=self._is_here)

    def _is_here(self, entry: Attendance) -> None:
        self.added.emit(entry.enrolment)
        self.finished.emit()


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())

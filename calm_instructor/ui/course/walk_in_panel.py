"""Somebody comes who was not expected: a few words, and they are on the course and here."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from calm_instructor.domain.attendance import Part
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import CoreTheory, Person
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.operations.registering import walk_in
from calm_instructor.operations.viewing.register import SessionShown, WalkIns
from calm_instructor.ui.course.register_panels import RegisterPanel
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import Segmented
from calm_instructor.ui.parts.inputs import Choice, DateEdit, LineEdit


class WalkInPanel(RegisterPanel):
    """Somebody on record is found by their name and comes with what is known of them."""

    def __init__(self, page: Page, session: SessionShown, known: WalkIns) -> None:
        super().__init__(page, session, _(words.WALK_TITLE), _(words.WALK_VERB), _(words.WALK_DETAIL))
        self._known = {each.full_name.casefold(): each for each in known.people}
        self._employer = known.employer
        self.name = LineEdit()
        completer = QCompleter([each.full_name for each in known.people], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.name.left.connect(self._find)
        completer.activated.connect(self._find)
        self.number = LineEdit()
        self.role = LineEdit()
        self.group = Choice([("", _(words.WALK_GROUP_BY_ROLE)), *((each, each) for each in known.groups)])
        self.group.set_value("")
        self.theory = DateEdit()
        self.theory.left.connect(lambda _text: self._propose())
        self.part = Segmented(
            [(Part.PHYSICAL, _(words.WALK_PHYSICAL)), (Part.THEORY, _(words.WALK_THEORY))], _(words.WALK_PART)
        )
        self.part.set_value(Part.THEORY)
        self.add("name", _(words.WALK_NAME), self.name, _(words.WALK_NAME_HINT))
        self.add("number", _(words.WALK_NUMBER), self.number, _(words.WALK_NUMBER_HINT))
        self.add("role", _(words.WALK_ROLE), self.role)
        self.add("group", _(words.WALK_GROUP), self.group)
        self.add("theory", _(words.WALK_THEORY_ON), self.theory, _(words.WALK_THEORY_HINT))
        self.add("part", _(words.WALK_PART), self.part)
        self.column.addStretch(1)

    def _find(self, name: str) -> None:
        found = self._known.get(name.strip().casefold())
        if found is None:
            return
        self.number.show_text("" if found.staff_no_is_temporary else found.staff_no)
        self.role.show_text(found.job_role)
        self.group.set_value(found.staff_group)
        self.theory.show_date(found.core_theory.completed_on if found.core_theory else None)
        self._propose()

    def _propose(self) -> None:
        self.part.set_value(Part.PHYSICAL if self.theory.date() else Part.THEORY)

    def person(self) -> Person:
        """Who it is, as typed."""
        name = " ".join(self.name.text().split())
        here = self._known.get(name.casefold())
        if here is None:
            here = Person(id=PersonId(self.page.desk.new_id()), full_name=name, employer=self._employer)
        day = self.theory.date()
        theory = here.core_theory
        if day is not None and (theory is None or theory.completed_on != day):
            theory = CoreTheory(completed_on=day)
        return replace(
            here,
            staff_no=self.number.text().strip() or (here.staff_no if here.staff_no_is_temporary else ""),
            job_role=self.role.text().strip(),
            staff_group=str(self.group.value() or ""),
            core_theory=theory,
        )

    def act(self) -> None:
        """Add them; where only warnings stand against it, their reasons are asked."""
        if not self.filled("name"):
            return
        if self.theory.text().strip() and self.theory.date() is None:
            self.fields["theory"].refuse(_(words.NOT_A_DATE))
            return
        self.page.granted(
            walk_in, self.session.id, self.person(), self.part.value(), then=lambda _entry: self.finished.emit()
        )

"""The record of a person, written by hand: new, or changed. What is an act of its own has a panel of its own."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import CoreTheory, Person, Status
from calm_instructor.messages.labels import label
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.operations.entering import enter_person
from calm_instructor.ui.page import Page
from calm_instructor.ui.parts.buttons import button
from calm_instructor.ui.parts.inputs import Choice, DateEdit, Field
from calm_instructor.ui.parts.surfaces import scrolled
from calm_instructor.ui.parts.texts import LineEdit
from calm_instructor.ui.people.drawer import Panel


class PersonForm(Panel):
    """``then`` gets the person once they are on record. ``groups``: staff groups to choose from; ``employer``: proposed."""

    def __init__(
        self,
        page: Page,
        person: Person | None,
        then: Callable[[Person], object],
        *,
        employer: str = "",
        groups: tuple[str, ...] = (),
        verb: str = "",
    ) -> None:
        super().__init__()
        self._page = page
        self._person = person
        self._then = then
        self.column.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setObjectName("surface")
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(16, 12, 16, 12)
        self._inner.setSpacing(10)
        self.fields: dict[str, Field] = {}
        self._texts: dict[str, LineEdit] = {}
        self._days: dict[str, DateEdit] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._inner.addLayout(self._grid)
        self._make(person, employer, groups)
        self._inner.addStretch(1)
        area = scrolled(inner)
        area.viewport().setObjectName("surface")
        self.column.addWidget(area)
        self._leave = button(_(words.LEAVE), self.finished.emit)
        self.save = button(verb or _(words.ADD if person is None else words.SAVE_PERSON), self._save, kind="primary")

    def _make(self, person: Person | None, employer: str, groups: tuple[str, ...]) -> None:
        at = person
        number = "" if at is None or at.staff_no_is_temporary else at.staff_no
        self._line("full_name", words.FULL_NAME, at.full_name if at else "", _(words.NAME_HINT) if at else "")
        self._line("staff_no", words.STAFF_NO, number, _(words.STAFF_NO_HINT))
        self._line("job_role", words.JOB_ROLE, at.job_role if at else "")
        said = at.staff_group if at else ""
        options = [("", _(words.GROUP_BY_ROLE)), *((each, each) for each in dict.fromkeys((*groups, said)) if each)]
        self.group = Choice(options)
        self.group.set_value(said)
        self._put("staff_group", _(words.STAFF_GROUP), self.group)
        self._line("site", words.SITE, at.site if at else "")
        self._day("core_theory", words.CORE_THEORY_ON, at)
        self._line("provider", words.CORE_THEORY_PROVIDER, at.core_theory.provider if at and at.core_theory else "")
        self._line("known_as", words.KNOWN_AS, at.known_as if at else "")
        self._line("certificate_name", words.CERTIFICATE_NAME, at.certificate_name if at else "")
        self._line("line_manager", words.LINE_MANAGER, at.line_manager if at else "")
        self._line("employer", words.EMPLOYER, at.employer if at else employer)
        self.status = Choice([(each, label(each)) for each in Status])
        self.status.set_value(at.status if at else Status.OWN)
        self._put("status", _(words.STATUS), self.status)
        if at is not None:
            self._days["left_on"] = DateEdit(at.left_on)
            self._put("left_on", _(words.LEFT_ON), self._days["left_on"])

    def _line(self, name: str, text: str, value: str, hint: str = "") -> None:
        self._texts[name] = LineEdit(value)
        self._texts[name].returnPressed.connect(self._save)
        self._put(name, _(text), self._texts[name], hint)

    def _day(self, name: str, text: str, person: Person | None) -> None:
        known = person.core_theory if person else None
        self._days[name] = DateEdit(known.completed_on if known else None)
        seen = known is not None and known.is_seen
        self._put(name, _(text), self._days[name], _(words.NEW_DAY_HINT) if seen else "")

    def _put(self, name: str, text: str, editor: QWidget, hint: str = "") -> None:
        self.fields[name] = Field(text, editor, hint)
        place = len(self.fields) - 1
        if place == 0:
            self._grid.addWidget(self.fields[name], 0, 0, 1, 2)
        else:
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(self.fields[name], (place + 1) // 2, (place + 1) % 2, top)

    def title(self) -> str:
        """New, or whose record."""
        return self._person.full_name if self._person else _(words.NEW_PERSON)

    def detail(self) -> str:
        """What it does."""
        return _(words.EDIT_PERSON) if self._person else ""

    def foot(self) -> list[QPushButton]:
        """Leave it, or keep it."""
        return [self._leave, self.save]

    def first(self) -> QWidget:
        """The name."""
        return self._texts["full_name"]

    def write(self, **texts: str) -> None:
        """Fill fields in, as a person would."""
        for name, text in texts.items():
            editor = self._texts.get(name) or self._days[name]
            editor.setText(text)

    def _save(self) -> None:
        if not self._is_sound():
            return
        entered = self._page.granted(enter_person, self._person_told())
        if entered is not None:
            self.finished.emit()
            self._then(entered)

    def _is_sound(self) -> bool:
        sound = True
        if self._texts["full_name"].text().strip():
            self.fields["full_name"].accept()
        else:
            self.fields["full_name"].refuse(_(words.NAME_MISSING))
            sound = False
        for name, edit in self._days.items():
            if edit.text().strip() and edit.date() is None:
                self.fields[name].refuse(_(words.NOT_A_DATE).format(text=edit.text().strip()))
                sound = False
            else:
                self.fields[name].accept()
        return sound

    def _person_told(self) -> Person:
        told = {name: edit.text().strip() for name, edit in self._texts.items()}
        before = self._person or Person(id=PersonId(self._page.desk.new_id()), full_name="")
        completed = self._days["core_theory"].date()
        left = self._days.get("left_on")
        status = self.status.value()
        number = told["staff_no"] or (before.staff_no if before.staff_no_is_temporary else "")
        return replace(
            before,
            full_name=told["full_name"],
            staff_no=number,
            staff_no_is_temporary=not told["staff_no"] and bool(number),
            job_role=told["job_role"],
            staff_group=str(self.group.value() or ""),
            site=told["site"],
            known_as=told["known_as"],
            certificate_name=told["certificate_name"],
            line_manager=told["line_manager"],
            employer=told["employer"],
            status=status if isinstance(status, Status) else before.status,
            core_theory=CoreTheory(completed_on=completed, provider=told["provider"]) if completed else None,
            left_on=left.date() if left is not None else before.left_on,
        )

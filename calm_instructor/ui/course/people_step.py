"""The people of a course: who is on it, whether they may take part and what would mend it; adding, placing, giving up."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from calm_instructor.domain.attendance import Enrolment, Part
from calm_instructor.domain.ids import CourseId, PersonId
from calm_instructor.domain.people import Person
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import people as words
from calm_instructor.operations.enrolling import change_part, enrol
from calm_instructor.operations.viewing.places import Place
from calm_instructor.operations.viewing.places_on_course import (
    Mending,
    Offer,
    PlaceOnCourse,
    PlacesOnCourse,
    candidates,
    offer,
    places_on_course,
)
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.page import Around
from calm_instructor.ui.parts.buttons import button, set_icon, set_unavailable
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Empty
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.people.choose_panel import ChoosePanel
from calm_instructor.ui.people.drawer import Drawer, Panel
from calm_instructor.ui.people.evidence_panel import (
    AdjustmentPanel,
    BasisPanel,
    EvidencePanel,
    GiveUpPanel,
    person_read,
)
from calm_instructor.ui.people.import_panel import ImportPanel
from calm_instructor.ui.people.offer_card import OfferCard
from calm_instructor.ui.people.person_form import PersonForm
from calm_instructor.ui.people.standing_card import StandingCard

if TYPE_CHECKING:
    from pathlib import Path

_DRAWER_OVER = 216
"""By how much the drawer is wider than the column that it covers."""
_ROLE = 3
"""The column that gives way to names where the table is not ``_ROOMY``."""
_ROOMY = 820


class PeopleStep(Step):
    """Delete gives up the place in hand; Enter opens the person."""

    name = "people"
    topics = frozenset({"people", "courses", "register", "organisation", "instructors", "needs"})

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around, course)
        self.seen: PlacesOnCourse | None = None
        self._added: tuple[PersonId, ...] = ()
        self._tools = QWidget()
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        self._make_tools()
        self.offer = OfferCard(self._offered, self.place, self.forget_added)
        self.view: TableView[PlaceOnCourse] = TableView(_columns(), name=_(words.TABLE_OF_COURSE), row_height=36)
        self.view.moved.connect(self._show_standing)
        self.view.opened.connect(lambda row: self.around.go(Place(page="person", record=row.person)))
        self.view.deleted.connect(lambda row: self.give_up(row))
        self.empty = Empty("users", _(words.NOBODY_YET), _(words.NOBODY_YET_HINT))
        self.standing = StandingCard(self)
        self._counts = QHBoxLayout()
        self._lamps = {lamp: LampLabel(lamp, "") for lamp in (Lamp.OK, Lamp.WARN, Lamp.STOP, Lamp.INFO)}
        self._counts.setSpacing(20)
        for each in self._lamps.values():
            self._counts.addWidget(each)
        self._counts.addStretch(1)
        self.body.addWidget(self._tools)
        self.body.addWidget(self.offer)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.view, 1)
        self.body.addLayout(self._counts)
        self.body.addWidget(self.standing)
        self._gap = QWidget()
        self.body.addWidget(self._gap, 1)
        self.drawer = Drawer(self)
        self.drawer.closed.connect(self._drawer_closed)
        self.primary = button("", self._next, kind="primary")

    def _make_tools(self) -> None:
        line = QHBoxLayout(self._tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.add_person = button(_(words.ADD_PERSON), self.open_form, icon="user-plus")
        self.from_people = button(_(words.FROM_PEOPLE), self.open_choose, icon="users")
        self.paste = button(_(words.PASTE_OR_OPEN), self.open_import, icon="clipboard-paste")
        for each in (self.add_person, self.from_people, self.paste):
            line.addWidget(each)
        line.addStretch(1)
        self._places = Label("", "quiet")
        line.addWidget(self._places)

    def head_buttons(self) -> list[QPushButton]:
        """The one next thing of this step, while there is one."""
        return [self.primary]

    def foot(self) -> str:
        """R1 and R11 in plain words."""
        return _(words.FOOT)

    def leave(self) -> None:
        """The drawer goes with its step."""
        super().leave()
        self.drawer.take_down()

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """The person whom the place names is in hand."""
        super().arrive(place)
        if place.focus is not None:
            self.view.take_in_hand(lambda row: place.focus in {row.person, row.enrolment})
        if self.view.isVisible():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read who is on the course."""
        self.seen = seen = self.desk.read(places_on_course, self.course, self.desk.marking_as)
        self.view.show_rows(seen.rows, same=lambda row: row.enrolment)
        has_rows = bool(seen.rows)
        self.view.setVisible(has_rows)
        self._gap.setVisible(not has_rows)
        self.empty.setVisible(not has_rows and not self._added)
        self._places.setText(words.places_taken(seen.physical, seen.limit, seen.theory, seen.observers))
        self.offer.show_offer(self._added if seen.is_open else (), above_rows=has_rows)
        self._show_counts(seen)
        self._show_standing(self.view.current())
        why = "" if seen.is_open else _(words.CLOSED_COURSE)
        for each in (self.add_person, self.from_people, self.paste):
            set_unavailable(each, why)
        self._show_primary()
        self.view.share_height()

    def _show_counts(self, seen: PlacesOnCourse) -> None:
        for lamp, text in (
            (Lamp.OK, words.eligible_count),
            (Lamp.WARN, words.to_check_count),
            (Lamp.STOP, words.stopped_count),
            (Lamp.INFO, words.theory_count),
        ):
            count = seen.count(lamp)
            self._lamps[lamp].show_lamp(lamp, text(count))
            self._lamps[lamp].setVisible(bool(count))

    def _show_standing(self, row: PlaceOnCourse | None) -> None:
        if self.seen is not None:
            self.standing.show_place(row, is_open=self.seen.is_open, is_physical=self.seen.is_physical)

    def _show_primary(self) -> None:
        text, icon = "", ""
        seen = self.seen
        if seen is None or not seen.is_open:
            pass
        elif self.offer.placeable:
            text = words.place_verb(len(self.offer.placeable))
        elif not seen.rows:
            text, icon = _(words.PASTE_OR_OPEN), "clipboard-paste"
        elif (first := self._first_to_mend()) is not None:
            text = self.standing.verb_for(first)
        self.primary.setText(text)
        self.primary.setAccessibleName(text)
        self.primary.setVisible(bool(text))
        self.primary.setIcon(QIcon())
        self.primary.setProperty("icon_name", icon)
        if icon:
            set_icon(self.primary, icon)
        self.paste.setVisible(text != _(words.PASTE_OR_OPEN))

    def _first_to_mend(self) -> PlaceOnCourse | None:
        rows = self.seen.rows if self.seen else ()
        return next((row for row in rows if row.may.lamp is Lamp.STOP and row.may.mending is not None), None)

    def _next(self) -> None:
        """What the primary button says."""
        if self.offer.placeable:
            self.offer.place_all()
        elif self.seen is not None and not self.seen.rows:
            self.open_import()
        elif (first := self._first_to_mend()) is not None:
            self.view.take_in_hand(lambda row: row.enrolment == first.enrolment)
            self.mend(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rows share the height out, and names keep their room."""
        super().resizeEvent(event)
        self._fit_columns()
        self.view.share_height()

    def _fit_columns(self) -> None:
        margins = self.body.contentsMargins()
        self.view.setColumnHidden(_ROLE, self.width() - margins.left() - margins.right() < _ROOMY)

    # ── the drawer ──────────────────────────────────────────────────────────────────────────────────────────────────

    def open_panel(self, panel: Panel) -> None:
        """Show a form at the right; the table makes room."""
        self.body.setContentsMargins(16, 12, 16 + _DRAWER_OVER, 12)
        self._fit_columns()
        self.drawer.open_with(panel)

    def _drawer_closed(self) -> None:
        self.body.setContentsMargins(16, 12, 16, 12)
        self._fit_columns()
        after: QWidget = self.view if self.view.isVisible() else self.primary
        (self.primary if self.offer.placeable else after).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_import(self, path: "Path | None" = None) -> None:
        """Paste or open a list; whoever it brings is then offered for the course."""
        if not self._is_open():
            return
        panel = ImportPanel(self)
        panel.added.connect(self._brought)
        self.open_panel(panel)
        if path is not None:
            panel.open_path(path)

    def open_choose(self) -> None:
        """People who are here already."""
        if self._is_open():
            self.open_panel(ChoosePanel(self.desk.read(candidates, self.course), self._place_chosen))

    def open_form(self) -> None:
        """Somebody new."""
        if self._is_open() and self.seen is not None:
            form = PersonForm(self, None, self._entered, employer=self.seen.organisation, groups=self.seen.groups)
            self.open_panel(form)

    def _is_open(self) -> bool:
        if self.seen is not None and not self.seen.is_open:
            self.say_no(_(words.CLOSED_COURSE))
            return False
        return True

    def _entered(self, person: Person) -> None:
        if self._first_of_course(person.id):
            self._brought([*self._added, person.id])

    def _first_of_course(self, person: PersonId) -> bool:
        return self.seen is not None and all(row.person != person for row in self.seen.rows)

    def _brought(self, people: Sequence[PersonId]) -> None:
        self._added = tuple(dict.fromkeys(people))
        self.look_again()
        if self.offer.placeable:
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def place(
        self, people: Sequence[PersonId], *, theory: bool = False, then: Callable[[], object] | None = None
    ) -> None:
        """Place people on the course, all or none; a full course asks its reason first. ``then``: once they have places."""
        part = Part.THEORY if theory or (self.seen is not None and not self.seen.is_physical) else Part.PHYSICAL

        def placed(places: Sequence[Enrolment]) -> None:
            self._placed(len(places))
            if then is not None:
                then()

        self.granted(enrol, self.course, list(people), part, then=placed)

    def _placed(self, count: int) -> None:
        if self.seen is not None:
            self.around.say(words.placed(count, self.seen.ref))
        self.look_again()
        if self.drawer.panel is None and self.view.isVisible():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offered(self, people: Sequence[PersonId]) -> Offer:
        return self.desk.read(offer, self.course, people)

    def _place_chosen(self, people: list[PersonId], theory: bool, then: Callable[[], object]) -> None:
        self.place(people, theory=theory, then=then)

    def forget_added(self) -> None:
        """Those just added are not offered any more."""
        self._added = ()
        self.look_again()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def mend(self, row: PlaceOnCourse) -> None:
        """Open what would let the person take part."""
        person = person_read(self, row.person)
        if row.may.mending is Mending.EVIDENCE:
            self.open_panel(EvidencePanel(self, person, self.seen.instructor if self.seen else ""))
        elif row.may.mending is Mending.BASIS:
            self.open_panel(BasisPanel(self, person))
        elif row.may.mending is Mending.PROFILE:
            self.around.go(Place(page="settings", step="instructors"))
        else:
            self.edit(row)

    def edit(self, row: PlaceOnCourse) -> None:
        """Change what is on record of a person."""
        groups = self.seen.groups if self.seen else ()
        self.open_panel(PersonForm(self, person_read(self, row.person), lambda _person: None, groups=groups))

    def adjust(self, row: PlaceOnCourse) -> None:
        """R44."""
        self.open_panel(AdjustmentPanel(self, row.enrolment, row.name, row.adjustment))

    def give_up(self, row: PlaceOnCourse) -> None:
        """The place is given up, with a reason."""
        if self._is_open():
            self.open_panel(GiveUpPanel(self, row.enrolment, row.name))

    def change_part(self, row: PlaceOnCourse, part: Part) -> None:
        """To another part."""
        self.granted(change_part, row.enrolment, part)


def _columns() -> list[Column[PlaceOnCourse]]:
    return [
        Column(_(words.HEAD_BIB), lambda row: str(row.bib), width=44, paint="bib"),
        Column(_(words.HEAD_NAME), lambda row: row.name),
        Column(_(words.HEAD_NUMBER), lambda row: row.staff_no, width=76, paint="quiet"),
        Column(_(words.HEAD_ROLE), lambda row: row.role, width=168, paint="quiet"),
        Column(_(words.HEAD_CORE_THEORY), lambda row: row.core_theory, width=100),
        Column(_(words.HEAD_MAY), lambda row: row.may.words, width=180, paint="lamp", lamp=lambda row: row.may.lamp),
    ]

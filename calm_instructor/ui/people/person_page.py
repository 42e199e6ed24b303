"""One person's page: today's answer in the first line, then courses, tries and what was corrected."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import duplicates
from calm_instructor.messages.window import people as words
from calm_instructor.operations.entering import archive_person, bring_back
from calm_instructor.operations.viewing.people import people_list
from calm_instructor.operations.viewing.person_card import CourseLine, PersonCard, TryLine, person_card
from calm_instructor.operations.viewing.places import Place
from calm_instructor.operations.viewing.signing import MARKS
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.dialogs import AskDialog
from calm_instructor.ui.parts.labels import LAMP_ICONS, Chip, IconLabel, Label, LampLabel
from calm_instructor.ui.parts.marks import Mark
from calm_instructor.ui.parts.rows_model import Column
from calm_instructor.ui.parts.surfaces import Banner, Card, scrolled
from calm_instructor.ui.parts.table_view import TableView
from calm_instructor.ui.parts.taking_away import take_away
from calm_instructor.ui.people.drawer import Drawer
from calm_instructor.ui.people.evidence_panel import BasisPanel, CertificatePanel, EvidencePanel
from calm_instructor.ui.people.other_record_panel import OtherRecordPanel
from calm_instructor.ui.people.person_form import PersonForm
from calm_instructor.ui.people.usable_grid import UsableGrid

_LEFT = 344
_FLUSH = -9
"""The words of a quiet button stand where other words do: by so much its padding is passed over."""
_BY = 4
"""The column that gives way where the page is not ``_ROOMY``."""
_ROOMY = 1100


class PersonPage(Page):
    """Enter on a course opens its sign-off."""

    topics = frozenset({"people", "courses", "register", "assessment", "sign_off", "needs"})

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.person: PersonId | None = None
        self.card: PersonCard | None = None
        self.archive = button("", self._archive, icon="archive")
        self.edit = button(_(words.EDIT), self._edit, icon="pencil-line")
        self.head.add_button(self.archive)
        self.head.add_button(self.edit)
        self._lamp = IconLabel("circle-check", "ok", 22)
        self._today = Label("", "section", wrap=True)
        self._today.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._usable = UsableGrid()
        self._scope = Label("", "quiet", wrap=True)
        self.compare = button(_(duplicates.LOOK), self._compare_first, kind="quiet", small=True)
        self._may_be = Banner("warn", button=self.compare)
        self.body.addWidget(self._may_be)
        self.body.addWidget(self._first_card())
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self._who_column())
        across.addLayout(self._what_column(), 1)
        self.body.addLayout(across, 1)
        self.drawer = Drawer(self)
        self.drawer.closed.connect(lambda: self.edit.setFocus(Qt.FocusReason.OtherFocusReason))

    def _first_card(self) -> Card:
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._lamp, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addWidget(self._today)
        told.addWidget(self._usable)
        told.addWidget(self._scope)
        line.addLayout(told, 1)
        self._generic = Chip(_(words.GENERIC), tone="warn", square=True)
        line.addWidget(self._generic, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(line)
        return card

    def _who_column(self) -> QWidget:
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(5)
        self._facts.setColumnMinimumWidth(0, 104)
        self._facts.setColumnStretch(1, 1)
        who = Card(_(words.WHO), "user")
        who.body.addLayout(self._facts)
        self.basis = button(_(words.STATE_BASIS), self._state_basis, kind="quiet", small=True)
        self.certificate = button(_(words.ADD_CERTIFICATE), self._see_certificate, kind="quiet", small=True)
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(4)
        acts.addSpacing(_FLUSH)
        acts.addWidget(self.basis)
        acts.addWidget(self.certificate)
        acts.addStretch(1)
        who.body.addLayout(acts)
        self.double = button(_(duplicates.DOUBLE_OF), self._choose_other, kind="quiet", small=True)
        apart = QHBoxLayout()
        apart.addSpacing(_FLUSH)
        apart.addWidget(self.double)
        apart.addStretch(1)
        who.body.addLayout(apart)
        theory = Card(_(words.HEAD_CORE_THEORY), "graduation-cap")
        self._theory = LampLabel(Lamp.OK, "", wrap=True)
        self.evidence = button(_(words.EVIDENCE_SEEN), self._see_evidence, kind="quiet", small=True)
        theory.head_line.addWidget(self.evidence)
        theory.body.addWidget(self._theory)
        column = QWidget()
        room = QVBoxLayout(column)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(12)
        room.addWidget(theory)
        room.addWidget(who)
        room.addStretch(1)
        area = scrolled(column)
        area.setFixedWidth(_LEFT)
        area.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        return area

    def _what_column(self) -> QVBoxLayout:
        self.courses: TableView[CourseLine] = TableView(
            [
                Column(_(words.HEAD_COURSE), lambda line: line.title, second=lambda line: f"{line.ref} · {line.part}"),
                Column(_(words.HEAD_DAYS), lambda line: line.days, width=136),
                Column(_(words.HEAD_OUTCOME), lambda line: line.outcome, paint="lamp", lamp=lambda line: line.lamp),
                Column(_(words.HEAD_DUE), lambda line: line.due, width=108),
            ],
            name=_(words.COURSES),
            row_height=48,
        )
        self.courses.opened.connect(self._open_course)
        self._no_courses = Label(_(words.NO_COURSES), "quiet")
        self.which = Segmented(
            [("tries", _(words.TRIES)), ("corrected", _(words.CORRECTIONS)), ("overrides", _(words.OVERRIDES))],
            _(words.TRIES),
            width=170,
        )
        self.which.set_value("tries")
        self.which.chosen.connect(lambda _which: self._show_tries())
        self.tries: TableView[TryLine] = TableView(_try_columns(), name=_(words.TRIES), row_height=48)
        self.tries.setMinimumHeight(28 + 2 * 48)
        self.tries.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.tries.moved.connect(self._show_told)
        self._told_of_try = Label("", "quiet", wrap=True)
        self._overrides = Label("", wrap=True)
        self._overrides.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing = Label(_(words.NO_TRIES), "quiet")
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(Label(_(words.COURSES), "section"))
        column.addWidget(self._no_courses)
        column.addWidget(self.courses)
        column.addWidget(self.which)
        column.addWidget(self._nothing)
        column.addWidget(self._overrides)
        column.addWidget(self.tries, 1)
        column.addWidget(self._told_of_try)
        self._gap = QWidget()
        column.addWidget(self._gap, 1)
        return column

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """Take the person of the place."""
        if place.record is not None and place.record != self.person:
            self.person = PersonId(place.record)
            self.which.set_value("tries")
            self.drawer.shut()
        super().arrive(place)
        self.courses.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the person."""
        if self.person is None:
            return
        self.card = card = self.desk.read(person_card, self.person, self.desk.clock(), self.desk.marking_as)
        person = card.person
        detail = " · ".join(filter(None, (person.staff_no, person.job_role, person.site)))
        self.head.show_words(person.full_name, detail)
        self._show_chip(person)
        self._may_be.tell("warn", duplicates.may_be(listed([name for _id, name in card.may_be])))
        self._may_be.setVisible(bool(card.may_be))
        self._lamp.show_icon(*LAMP_ICONS[card.lamp])
        self._today.setText(card.today)
        self._today.set_tone("" if card.lamp is Lamp.OK else card.lamp.value)
        self._usable.show_usable(card.usable)
        self._scope.setText(" ".join(card.scope))
        self._scope.setVisible(bool(card.scope))
        self._generic.setVisible(card.is_generic)
        self._theory.show_lamp(card.theory_lamp, card.theory)
        theory = person.core_theory
        if theory is None:
            self.evidence.setText(_(words.DATE_AND_EVIDENCE))
        else:
            self.evidence.setText(_(words.EDIT if theory.is_seen else words.EVIDENCE_SEEN))
        self.evidence.setAccessibleName(self.evidence.text())
        self._show_facts(card)
        self.courses.show_rows(card.courses, same=lambda line: line.enrolment)
        self.courses.setVisible(bool(card.courses))
        self.courses.fit_height(3)
        self._no_courses.setVisible(not card.courses)
        self._show_tries()

    def _show_chip(self, person: Person) -> None:
        is_archived = person.archived_on is not None
        self.head.chip.setVisible(is_archived or person.left_on is not None)
        self.head.chip.show_state(_(words.ARCHIVED if is_archived else words.HAS_LEFT), "archive", "plain")
        self.archive.setText(_(words.BACK if is_archived else words.ARCHIVE))
        self.archive.setAccessibleName(self.archive.text())

    def _show_facts(self, card: PersonCard) -> None:
        take_away(self._facts)
        told = [(name, text) for name, text in card.facts if text]
        for row, (name, text) in enumerate(told):
            self._facts.addWidget(Label(name, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(Label(text, wrap=True), row, 1)

    def _show_tries(self) -> None:
        card = self.card
        if card is None:
            return
        which = self.which.value()
        rows = {"tries": card.tries, "corrected": card.corrected}.get(str(which), ())
        self.tries.show_rows(rows)
        self.tries.setVisible(bool(rows))
        self._show_told(self.tries.current() if rows else None)
        self._overrides.setVisible(which == "overrides" and bool(card.overrides))
        self._overrides.setText("\n\n".join(card.overrides))
        empty = {"tries": words.NO_TRIES, "corrected": words.NO_CORRECTIONS, "overrides": words.NO_OVERRIDES}
        self._nothing.setText(_(empty[str(which)]))
        self._nothing.setVisible(not rows and not self._overrides.isVisibleTo(self))
        self._gap.setVisible(not rows)

    def _show_told(self, line: TryLine | None) -> None:
        """The whole of what was told of the try in hand."""
        told = _told(line) if line is not None else ""
        self._told_of_try.setText(told)
        self._told_of_try.setVisible(bool(told))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Techniques keep their room where the window is small."""
        super().resizeEvent(event)
        self.tries.setColumnHidden(_BY, self.width() < _ROOMY)

    # ── acts ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _open_course(self, line: CourseLine) -> None:
        self.around.go(Place(page="course", record=line.course, step="sign_off", focus=UUID(str(line.enrolment))))

    def _edit(self) -> None:
        if self.card is not None:
            form = PersonForm(self, self.card.person, self._saved, groups=self.card.groups)
            self.drawer.open_with(form)

    def _saved(self, person: Person) -> None:
        self.around.say(words.saved(person.full_name))
        self.look_again()

    def _see_evidence(self) -> None:
        if self.card is not None:
            self.drawer.open_with(EvidencePanel(self, self.card.person, self.card.instructor))

    def _state_basis(self) -> None:
        if self.card is not None:
            self.drawer.open_with(BasisPanel(self, self.card.person))

    def _see_certificate(self) -> None:
        if self.card is not None:
            self.drawer.open_with(CertificatePanel(self, self.card.person))

    def _compare_first(self) -> None:
        if self.card is not None and self.card.may_be:
            self._compare(self.card.may_be[0][0])

    def _choose_other(self) -> None:
        if self.card is not None:
            everyone = self.desk.read(people_list, self.desk.clock())
            others = [each for each in everyone if each.person != self.person]
            self.drawer.open_with(OtherRecordPanel(self.card.person.full_name, others, self._compare))

    def _compare(self, other: PersonId) -> None:
        if self.person is not None:
            self.around.go(Place(page="people", step="same", people=(self.person, other)))

    def _archive(self) -> None:
        if self.card is None or self.person is None:
            return
        if self.card.person.archived_on is not None:
            self.granted(bring_back, self.person)
            return
        who = self.card.person.full_name
        dialog = AskDialog(self, _(words.ARCHIVE_TITLE).format(who=who), _(words.ARCHIVE_INTRO), verb=_(words.ARCHIVE))
        dialog.accepted.connect(self._archive_now)
        dialog.ask()

    def _archive_now(self) -> None:
        if self.person is not None:
            self.granted(archive_person, self.person)


def _try_columns() -> list[Column[TryLine]]:
    return [
        Column(_(words.HEAD_MARK), lambda line: label(line.mark), width=52, paint="mark", mark=_mark),
        Column(_(words.HEAD_TECHNIQUE), lambda line: line.technique, second=_told, tip=_told),
        Column(_(words.HEAD_TRY), lambda line: str(line.number), width=40, right=True),
        Column(_(words.HEAD_SEEN), lambda line: line.seen, width=136),
        Column(_(words.HEAD_BY), lambda line: line.by, width=172, paint="quiet"),
    ]


def _told(line: TryLine) -> str:
    return line.remark or line.told


def _mark(line: TryLine) -> Mark:
    return Mark(MARKS[line.mark], attempt=line.number, note=bool(line.told))

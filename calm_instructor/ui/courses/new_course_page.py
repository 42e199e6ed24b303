"""A new course: its type, the analysis it rests on, when, where, who; and beside it what the type brings."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.ids import CourseId, InstructorId, PersonId, TnaId
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import courses as words
from calm_instructor.messages.window import due
from calm_instructor.operations.scheduling import copy_course, plan_new_course
from calm_instructor.operations.viewing.courses import courses_of
from calm_instructor.operations.viewing.new_course import (
    Brought,
    Chosen,
    Earlier,
    NewCourse,
    TnaOption,
    brought_by,
    course_to_plan,
    earlier_course,
    new_course,
    refresher_for,
)
from calm_instructor.operations.viewing.places import Place
from calm_instructor.ui.courses.brought_card import BroughtCard
from calm_instructor.ui.courses.nothing_to_rest_on import NothingToRestOn, show_refused
from calm_instructor.ui.page import Around, Page
from calm_instructor.ui.parts.buttons import button, set_unavailable
from calm_instructor.ui.parts.inputs import Choice, DateEdit, Field, Tick
from calm_instructor.ui.parts.labels import Label
from calm_instructor.ui.parts.surfaces import Card, scrolled
from calm_instructor.ui.parts.texts import LineEdit


class NewCoursePage(Page):
    """Every field says at once what it would bring; nothing is written before "Plan this course"."""

    topics = frozenset({"needs", "instructors", "organisation", "courses", "catalogue"})

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._seen: NewCourse | None = None
        self.brought: Brought | None = None
        self._earlier: Earlier | None = None
        self.head.show_words(_(words.NEW_COURSE), _(words.NEW_DETAIL))
        self.leave_it = button(_(words.LEAVE), lambda: self.around.go(Place(page="courses")))
        self.plan_it = button(_(words.PLAN_IT), self._plan, icon="calendar-plus", kind="primary")
        self.head.add_button(self.leave_it)
        self.head.add_button(self.plan_it)
        self._make_fields()
        form = QWidget()
        self._form = QVBoxLayout(form)
        self._form.setContentsMargins(0, 0, 4, 0)
        self._form.setSpacing(12)
        for card in (self._resting(), self._when_and_where(), self._who()):
            self._form.addWidget(card)
        self._form.addStretch(1)
        self.card = BroughtCard()
        self._room = QWidget()
        across = QHBoxLayout(self._room)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(scrolled(form), 3)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.card)
        side.addWidget(self.people)
        side.addStretch(1)
        across.addLayout(side, 2)
        self.body.addWidget(self._room, 1)
        self.instead = NothingToRestOn(around.go)
        self.body.addWidget(self.instead)
        self._gap = QWidget()
        self.body.addWidget(self._gap, 1)

    # ── made once ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _make_fields(self) -> None:
        self.kind = Choice(name=_(words.TYPE))
        self.tna = Choice(name=_(words.TNA))
        self.title = LineEdit(name=_(words.TITLE))
        self.day = DateEdit(name=_(words.FIRST_DAY))
        self.site = Choice(name=_(words.SITE))
        self.site.setEditable(True)
        editor = self.site.lineEdit()
        if editor is not None:
            editor.setAccessibleName(_(words.SITE))
        self.venue = LineEdit(name=_(words.VENUE), hint=_(words.VENUE_HINT))
        self.lead = Choice(name=_(words.LEAD))
        self.people = Tick()
        self._co_ticks: dict[InstructorId, Tick] = {}
        self.kind.chosen.connect(self._kind_chosen)
        self.tna.chosen.connect(self._tna_chosen)
        self.lead.chosen.connect(lambda _lead: self._show_brought())
        self.day.textChanged.connect(lambda _text: self._show_brought())

    def _resting(self) -> Card:
        card = Card(_(words.RESTS_ON), "clipboard-list")
        self._kind_brings = Label("", "small", wrap=True)
        self._tna_holds = Label("", "small", wrap=True)
        self._tna_field = Field(_(words.TNA), self.tna)
        across = QHBoxLayout()
        across.setSpacing(12)
        for field, brings in (
            (Field(_(words.TYPE), self.kind), self._kind_brings),
            (self._tna_field, self._tna_holds),
        ):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(field)
            column.addWidget(brings)
            column.addStretch(1)
            across.addLayout(column, 1)
        card.body.addLayout(across)
        self._cant_title = Label(_(words.CANT_REST), "field")
        self._cant = QVBoxLayout()
        self._cant.setSpacing(4)
        card.body.addWidget(self._cant_title)
        card.body.addLayout(self._cant)
        return card

    def _when_and_where(self) -> Card:
        card = Card(_(words.WHEN_AND_WHERE), "map-pin")
        first, second = QHBoxLayout(), QHBoxLayout()
        self._day_field = Field(_(words.FIRST_DAY), self.day)
        first.addWidget(Field(_(words.TITLE), self.title), 2)
        first.addWidget(self._day_field, 1)
        second.addWidget(Field(_(words.SITE), self.site), 1)
        second.addWidget(Field(_(words.VENUE), self.venue), 1)
        for line in (first, second):
            line.setSpacing(12)
            card.body.addLayout(line)
        return card

    def _who(self) -> Card:
        card = Card(_(words.WHO), "users")
        self._lead_field = Field(_(words.LEAD), self.lead)
        card.body.addWidget(self._lead_field)
        card.body.addWidget(Label(_(words.CO), "field"))
        self._co = QVBoxLayout()
        self._co.setSpacing(4)
        card.body.addLayout(self._co)
        self._no_co = Label(_(words.NO_CO), "quiet", wrap=True)
        card.body.addWidget(self._no_co)
        return card

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """Begin anew, with the first field ready; an analysis that the place names is chosen, or a course is planned after."""
        super().arrive(place)
        self.title.clear()
        self.venue.clear()
        self.day.clear()
        self._day_field.accept()
        self._tna_field.accept()
        self._show_earlier(place)
        if self._earlier is not None:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if place.record is not None:
            self._rest_on(place.record)
        begin = self.kind if self.instead.isHidden() else self.instead.begin
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest_on(self, tna: UUID) -> None:
        """Choose an analysis; one that found no need (R40) comes with the first type that it carries."""
        seen = self._seen
        if seen is None:
            return
        physical, theory = seen.usable(), seen.usable(physical=False)
        if tna in {each.tna for each in theory} - {each.tna for each in physical}:
            self.kind.set_value(next((each.code for each in seen.types if not each.physical), None))
            self._kind_chosen()
        if tna in {each.tna for each in self._usable()}:
            self.tna.set_value(tna)
            self._tna_chosen()

    def _show_earlier(self, place: Place) -> None:
        here = {each.course for each in self.desk.read(courses_of, self.desk.clock()).lines}
        self._earlier = None
        if place.record in here:
            self._earlier = self.desk.read(earlier_course, CourseId(place.record), self.desk.clock())
        elif place.people:
            people = tuple(PersonId(each) for each in place.people)
            self._earlier = self.desk.read(refresher_for, people, self.desk.clock(), self.desk.marking_as)
        earlier = self._earlier
        self.people.setVisible(earlier is not None and bool(earlier.people))
        self.people.setChecked(earlier is not None)
        detail = _(words.COPY_DETAIL).format(ref=earlier.ref) if earlier and earlier.ref else _(words.NEW_DETAIL)
        if earlier and not earlier.ref:
            detail = _(due.FROM_DUE)
        self.head.show_words(_(words.NEW_COURSE), detail)
        if earlier is None:
            return
        self.people.setText(
            words.with_people(len(earlier.people)) if earlier.ref else words.with_due(len(earlier.people))
        )
        self.people.setAccessibleName(self.people.text())
        self.kind.set_value(earlier.chosen.type_code)
        self._kind_chosen()
        self.tna.set_value(earlier.chosen.tna)
        self._tna_chosen()
        self.site.setEditText(earlier.chosen.site)
        self.title.setText(earlier.chosen.title)
        self.venue.setText(earlier.chosen.venue)
        self.lead.set_value(earlier.chosen.lead)
        for id, tick in self._co_ticks.items():
            tick.setChecked(id in earlier.chosen.co_instructors)
        self._show_brought()

    def refresh(self) -> None:
        """Read what there is to choose from; what was chosen stays chosen."""
        self._seen = seen = self.desk.read(new_course, self.desk.clock())
        usable = bool(seen.usable(physical=False))
        ready = bool(usable and seen.instructors)
        self._room.setVisible(ready)
        self.instead.setVisible(not ready)
        self._gap.setVisible(not ready)
        self.plan_it.setVisible(ready)
        self.instead.show_missing(() if usable else seen.tnas, tna=not usable, lead=not seen.instructors)
        self._offer(seen)
        self._kind_chosen()

    def _offer(self, seen: NewCourse) -> None:
        self.kind.offer([(each.code, each.name) for each in seen.types])
        self.lead.offer([(each.instructor, f"{each.name}, {each.words}") for each in seen.instructors])
        if self.kind.value() is None and self.kind.count():
            self.kind.setCurrentIndex(0)
        if self.lead.value() is None and seen.instructors:
            here = {each.instructor for each in seen.instructors}
            own = self.desk.marking_as
            self.lead.set_value(own if own in here else seen.instructors[0].instructor)
        if set(self._co_ticks) != {each.instructor for each in seen.instructors}:
            for old in self._co_ticks.values():
                old.deleteLater()
            self._co_ticks = {}
            for each in seen.instructors:
                tick = Tick()
                tick.clicked.connect(lambda _checked: self._show_brought())
                self._co_ticks[each.instructor] = tick
                self._co.addWidget(tick)
        for each in seen.instructors:
            tick = self._co_ticks[each.instructor]
            tick.setText(f"{each.name}, {each.words}")
            tick.setAccessibleName(tick.text())
        self._no_co.setVisible(len(seen.instructors) < 2)

    def _kind_chosen(self, _kind: object = None) -> None:
        if self._seen is None:
            return
        option = self._seen.type_of(self.kind.value())
        if option is not None:
            self._kind_brings.setText(option.brings)
            self.title.setPlaceholderText(option.name)
        usable = self._usable()
        self.tna.offer([(each.tna, f"{each.title}, {each.service}") for each in usable])
        if self.tna.value() is None and usable:
            self.tna.setCurrentIndex(0)
        refused = [each for each in self._seen.tnas if each not in usable]
        self._cant_title.setVisible(bool(refused))
        show_refused(self._cant, refused)
        self._tna_chosen()

    def _usable(self) -> tuple[TnaOption, ...]:
        """R40: what carries the type that is chosen."""
        if self._seen is None:
            return ()
        option = self._seen.type_of(self.kind.value())
        return self._seen.usable(physical=option is None or option.physical)

    def _tna_chosen(self, _tna: object = None) -> None:
        option = self._option()
        self._tna_holds.setText(words.chosen_techniques(len(option.techniques)) if option is not None else "")
        if option is not None:
            typed = self.site.currentText()
            self.site.offer([(each, each) for each in option.sites])
            if typed and typed not in option.sites:
                self.site.setEditText(typed)
            elif not typed and option.sites:
                self.site.setCurrentIndex(0)
        self._show_brought()

    def _option(self) -> TnaOption | None:
        return next((each for each in self._usable() if each.tna == self.tna.value()), None)

    def chosen(self) -> Chosen | None:
        """What has been chosen; None while type, analysis, lead or the first day is missing."""
        kind, tna, lead, day = self.kind.value(), self.tna.value(), self.lead.value(), self.day.date()
        if not isinstance(kind, str) or tna is None or lead is None or day is None:
            return None
        return Chosen(
            type_code=kind,
            tna=TnaId(tna),  # type: ignore[arg-type]
            first_day=day,
            lead=InstructorId(lead),  # type: ignore[arg-type]
            co_instructors=tuple(id for id, tick in self._co_ticks.items() if tick.isChecked() and id != lead),
            title=self.title.text().strip(),
            site=self.site.currentText().strip(),
            venue=self.venue.text().strip(),
        )

    def _show_brought(self) -> None:
        for id, tick in self._co_ticks.items():
            tick.setVisible(id != self.lead.value())
        chosen = self.chosen()
        self.brought = self.desk.read(brought_by, chosen) if chosen is not None else None
        self.card.show_brought(self.brought)
        stops = self.brought.stops if self.brought else ()
        why = " ".join(stops) if chosen is not None else self._missing()
        set_unavailable(self.plan_it, why)
        self._lead_field.accept()
        if stops:
            self._lead_field.refuse(" ".join(stops))
        if self.day.date() is not None:
            self._day_field.accept()

    def _missing(self) -> str:
        return _(words.NO_TNA if self.tna.value() is None else words.NO_DATE)

    # ── planning it ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _plan(self) -> None:
        chosen = self.chosen()
        if chosen is None or self.brought is None:
            told = self._missing()
            field = self._tna_field if self.tna.value() is None else self._day_field
            field.refuse(told)
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.around.say(told)
            return
        if self.brought.stops:
            self.say_no(" ".join(self.brought.stops))
            return
        course = self.desk.read(course_to_plan, chosen, CourseId(self.desk.new_id()))
        if self._earlier is not None and self._earlier.people and self.people.isChecked():
            people = self._earlier.people
            placed = self.granted(copy_course, course, chosen.type_code, people)
            told = _(words.COPIED).format(ref=course.ref, placed=len(placed or ()), count=len(people))
            made = placed is not None
        else:
            made = self.granted(plan_new_course, course, chosen.type_code) is not None
            told = _(words.PLANNED).format(ref=course.ref)
        if made:
            self.around.say(told)
            self.around.go(Place(page="course", record=course.id, step="plan"))

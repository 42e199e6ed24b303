"""The Plan step: timed blocks, what they add up to, what is seen to before the day, and saying that it is ready."""

from dataclasses import replace
from datetime import date, time
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from calm_instructor.domain.course import Block, BlockKind, CourseState, ModelPart, Session, minutes_of
from calm_instructor.domain.ids import BlockId, CourseId, InstructorId
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import plan as words
from calm_instructor.messages.window.courses import hour
from calm_instructor.operations.arranging import (
    add_block,
    change_block,
    move_block,
    remove_block,
    set_day,
    set_minutes,
    set_start,
)
from calm_instructor.operations.looking_at_venues import take_venue_over
from calm_instructor.operations.planning import (
    answer_venue,
    enter_course,
    give_minutes,
    make_ready,
    note_told,
)
from calm_instructor.operations.scheduling import lay_out_from_type
from calm_instructor.operations.viewing.left import left_of
from calm_instructor.operations.viewing.new_course import instructor_options
from calm_instructor.operations.viewing.places import Left, Place
from calm_instructor.operations.viewing.plan import CoursePlan, PlannedBlock, PlannedDay, plan_of
from calm_instructor.ui.course.plan_before import BeforePanel
from calm_instructor.ui.course.plan_block import BlockPanel
from calm_instructor.ui.course.plan_figures import PlanFigures
from calm_instructor.ui.course.plan_menu import course_menu
from calm_instructor.ui.course.plan_table import PlanRow, PlanTable
from calm_instructor.ui.course.step import Step
from calm_instructor.ui.page import Around
from calm_instructor.ui.parts.buttons import Segmented, button, set_icon
from calm_instructor.ui.parts.labels import IconLabel, Label
from calm_instructor.ui.parts.surfaces import Empty, scrolled
from calm_instructor.ui.parts.texts import LineEdit

_SIDE = 264
_NEW_MINUTES = 15


class PlanStep(Step):
    """Arrows go from block to block, + and - change minutes, Alt+Up and Alt+Down move, Ctrl+N adds, Delete takes out."""

    name = "plan"
    topics = frozenset({"courses", "register", "people", "techniques", "needs", "organisation", "instructors"})

    def __init__(self, around: Around, course: CourseId) -> None:
        super().__init__(around, course)
        self.plan: CoursePlan | None = None
        self._next: Left | None = None
        self.table = PlanTable()
        self.table.stepped.connect(self._step)
        self.table.shifted.connect(self._shift)
        self.table.deleted.connect(self._remove)
        self.table.opened.connect(self._open_block)
        self.table.moved.connect(lambda _row: self._show_block())
        self._empty = Empty(
            "calendar-days",
            _(words.NO_PLAN),
            _(words.NO_PLAN_HINT),
            button(_(words.MAKE_BLOCKS), self._make_first, icon="wand-sparkles"),
        )
        self._foot = Label("", "quiet", elide=True)
        self.body.setContentsMargins(16, 12, 16, 10)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addLayout(self._left_side(), 1)
        across.addWidget(self._right_side())
        self.body.addLayout(across, 1)
        self._make_buttons()
        QShortcut(QKeySequence("Ctrl+N"), self, self.add_block, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _left_side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        self._pin = IconLabel("pin", "accent", 14)
        foot.addWidget(self._pin)
        foot.addWidget(self._foot, 1)
        foot.addWidget(IconLabel("users", "text-2", 14))
        foot.addWidget(Label(_(words.MUST_FOOT), "quiet"))
        self._foot_box = QWidget()
        self._foot_box.setLayout(foot)
        foot.setContentsMargins(2, 0, 0, 0)
        column.addWidget(self._foot_box)
        self.keys = Label(_(words.KEYS), "small", wrap=True)
        self.keys.setContentsMargins(2, 0, 0, 0)
        column.addWidget(self.keys)
        self._gap = QWidget()
        column.addWidget(self._gap, 1)
        return column

    def _right_side(self) -> QWidget:
        self.figures = PlanFigures()
        self.block = BlockPanel()
        self.before = BeforePanel()
        self._stack = QStackedWidget()
        self._sides: dict[str, QWidget] = {}
        for name, panel in (("figures", self.figures), ("block", self.block), ("before", self.before)):
            area = scrolled(panel)
            self._sides[name] = area
            self._stack.addWidget(area)
        self.sides = Segmented(
            (("figures", _(words.FIGURES)), ("block", _(words.BLOCK)), ("before", _(words.BEFORE))), _(words.SIDES)
        )
        for number in range(3):
            tab = self.sides.button_of(number)
            tab.setFixedWidth(tab.maximumWidth() - 8)
        self.sides.chosen.connect(lambda name: self.show_side(str(name)))
        QShortcut(
            QKeySequence("Escape"), self.block, self._to_table, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self.block.changed.connect(self._change)
        self.block.stepped.connect(self._step)
        self.block.shifted.connect(self._shift)
        self.block.removed.connect(self._remove)
        self.block.starts.connect(self._start)
        self.block.held.connect(self._hold)
        self.before.answered.connect(self._answer)
        self.before.as_before.connect(self._as_before)
        self.before.told.connect(self._told)
        self.before.instructors.connect(self._instructors)
        holder = QWidget()
        holder.setFixedWidth(_SIDE)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sides)
        column.addWidget(self._stack, 1)
        self.show_side("figures")
        return holder

    def _make_buttons(self) -> None:
        self.add = button(_(words.ADD_BLOCK), self.add_block, icon="plus")
        self.make = button(_(words.MAKE_BLOCKS), self._open_types, icon="wand-sparkles")
        self.more = button(_(words.COURSE_MENU), self._open_more, icon="calendar-days")
        self.longer = button("", self._longer, icon="clock")
        self.primary = button("", self._primary, icon="list-checks", kind="primary")

    def head_buttons(self) -> list[QPushButton]:
        """Add, make, the course itself; the primary does what Next says."""
        return [self.add, self.make, self.longer, self.more, self.primary]

    def foot(self) -> str:
        """What amber and red ask for here."""
        if self.plan is None or self.plan.course.state is CourseState.PLANNING:
            return _(words.FOOT_PLANNING)
        if not self.plan.is_open:
            return _(words.FOOT_ENDED)
        return _(words.FOOT_READY if self.plan.may_change else words.FOOT_FROZEN)

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def arrive(self, place: Place) -> None:
        """The focus on a block, a question of the venue, head office, the instructors, or saying that it is ready."""
        super().arrive(place)
        focus = place.focus
        if isinstance(focus, str) and (focus.startswith("venue.") or focus in {"told", "instructors"}):
            self.show_side("before")
            self.before.focus_on(focus)
        elif focus == "ready":
            self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            if isinstance(focus, UUID):
                self.table.take_in_hand(lambda row: isinstance(row, PlannedBlock) and row.block.id == focus)
            elif self.table.current_block() is None:
                self.table.take_in_hand(lambda row: isinstance(row, PlannedBlock))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_side(self, name: str) -> None:
        """Show figures, the block in hand, or what is seen to before the day."""
        self.sides.set_value(name)
        self._stack.setCurrentWidget(self._sides[name])

    def refresh(self) -> None:
        """Read the plan and what is next."""
        now = self.desk.clock()
        self.plan = plan = self.desk.read(plan_of, self.course, now)
        self._next = self.desk.read(left_of, self.course, now).next
        has_plan = bool(plan.days)
        self.table.show_plan(plan.days, may_change=plan.may_change)
        for each in (self.table, self._foot_box):
            each.setVisible(has_plan)
        for each in (self._empty, self._gap):
            each.setVisible(not has_plan)
        self.figures.show_figures(plan.figures, physical=plan.physical)
        self.before.show_plan(plan, self.desk.read(instructor_options))
        self._show_block()
        self._foot.setText(self._foot_words(plan))
        late = any(each.late for each in plan.blocks)
        self._foot.set_tone("warn" if late else "")
        self._pin.show_icon(*(("triangle-alert", "warn") if late else ("pin", "accent")))
        self._pin.setVisible(any(each.block.pinned is not None for each in plan.blocks))
        for act in (self.add, self.make, self.keys):
            act.setVisible(plan.may_change and has_plan)
        self.longer.setVisible(plan.now is not None)
        if plan.now is not None:
            self.longer.setText(words.longer(plan.now.block.title))
            self.longer.setAccessibleName(self.longer.text())
        self._show_primary(plan)

    def _longer(self) -> None:
        """R51: what runs now takes five minutes more; what follows begins so much later."""
        if self.plan is not None and self.plan.now is not None:
            runs = self.plan.now.block
            self.granted(give_minutes, {runs.id: minutes_of(runs) + words.LONGER})

    def _show_block(self) -> None:
        if self.plan is None:
            return
        day = self._day_of(self.table.current())
        row = self.table.current_block() if day else None
        self.block.show_block(row, day, self.plan.codes, may_change=self.plan.may_change)

    def _foot_words(self, plan: CoursePlan) -> str:
        late = next((each for each in plan.blocks if each.late and each.block.pinned), None)
        if late is not None and late.block.pinned is not None:
            return words.flows_past(late.block.title, late.block.pinned, late.starts)
        if plan.course.set_frozen_at is not None:
            return _(words.FROZEN)
        ends = hour(plan.days[-1].ends) if plan.days else ""
        pinned = any(each.block.pinned is not None for each in plan.blocks)
        well = _(words.ENDS_WELL).format(time=ends)
        return f"{well} {_(words.PINNED_FOOT)}" if pinned else well

    def _show_primary(self, plan: CoursePlan) -> None:
        """What Next says; a stop of the plan itself leads to what mends it."""
        coming = self._next
        self.primary.setVisible(coming is not None)
        if coming is None:
            return
        stops_here = coming.lamp is Lamp.STOP and coming.place.step == "plan"
        text = coming.title
        if stops_here:
            text = _(words.MEND_FIRST) if plan.days else _(words.MAKE_BLOCKS)
        elif coming.lamp is Lamp.STOP:
            text = coming.mend
        self.primary.setText(text)
        self.primary.setAccessibleName(f"{text}. {coming.detail}")
        set_icon(self.primary, "circle-check" if coming.place.focus == "ready" else "list-checks")

    def _primary(self) -> None:
        coming = self._next
        if coming is None or self.plan is None:
            return
        if coming.place.focus == "ready":
            self.granted(make_ready, self.course, then=lambda ready: self._say(words.IS_READY, ref=ready.ref))
        elif coming.place.step == "plan" and coming.lamp is Lamp.STOP and not self.plan.days:
            self._make_first()
        else:
            self.around.go(coming.place)

    def _say(self, told: str, **facts: object) -> None:
        self.around.say(_(told).format(**facts))

    # ── the plan by hand ────────────────────────────────────────────────────────────────────────────────────────────

    def add_block(self) -> None:
        """A new block after the one in hand; its title is ready to be typed."""
        self._leave_what_is_typed()
        if self.plan is None or not self.plan.may_change or not self.plan.days:
            return
        row = self.table.current()
        day = self._day_of(row) or self.plan.days[-1]
        after = row.block if isinstance(row, PlannedBlock) else None
        new = Block(
            id=BlockId(self.desk.new_id()),
            session=day.session.id,
            position=0,
            kind=after.kind if after else BlockKind.PRACTICE,
            part=after.part if after else ModelPart.TERTIARY,
            title=_(words.NEW_BLOCK),
            minutes=_NEW_MINUTES,
        )
        if self.granted(add_block, new, after.id if after else None) is not None:
            self.table.take_in_hand(lambda each: isinstance(each, PlannedBlock) and each.block.id == new.id)
            self.show_side("block")
            self._show_block()
            self.block.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.block.title.selectAll()

    def _leave_what_is_typed(self) -> None:
        """What is being typed belongs to the block that is in hand now."""
        for each in self.block.findChildren(LineEdit):
            if each.hasFocus():
                each.clearFocus()

    def _day_of(self, row: PlanRow | None) -> PlannedDay | None:
        if self.plan is None or row is None:
            return None
        if isinstance(row, PlannedDay):
            return row
        return next((each for each in self.plan.days if row in each.blocks), None)

    def _open_block(self, row: PlanRow) -> None:
        self.show_side("block")
        first = self.block.title if isinstance(row, PlannedBlock) else self.block.on
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, row: PlannedBlock, minutes: int) -> None:
        if self.granted(set_minutes, row.block.id, minutes) is None:
            self._show_block()

    def _shift(self, row: PlannedBlock, steps: int) -> None:
        self.granted(move_block, row.block.id, steps)

    def _remove(self, row: PlanRow) -> None:
        if isinstance(row, PlannedBlock):
            self.granted(remove_block, row.block.id)

    def _change(self, changed: Block) -> None:
        if self.granted(change_block, changed) is None:
            self._show_block()

    def _start(self, session: Session, at: time) -> None:
        if self.granted(set_start, session.id, at) is None:
            self._show_block()

    def _hold(self, session: Session, on: date) -> None:
        if self.granted(set_day, session.id, on) is None:
            self._show_block()

    # ── from the type ───────────────────────────────────────────────────────────────────────────────────────────────

    def _open_types(self) -> None:
        if self.plan is None:
            return
        menu = QMenu(self)
        for code, name in self.plan.types:
            menu.addAction(_(words.MAKE_AGAIN).format(name=name), partial(self._make, code))
        menu.popup(self.make.mapToGlobal(self.make.rect().bottomLeft()))

    def _make_first(self) -> None:
        if self.plan is not None:
            self._make(self.plan.types[0][0])

    def _make(self, code: str) -> None:
        self.granted(lay_out_from_type, self.course, code)
        self._to_table()

    # ── before the day ──────────────────────────────────────────────────────────────────────────────────────────────

    def _answer(self, question: str, answer: bool | int | None) -> None:
        self.granted(answer_venue, self.course, question, answer)

    def _as_before(self) -> None:
        if self.plan is not None and self.plan.venue_before is not None:
            self.granted(take_venue_over, self.course, self.plan.venue_before.id)

    def _told(self) -> None:
        self.granted(note_told, self.course, self.desk.clock().date())

    def _instructors(self, lead: InstructorId | None, co: tuple[InstructorId, ...]) -> None:
        if self.plan is None or lead is None:
            return
        if self.granted(enter_course, replace(self.plan.course, lead=lead, co_instructors=co)) is None:
            self.look_again()

    # ── the course itself ───────────────────────────────────────────────────────────────────────────────────────────

    def _open_more(self) -> None:
        if self.plan is not None:
            course_menu(self, self.plan).popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

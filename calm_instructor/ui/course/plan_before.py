"""What is seen to before the day: the venue list, head office told, and who delivers. Each answer is a wish of its own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calm_instructor.domain.course import VenueCheck
from calm_instructor.domain.ids import InstructorId
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import day
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import plan as words
from calm_instructor.operations.viewing.new_course import InstructorOption
from calm_instructor.operations.viewing.plan import CoursePlan, InstructorShown
from calm_instructor.ui.parts.buttons import Segmented, button
from calm_instructor.ui.parts.inputs import Choice, Field, Tick
from calm_instructor.ui.parts.labels import Label, LampLabel
from calm_instructor.ui.parts.surfaces import Card
from calm_instructor.ui.parts.taking_away import take_away
from calm_instructor.ui.parts.texts import LineEdit


class BeforePanel(QWidget):
    """``answered``: a question of the venue list and its answer; ``as_before``: as at the course before; ``told``: head office was
    told today; ``instructors``: another lead, other co-instructors.
    """

    answered = Signal(str, object)
    as_before = Signal()
    told = Signal()
    instructors = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._venue())
        column.addWidget(self._notice())
        column.addWidget(self._people())
        column.addStretch(1)

    # ── made once ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _venue(self) -> Card:
        card = Card(_(words.VENUE), margins=12)
        card.body.setSpacing(4)
        self._before = QWidget()
        column = QVBoxLayout(self._before)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        line = QHBoxLayout()
        self.as_at = button(_(words.TAKE_OVER), self.as_before.emit, small=True)
        self._as_at = Label("", wrap=True)
        line.addWidget(self._as_at, 1)
        line.addWidget(self.as_at, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(Label(_(words.AS_BEFORE_MEANS), "small", wrap=True))
        card.body.addWidget(self._before)
        self.answers: dict[str, Segmented] = {}
        self.space = LineEdit(name=_(words.QUESTIONS["square_metres"]), small=True)
        self.space.setFixedWidth(60)
        self.space.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.space.left.connect(self._say_space)
        self._needed = Label("", "small")
        self._space_then = ""
        self._no_space = LampLabel(Lamp.STOP, "", wrap=True, role="small")
        self._refuse_space("")
        for name, question in words.QUESTIONS.items():
            line = QHBoxLayout()
            line.addWidget(Label(_(question), wrap=True), 1)
            if name == "square_metres":
                line.addWidget(self.space)
            else:
                choice = Segmented(((True, _(words.YES)), (False, _(words.NO))), _(question), small=True)
                choice.chosen.connect(self._answer_of(name))
                self.answers[name] = choice
                line.addWidget(choice)
            card.body.addLayout(line)
            if name == "square_metres":
                card.body.addWidget(self._no_space)
                card.body.addWidget(self._needed)
        return card

    def _notice(self) -> Card:
        card = Card(_(words.TOLD_HEAD_OFFICE), margins=12)
        line = QHBoxLayout()
        self.notice = LampLabel(Lamp.TODO, "", wrap=True)
        self.tell = button(_(words.TOLD_TODAY), self.told.emit, small=True)
        line.addWidget(self.notice, 1)
        line.addWidget(self.tell)
        card.body.addLayout(line)
        return card

    def _people(self) -> Card:
        card = Card(_(words.PEOPLE), margins=12)
        self.lead = Choice(name=_(words.LEAD))
        self.lead.chosen.connect(lambda _lead: self._say_instructors())
        card.body.addWidget(Field(_(words.LEAD), self.lead))
        self._ticks: dict[InstructorId, Tick] = {}
        self._co = QVBoxLayout()
        self._co.setSpacing(4)
        card.body.addWidget(Label(_(words.CO), "field"))
        card.body.addLayout(self._co)
        self._papers = QVBoxLayout()
        self._papers.setSpacing(6)
        card.body.addLayout(self._papers)
        return card

    # ── what it shows ───────────────────────────────────────────────────────────────────────────────────────────────

    def show_plan(self, plan: CoursePlan, options: Sequence[InstructorOption]) -> None:
        """Show the answers as they are on record."""
        venue: VenueCheck = plan.course.venue_check
        for name, choice in self.answers.items():
            choice.set_value(getattr(venue, name))
            choice.setEnabled(plan.is_open)
        before = plan.venue_before
        self._before.setVisible(before is not None)
        if before is not None:
            told = _(words.AS_BEFORE).format(day=day(before.starts_on), ref=before.ref)
            self._as_at.setText(told)
            self.as_at.setAccessibleName(f"{_(words.TAKE_OVER)}: {told}")
        self._space_then = "" if venue.square_metres is None else str(venue.square_metres)
        self.space.show_text(self._space_then, plan.course.id)
        self._refuse_space("")
        self.space.setReadOnly(not plan.is_open)
        needed = plan.square_metres_needed
        people = plan.figures.people
        self._needed.setVisible(bool(needed))
        self._needed.setText(words.space_needed(needed, people or plan.course.capacity or 0))
        short = venue.square_metres is not None and venue.square_metres < needed
        self._needed.set_tone("warn" if short else "")
        self.notice.show_lamp(plan.notice_lamp, plan.notice)
        self.tell.setVisible(plan.is_open and plan.course.head_office_told_on is None)
        self._show_people(plan, options)

    def _show_people(self, plan: CoursePlan, options: Sequence[InstructorOption]) -> None:
        self.lead.offer([(each.instructor, each.name) for each in options])
        self.lead.set_value(plan.course.lead)
        self.lead.setEnabled(plan.may_change)
        if set(self._ticks) != {each.instructor for each in options}:
            for old in self._ticks.values():
                old.deleteLater()
            self._ticks = {each.instructor: Tick(each.name) for each in options}
            for tick in self._ticks.values():
                tick.clicked.connect(lambda _checked: self._say_instructors())
                self._co.addWidget(tick)
        for id, tick in self._ticks.items():
            tick.setVisible(id != plan.course.lead)
            tick.setChecked(id in plan.course.co_instructors)
            tick.setEnabled(plan.is_open)
        take_away(self._papers)
        for each in plan.instructors:
            self._papers.addWidget(_papers_of(each))

    # ── what it says ────────────────────────────────────────────────────────────────────────────────────────────────

    def _answer_of(self, name: str) -> Callable[[object], None]:
        return lambda answer: self.answered.emit(name, answer)

    def _say_space(self, text: str) -> None:
        digits = text.strip()
        if digits and not (digits.isascii() and digits.isdecimal() and len(digits) < 6):
            self.space.show_text(self._space_then)
            self._refuse_space(_(words.NO_SQUARE_METRES).format(text=digits))
            return
        self._refuse_space("")
        self.answered.emit("square_metres", int(digits) if digits else None)

    def _refuse_space(self, sentence: str) -> None:
        self._no_space.show_lamp(Lamp.STOP, sentence)
        self._no_space.setVisible(bool(sentence))
        self.space.setAccessibleDescription(sentence)

    def _say_instructors(self) -> None:
        lead = self.lead.value()
        co = tuple(id for id, tick in self._ticks.items() if tick.isChecked() and id != lead)
        self.instructors.emit(lead, co)

    def focus_on(self, what: str) -> None:
        """Put the focus where a place says: "venue.water", "told" or "instructors"."""
        name = what.removeprefix("venue.")
        target: QWidget = self.lead
        if name == "square_metres":
            target = self.space
        elif name in self.answers:
            target = self.answers[name].button_of(0)
        elif what == "told":
            target = self.tell
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _papers_of(shown: InstructorShown) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(LampLabel(shown.lamp, f"{shown.name}: {shown.words}", wrap=True))
    detail = Label(shown.detail, "small", wrap=True)
    detail.setIndent(22)
    column.addWidget(detail)
    return holder

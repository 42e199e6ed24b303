"""One line of the register: who, arrival, how late, fit today, and what the instructor must do. Shows a value, says wishes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from calm_instructor.domain.attendance import FitnessStatus, Presence
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import register as words
from calm_instructor.operations.viewing.register_rows import RegisterRow
from calm_instructor.ui.parts.buttons import Segmented
from calm_instructor.ui.parts.labels import LAMP_ICONS, IconLabel, Label
from calm_instructor.ui.parts.surfaces import Row
from calm_instructor.ui.parts.texts import LineEdit

NAME = 250
TIME = 64
GAP = 10
ARRIVALS = (
    (Presence.PRESENT, words.PRESENT, Qt.Key.Key_P),
    (Presence.LATE, words.LATE, Qt.Key.Key_L),
    (Presence.ABSENT, words.ABSENT, Qt.Key.Key_A),
)
FITNESSES = (
    (FitnessStatus.FIT, words.FIT, Qt.Key.Key_F),
    (FitnessStatus.ADJUSTED, words.ADJUST, Qt.Key.Key_J),
    (FitnessStatus.NOT_FIT, words.NOT_FIT, Qt.Key.Key_N),
)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowWishes:
    """What a line may say; whoever makes lines fills it in. ``in_hand`` hears as well whether a person has taken it."""

    def __init__(
        self,
        arrival: Callable[[RegisterRow, Presence], object],
        fitness: Callable[[RegisterRow, FitnessStatus], object],
        late: Callable[[RegisterRow, str], object],
        in_hand: Callable[["RegisterLine", bool], object],
        move: Callable[["RegisterLine", int, int], object],
        find: Callable[[Qt.Key, str], bool],
    ) -> None:
        self.arrival = arrival
        self.fitness = fitness
        self.late = late
        self.in_hand = in_hand
        self.move = move
        self.find = find


class RegisterLine(Row):
    """P, L and A say who has come, F, J and N how they are; arrows move and record nothing, figures find a number."""

    def __init__(self, row: RegisterRow, wishes: RowWishes) -> None:
        super().__init__(31)
        self.row = row
        self._wishes = wishes
        self.line.setContentsMargins(8, 0, 8, 0)
        self.line.setSpacing(0)
        self.arrival = _segmented(ARRIVALS, words.ARRIVAL_OF, row.name, ("ok", "warn", "plain"))
        self.fitness = _segmented(FITNESSES, words.FITNESS_OF, row.name, ("ok", "warn", "stop"))
        keep = self.fitness.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.fitness.setSizePolicy(keep)
        self.late = LineEdit(name=_(words.LATE_BY).format(who=row.name), small=True)
        self._bib = QLabel(str(row.bib))
        self._icon = IconLabel("octagon-x", "stop")
        self._must = Label("", elide=True)
        self._lay_out(row)
        self.arrival.chosen.connect(self._say_arrival)
        self.fitness.chosen.connect(self._say_fitness)
        self.late.left.connect(lambda text: self._wishes.late(self.row, text))
        self.buttons = [
            *(self.arrival.button_of(n) for n in range(3)),
            *(self.fitness.button_of(n) for n in range(3)),
        ]
        for each in (*self.buttons, self.late):
            each.installEventFilter(self)
        self.show_row(row)

    def _lay_out(self, row: RegisterRow) -> None:
        self._bib.setObjectName("bib")
        self._bib.setFixedSize(24, 20)
        self._bib.setAlignment(Qt.AlignmentFlag.AlignCenter)
        who = QWidget()
        who.setFixedWidth(NAME - 8)
        beside = QHBoxLayout(who)
        beside.setContentsMargins(0, 0, 8, 0)
        beside.setSpacing(8)
        beside.addWidget(self._bib)
        name = Label(row.name, elide=True)
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        name.setToolTip(row.name)
        beside.addWidget(name, 1)
        self.line.addWidget(who)
        self.line.addWidget(self.arrival)
        self.line.addSpacing(GAP)
        late = QWidget()
        late.setFixedWidth(TIME)
        room = QHBoxLayout(late)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.late)
        self.line.addWidget(late)
        self.line.addSpacing(GAP)
        self.line.addWidget(self.fitness)
        self.line.addSpacing(GAP)
        must = QHBoxLayout()
        must.setSpacing(6)
        must.addWidget(self._icon)
        must.addWidget(self._must, 1)
        self.line.addLayout(must, 1)

    def show_row(self, row: RegisterRow) -> None:
        """Show what is on record."""
        self.row = row
        self.arrival.set_value(_arrival_of(row))
        self.fitness.set_value(row.fitness)
        self.fitness.setVisible(row.is_physical)
        self.late.show_text(words.minutes_late(row.late) if row.late is not None else "")
        self.late.setVisible(row.late is not None)
        self._icon.setVisible(row.lamp is not None)
        if row.lamp is not None:
            self._icon.show_icon(*LAMP_ICONS[row.lamp])
        self._must.setText(row.must)
        self._must.setToolTip("\n".join(row.told))
        self._must.set_tone(row.lamp.value if row.lamp is not None else "")
        self.setAccessibleName(_(words.ROW_SAID).format(bib=row.bib, who=row.name, must=row.must))

    def _say_arrival(self, value: Presence) -> None:
        self._wishes.in_hand(self, True)
        self._wishes.arrival(self.row, value)

    def _say_fitness(self, value: FitnessStatus) -> None:
        self._wishes.in_hand(self, True)
        self._wishes.fitness(self.row, value)

    # ── keys and focus ──────────────────────────────────────────────────────────────────────────────────────────────

    def set_current(self, current: bool) -> None:
        """In hand: its choices are reached with Tab; those of the others by arrows and by pressing them."""
        super().set_current(current)
        for group in (self.buttons[:3], self.buttons[3:]):
            chosen = next((each for each in group if each.isChecked()), group[0])
            for each in group:
                reached = current and each is chosen
                each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus)

    def take_focus(self, place: int = 0) -> None:
        """Put the keyboard on a choice of this line, from 0 for present to 5 for not fit."""
        if place >= 3 and not self.row.is_physical:
            place = 0
        self.buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move about; letters record."""
        if event.type() == QEvent.Type.FocusIn:
            self._wishes.in_hand(self, False)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(watched, event)
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        place = next((number for number, each in enumerate(self.buttons) if each is watched), None)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _ROWS:
            self._wishes.move(self, _ROWS[key], place or 0)
            return True
        if place is None:
            return self._is_typed(key)
        if self._wishes.find(key, event.text()):
            return True
        if key in _STEPS:
            last = 5 if self.row.is_physical else 2
            self.take_focus(max(0, min(last, place + _STEPS[key])))
            return True
        return self._letter(key)

    def _is_typed(self, key: Qt.Key) -> bool:
        """Out of the minutes again: Enter keeps what was typed, Escape what was there; on to the declaration where it is missing."""
        if key not in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            return False
        if key == Qt.Key.Key_Escape and self.row.late is not None:
            self.late.setText(words.minutes_late(self.row.late))
        self.take_focus(3 if self.row.fitness is None and self.row.is_physical else 1)
        return True

    def _letter(self, key: Qt.Key) -> bool:
        for value, _word, letter in ARRIVALS:
            if key == letter:
                self._say_arrival(value)
                return True
        for status, _word, letter in FITNESSES:
            if key == letter and self.row.is_physical:
                self._say_fitness(status)
                return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pressing a line takes it in hand."""
        self.take_focus(next((n for n, each in enumerate(self.buttons[:3]) if each.isChecked()), 0))
        self._wishes.in_hand(self, True)
        event.accept()


def _segmented(options: tuple[tuple[object, str, Qt.Key], ...], of: str, who: str, tones: tuple[str, ...]) -> Segmented:
    shown = [(value, _(word)) for value, word, _key in options]
    return Segmented(shown, _(of).format(who=who), small=True, tones=tones)


def _arrival_of(row: RegisterRow) -> Presence | None:
    """Gone early stands in a column of its own: here it is whether somebody came in time."""
    if row.presence is Presence.LEFT_EARLY:
        return Presence.LATE if row.late else Presence.PRESENT
    return row.presence


class RegisterHead(QFrame):
    """The heads of the columns, as wide as what stands beneath them."""

    def __init__(self, like: RegisterLine) -> None:
        super().__init__()
        self.setObjectName("sunken")
        self.setFixedHeight(28)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(0)
        arrival = like.arrival.sizeHint().width() + 2 * GAP + TIME
        widths = (NAME - 8, arrival, like.fitness.sizeHint().width() + GAP)
        for word, width in zip((words.NAME, words.ARRIVAL, words.FITNESS), widths, strict=True):
            each = Label(_(word), "smallstrong")
            each.setFixedWidth(width)
            line.addWidget(each)
        line.addWidget(Label(_(words.MUST_DO), "smallstrong"), 1)

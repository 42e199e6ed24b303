"""The figures a plan is judged by, at its side: minutes by type and by part, practice per technique on a scale, ratio."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from calm_instructor.domain.course import BlockKind, ModelPart
from calm_instructor.messages.labels import label
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _
from calm_instructor.messages.window import plan as words
from calm_instructor.operations.viewing.plan import Figures
from calm_instructor.ui.course.plan_table import STRIPS
from calm_instructor.ui.parts.labels import IconLabel, Label, LampLabel
from calm_instructor.ui.parts.surfaces import Surface
from calm_instructor.ui.theme import fonts, icons, tokens


class _Swatch(QWidget):
    """The colour of a type, beside its word."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token
        self.setFixedSize(8, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A square."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.colour(self._token))
        painter.end()


class MinutesBar(QWidget):
    """All minutes in one bar, a piece for each type; its legend says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: tuple[tuple[BlockKind, int], ...] = ()
        self.setFixedHeight(10)

    def show_pieces(self, pieces: tuple[tuple[BlockKind, int], ...]) -> None:
        """Other minutes."""
        self._pieces = pieces
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pieces, a pixel apart."""
        painter = QPainter(self)
        total = sum(minutes for _kind, minutes in self._pieces)
        left = 0.0
        for kind, minutes in self._pieces:
            width = self.width() * minutes / total
            painter.fillRect(QRectF(left, 0, max(1.0, width - 1), self.height()), tokens.colour(STRIPS[kind]))
            left += width
        painter.end()


class PracticeScale(QWidget):
    """R5: seconds of practice for each technique on a bar, with the published example and the warning number as marks."""

    def __init__(self) -> None:
        super().__init__()
        self._each, self._floor, self._example = 0, 1, 1
        self.setFixedHeight(56)

    def show_seconds(self, each: int | None, floor: int, example: int) -> None:
        """Other figures."""
        self._each, self._floor, self._example = each or 0, floor, example
        told = _(words.SCALE).format(
            each=words.min_sec(self._each), floor=words.min_sec(floor), example=words.min_sec(example)
        )
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar, two marks, and beneath them what they are."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max(self._each * 1.25, self._floor * 2.2, self._example * 2.2, 1)
        wide = self.width() - 1
        painter.setPen(tokens.colour("line-strong"))
        painter.setBrush(tokens.colour("sunken"))
        painter.drawRoundedRect(QRectF(0.5, 6.5, wide, 9), 2, 2)
        enough = self._each >= self._floor
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("block-practice" if enough else "warn"))
        painter.drawRoundedRect(QRectF(1, 7, max(0.0, wide * self._each / most - 1), 8), 2, 2)
        marks = sorted(
            ((self._example, _(words.SHORT_EXAMPLE)), (self._floor, _(words.SHORT_FLOOR))), key=lambda each: each[0]
        )
        free = 0.0
        for seconds, word in marks:
            at = wide * seconds / most
            painter.fillRect(QRectF(at - 1, 2, 2, 18), tokens.colour("text"))
            free = self._words(painter, max(free, at - 16), words.min_sec(seconds), word) + 10
        painter.setFont(fonts.font(12, strong=True))
        painter.setPen(tokens.colour("text" if enough else "warn-text"))
        right = Qt.AlignmentFlag.AlignRight
        figure = words.min_sec(self._each)
        painter.drawText(QRectF(0, 22, self.width(), 16), right, figure)
        if not enough:
            at = self.width() - painter.fontMetrics().horizontalAdvance(figure) - 16
            painter.drawPixmap(at, 24, icons.pixmap("triangle-alert", "warn-text", 12))
        painter.setFont(fonts.font(12))
        painter.setPen(tokens.colour("text-2"))
        painter.drawText(QRectF(0, 38, self.width(), 16), right, _(words.PLANNED_EACH))
        painter.end()

    def _words(self, painter: QPainter, left: float, figure: str, word: str) -> float:
        painter.setFont(fonts.font(12))
        painter.setPen(tokens.colour("text"))
        painter.drawText(QRectF(left, 22, 90, 16), Qt.AlignmentFlag.AlignLeft, figure)
        painter.setPen(tokens.colour("text-2"))
        painter.drawText(QRectF(left, 38, 90, 16), Qt.AlignmentFlag.AlignLeft, word)
        metrics = painter.fontMetrics()
        return left + max(metrics.horizontalAdvance(figure), metrics.horizontalAdvance(word))


class _Figure(QWidget):
    """A number; a sign before it where it is to be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.number = Label("0", "strong")
        self.sign = IconLabel("triangle-alert", "warn-text", 12)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.sign)
        line.addWidget(self.number)
        self.show_figure("0")

    def show_figure(self, text: str, *, warn: bool = False) -> None:
        """Another number."""
        self.number.setText(text)
        self.number.set_tone("warn" if warn else "")
        self.number.setAccessibleName(f"{_(words.SHORT_FLOOR)}, {text}" if warn else text)
        self.sign.setVisible(warn)


class _Group(Surface):
    """A card with a low head, so that all figures are seen at once."""

    def __init__(self, title: str) -> None:
        super().__init__("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 8)
        self.column.setSpacing(6)
        self._grid = QGridLayout()
        self._right = Label("", "quiet")
        self._grid.addWidget(Label(title, "section"), 0, 0)
        self._grid.addWidget(self._right, 0, 1, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(self._grid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_right(self, text: str) -> None:
        """What stands at the right of the title."""
        self._right.setText(text)


class PlanFigures(QWidget):
    """All figures, always the same rows, so that nothing moves while minutes change."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._by_type = _Group(_(words.BY_TYPE))
        self._bar = MinutesBar()
        self._by_type.column.addWidget(self._bar)
        self._kinds = {kind: Label("0", "smallstrong") for kind in BlockKind}
        self._by_type.column.addLayout(_legend(self._kinds))
        by_part = _Group(_(words.BY_PART))
        self.parts = {part: _Figure() for part in _PARTS}
        by_part.column.addLayout(
            _in_columns([(_(words.PARTS[part]), figure) for part, figure in self.parts.items()], 2)
        )
        self.practice = _Group(_(words.PER_TECHNIQUE))
        self.scale = PracticeScale()
        self.demonstration, self.attempt = _Figure(), _Figure()
        self._attempt_word = Label("")
        self._no_set = Label(_(words.NO_SET), "quiet", wrap=True)
        self._each = QWidget()
        lines = [(Label(_(words.DEMONSTRATION)), self.demonstration), (self._attempt_word, self.attempt)]
        self._each.setLayout(_in_columns(lines, 1))
        for each in (self.scale, self._each, self._no_set):
            self.practice.column.addWidget(each)
        ratio = Surface("card")
        room = QVBoxLayout(ratio)
        room.setContentsMargins(12, 7, 12, 7)
        self.ratio = LampLabel(Lamp.OK, "", wrap=True)
        room.addWidget(self.ratio)
        for card in (self._by_type, by_part, self.practice, ratio):
            column.addWidget(card)
        column.addStretch(1)

    def show_figures(self, figures: Figures, *, physical: bool) -> None:
        """Other figures."""
        self._bar.show_pieces(figures.by_kind)
        self._by_type.set_right(words.total(figures.total))
        kinds = dict(figures.by_kind)
        for kind, label_of in self._kinds.items():
            label_of.setText(str(kinds.get(kind, 0)))
        for part, minutes in figures.by_part:
            if part in self.parts:
                self.parts[part].show_figure(str(minutes), warn=not minutes and part is not ModelPart.TERTIARY)
        self.practice.setVisible(physical)
        has_set = figures.practice is not None
        self.scale.setVisible(has_set)
        self._no_set.setVisible(not has_set)
        self.scale.show_seconds(figures.practice, figures.floor, figures.example)
        self._show_each(figures)
        self.ratio.show_lamp(figures.ratio_lamp, figures.ratio)

    def _show_each(self, figures: Figures) -> None:
        """R47."""
        self._each.setVisible(figures.demonstration is not None)
        missing = listed(list(figures.not_demonstrated))
        none = _(words.NOT_DEMONSTRATED).format(names=missing) if missing else ""
        self.demonstration.show_figure(words.spoken(figures.demonstration or 0), warn=bool(missing))
        self.demonstration.setToolTip(none)
        self._attempt_word.setText(_(words.ATTEMPT).format(floor=figures.attempt_floor))
        short = figures.attempt is not None and figures.attempt < figures.attempt_floor
        self.attempt.show_figure("–" if figures.attempt is None else words.spoken(figures.attempt), warn=short)


_PARTS = (ModelPart.PRIMARY, ModelPart.SECONDARY, ModelPart.TERTIARY, ModelPart.RECOVERY)


def _legend(kinds: dict[BlockKind, Label]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(4)
    grid.setVerticalSpacing(2)
    half = (len(kinds) + 1) // 2
    for number, (kind, figure) in enumerate(kinds.items()):
        row, column = number % half, number // half * 4
        text = _(words.SHORT_DEBRIEF) if kind is BlockKind.DEBRIEF else label(kind)
        grid.addWidget(_Swatch(STRIPS[kind]), row, column)
        grid.addWidget(Label(text, "small"), row, column + 1)
        grid.addWidget(figure, row, column + 2, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(3, 4)
    return grid


def _in_columns(lines: Sequence[tuple[str | Label, _Figure]], columns: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(2)
    half = -(-len(lines) // columns)
    for number, (text, figure) in enumerate(lines):
        row, column = number % half, number // half * 3
        grid.addWidget(Label(text) if isinstance(text, str) else text, row, column)
        grid.addWidget(figure, row, column + 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column + 2, 12 if column == 0 and columns > 1 else 0)
    return grid

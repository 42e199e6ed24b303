"""A finger that drags scrolls what it began on, and never presses it.

Qt's own touch gesture swallows the second of two quick taps, so the scroller is given the touches by hand here, beside the
mouse events that Qt makes of them.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF
from PySide6.QtGui import QMouseEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QScroller,
    QScrollerProperties,
    QWidget,
)
from shiboken6 import isValid

_INPUTS = {
    QEvent.Type.TouchBegin: QScroller.Input.InputPress,
    QEvent.Type.TouchUpdate: QScroller.Input.InputMove,
    QEvent.Type.TouchEnd: QScroller.Input.InputRelease,
}
_MOUSE = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease}
_ON_ITS_WAY = {QScroller.State.Dragging, QScroller.State.Scrolling}
_NOWHERE = QPointF(-10_000, -10_000)


class TouchScrolling(QObject):
    """For all that stands in one window. Whoever has a drag of its own says so by ``drags_at``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._scroller: QScroller | None = None
        self._drags = False
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Touches go to the scroller; while it moves, the mouse is told to be elsewhere."""
        if event.type() is QEvent.Type.TouchCancel:
            self._let_go()
        elif isinstance(event, QTouchEvent) and event.type() in _INPUTS:
            self._touched(event)
        elif self._drags and event.type() in _MOUSE and isinstance(event, QMouseEvent) and isinstance(watched, QWindow):
            return self._away(watched, event)
        return False

    def _touched(self, event: QTouchEvent) -> None:
        point = event.points()[0]
        if event.type() is QEvent.Type.TouchBegin:
            self._scroller = self._scroller_at(point.position())
            self._drags = self._scroller is not None and self._scroller.state() is QScroller.State.Scrolling
        if self._scroller is None:
            return
        if not isValid(self._scroller):  # what was touched has gone meanwhile
            self._let_go()
            return
        at = self._scroller.target().mapFrom(self._window, point.position())  # type: ignore[attr-defined]  # a viewport
        self._scroller.handleInput(_INPUTS[event.type()], at, event.timestamp())
        self._drags = self._drags or self._scroller.state() in _ON_ITS_WAY

    def _let_go(self) -> None:
        """The touch is over, or was never one: what comes next is pressed again."""
        if self._scroller is not None and isValid(self._scroller):
            self._scroller.stop()
        self._scroller, self._drags = None, False

    def _away(self, window: QWindow, event: QMouseEvent) -> bool:
        """What was pressed when the drag began lets go, and is not pressed."""
        if event.position() == _NOWHERE:
            return False
        if event.type() is QEvent.Type.MouseButtonRelease:
            self._drags = False
        if event.type() is not QEvent.Type.MouseButtonPress:
            away = QMouseEvent(event.type(), _NOWHERE, _NOWHERE, event.button(), event.buttons(), event.modifiers())
            QApplication.sendEvent(window, away)
        return True

    def _scroller_at(self, where: QPointF) -> QScroller | None:
        widget = self._window.childAt(where.toPoint())
        while widget is not None and widget is not self._window:
            area = widget.parentWidget()
            if _drags(widget, widget.mapFrom(self._window, where.toPoint())):
                return None
            if isinstance(area, QAbstractScrollArea) and area.viewport() is widget and _has_more(area):
                return None if _drags(area, widget.mapFrom(self._window, where.toPoint())) else _scroller_of(area)
            widget = area
        return None


def _drags(widget: QWidget, where: QPoint) -> bool:
    """Whether a drag that begins there is the widget's own."""
    own = getattr(widget, "drags_at", None)
    return bool(own(where)) if own is not None else isinstance(widget, QAbstractItemView) and widget.dragEnabled()


def _has_more(area: QAbstractScrollArea) -> bool:
    return bool(area.verticalScrollBar().maximum() or area.horizontalScrollBar().maximum())


def _scroller_of(area: QAbstractScrollArea) -> QScroller:
    scroller = QScroller.scroller(area.viewport())
    usual = scroller.scrollerProperties()
    for metric in (
        QScrollerProperties.ScrollMetric.HorizontalOvershootPolicy,
        QScrollerProperties.ScrollMetric.VerticalOvershootPolicy,
    ):
        usual.setScrollMetric(metric, QScrollerProperties.OvershootPolicy.OvershootAlwaysOff)
    scroller.setScrollerProperties(usual)
    return scroller

"""The order in which Tab goes from one control to the next, where it isn't the order in which they were made."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_after(body: QWidget, acts: Iterable[QWidget]) -> None:
    """Let Tab come to ``acts``, in their order, after the last control that it finds in ``body`` now."""
    *_before, last = body, *_reached(body)
    for act in acts if last is not body else ():
        QWidget.setTabOrder(last, act)
        last = act


def _reached(body: QWidget) -> Iterator[QWidget]:
    each = body.nextInFocusChain()
    while each is not None and each is not body:
        by_tab = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if by_tab and body.isAncestorOf(each) and each.isVisible() and each.isEnabled():
            yield each
        each = each.nextInFocusChain()

"""A word to a page that may have been taken down meanwhile: it is not spoken to any more."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

T = TypeVar("T")


def while_it_lasts(owner: QObject, act: Callable[[T], object]) -> Callable[[T], None]:
    """``act`` as long as its owner is there; nothing once Qt has taken the owner down, as when another palette is put on."""

    def tell(what: T) -> None:
        if isValid(owner):
            act(what)

    return tell

"""C, N and -: which outcome each letter is, and which key."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from calm_instructor.domain.assessment import Outcome

LETTERS: Mapping[Outcome, str] = {Outcome.COMPETENT: "C", Outcome.NOT_YET: "N", Outcome.NOT_ASSESSED: "-"}
OUTCOMES: Mapping[str, Outcome] = {letter: outcome for outcome, letter in LETTERS.items()}
KEYS: Mapping[Qt.Key, str] = {Qt.Key.Key_C: "C", Qt.Key.Key_N: "N", Qt.Key.Key_Minus: "-"}

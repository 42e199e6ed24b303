"""What reading a file found worth saying: problems of single rows, and what was assumed on the person's behalf.

Both carry codes and facts; ``messages`` makes the sentences. Nothing here holds a cell of an incident log.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from calm_instructor.messages import problem_sentence
from calm_instructor.messages.reading import assumption_words


@dataclass(frozen=True)
class RowProblem:
    """Something in one row that a person should mend.

    row: as a spreadsheet program numbers it, from 1; column: its heading; value: the cell as read, shortened, and always
    empty for an incident log; keeps_out: the row was left out (otherwise it went on without this value).
    """

    row: int
    column: str
    value: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    keeps_out: bool = True

    @property
    def sentence(self) -> str:
        """Row, column, value and what to do about it."""
        return problem_sentence(self.code, {"row": self.row, "column": self.column, "value": self.value, **self.facts})


@dataclass(frozen=True)
class Assumption:
    """Something the file did not say and reading settled, so that a person can object. ``value``: what was settled on."""

    code: str
    value: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def what(self) -> str:
        """What was settled, in a word or two."""
        return assumption_words(self.code, {"value": self.value, **self.facts})[0]

    @property
    def why(self) -> str:
        """Why it was settled so, in a sentence."""
        return assumption_words(self.code, {"value": self.value, **self.facts})[1]

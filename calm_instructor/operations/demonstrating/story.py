"""What a demonstration made, as ``--json`` prints it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Assumed:
    """Something that was not said and had to be settled: what, on which value, why."""

    what: str
    value: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """A person who was read and is not on the physical part: the rules (R1, R11, ...) and the sentence."""

    name: str
    rules: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Story:
    """Everything of note. ``course`` and ``package`` are None where the TNA or the roster gave no course.

    ``files`` and ``package``: paths as ``folder`` was given; ``problems``: rows of the files that want mending, as sentences.
    """

    folder: str
    course: str | None
    tna: Mapping[str, object]
    risks: tuple[Mapping[str, object], ...]
    techniques: tuple[Mapping[str, object], ...]
    people: int
    not_eligible: tuple[Refusal, ...]
    outcomes: tuple[Mapping[str, object], ...]
    assumptions: tuple[Assumed, ...]
    problems: tuple[str, ...]
    files: tuple[str, ...]
    package: str | None

    def as_json(self) -> dict[str, object]:
        """One object of plain values."""
        plain = dict(self.__dict__)
        plain["not_eligible"] = [each.__dict__ for each in self.not_eligible]
        plain["assumptions"] = [each.__dict__ for each in self.assumptions]
        return plain

"""A behavioural audit out of an incident log: counts per hold and month of the window that a TNA rests on (R9), nothing else.

What reading made of the file stands beside the counts in sentences, for a person to look at before any of it is taken.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from calm_instructor.domain.errors import BadFile
from calm_instructor.domain.needs import Audit
from calm_instructor.domain.numbers import Numbers, add_months
from calm_instructor.exchange.reading.findings import Assumption
from calm_instructor.exchange.reading.incidents import IncidentLog, read_incidents
from calm_instructor.messages import demonstration
from calm_instructor.messages.lamps import Lamp
from calm_instructor.messages.window import needs as words
from calm_instructor.operations.analysing import hold_names


@dataclass(frozen=True, kw_only=True)
class Said:
    """Something that reading settled: what, on which value, why."""

    what: str
    value: str
    why: str


@dataclass(frozen=True, kw_only=True)
class AuditRead:
    """What a log came to; nothing of it carries a cell of the log.

    ``findings``: how many rows were read and counted, in sentences with how each stands; ``problems``: rows to be mended;
    ``assumptions``: what was settled on the person's behalf.
    """

    audit: Audit
    source: str
    findings: tuple[tuple[Lamp, str], ...]
    problems: tuple[str, ...]
    assumptions: tuple[Said, ...]


def read_audit(
    path: Path,
    today: date,
    numbers: Numbers,
    *,
    ref: str = "",
    compared_with: str = "",
    encoding: str | None = None,
    date_order: str | None = None,
) -> AuditRead:
    """Count a log into the audit of the window before ``today``. Raises BadFile, with what to do, where it can't be used.

    ``date_order``: "dmy", "mdy" or "ymd" where the file leaves it open.
    """
    log = read_incidents(path, encoding=encoding, date_order=date_order, today=today)
    refuse_silent(log, today, numbers)
    return audit_read(log, today, numbers, ref=ref, compared_with=compared_with)


def audit_read(log: IncidentLog, today: date, numbers: Numbers, *, ref: str = "", compared_with: str = "") -> AuditRead:
    """The audit of a log that was counted, and what became of its rows in sentences."""
    audit = audit_of(log, today, numbers, ref=ref, compared_with=compared_with)
    counted = sum(each.count for each in audit.counts)
    older = older_than_window(log, today, numbers)
    said = [said_of(each) for each in log.assumptions]
    if older:
        said.append(
            Said(**demonstration.left_out_as_older(older, numbers.incident_window_months, window_start(today, numbers)))
        )
    return AuditRead(
        audit=audit,
        source=log.source,
        findings=words.what_was_read(log.rows_read, counted, log.left_out, log.unplaced, older, len(log.problems)),
        problems=tuple(each.sentence for each in log.problems),
        assumptions=tuple(said),
    )


def window_start(today: date, numbers: Numbers) -> date:
    """R9: the first day counted: whole months, the last (default 24) before today's and what there is of today's."""
    return add_months(today, -numbers.incident_window_months).replace(day=1)


def audit_of(log: IncidentLog, today: date, numbers: Numbers, *, ref: str = "", compared_with: str = "") -> Audit:
    """R9: counts of the window before today; what is older is left out."""
    first = window_start(today, numbers)
    return Audit(
        ref=ref,
        source=log.source,
        compared_with=compared_with,
        from_day=max(first, log.first_date) if log.first_date else first,
        to_day=log.latest_date,
        counts=tuple(each for each in log.counts if each.month >= first),
        last_seen=log.last_seen,
    )


def older_than_window(log: IncidentLog, today: date, numbers: Numbers) -> int:
    """How many incidents of a log are too old to be counted."""
    first = window_start(today, numbers)
    return sum(each.count for each in log.counts if each.month < first)


def refuse_silent(log: IncidentLog, today: date, numbers: Numbers) -> None:
    """R40: that there is no need is a result of counting, and never of a log that could not be counted."""
    start = window_start(today, numbers)
    if log.latest_date is None and log.problems:
        raise BadFile("demo.log_unread", file=log.source, count=log.rows_read, first=log.problems[0].sentence)
    if log.latest_date and log.latest_date < start:
        raise BadFile("demo.log_too_old", file=log.source, last=log.latest_date, start=start)
    if log.unplaced and not log.counts:
        raise BadFile("demo.log_unplaced", file=log.source, count=log.unplaced)


def said_of(each: Assumption) -> Said:
    """An assumption in words; a hold by its name."""
    return Said(what=each.what, value=hold_names().get(each.value, each.value), why=each.why)

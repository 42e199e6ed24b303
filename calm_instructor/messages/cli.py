"""What the command line says: its help, what a demonstration made, and whether something is intact."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from calm_instructor.messages.labels import result_label
from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _, ngettext


def about() -> str:
    """What the program is, for ``--help``."""
    return _("Who may use which escape technique, because of which risk, taught and observed by whom, until when.")


def demo_help() -> str:
    """Help of ``demo``."""
    return _("Play a whole course on the example data or on given files, and leave everything it made in a folder.")


def check_help() -> str:
    """Help of ``check``."""
    return _("Check the store of a data folder: pages, records against the trail, chain, seals, papers.")


def verify_help() -> str:
    """Help of ``verify``."""
    return _("Check packages against their signature, hashes and trail.")


def out_help() -> str:
    """Help of ``--out``."""
    return _("the folder to leave everything in")


def roster_help() -> str:
    """Help of ``--roster``."""
    return _("people to nominate, as CSV, XLSX or ODS (default: the example)")


def incidents_help() -> str:
    """Help of ``--incidents``."""
    return _("an incident log, as CSV, XLSX or ODS; only counts are kept (default: the example)")


def encoding_help() -> str:
    """Help of ``--encoding``."""
    return _("how the letters of a text file are written, as in cp1252 (default: found out, or assumed and said)")


def date_order_help() -> str:
    """Help of ``--date-order``."""
    return _("the order of day, month and year where a file leaves it open")


def today_help() -> str:
    """Help of ``--today``."""
    return _("the day on which the planning begins; the course lies 28 days later")


def json_help() -> str:
    """Help of ``--json``."""
    return _("answer in JSON, for another program")


def data_help() -> str:
    """Help of ``--data``."""
    return _("a data folder, as the demonstration leaves one")


def files_help() -> str:
    """Help of the files of ``verify``."""
    return _("packages (.calmpack)")


def no_day(text: str) -> str:
    """A word that should be a date."""
    return _("{text!r} is not a day; write it as 2026-11-22").format(text=text)


def stopped() -> str:
    """After Ctrl+C."""
    return _("Stopped. What was finished before is kept.")


def nothing_to_verify() -> str:
    """``verify`` without anything to look at."""
    return _("calm-instructor verify: name a package, or a data folder with --data")


def all_is_well(looked_at: Sequence[str]) -> str:
    """A yes of ``check`` and ``verify``."""
    return _("Intact: {what}.").format(what=listed(looked_at))


def story_lines(story: Mapping[str, Any]) -> Iterator[str]:
    """What a demonstration did, as lines to read; ``story`` is what ``--json`` prints."""
    for assumed in story["assumptions"]:
        yield _("Assumed: {what}: {value} ({why})").format(**assumed)
    yield from story["problems"]
    tna = story["tna"]
    yield _("{ref} revision {revision}: {risks}, {techniques}").format(
        ref=tna["ref"],
        revision=tna["revision"],
        risks=_count(story["risks"], ngettext("{count} risk", "{count} risks", len(story["risks"]))),
        techniques=_count(
            story["techniques"], ngettext("{count} technique", "{count} techniques", len(story["techniques"]))
        ),
    )
    for risk in story["risks"]:
        state = _("current") if risk["current"] else _("ended")
        yield "  " + _("risk {number}: {hold}, {incidents} incidents, {state}").format(**risk | {"state": state})
    for technique in story["techniques"]:
        yield f"  {technique['code']} {technique['name']}"
    yield _("People read: {count}; not eligible: {refused}").format(
        count=story["people"], refused=len(story["not_eligible"])
    )
    for person in story["not_eligible"]:
        yield f"  {person['sentence']}"
    if story["course"]:
        yield _("Course {ref}").format(ref=story["course"])
    for each in story["outcomes"]:
        covered = f" ({', '.join(each['techniques'])})" if each["techniques"] else ""
        yield f"  {each['name']}: {result_label(each['outcome'])}{covered}"
    yield _("Files in {folder}:").format(folder=Path(story["folder"]))
    for path in story["files"]:
        yield f"  {Path(path).relative_to(story['folder'])}"


def _count(things: Sequence[object], template: str) -> str:
    return template.format(count=len(things))

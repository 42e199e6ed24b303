"""What the command line says: its help, what a demonstration made, and whether something is intact."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from calm_instructor.messages.demonstration import kept_off, no_place
from calm_instructor.messages.labels import result_label
from calm_instructor.messages.showing import listed
from calm_instructor.messages.translating import _, ngettext

_MOST = 30
"""Names or rows in one stretch; more is not read any more."""


def no_screen() -> str:
    """Why no window opens."""
    return _(
        "There is no screen here for a window. Sit at one, or say what to do: calm-instructor --help tells what there is."
    )


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


def no_folder_named() -> str:
    """A word that should name a folder, and is empty."""
    return _("no folder is named; write one, as in build/demo")


def no_day_to_plan(text: str, first: int, last: int) -> str:
    """A day beyond every calendar that is planned with."""
    return _("{text!r} is no day to plan for; choose one from {first} to {last}").format(
        text=text, first=first, last=last
    )


def no_choice(value: object, known: Sequence[str]) -> str:
    """A word that is none of those known."""
    return _("{value!r} is not known here; choose one of: {known}").format(value=value, known=", ".join(known))


def stopped() -> str:
    """After Ctrl+C."""
    return _("Stopped. The folder is as it was.")


def not_written(detail: str) -> str:
    """The answer found no place: a full disk behind ">", as a rule."""
    return _("The answer could not be written ({detail}). Free some space, or let it show on the screen.").format(
        detail=detail
    )


def found(where: str, sentence: str, *, of_many: bool) -> str:
    """A finding of ``check`` or ``verify``; of which file, where several were looked at."""
    return f"{where}: {sentence}" if of_many else sentence


def nothing_to_verify() -> str:
    """``verify`` without anything to look at."""
    return _("calm-instructor verify: name a package, or a data folder with --data")


def all_is_well(looked_at: Sequence[str]) -> str:
    """A yes of ``check`` and ``verify``."""
    return _("Intact: {what}.").format(what=listed(looked_at))


def story_lines(story: Mapping[str, Any], width: int) -> Iterator[str]:
    """What a demonstration did, as lines to read of at most ``width`` characters; ``story`` is what ``--json`` prints."""
    for part, hangs in ((_assumed, 4), (_to_mend, 4), (_needs, 5), (_people, None), (_outcomes, None)):
        for line in part(story):
            hang = len(line) - len(line.lstrip()) if hangs is None else hangs
            yield from textwrap.wrap(line, width, subsequent_indent=" " * hang, break_long_words=False) or [""]
    yield _("Left in {folder}").format(folder=Path(story["folder"]))
    for path in story["files"]:
        yield f"  {Path(path).relative_to(story['folder'])}"


def _assumed(story: Mapping[str, Any]) -> Iterator[str]:
    if story["assumptions"]:
        yield _("Assumed")
        for each in story["assumptions"]:
            why = each["why"][:1].upper() + each["why"][1:]
            yield "  " + _("{what}: {value}. {why}").format(what=each["what"], value=each["value"], why=why)
        yield ""


def _to_mend(story: Mapping[str, Any]) -> Iterator[str]:
    problems = story["problems"]
    if problems:
        yield _("To mend: {count}").format(count=len(problems))
        yield from (f"  {problem}" for problem in problems[:_MOST])
        if len(problems) > _MOST:
            yield "  " + _("and {count} more, all of them with --json").format(count=len(problems) - _MOST)
        yield ""


def _needs(story: Mapping[str, Any]) -> Iterator[str]:
    risks, techniques = story["risks"], story["techniques"]
    yield _("Training needs analysis {ref}, revision {revision}").format(**story["tna"])
    for risk in risks:
        answers = [f"{each['code']} {each['name']}" for each in techniques if risk["number"] in each["risks"]]
        if answers:
            answer = listed(answers)
        else:
            answer = _("no technique, so that the set stays small") if risk["current"] else _("ended")
        yield "  " + _("{number}. {hold}, {incidents}: {answer}").format(
            number=risk["number"], hold=risk["hold"], incidents=_incidents(risk["incidents"]), answer=answer
        )
    if not techniques:
        yield "  " + _("No need for escape techniques was found, so no course was planned. That is a result too.")
    yield ""


def _incidents(count: int) -> str:
    return ngettext("{count} incident", "{count} incidents", count).format(count=count)


def _people(story: Mapping[str, Any]) -> Iterator[str]:
    """Who may not come, under each reason once."""
    groups: dict[str, list[str]] = {}
    for person in story["not_eligible"]:
        reason = person["sentence"].removeprefix(kept_off(person["name"])).removeprefix(no_place(person["name"]))
        groups.setdefault(reason, []).append(person["name"])
    yield _("People read: {count}; not on the practical part: {refused}").format(
        count=story["people"], refused=len(story["not_eligible"])
    )
    for reason, names in groups.items():
        yield f"  {reason}"
        yield f"    {_many(names)}"
    yield ""


def _outcomes(story: Mapping[str, Any]) -> Iterator[str]:
    """The course, and under each outcome those who have it."""
    if not story["course"]:
        if story["techniques"]:
            yield _("No course was planned, because nobody may come to its practical part.")
            yield ""
        return
    whole = [each["code"] for each in story["techniques"]]
    groups: dict[str, list[str]] = {}
    for each in story["outcomes"]:
        codes = each["techniques"]
        part = _(" ({techniques} only)").format(techniques=", ".join(codes)) if codes and codes != whole else ""
        groups.setdefault(result_label(each["outcome"]), []).append(each["name"] + part)
    yield _("Course {ref}").format(ref=story["course"])
    for outcome, names in groups.items():
        yield "  " + _("{outcome}: {count}").format(outcome=outcome, count=len(names))
        yield f"    {_many(names)}"
    yield ""


def _many(names: Sequence[str]) -> str:
    if len(names) <= _MOST:
        return listed(names)
    return listed([*names[: _MOST - 1], _("{count} more").format(count=len(names) - _MOST + 1)])

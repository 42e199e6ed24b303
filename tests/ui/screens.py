"""Every screen of the window, and a picture of each: `python -m tests.ui.screens OUT [part of a name]`.

Each screen at both sizes and in all three palettes; at 150 % once more, in a process of its own, because Qt takes its scale
once. The list also serves the walk that asks every control for its name.
"""

import html
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from calm_instructor.domain.course import Course
from calm_instructor.domain.needs import Tna
from calm_instructor.domain.people import Person
from calm_instructor.ui.page import Page
from calm_instructor.ui.theme.appearance import Appearance
from calm_instructor.ui.theme.tokens import Palette
from tests.ui.a_window import AWindow, a_window, settle
from tests.ui.course import door_looks, incident_looks, looks, set_looks
from tests.ui.courses import due_looks
from tests.ui.example import Example
from tests.ui.needs import audit_looks, log_looks, named_looks, picker_looks
from tests.ui.needs import looks as needs_looks
from tests.ui.people import drawers
from tests.ui.techniques import looks as catalogue_looks

_A_WHILE = 250
"""Milliseconds for what a page does a little later, as laying out a paper."""

SIZES = ((1366, 768), (1280, 720))
RECORDS = {"course": Course, "tna": Tna, "person": Person}


@dataclass(frozen=True)
class Screen:
    """A screen: where, at which moment of the example, and what is done there before it is looked at."""

    name: str
    stage: str
    page: str
    step: str = ""
    then: Callable[[AWindow, Any], object] | None = None


SCREENS = [
    Screen("today-empty", "empty", "today"),
    Screen("today-prepared", "prepared", "today"),
    Screen("today-ready", "ready", "today"),
    Screen("today-closed", "closed", "today"),
    Screen("courses", "ready", "courses"),
    Screen("courses-empty", "prepared", "courses"),
    Screen("courses-new", "drafted", "courses", "new"),
    Screen("courses-new-chosen", "ready", "courses", "new", lambda _made, page: page.day.setText("24 Nov 2026")),
    Screen("courses-closed", "closed", "courses"),
    Screen("courses-due", "closed", "courses", "due", then=due_looks.late),
    Screen("courses-due-none", "ready", "courses", "due"),
    Screen("courses-due-planned", "closed", "courses", "due", then=due_looks.planned_from),
    Screen("course-plan", "enrolled", "course", "plan"),
    Screen("course-plan-block", "enrolled", "course", "plan", lambda _made, step: step.show_side("block")),
    Screen("course-plan-before", "ready", "course", "plan", lambda _made, step: step.show_side("before")),
    Screen("course-plan-empty", "planning", "course", "plan"),
    Screen("course-techniques-to-agree", "planning", "course", "techniques"),
    Screen("course-techniques", "ready", "course", "techniques"),
    Screen("course-techniques-one-left-out", "planning", "course", "techniques", set_looks.one_left_out),
    Screen("course-techniques-newer", "ready", "course", "techniques", set_looks.newer),
    Screen("course-techniques-frozen", "running", "course", "techniques", set_looks.frozen),
    Screen("course-techniques-beside-the-last", "closed", "course", "techniques", set_looks.beside_the_last),
    Screen("course-people-empty", "planning", "course", "people"),
    Screen("course-people", "ready", "course", "people"),
    Screen("course-people-import", "planning", "course", "people", drawers.import_doubtful),
    Screen("course-people-offer", "planning", "course", "people", drawers.offer_roster),
    Screen("course-people-choose", "planning", "course", "people", drawers.choose),
    Screen("course-register", "register", "course", "register"),
    Screen("course-register-24", "register", "course", "register", door_looks.twenty_four),
    Screen("course-register-walk-in", "register", "course", "register", door_looks.walk_in),
    Screen("course-register-left-early", "register", "course", "register", door_looks.left_early),
    Screen("course-register-adjust", "register", "course", "register", door_looks.adjusted),
    Screen("course-assess", "running", "course", "assess"),
    Screen("course-assess-not-yet", "running", "course", "assess", lambda _made, step: step.view.take(1, 0)),
    Screen(
        "course-assess-by-technique", "running", "course", "assess", lambda _made, step: step.turns.button_of(1).click()
    ),
    Screen("course-assess-matside", "running", "course", "assess", lambda _made, step: step.open_matside()),
    Screen("course-register-injury", "register", "course", "register", lambda _made, step: step.incident.click()),
    Screen("course-register-injury-again", "register", "course", "register", incident_looks.with_one_on_record),
    Screen("course-register-injury-adding", "register", "course", "register", incident_looks.adding),
    Screen("course-register-adjust-why", "register", "course", "register", incident_looks.adjusting),
    Screen("course-assess-to-do", "running", "course", "assess", incident_looks.to_do),
    Screen("course-assess-to-do-matside", "running", "course", "assess", incident_looks.to_do_matside),
    Screen("course-sign-off", "signing", "course", "sign_off"),
    Screen("course-hand-over", "signing", "course", "sign_off", lambda _made, step: step.primary.click()),
    Screen("course-documents", "to_sign", "course", "documents", looks.papers),
    Screen("course-documents-records", "closed", "course", "documents", looks.records),
    Screen("course-close-open", "signing", "course", "close"),
    Screen("course-close-closed", "closed", "course", "close"),
    Screen("people", "ready", "people"),
    Screen("people-empty", "prepared", "people"),
    Screen("people-import", "prepared", "people", then=drawers.import_roster),
    Screen("person", "closed", "person"),
    Screen("person-edit", "closed", "person", then=drawers.edit),
    Screen("person-evidence", "closed", "person", then=drawers.evidence),
    Screen("people-twice", "ready", "people", then=drawers.twice),
    Screen("people-same", "closed", "people", then=drawers.same),
    Screen("people-same-none", "ready", "people", "same"),
    Screen("person-may-be", "closed", "person", then=drawers.may_be),
    Screen("person-other-record", "closed", "person", then=drawers.other_record),
    Screen("needs", "ready", "needs"),
    Screen("needs-empty", "prepared", "needs"),
    Screen("needs-new", "ready", "needs", "new"),
    Screen("tna-draft", "drafted", "tna"),
    Screen("tna-draft-audit", "drafted", "tna", "audit"),
    Screen("tna-draft-audit-empty", "drafted", "tna", "audit", audit_looks.nothing_counted),
    Screen("tna-draft-audit-typed", "drafted", "tna", "audit", audit_looks.in_hand),
    Screen("tna-draft-log-mapped", "drafted", "tna", "audit", log_looks.mapped),
    Screen("tna-draft-log-asked", "drafted", "tna", "audit", log_looks.asked),
    Screen("tna-draft-log-last-time", "drafted", "tna", "audit", log_looks.as_last_time),
    Screen("tna-draft-audit-proposed", "drafted", "tna", "audit", audit_looks.proposed),
    Screen("tna-draft-risks-proposed", "drafted", "tna", "risks", audit_looks.proposed_risk),
    Screen("tna-revision-audit", "ready", "tna", "audit", audit_looks.next_year),
    Screen("tna-authorised-audit", "ready", "tna", "audit"),
    Screen("tna-draft-factors", "drafted", "tna", "factors"),
    Screen("tna-draft-named", "drafted", "tna", "factors", named_looks.factors),
    Screen("tna-draft-groups", "drafted", "tna", "groups"),
    Screen("tna-draft-risks", "drafted", "tna", "risks"),
    Screen("tna-draft-prevention", "drafted", "tna", "prevention"),
    Screen("tna-draft-need", "drafted", "tna", "need"),
    Screen("tna-draft-techniques", "drafted", "tna", "techniques"),
    Screen("tna-techniques-uncovered", "drafted", "tna", "techniques", picker_looks.uncovered),
    Screen("tna-techniques-over-taught", "drafted", "tna", "techniques", picker_looks.over_taught),
    Screen("tna-techniques-long-names", "drafted", "tna", "techniques", picker_looks.long_names),
    Screen("tna-techniques-empty", "drafted", "tna", "techniques", picker_looks.empty),
    Screen("tna-techniques-refused", "drafted", "tna", "techniques", picker_looks.refused),
    Screen("tna-techniques-reasons", "drafted", "tna", "techniques", picker_looks.reasons),
    Screen("tna-techniques-note", "ready", "tna", "techniques", picker_looks.noted),
    Screen("tna-techniques-undecided", "drafted", "tna", "techniques", picker_looks.undecided),
    Screen("tna-techniques-revised", "ready", "tna", "techniques", picker_looks.revised),
    Screen("tna-draft-authorise", "drafted", "tna", "authorise"),
    Screen("tna-draft-signing", "drafted", "tna", "authorise", needs_looks.signing),
    Screen("tna-revised", "ready", "tna", then=needs_looks.revised("service")),
    Screen("tna-revised-audit", "ready", "tna", then=needs_looks.revised("audit")),
    Screen("tna-revised-risks", "ready", "tna", then=needs_looks.revised("risks")),
    Screen("tna-revised-techniques", "ready", "tna", then=needs_looks.revised("techniques")),
    Screen("tna-revised-authorise", "ready", "tna", then=needs_looks.revised("authorise")),
    Screen("tna-revised-signing", "ready", "tna", then=needs_looks.signing_revision),
    Screen("tna-no-need", "drafted", "tna", then=needs_looks.no_need),
    Screen("needs-no-need", "drafted", "tna", then=needs_looks.need_list),
    Screen("needs-new-from-another", "ready", "needs", "new", needs_looks.another),
    Screen("today-run-out", "ready", "today", then=needs_looks.run_out),
    Screen("tna-authorised-techniques", "ready", "tna", "techniques"),
    Screen("tna-authorised-authorise", "ready", "tna", "authorise"),
    Screen("tna-authorised", "ready", "tna"),
    Screen("techniques", "prepared", "techniques"),
    Screen("techniques-empty", "empty", "techniques"),
    Screen("techniques-issued", "ready", "techniques", then=catalogue_looks.clean),
    Screen("techniques-issued-doubtful", "ready", "techniques", then=catalogue_looks.doubtful),
    Screen("techniques-loaded", "ready", "techniques", then=catalogue_looks.loaded),
    Screen("techniques-history", "ready", "techniques", then=catalogue_looks.history),
    Screen("head-office", "closed", "head_office"),
    Screen("trail", "running", "trail"),
    Screen("settings", "ready", "settings"),
    Screen("settings-numbers", "ready", "settings", "numbers"),
    Screen("settings-records", "ready", "settings", "records"),
    Screen("settings-first-run", "empty", "settings"),
]


@contextmanager
def opened(screen: Screen, example: Example, appearance: Appearance) -> Iterator[AWindow]:
    """The window at a screen."""
    with tempfile.TemporaryDirectory() as folder:
        moment = example.copy(screen.stage, Path(folder))
        with a_window(moment.folder, moment.now, appearance) as made:
            go_to(made, screen)
            yield made


def go_to(made: AWindow, screen: Screen) -> Page:
    """Go to a screen in a window that is open on its moment."""
    record = None
    if screen.page in RECORDS:
        found: tuple[Any, ...] = made.desk.read(lambda view: view.all(RECORDS[screen.page]))
        record = found[0].id if found else None
    page = made.go(screen.page, record, screen.step)
    if screen.then is not None:
        screen.then(made, page)
        settle(made.window)
    return page


def _render(out: Path, part: str, scale: str) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    appearance = Appearance(app, "light")
    appearance.put_on()
    with tempfile.TemporaryDirectory() as root:
        example = Example(Path(root))
        for screen in SCREENS:
            if part not in screen.name:
                continue
            try:
                _render_one(out, screen, example, appearance, scale)
            except Exception as trouble:  # noqa: BLE001  a picture that fails is told, the others are still wanted
                print(f"{screen.name}: {trouble!r}", file=sys.stderr)


def _render_one(out: Path, screen: Screen, example: Example, appearance: Appearance, scale: str) -> None:
    palettes = list(Palette) if scale == "1" else [Palette.LIGHT]
    sizes = SIZES if scale == "1" else SIZES[1:]
    appearance.chosen = Palette.LIGHT
    appearance.put_on()
    with opened(screen, example, appearance) as made:
        for palette in palettes:
            if palette is not Palette.LIGHT:
                appearance.choose(palette)
                go_to(made, screen)
            for width, height in sizes:
                made.window.resize(width, height)
                QTest.qWait(_A_WHILE)
                settle(made.window)
                suffix = "" if scale == "1" else "-150"
                made.window.grab().save(str(out / f"{screen.name}-{width}x{height}-{palette}{suffix}.png"))


def _index(out: Path) -> None:
    """One page with everything on it."""
    pictures = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.png"))
    rows = "\n".join(
        f'<figure><a href="{html.escape(name)}"><img loading="lazy" src="{html.escape(name)}"></a>'
        f"<figcaption>{html.escape(name)}</figcaption></figure>"
        for name in pictures
    )
    style = "body{font:13px sans-serif;display:flex;flex-wrap:wrap;gap:12px}img{width:420px;border:1px solid #999}"
    (out / "index.html").write_text(
        f"<!doctype html><meta charset=utf-8><style>{style}</style>{rows}", encoding="utf-8"
    )


def main(words: list[str]) -> int:
    """Render into a folder; all of it, or what a part of a name fits."""
    out = Path(words[0]) / "screens"
    part = words[1] if len(words) > 1 else ""
    if os.environ.get("QT_SCALE_FACTOR"):
        _render(out, part, os.environ["QT_SCALE_FACTOR"])
        return 0
    if not part:
        shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    _render(out, part, "1")
    if not part:
        again = [sys.executable, "-m", "tests.ui.screens", words[0]]
        subprocess.run(again, env={**os.environ, "QT_SCALE_FACTOR": "1.5"}, check=True)
    _index(out.parent)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

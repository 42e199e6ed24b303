"""A whole course by hand: from an empty folder, a roster and an incident log to the package, with the decisions of the demonstration.

Speaks to ``Hands`` only, so the same course is played in the window's own process and on a virtual screen. The texts typed
are those of the shipped example.
"""

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from calm_instructor.messages import demonstration
from calm_instructor.paths import resource
from tests.journeys.hands import Hands

EXAMPLE: dict[str, Any] = json.loads(resource("example/example.json").read_text(encoding="utf-8"))
RISKS = {
    "One wrist held, same side": "wrist_one_same",
    "Sleeve or lower arm of clothing held": "clothing_sleeve",
    "One wrist held with two hands": "wrist_two_hands",
    "Hand or fingers gripped": "hand_finger",
    "Fingers or nails fixed on skin": "scratch_pinch",
    "Hair held from the front, one hand": "hair_front_one",
    "Bite on hand or forearm": "bite_arm",
    "Held round the body from behind": "body_rear_free",
}
"""The holds that the example's log counts, by their name on the screen."""

ENDED = {"Bite on hand or forearm": "9 Mar 2026", "Held round the body from behind": "6 Oct 2025"}
"""Those that happen no more, and when last."""

ANSWERS = {"acceptable": "Acceptable because", "altered": "Altered", "left out": "Left out"}
"""What a service can answer to an elevated-risk note."""

CHOSEN = {
    "GEN-W1": ("wrist_one_same", "Risk 1: One wrist held, same side"),
    "GEN-W3": ("wrist_two_hands", "Risk 3: One wrist held with two hands"),
    "GEN-W5": ("hand_finger", "Risk 4: Hand or fingers gripped"),
    "GEN-C1": ("clothing_sleeve", "Risk 2: Sleeve or lower arm of clothing held"),
    "GEN-H1": ("hair_front_one", "Risk 6: Hair held from the front, one hand"),
    "GEN-S1": ("scratch_pinch", "Risk 5: Fingers or nails fixed on skin"),
}
"""The set, in teaching order: technique, hold, and the risk as its box says it."""

DAYS = (date(2026, 11, 18), date(2026, 11, 19))
"""The days of the course: four weeks after the analysis."""

NAMES = (
    "Tomos Wyn Tŵr-Griffiths",
    "Żaneta Grzędzińska-Żółkiewska",
    "Bạch Thị Ngạn",
    "Ọlábísí Ọkọ́nkwọ",
    "Ruaiḋrí Mac an Ḃaird",
)
"""The five of whom the demonstration tells something else than "competent", in the order of their numbers."""

ON_THE_MAT = (0, 1, 2, 5, 6, 7, 8, 9, 10, 11)
"""Rows of the grid, from 0, of those who are assessed."""

NOT_YET = {(1, "GEN-W1"): "second_try", (2, "GEN-S1"): "stays"}
"""Who is not yet competent at the first try, by row and technique, and which words of the example tell it."""

CRITERIA = {
    "A1": "Chooses technique unprompted",
    "A2": "Stance, balance and position safe",
    "A10": "Moves clear, exits or calls help",
}
"""Criteria not met, by their short words."""

STATEMENTS = ("I was here…", "I may use…", "I know how…", "I know my…", "I have seen…", "I know that I may not…")
"""What people tick before they sign, as far as it is asked of them."""

SERVICE: dict[str, Any] = EXAMPLE["any_service"]
"""What the demonstration says of a service of which it has nothing but a roster and a log."""

SITE = "Ashgrove House"
"""The site of the roster."""

TODAY = date.fromisoformat(EXAMPLE["today"])


@dataclass
class ByHand:
    """One person at work. ``at`` sets the clock; ``picture`` keeps what is seen under a name."""

    hands: Hands
    roster: Path
    incidents: Path
    out: Path
    at: Callable[[datetime], object]
    choose_file: Callable[[Path], object]
    picture: Callable[[str], object] = lambda name: None

    def whole_course(self) -> None:
        """From the first start to the package."""
        for step in self.steps():
            step()
            self.picture(step.__name__.replace("_", "-"))

    def steps(self) -> list[Callable[[], None]]:
        """The parts of the course, in order."""
        return [
            self.set_up,
            self.find_the_need,
            self.plan_the_course,
            self.print_before_the_day,
            self.open_the_first_day,
            self.assess_the_first_half,
            self.open_the_second_day,
            self.assess_the_rest,
            self.leave_out_who_was_not_there,
            self.sign,
            self.close_and_send,
        ]

    # ── before the first course ─────────────────────────────────────────────────────────────────────────────────────

    def set_up(self) -> None:
        """Whose training, who delivers, which techniques."""
        hands = self.hands
        hands.click("Set up")
        own = EXAMPLE["organisation"]
        self._fill(
            {
                "Name, as papers show it": own["name"],
                "Head office, as packages address it": own["head_office_contact"],
                "Programme licence reference": own["licence_ref"],
                "Coaching points, reference": own["coaching_points_ref"],
                "Sector": own["sector"],
                "Country": own["region"],
                "Data-protection contact": own["data_protection_contact"],
                "Privacy notice, version": own["privacy_notice_version"],
            }
        )
        hands.click("Keep this")
        self._profile(EXAMPLE["lead"])
        hands.click("Load the general list")
        hands.pick("Sections of the settings", "You and who delivers")
        hands.click("Add an instructor")
        self._profile(EXAMPLE["co_instructor"])

    def _profile(self, texts: dict[str, str]) -> None:
        self._fill(
            {
                "Full name": texts["name"],
                "Instructor number": texts["number"],
                "Staff number": texts["staff_no"],
                "Authorisation reference": texts["authorisation_ref"],
                "Authorised from": texts["authorised_from"],
                "Authorised until": texts["expires"],
                "First aid until": texts["first_aid_expires"],
                "Core Theory completed": texts["core_theory_on"],
            }
        )
        self.hands.click("Keep this profile")

    # ── needs ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def find_the_need(self) -> None:
        """From the incident log to the signature."""
        hands, texts = self.hands, SERVICE
        hands.press("Ctrl+4")
        hands.click("New TNA")
        hands.fill("Service", SITE)
        hands.click("Begin")
        self._fill(
            {
                "Sites, one a line": SITE,
                "Risk assessments, by reference": texts["risk_assessment_ref"],
                "Restraint-reduction plan, by reference": texts["plan_ref"],
                "Life support at hand: first aiders, plan, access": texts["life_support"],
            }
        )
        hands.click("Next: Evidence and audit")
        self.choose_file(self.incidents)
        hands.click("Take counts from a file…")
        self.picture("needs-log-read")

        hands.click("Confirm all proposals")
        hands.click("Take these counts")
        hands.fill("Audit reference", texts["audit_ref"])
        hands.click("Next: Elevated risk")
        hands.fill("Factors that raise the risk, one a line", "\n".join(texts["factors"]))
        hands.click("Next: Staff groups")
        hands.click("Next: Risks")
        self.picture("needs-risks")

        self._say_how_the_risks_stand()
        hands.click("Next: Prevention")
        self._fill(
            {
                "Primary: so that distress does not arise": texts["primary_prevention"],
                "Secondary: at the first early sign": texts["secondary_prevention"],
                "Tertiary: when a hold has happened": texts["tertiary_prevention"],
                "Recovery: afterwards, for everyone": texts["recovery"],
            }
        )
        hands.click("Next: Is there a need?")
        hands.click("Is there a need?: Yes, there is a need")
        hands.fill("Because", texts["need_reason"].format(holds=6, techniques=6))
        hands.click("Next: Techniques per risk")
        self.picture("needs-techniques")
        for code, (hold, risk) in CHOSEN.items():
            hands.pick("Catalogue", code)
            hands.press("Space")
            hands.pick("The set", code)
            hands.press("Return")
            if not hands.reads_ticked(risk):
                hands.click(risk)
            assert (
                hands.reads("Why this one") == EXAMPLE["holds"][hold]["why_this_one"]
            )  # proposed; the authoriser confirms
            note = EXAMPLE["note_answers"].get(code)
            if hands.sees("For this service: Acceptable because"):
                hands.click(f"For this service: {ANSWERS[note['answer']]}")
                hands.fill("How, in your words", note["text"])
            hands.click("Back to the catalogue")
        hands.click("Leave out the rest")
        self.picture("needs-chosen")
        hands.click("Next: Authorise")
        self._fill({"Name": EXAMPLE["authoriser"]["name"], "Role": EXAMPLE["authoriser"]["role"]})
        hands.click("I have read the proposed words of…")
        hands.fill("Or type your name", EXAMPLE["authoriser"]["name"])
        self.picture("needs-authorise")
        hands.click("Authorise")
        self.choose_file(self.out / "papers")
        hands.click("Save the summary…")

    def _say_how_the_risks_stand(self) -> None:
        hands = self.hands
        hands.click("Carry all as risks")
        for name, code in RISKS.items():
            hands.pick("Holds and grabs", name)
            hands.fill("Where and when it happens", EXAMPLE["holds"][code]["situation"])
        for name, last in ENDED.items():
            hands.pick("Holds and grabs", name)
            hands.click("End the risk…")
            hands.fill("It has ended because", SERVICE["ended_reason"].format(months=6, last=last))
            hands.click("End risk…")

    # ── the course ──────────────────────────────────────────────────────────────────────────────────────────────────

    def plan_the_course(self) -> None:
        """A new course from its type, the set agreed, people from the roster."""
        hands, texts = self.hands, EXAMPLE["course"]
        hands.press("Ctrl+2")
        hands.click("New course")
        hands.choose("Course type", "Initial…")
        hands.fill("Title", texts["title"])
        hands.fill("First day", "18 Nov 2026")
        hands.fill("Venue", texts["venue"])
        hands.click("Jean Macdonald, authorised until 30 Sep 2027")
        self.picture("course-new")
        hands.click("Plan this course")

        hands.click("Agree the set…")
        hands.click("Agree the set")
        self.picture("course-set")
        hands.click("Plan…")
        hands.click("What is shown beside the plan: Before the day")
        for question in ("Floor even and dry", "Furniture moved", "Fresh air", "Drinking water", "First-aid kit"):
            hands.click(f"{question}: Yes")
        for question in ("First aider on site", "Emergency plan", "Phone signal"):
            hands.click(f"{question}: Yes")
        hands.fill("Floor space, m²", str(texts["venue_check"]["square_metres"]))
        hands.click("Told today")
        self.picture("course-before")
        hands.click("People, 1 left")
        self.choose_file(self.roster)
        hands.click("Paste or open file")
        hands.click("Open file…")
        hands.click("I have seen the Core Theory evidence of these 12 people")
        self.picture("people-read")
        hands.click("Add 12 people")
        self.picture("people-offered")
        hands.click("Place 12 people")
        hands.click("Plan")
        hands.click("Say it is ready…")
        self.picture("course-ready")

    def print_before_the_day(self) -> None:
        """Two evenings before: the plan, and blank sheets as a back-up."""
        self.at(moment(date(2026, 11, 16), time(18, 20)))
        self._open_step("Documents…")
        self._save_papers("TNA summary", "Assessment sheets", "Sign-off sheet")

    def _save_papers(self, *turned: str) -> None:
        """Save what is ticked, after turning the ticks of these."""
        for paper in turned:
            self.hands.pick("Papers of this course", paper)
            self.hands.press("Space")
        self.hands.look()
        self.picture(f"documents-{turned[-1]}")
        self.choose_file(self.out / "papers")
        self.hands.click("Save PDFs…")

    # ── the days ────────────────────────────────────────────────────────────────────────────────────────────────────

    def open_the_first_day(self) -> None:
        """The register of the first morning."""
        self._open_day(DAYS[0])

    def _open_day(self, day: date) -> None:
        hands = self.hands
        self.at(moment(day, time(9)))
        self._open_step("Register…")
        hands.click(f"Arrival of {NAMES[3]}: Absent")
        hands.click("Say who has come: all 11 here")
        hands.click(f"Fitness of {NAMES[4]}: Not fit")
        hands.read_on()
        hands.click("Record 10 as fit: they said so themselves")
        hands.read_on()
        hands.click("Record the safety briefing")
        self.picture(f"register-{day}")

    def assess_the_first_half(self) -> None:
        """The first three techniques, each instructor their own people."""
        self.at(moment(DAYS[0], time(14, 40)))
        self._open_step("Assess…")
        for code in list(CHOSEN)[:3]:
            self._mark(code)
        self.hands.choose("Marking as", EXAMPLE["lead"]["name"])
        self.picture("assessed-first-day")
        self._give_minutes(DAYS[0])

    def _give_minutes(self, day: date) -> None:
        """At the end of a day: the minutes went as they were planned."""
        self.at(moment(day, time(16, 40)))
        self._open_step("Register…")
        self.hands.click("Minutes given")
        self.picture(f"minutes-{day}")
        self.hands.click("Record")

    def open_the_second_day(self) -> None:
        """The register of the second morning."""
        self._open_day(DAYS[1])

    def assess_the_rest(self) -> None:
        """The second half, second tries, core behaviours, what everybody knows, and why some were not assessed."""
        self.at(moment(DAYS[1], time(12, 45)))
        self._open_step("Assess…")
        for code in list(CHOSEN)[3:]:
            self._mark(code)
        self.at(moment(DAYS[1], time(15)))
        self.hands.choose("Marking as", EXAMPLE["co_instructor"]["name"])
        self.hands.cell("Marks", 1, "GEN-W1")
        self.hands.press("C")
        self._mark("Core")
        self.at(moment(DAYS[1], time(15, 35)))
        self._mark("Knowledge")

    def leave_out_who_was_not_there(self) -> None:
        """Who was absent or not fit is not assessed, with one reason for all."""
        self._open_step("Assess…")
        self.hands.choose("Marking as", EXAMPLE["lead"]["name"])
        self.hands.click("Fill blanks…")
        self.hands.click("Which blanks: All")
        self.hands.fill("Reason", demonstration.not_here_for_this_part())
        self.picture("fill-blanks")
        self.hands.click("Set 14 blanks")
        self._give_minutes(DAYS[1])

    def sign(self) -> None:
        """Everybody signs: on the screen, and who is absent in ink later."""
        hands = self.hands
        self.at(moment(DAYS[1], time(16, 45)))
        self._open_step("Sign-off…")
        hands.click("End the marking")
        for number, (name, known) in enumerate(self.names()):
            hands.pick("Sign-off of this course", name)
            if name == NAMES[3]:
                hands.click("Sign, ink to follow")
            else:
                hands.click(f"Hand to {known}")
                self._sign_here(name)
            if number == 0:
                self.picture("signed-first")
        hands.pick("Sign-off of this course", NAMES[2])
        self._write_action_plan()

    def names(self) -> list[tuple[str, str]]:
        """Who is on the course, in the order of the roster: full name, and what they are called."""
        with self.roster.open(encoding="utf-8", newline="") as lines:
            return [(row["Full name"], row["Known as"] or row["Full name"].split()[0]) for row in csv.DictReader(lines)]

    def _sign_here(self, name: str) -> None:
        hands = self.hands
        for statement in STATEMENTS:
            if hands.sees(statement):
                hands.click(statement)
        hands.fill("Or type your name", name)
        self.picture("hand-over")
        hands.click("Sign and give back")

    def _write_action_plan(self) -> None:
        hands, texts = self.hands, EXAMPLE["action_plan"]
        hands.click("Action plan…")
        self._fill(
            {
                "What is needed": texts["need"].format(techniques="GEN-S1 Scratch or pinch, sustained"),
                "Support": texts["support"],
                "By whom": texts["by_whom"].format(lead=EXAMPLE["lead"]["name"]),
                "Looked at again on": "17 Dec 2026",
                "Until then": texts["restriction"],
                "Manager told on": "19 Nov 2026",
            }
        )
        self.picture("action-plan")
        hands.click("Record")

    def close_and_send(self) -> None:
        """The day after: the sheet in ink is held, the course is closed, its papers are kept and its package written."""
        hands = self.hands
        self.at(moment(date(2026, 11, 20), time(10)))
        self._open_step("Sign-off…")
        hands.pick("Sign-off of this course", NAMES[3])
        hands.click("Signed sheet held…")
        hands.fill("Held where", demonstration.held_at(SITE))
        self.picture("ink-held")
        hands.click("Record")
        hands.click("Close and send…")
        hands.click("Close the course…")
        self.picture("close")
        hands.click("Close the course")
        hands.click("Documents…")
        before = ("Course plan", "Register", "Assessment sheets")
        self._save_papers(*before, "Attendance summary", "Sign-off sheet", "Individual records", "In-house records")
        hands.click("Close and send…")
        self.choose_file(self.out)
        hands.click("Write the package…")

    def _open_step(self, tab: str) -> None:
        self.hands.press("Ctrl+1")
        self.hands.click("Open the course")
        self.hands.click(tab)

    def _mark(self, head: str) -> None:
        """Everybody on the mat under one head: who is marked by whom goes by turns."""
        hands = self.hands
        for turn, assessor in enumerate((EXAMPLE["lead"]["name"], EXAMPLE["co_instructor"]["name"])):
            hands.choose("Marking as", assessor)
            for row in (row for row in ON_THE_MAT if row % 2 == turn):
                hands.cell("Marks", row, head)
                if (row, head) in NOT_YET:
                    hands.press("N")
                    self._say_what_was_missing(EXAMPLE["not_yet"][NOT_YET[row, head]])
                else:
                    hands.press("C")

    def _say_what_was_missing(self, seen: dict[str, Any]) -> None:
        hands = self.hands
        hands.look()
        for code in seen["criteria"]:
            hands.click(f"{code} {CRITERIA[code]}: not met")
        hands.fill("Feedback", seen["feedback"])

    def _fill(self, texts: dict[str, str]) -> None:
        for name, text in texts.items():
            self.hands.fill(name, text)


def moment(day: date, clock: time) -> datetime:
    """A moment of the played course."""
    return datetime.combine(day, clock, tzinfo=UTC)

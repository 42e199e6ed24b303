"""From an incident log to an authorised analysis by the keyboard alone, as somebody does it who has no mouse.

Every key is counted but the letters of texts, which are free.
"""

from collections.abc import Callable
from pathlib import Path

from tests.journeys.by_hand import EXAMPLE, SERVICE
from tests.journeys.probed_window import fits
from tests.journeys.screen import RealWindow

_FAR = 60
"""Controls that somebody would tab through before they gave up."""


class Keys:
    """A keyboard at a window. ``presses``: keys and combinations so far; ``letters``: those of texts."""

    def __init__(self, window: RealWindow) -> None:
        self._window = window
        self.presses = 0
        self.letters = 0

    def press(self, keys: str) -> None:
        """Press keys one after the other; a combination is one."""
        self.presses += len(keys.split())
        self._window.press(keys)

    def write(self, text: str) -> None:
        """Type a text where the keyboard is."""
        self.letters += len(text)
        self._window.type(text)

    def reach(self, name: str, by: str = "Tab") -> None:
        """Go on by Tab until a control of this name has the keyboard."""
        for _step in range(_FAR):
            if fits(name, self._window.focus()["name"]):
                return
            self.press(by)
        raise AssertionError(f"{name!r} is not reached; {self._window.ask('seen')['seen']}")

    def do(self, name: str, by: str = "Tab") -> None:
        """Reach a button and press it."""
        self.reach(name, by)
        self.press("Return")

    def say(self, name: str, text: str) -> None:
        """Reach a field and write into it."""
        self.reach(name)
        self.write(text)

    def choose(self, name: str, option: str) -> None:
        """Reach a list that opens and go down it to an option."""
        self.reach(name)
        for _step in range(_FAR):
            if self._window.focus()["text"] == option:
                return
            self.press("Down")
        raise AssertionError(f"{option!r} is not offered by {name!r}")

    def open_file(self, button: str, path: Path) -> None:
        """Press a button that asks for a file, and type where it is."""
        self.do(button)
        assert self._window.ask("files")["asked"]
        self.write(str(path))
        if self._window.ask("files")["proposes"]:
            self.press("Escape")
        self.press("Return")

    @property
    def cell(self) -> str:
        """What the list that has the keyboard says of its row in hand."""
        return str(self._window.focus()["cell"])

    def sees(self, name: str) -> bool:
        """Whether a control of this name is there."""
        return self._window.sees(name)


def from_log_to_signature(keys: Keys, service: str, log: Path, picture: Callable[[str], object]) -> None:
    """The whole walk. ``picture`` keeps what is seen under a name."""
    keys.press("Ctrl+4")
    keys.do("New TNA")
    keys.say("Service", service)
    picture("new")
    keys.do("Begin")
    keys.say("Setting…", "Care home for older people, 38 places")
    picture("service")
    keys.press("Ctrl+PgDown")
    keys.open_file("Take counts from a file…", log)
    picture("log")
    keys.do("Confirm all proposals")
    keys.do("Take these counts")
    picture("audit")
    keys.press("Ctrl+PgDown")
    keys.write("\n".join(SERVICE["factors"]))
    picture("factors")
    keys.press("Ctrl+PgDown")
    picture("groups")
    keys.press("Ctrl+PgDown")
    keys.do("Carry all as risks")
    keys.press("Down Down Down Down Down Down")
    for _ended in ("bite", "body hold"):
        keys.do("End the risk…")
        keys.do("End risk…")
        keys.reach("Holds and grabs", "Shift+Tab")
        keys.press("Down")
    picture("risks")
    keys.press("Ctrl+PgDown")
    for name, text in (
        ("Primary…", "primary_prevention"),
        ("Secondary…", "secondary_prevention"),
        ("Tertiary…", "tertiary_prevention"),
        ("Recovery…", "recovery"),
    ):
        keys.say(name, SERVICE[text])
    picture("prevention")
    keys.press("Ctrl+PgDown")
    keys.reach("Is there a need?: Yes…")
    keys.press("Space")
    keys.say("Because", SERVICE["need_reason"].format(holds=6, techniques=6))
    picture("need")
    keys.press("Ctrl+PgDown")
    picture("techniques")
    for number in range(1, 7):
        keys.do(f"Cover risk {number}")
    keys.reach("The set", "Shift+Tab")
    keys.press("Ctrl+Home")
    picture("set")
    for _technique in range(6):
        if "owes an answer to its note" in keys.cell:
            keys.press("Return")
            keys.reach("For this service: Acceptable because")
            keys.press("Space")
            keys.say("How, in your words", "Looked at in each plan; a first aider is near.")
            picture("note")
            keys.press("Escape")
        keys.press("Down")
    keys.do("Leave out the rest")
    picture("left-out")
    keys.press("Ctrl+PgDown")
    keys.say("Name", NAME)
    keys.say("Role", EXAMPLE["authoriser"]["role"])
    keys.reach("I have read the proposed words of…")
    keys.press("Space")
    keys.say("Or type your name", NAME)
    picture("authorise")
    keys.do("Authorise")
    picture("authorised")


def take_another_log(keys: Keys, log: Path, picture: Callable[[str], object], category: str = "") -> None:
    """On the walk of a draft: the counts of another export. ``category``: the column that it asks for, "" where it asks nothing."""
    keys.open_file("Take counts from a file…", log)
    picture(f"log-{log.stem}")
    if category:
        keys.choose("Hold or category", category)
        picture(f"log-{log.stem}-mapped")
        keys.do("Confirm all proposals")
    keys.do("Take these counts")


NAME = EXAMPLE["authoriser"]["name"]

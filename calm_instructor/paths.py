"""Where things lie: the shipped resources and the names of the files in a data folder.

Resources lie beside the package in a checkout, inside it in a wheel and in the bundle of a frozen build; this module is
the only one that knows. It creates nothing.
"""

import sys
from functools import cache
from pathlib import Path

STORE_FILE = "calm.db"
KEY_FILE = "calm.key"
LOCK_FILE = "calm.lock"
LOG_FILE = "calm.log"


@cache
def resources() -> Path:
    """The folder of the shipped resources, in source, wheel and frozen build alike."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    places = [package / "resources", package.parent / "resources"]
    if bundle is not None:
        places.insert(0, Path(bundle) / "resources")
    for place in places:
        if (place / "catalogue").is_dir():
            return place
    raise FileNotFoundError(places[-1])


def resource(name: str) -> Path:
    """One shipped file by its name under the resources, as in "fonts/NotoSans-Regular.ttf"."""
    return resources() / name

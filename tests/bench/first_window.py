"""The program's own window, as the program opens it, to its complete first paint; with "ready" until the records are shown.

    python -m tests.bench.first_window FOLDER [ready]

Prints process CPU seconds and resident kB, then ends.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from calm_instructor import app as program
from calm_instructor.messages.translating import use_language
from calm_instructor.paths import resource
from calm_instructor.store.first_look import first_look
from calm_instructor.ui.files import Files
from calm_instructor.ui.start import Opening, application, build_window


def told() -> None:
    with open("/proc/self/status") as status:  # noqa: PTH123
        resident = next(line.split()[1] for line in status if line.startswith("VmRSS"))
    os.write(1, f"{time.process_time()} {resident}\n".encode())
    os._exit(0)


if __name__ == "__main__":
    home = Path(sys.argv[1])
    use_language("en_GB", resource("translations"))
    app = application(sys.argv[:1])
    window = build_window(
        app,
        Opening(
            glance=first_look(home),
            clock=program.now,
            open_desk=lambda: program.opened(home),
            close_desk=program.closed,
            files=Files(),
            appearance="light",
        ),
    )
    window.resize(1366, 768)
    if len(sys.argv) > 2:

        def look() -> None:
            if window.page is not None:
                told()
            QTimer.singleShot(2, look)

        look()
    else:
        window.first.seen.connect(told)
    window.show()
    app.exec()

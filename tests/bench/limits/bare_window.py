"""A bare PySide6 window to its first paint: Python, Qt, one label. Prints process CPU seconds and resident kB, then ends.

python -m tests.bench.limits.bare_window
"""

import os
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Window(QMainWindow):
    def paintEvent(self, _event: object) -> None:
        QTimer.singleShot(0, told)


def told() -> None:
    with open("/proc/self/status") as status:  # noqa: PTH123  the least work
        resident = next(line.split()[1] for line in status if line.startswith("VmRSS"))
    os.write(1, f"{time.process_time()} {resident}\n".encode())
    os._exit(0)


if __name__ == "__main__":
    app = QApplication([])
    window = Window()
    window.setCentralWidget(QLabel("CALM"))
    window.resize(1366, 768)
    window.show()
    app.exec()

"""``python -m calm_instructor`` is ``calm-instructor``."""

import sys

from calm_instructor.app import main

sys.exit(main())

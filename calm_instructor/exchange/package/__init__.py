"""The package for head office: an open Data Package in a ZIP, signed, read and checked without this program if need be.

``writing`` makes one, ``reading`` says what of one is not as it should be. ``tables`` is the one place that says which
fields of which record travel; ``trail_slice`` holds back whatever of the trail doesn't.
"""

from calm_instructor.exchange.package.reading import examine_package, verify_package
from calm_instructor.exchange.package.trail_slice import travelling
from calm_instructor.exchange.package.writing import WrittenPackage, write_package

__all__ = ["WrittenPackage", "examine_package", "travelling", "verify_package", "write_package"]

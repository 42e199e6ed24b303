"""The five ways something can stand, as a lamp shows it beside words. Never told by colour alone."""

from enum import StrEnum


class Lamp(StrEnum):
    """How something stands: in order, to be watched, in the way, still to do, or worth knowing."""

    OK = "ok"
    WARN = "warn"
    STOP = "stop"
    TODO = "todo"
    INFO = "info"

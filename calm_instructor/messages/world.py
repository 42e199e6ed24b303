"""What the program says when the world says no: what happened, what is safe, what to do."""

from calm_instructor.messages.translating import mark as _

WORLD_TROUBLE: dict[str, str] = {
    "demo.other_store": _(
        "{path} holds a store that no demonstration left there; it stays as it is. Choose another folder."
    ),
    "verify.nothing_there": _("{path} holds no package. Choose the folder in which one was written, or name the file."),
    "sending.not_whole": _(
        "The package was not written: looked over, it was not whole (findings: {count}, the first: {first}). "
        "Nothing was recorded; check the store, then write it again."
    ),
    "stopped": _("Stopped. Nothing was changed."),
    "disk.full": _(
        "{path} could not be written: the disk is full. Free some space and try again; nothing half-written is left."
    ),
    "disk.read_only": _("{path} can't be written: the folder is read-only. Choose another folder."),
    "disk.missing": _(
        "{path} can't be written: its folder is not there. Plug the stick or drive in again, or choose another folder."
    ),
    "disk.in_use": _(
        "{path} can't be replaced: it is open in another program, or protected. Close it there and try again."
    ),
    "disk.trouble": _(
        "{path} could not be written ({detail}). Nothing half-written is left; choose another folder or try again."
    ),
}

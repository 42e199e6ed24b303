"""What the program says when the world says no: what happened, what is safe, what to do."""

from calm_instructor.messages.translating import mark as _

WORLD_TROUBLE: dict[str, str] = {
    "demo.other_store": _(
        "{path} holds a store that no demonstration left there; it stays as it is. Choose another folder."
    ),
    "demo.no_folder": _("{path} is a file, and a folder is needed. Choose another name."),
    "demo.in_the_way": _(
        "{path} was not left by a demonstration; it stays as it is. Move it, or choose another folder."
    ),
    "demo.log_unread": _("“{file}”: not one of its rows ({count}) could be counted. The first: {first}"),
    "demo.log_too_old": _(
        "“{file}” ends on {last}, and a training needs analysis counts from {start} on. Hand in a log of that time, or begin "
        "on an earlier day."
    ),
    "demo.log_unplaced": _(
        "“{file}” names no hold or grab that is known here (rows: {count}), so nothing could be counted. Write what was held, "
        "as in “wrist grab” or “hair pull”."
    ),
    "verify.nothing_there": _("{path} holds no package. Choose the folder in which one was written, or name the file."),
    "sending.changed_meanwhile": _(
        "{name} was not kept: another package was written meanwhile, and this one would take its number. Send once more."
    ),
    "sending.not_whole": _(
        "The package was not written: looked over, it was not whole (findings: {count}, the first: {first}). "
        "Nothing was recorded; check the store, then write it again."
    ),
    "stopped": _("Stopped. Nothing was changed."),
    "disk.full": _(
        "{path} could not be written: the disk is full. Free some space and try again; nothing half-written is left."
    ),
    "disk.read_only": _("{path} can’t be written: the folder is read-only. Choose another folder."),
    "disk.missing": _(
        "{path} can’t be written: its folder is not there. Plug the stick or drive in again, or choose another folder."
    ),
    "disk.in_use": _(
        "{path} can’t be replaced: it is open in another program, or protected. Close it there and try again."
    ),
    "disk.trouble": _(
        "{path} could not be written ({detail}). Nothing half-written is left; choose another folder or try again."
    ),
}

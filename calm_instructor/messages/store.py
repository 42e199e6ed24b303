"""What the program says about its store: what happened, what is safe, what to do; and what a check of it found."""

from calm_instructor.messages.translating import mark as _

STORE_TROUBLE: dict[str, str] = {
    # ── making and opening ──────────────────────────────────────────────────────────────────────────────────────────
    "store.real_not_yet": _(
        "A store for real records can’t be made yet: this version keeps practice data only. Choose practice."
    ),
    "store.exists": _("{path} already holds records or their key. Open them, or choose another folder."),
    "store.missing": _("There are no records at {path}. Check that the drive is there, or choose another folder."),
    "store.key_missing": _("The key file {path} is missing, and the records can’t be read without it. Put it back."),
    "store.key_damaged": _(
        "The key file {path} is damaged. Put back a copy of it; the records themselves are untouched."
    ),
    "store.in_use": _("The records in {path} are open in another window of this program. Go on there, or close it."),
    "store.empty": _("{path} is empty. Nothing was changed; bring back a backup."),
    "store.foreign": _("{path} was not made by this program. Nothing was changed; choose another folder."),
    "store.wrong_key": _(
        "{path} and the key file beside it don’t belong together. Nothing was changed; put the right key file back."
    ),
    "store.newer": _(
        "{path} was made by a newer version of this program. Nothing was changed; open it with that version or a later one."
    ),
    "store.upgrade_unsound": _(
        "The records could not be brought to this version: the check of the copy found a fault ({detail}). "
        "{path} is as it was; run the check with the version that made it."
    ),
    # ── at work ─────────────────────────────────────────────────────────────────────────────────────────────────────
    "store.full": _("Not saved: the disk is full. Everything before is safe; free some space and do it again."),
    "store.trouble": _(
        "The disk with {path} does not answer ({detail}), so nothing was saved. Check that it is there, then do it again."
    ),
    "store.read_only": _(
        "Not saved: {path} can’t be written any more. Check that it is still there and not protected."
    ),
    "store.busy": _(
        "Another program holds {path}, so nothing was saved. Close it there, or wait a moment, then do it again."
    ),
    "store.damaged": _("{path} is damaged. Stop here and bring back a backup; the damaged file is kept aside."),
    "store.unreachable": _("{path} can’t be reached ({detail}). Check that the drive is there, then open it again."),
    "store.not_saved": _("Not saved ({detail}). Everything before is safe; do it again."),
    "store.not_known": _(
        "It isn’t known whether the last change was saved: {path} does not answer ({detail}). "
        "Open the records again and look before you repeat it."
    ),
    "store.no_record": _("This record is no longer there. It may have been taken away meanwhile; look again."),
    # ── what the file itself refuses ────────────────────────────────────────────────────────────────────────────────
    "store.append_only": _("Not saved: the trail and the papers kept are never changed or removed."),
    "store.out_of_order": _("Not saved: the trail goes on from its last entry only. Open the records again."),
    "store.never_deleted": _("Not saved: a record is never deleted, it is taken away and stays on the trail."),
    "store.never_replaced": _("Not saved: a record keeps its identity and is never put in another one’s place."),
    "store.mark_stands": _("Not saved: what was seen stands as it was recorded. Record a correction with a reason."),
    "store.signed_off": _("Not saved: this person is signed off. Withdraw the sign-off with a reason first."),
    "store.sign_off_final": _("Not saved: a sign-off stands as it was signed. Withdraw it with a reason instead."),
    # ── what a check finds ──────────────────────────────────────────────────────────────────────────────────────────
    "check.unreadable": _("A part of the records can’t be read ({detail}). Bring back a backup."),
    "check.pages": _("A page of the file is not as it was written ({detail}). Bring back a backup."),
    "check.structure": _("The file’s structure does not hold ({detail}). Bring back a backup."),
    "check.reference": _("In {table}, a record names another in {names} that is not there. Bring back a backup."),
    "check.trigger": _(
        "The guard {name} was missing or changed: the file was opened from outside. Opening the records puts it back."
    ),
    "check.trail_sequence": _("The trail has a gap before entry {seq}: an entry was taken out. Bring back a backup."),
    "check.trail_link": _("Entry {seq} of the trail does not follow the one before it. Bring back a backup."),
    "check.trail_hash": _("Entry {seq} of the trail was changed after it was written. Bring back a backup."),
    "check.trail_body": _("What entry {seq} of the trail holds was changed after it was written. Bring back a backup."),
    "check.trail_unread": _("What entry {seq} of the trail holds is gone or makes no sense. Bring back a backup."),
    "check.row_missing": _("In {table}, record {id} is missing: the trail has it. Bring back a backup."),
    "check.row_extra": _("In {table}, record {id} is on no trail: it was put there from outside. Bring back a backup."),
    "check.row_changed": _("In {table}, record {id}: {column} was changed from outside. Bring back a backup."),
    "check.scope": _("Whom entry {seq} of the trail concerns was changed from outside. Bring back a backup."),
    "check.paper_changed": _("A paper kept ({sha256}) is not as it was issued. Bring back a backup."),
    "check.paper_missing": _("A paper kept ({sha256}) is missing. Bring back a backup."),
    "check.paper_extra": _("A paper ({sha256}) was put there from outside. Bring back a backup."),
    "check.seal_content": _("Sign-off {number}: what it shows is not what was signed. Bring back a backup."),
    "check.seal_code": _("Sign-off {number}: its short code is not the one of what was signed. Bring back a backup."),
    "check.seal_signature": _("Sign-off {number} was not signed by this device. Bring back a backup."),
}

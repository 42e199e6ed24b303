"""What the program says about its store: what happened, what is safe, what to do; and what a check of it found."""

from calm_instructor.messages.translating import mark as _

STORE_TROUBLE: dict[str, str] = {
    # ── making and opening ──────────────────────────────────────────────────────────────────────────────────────────
    "store.real_not_yet": _(
        "A store for real records can't be made yet: this version keeps practice data only. Choose practice."
    ),
    "store.exists": _("{path} already holds records or their key. Open them, or choose another folder."),
    "store.missing": _("There are no records at {path}. Check that the drive is there, or choose another folder."),
    "store.key_missing": _("The key file {path} is missing, and the records can't be read without it. Put it back."),
    "store.key_damaged": _(
        "The key file {path} is damaged. Put back a copy of it; the records themselves are untouched."
    ),
    "store.in_use": _("The records in {path} are open in another window of this program. Go on there, or close it."),
    "store.empty": _("{path} is empty. Nothing was changed; bring back a backup."),
    "store.foreign": _("{path} was not made by this program. Nothing was changed; choose another folder."),
    "store.wrong_key": _(
        "{path} and the key file beside it don't belong together. Nothing was changed; put the right key file back."
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
        "Not saved: the disk with {path} does not answer ({detail}). Check that it is there, then do it again."
    ),
    "store.read_only": _(
        "Not saved: {path} can't be written any more. Check that it is still there and not protected."
    ),
    "store.busy": _("Not saved: another program holds {path}. Close it, or wait a moment, then do it again."),
    "store.damaged": _("{path} is damaged. Stop here and bring back a backup; the damaged file is kept aside."),
    "store.unreachable": _("{path} can't be reached ({detail}). Check that the drive is there, then open it again."),
    "store.not_saved": _("Not saved ({detail}). Everything before is safe; do it again."),
    "store.not_known": _(
        "It isn't known whether the last change was saved: {path} does not answer ({detail}). "
        "Open the records again and look before you repeat it."
    ),
    "store.no_record": _("This record is no longer there. It may have been taken away meanwhile; look again."),
    # ── what the file itself refuses ────────────────────────────────────────────────────────────────────────────────
    "store.append_only": _("Not saved: the trail and the papers kept are never changed or removed."),
    "store.out_of_order": _("Not saved: the trail goes on from its last entry only. Open the records again."),
    "store.never_deleted": _("Not saved: a record is never deleted, it is taken away and stays on the trail."),
    "store.never_replaced": _("Not saved: a record keeps its identity and is never put in another one's place."),
    "store.mark_stands": _("Not saved: what was seen stands as it was recorded. Record a correction with a reason."),
    "store.signed_off": _("Not saved: this person is signed off. Withdraw the sign-off with a reason first."),
    "store.sign_off_final": _("Not saved: a sign-off stands as it was signed. Withdraw it with a reason instead."),
}

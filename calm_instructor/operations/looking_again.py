"""R8: saying of what a draft took over that it is still so. What is changed, ended or left out needs no such word."""

from collections.abc import Collection

from calm_instructor.domain.carried import Looked, counts_are_late, looked_at, still_carried
from calm_instructor.domain.errors import Refused, block
from calm_instructor.domain.ids import TnaId
from calm_instructor.domain.needs import Tna
from calm_instructor.operations.analysing import analysis_of, draft_of
from calm_instructor.operations.wish import Act, wish


@wish("tna.still_so", "needs")
def still_so(act: Act, tna: TnaId, keys: Collection[str]) -> Tna:
    """Confirm carried pieces by their keys, one or many: one step of undo. What is carried no more is passed over.

    Refused (R8) for counts that end more than a month before the draft was drawn up: a review counts again.
    """
    draft = draft_of(act, tna)
    confirmed = [key for key in still_carried(analysis_of(act.work, tna)) if key in keys]
    if Looked.AUDIT in confirmed and counts_are_late(draft):
        raise Refused([block("R8.counts_carried", draft.title, where=Looked.AUDIT)])
    looked = looked_at(draft, confirmed)
    act.work.put(looked)
    act.say(who=draft.title, count=len(confirmed))
    return looked

"""R28: to an injury or near miss of a store of an earlier schema nothing was added."""

import pytest

from calm_instructor.domain.attendance import Incident
from calm_instructor.domain.ids import CourseId, IncidentId
from calm_instructor.store.mapping import BY_NAME
from calm_instructor.store.upcasts import upcast
from tests.domain.people_and_things import at, named

KNOCK = Incident(
    id=IncidentId(named("knock")), course=CourseId(named("course")), at=at("12:20"), facts="Wrist knocked", injury=False
)
NEW = {"added"}


@pytest.mark.parametrize("schema", [1, 2])
def test_R28_an_older_image_reads_as_one_to_which_nothing_was_added(schema):
    kind = BY_NAME["incidents"]
    old = {name: said for name, said in kind.dump(KNOCK).items() if name not in NEW}
    assert kind.load(upcast({"table": "incidents", **old}, schema)) == KNOCK

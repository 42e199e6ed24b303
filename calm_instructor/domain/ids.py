"""Names of records that never change: version 7 UUIDs, one ``NewType`` per noun.

An id is made before the attempt to store its record, from a moment and entropy handed in, so that a record can be looked
for again after a commit that went wrong.
"""

from datetime import datetime
from typing import NewType
from uuid import UUID

OrganisationId = NewType("OrganisationId", UUID)
InstructorId = NewType("InstructorId", UUID)
PersonId = NewType("PersonId", UUID)
CatalogueId = NewType("CatalogueId", UUID)
TechniqueId = NewType("TechniqueId", UUID)
TnaId = NewType("TnaId", UUID)
RiskId = NewType("RiskId", UUID)
SelectionId = NewType("SelectionId", UUID)
CourseId = NewType("CourseId", UUID)
CourseTechniqueId = NewType("CourseTechniqueId", UUID)
SessionId = NewType("SessionId", UUID)
BlockId = NewType("BlockId", UUID)
BriefingId = NewType("BriefingId", UUID)
EnrolmentId = NewType("EnrolmentId", UUID)
AttendanceId = NewType("AttendanceId", UUID)
FitnessId = NewType("FitnessId", UUID)
AttemptId = NewType("AttemptId", UUID)
KnowledgeId = NewType("KnowledgeId", UUID)
SignOffId = NewType("SignOffId", UUID)
AmendmentId = NewType("AmendmentId", UUID)
ActionPlanId = NewType("ActionPlanId", UUID)
IncidentId = NewType("IncidentId", UUID)
EvaluationId = NewType("EvaluationId", UUID)
OverrideId = NewType("OverrideId", UUID)
DocumentId = NewType("DocumentId", UUID)
PackageId = NewType("PackageId", UUID)
DeviceId = NewType("DeviceId", UUID)
EpochId = NewType("EpochId", UUID)
FileShapeId = NewType("FileShapeId", UUID)


def uuid7(at: datetime, entropy: bytes) -> UUID:
    """A version 7 UUID of the moment ``at`` (aware) and 10 bytes of ``entropy``."""
    milliseconds = int(at.timestamp() * 1000) & 0xFFFF_FFFF_FFFF
    tail = int.from_bytes(entropy[:10], "big")
    high = (milliseconds << 16) | 0x7000 | (tail >> 68 & 0x0FFF)
    low = (0b10 << 62) | (tail & 0x3FFF_FFFF_FFFF_FFFF)
    return UUID(int=(high << 64) | low)

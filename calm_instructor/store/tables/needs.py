"""Training needs analyses: one class per table. Rows never leave the store."""

from calm_instructor.store.tables.row import Row, later, record


class TnaRow(Row, table=True):
    __tablename__ = "tnas"

    ref: str
    revision_no: int
    service: str
    setting: str
    sites: str  # JSON
    drawn_up_on: str
    supersedes_key: int | None = record("tnas")
    state: str
    risk_assessment_ref: str
    audit: str  # JSON
    not_carried: str  # JSON
    need: bool | None
    need_reason: str
    factors: str  # JSON
    staff_groups: str  # JSON
    primary_prevention: str
    secondary_prevention: str
    tertiary_prevention: str
    recovery: str
    plan_ref: str
    life_support: str
    authorisation: str | None  # JSON
    review_due: str | None
    carried: str = later("[]")  # JSON


class RiskRow(Row, table=True):
    __tablename__ = "tna_risks"

    tna_key: int = record("tnas")
    number: int
    hold: str
    hold_name: str
    situation: str
    posture: str
    incidents: int
    last_seen: str | None
    severity: str
    foreseeable: bool
    groups_exposed: str  # JSON
    controls: str
    current: bool
    ended_on: str | None
    ended_reason: str


class SelectionRow(Row, table=True):
    __tablename__ = "tna_selections"

    tna_key: int = record("tnas")
    technique: str
    chosen: bool
    position: int
    risks: str  # JSON
    tried_without_touch: str
    why_this_one: str
    proposed: bool
    higher_tier_reason: str
    note_answer: str | None
    note_answer_text: str
    left_out_reason: str

"""Catalogues as issued: one class per table. Rows never leave the store."""

from calm_instructor.store.tables.row import Row, record


class CatalogueRow(Row, table=True):
    __tablename__ = "catalogues"

    name: str
    issuer: str
    version: str
    generic: bool
    in_force_from: str | None


class TechniqueRow(Row, table=True):
    __tablename__ = "techniques"

    catalogue_key: int = record("catalogues")
    position: int
    code: str
    name: str
    family: str
    holds: str  # JSON
    hold_text: str
    tier: str
    persons: int
    approach: str
    hands: str
    postures: str  # JSON
    pain_based: bool | None
    loads_neck_airway_abdomen: bool | None
    elevated_risk_note: str
    notes: str
    prerequisites: str
    evaluation_ref: str
    evaluated_on: str | None
    risk_assessment_ref: str
    version: str
    effective_from: str | None
    withdrawn_on: str | None

"""Every state, kind and outcome that a person sees has a label of its own."""

import importlib
import pkgutil
from enum import StrEnum

import pytest

import calm_instructor.domain
from calm_instructor.domain.assessment import Outcome
from calm_instructor.domain.course import BlockKind, ModelPart
from calm_instructor.domain.needs import Severity
from calm_instructor.domain.sign_off import Result
from calm_instructor.domain.technique import Tier
from calm_instructor.messages.labels import LABELS, label, result_label


def _enumerations() -> dict[str, type[StrEnum]]:
    names = [
        f"calm_instructor.domain.{module.name}" for module in pkgutil.iter_modules(calm_instructor.domain.__path__)
    ]
    modules = [importlib.import_module(name) for name in names]
    found = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    return {kind.__name__: kind for kind in found if issubclass(kind, StrEnum) and kind is not StrEnum}


KINDS = _enumerations()


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_member_of_every_enumeration_has_a_label(name):
    kind = KINDS[name]
    assert set(LABELS[kind]) == set(kind)
    labels = [label(member) for member in kind]
    assert all(text and text[0].isupper() for text in labels)
    assert len(set(labels)) == len(labels)


def test_members_that_share_a_value_keep_their_own_labels():
    assert Tier.LOW.value == Severity.LOW.value
    assert (label(Tier.LOW), label(Severity.LOW)) == ("Low tier", "Low")
    assert label(ModelPart.PRIMARY) == "Primary prevention"
    assert label(BlockKind.DEBRIEF) == "Debrief and recovery"


@pytest.mark.parametrize("result", Result)
def test_R20_every_outcome_without_authority_says_so(result):
    assert ("No authority to use" in label(result)) is not result.gives_authority
    assert result_label(result.value) == label(result)


def test_competent_and_not_yet_competent_are_the_words():
    assert [label(outcome) for outcome in Outcome] == ["Competent", "Not yet competent", "Not assessed"]

"""A plan follows its set: blocks about all of it stay so, halves lose what goes and gain what comes (R7, R47)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from calm_instructor.domain.course import BlockKind
from calm_instructor.domain.set_in_plan import blocks_following
from tests.domain.courses_and_marks import plan

SET = ("A", "B", "C", "D")
KINDS = (BlockKind.DEMONSTRATION, BlockKind.PRACTICE, BlockKind.ASSESSMENT)


def planned(*about: tuple[str, ...]):
    """Demonstration in halves, practice and assessment; what each is about is the test's to say."""
    made = plan("demonstration 20, demonstration 20, practice 60, break 15, assessment 60")
    return tuple(replace(each, techniques=codes) for each, codes in zip(made, about, strict=True))


HALVES = planned(("A", "B"), ("C", "D"), SET, (), SET)


def after(blocks, was, now):
    changed = {each.id: each for each in blocks_following(blocks, was, now)}
    return [changed.get(each.id, each).techniques for each in blocks]


def test_R47_what_goes_leaves_its_half_and_comes_back_beside_its_neighbour():
    without_c = ("A", "B", "D")
    assert after(HALVES, SET, without_c) == [("A", "B"), ("D",), without_c, (), without_c]
    shrunk = planned(("A", "B"), ("D",), without_c, (), without_c)
    assert after(shrunk, without_c, SET) == [("A", "B", "C"), ("D",), SET, (), SET]


def test_another_order_is_followed_and_what_stays_is_not_touched():
    turned = ("D", "C", "B", "A")
    assert after(HALVES, SET, turned) == [("B", "A"), ("D", "C"), turned, (), turned]
    assert blocks_following(HALVES, SET, SET) == ()


def test_R2_a_plan_of_a_set_without_techniques_stays_for_when_there_are_some_again():
    assert blocks_following(HALVES, SET, ()) == ()
    assert after(HALVES, (), ("B",)) == [("B",), (), ("B",), (), ("B",)]


codes = st.lists(st.sampled_from("ABCDEF"), unique=True, min_size=1).map(tuple)


@given(was=codes, now=codes, halves=st.integers(1, 5))
def test_R47_whatever_the_change_each_kind_that_was_about_techniques_is_about_all_that_is_taught(was, now, halves):
    about = planned(was[:halves], was[halves:] or was, was, (), was)
    found = after(about, was, now)
    for kind in KINDS:
        named = {code for each, of in zip(about, found, strict=True) if each.kind is kind for code in of}
        assert named == set(now)
    assert found[3] == ()

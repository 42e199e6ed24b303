"""Whatever is put, changed, taken away, brought back or undone, the tables are what the trail replays to."""

import atexit
import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from calm_instructor.domain.assessment import KnowledgeCheck
from calm_instructor.domain.attendance import Enrolment
from calm_instructor.domain.course import Block, Course, Instructor, Session
from calm_instructor.domain.needs import Risk, Tna
from calm_instructor.domain.people import Organisation, Person
from calm_instructor.store.checking import check
from calm_instructor.store.database import create_store, open_store
from calm_instructor.store.mapping import KINDS, Kind
from calm_instructor.store.replaying import replay
from tests.store.samples import NOON, sample, values

FIRST: dict[type, dict[str, object]] = {Tna: {"supersedes": None}, Course: {"catalogue": None}}
STORED: tuple[Any, ...] = (
    Organisation,
    Instructor,
    Person,
    Tna,
    Risk,
    Course,
    Session,
    Block,
    Enrolment,
    KnowledgeCheck,
)
kinds = st.sampled_from([KINDS[each] for each in STORED])


@cache
def first_folder() -> Path:
    """A store with one record of each kind, made once and copied for every life."""
    folder = Path(tempfile.mkdtemp(prefix="life")) / "store"
    atexit.register(shutil.rmtree, folder.parent)
    with create_store(folder, practice=True, at=NOON) as store, store.work(wish="test", by=None, at=NOON) as work:
        ids: dict[type, UUID] = {each: work.new_id() for each in STORED}
        work.put_all(replace(sample(each, ids[each], ids), **FIRST.get(each, {})) for each in STORED)
    return folder


class Life(RuleBasedStateMachine):
    """A store beside a dictionary that says what should be in it."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp(prefix="life"))
        self.store = open_store(shutil.copytree(first_folder(), self.folder / "store"))
        self.now = NOON
        self.there = {kind: {each.id: each for each in self.store.reading().all(kind)} for kind in STORED}
        self.ever = {kind: set(there) for kind, there in self.there.items()}
        self.wishes = 2

    def known(self, kind: Kind) -> list[UUID]:
        return sorted(self.ever[kind.value]) if kind.value in self.ever else []

    def work(self):
        self.now += timedelta(seconds=1)
        return self.store.work(wish="test", by=None, at=self.now)

    @rule(data=st.data())
    def put_some(self, data):
        with self.work() as work:
            for kind in data.draw(st.lists(kinds, min_size=1, max_size=4)):
                value = data.draw(values(kind, self.known))
                work.put(value)
                self.there[kind.value][value.id] = value
                self.ever[kind.value].add(value.id)
        self.wishes += work.entry is not None

    @rule(data=st.data(), kind=kinds)
    def change_one_or_more_times(self, data, kind):
        id = data.draw(st.sampled_from(self.known(kind)))
        with self.work() as work:
            for made in data.draw(st.lists(values(kind, self.known), min_size=1, max_size=3)):
                self.there[kind.value][id] = replace(made, id=id)
                work.put(self.there[kind.value][id])
        self.wishes += work.entry is not None

    @rule(data=st.data(), kind=kinds)
    def take_one_away(self, data, kind):
        if there := self.there[kind.value]:
            value = there.pop(data.draw(st.sampled_from(sorted(there))))
            with self.work() as work:
                work.remove(value)
            self.wishes += 1

    @rule(data=st.data(), kind=kinds)
    def take_away_and_undo(self, data, kind):
        if there := self.there[kind.value]:
            value = there[data.draw(st.sampled_from(sorted(there)))]
            with self.work() as work:
                work.remove(value)
            with self.work() as undo:
                undo.put_all(work.before.values())
            self.wishes += 2

    @rule(data=st.data())
    def fail(self, data):
        try:
            with self.work() as work:
                work.put(data.draw(values(KINDS[Person])))
                work.keep_bytes(data.draw(st.binary()))
                raise InterruptedError
        except InterruptedError:
            pass

    @rule()
    def open_again(self):
        self.store.close()
        self.store = open_store(self.folder / "store")

    @invariant()
    def tables_are_as_they_should_be(self):
        view = self.store.reading()
        for kind, there in self.there.items():
            assert {each.id: each for each in view.all(kind)} == there

    def teardown(self):
        trail = list(self.store.trail())
        assert [entry.seq for entry in trail] == list(range(self.wishes))
        assert check(self.store) == ()
        gone = {id for by_id in replay(trail).records.values() for id, image in by_id.items() if image["gone"]}
        assert gone == {id for kind, ever in self.ever.items() for id in ever - self.there[kind].keys()}
        self.store.close()
        shutil.rmtree(self.folder)


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=10, stateful_step_count=12, deadline=None)

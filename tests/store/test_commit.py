"""An error from COMMIT does not mean "not saved": what is said afterwards is what is true."""

from dataclasses import replace

import pytest
from sqlcipher3 import dbapi2

from calm_instructor.domain.errors import WorldError
from calm_instructor.domain.ids import PersonId
from calm_instructor.domain.people import Person
from calm_instructor.domain.trail import Entry
from calm_instructor.messages import sentence
from calm_instructor.store.checking import check
from calm_instructor.store.connection import connect
from calm_instructor.store.database import Store
from calm_instructor.store.keys import read_keys
from tests.store.samples import NOON


class Disk:
    """A driver on a disk that has trouble of its own at the next commit."""

    def __init__(self, driver):
        self._driver = driver
        self.before_commit = self.after_commit = lambda: None

    def __getattr__(self, name):
        return getattr(self._driver, name)

    def commit(self):
        self.before_commit()
        self._driver.commit()
        self.after_commit()

    def dies(self):
        self._driver.close()
        raise dbapi2.OperationalError("disk I/O error")

    def stumbles(self):
        self.before_commit = self.after_commit = lambda: None
        raise dbapi2.OperationalError("disk I/O error")


@pytest.fixture
def disk(store):
    path, keys = store.line.path, read_keys(store.folder / "calm.key")
    store.line.driver.close()
    return Disk(connect(path, keys.data)), path, keys


def put_person(store: Store) -> Person:
    with store.work(wish="test", by=None, at=NOON) as work:
        person = Person(id=PersonId(work.new_id()), full_name="Siân")
        work.put(person)
    return person


def test_a_commit_that_says_no_but_was_made_is_saved(disk, caplog):
    driver, path, keys = disk
    with Store(path, keys, driver) as store:
        told: list[Entry] = []
        store.after_commit.append(told.append)
        driver.after_commit = driver.stumbles
        person = put_person(store)
        assert store.reading().get(Person, person.id) == person
        assert told == list(store.trail())[-1:]
        assert "was saved" in caplog.text
        with store.work(wish="test", by=None, at=NOON) as work:
            work.put(replace(person, site="Oban"))
        assert check(store) == ()


def test_a_commit_that_says_no_and_was_not_made_is_not_saved(disk):
    driver, path, keys = disk
    with Store(path, keys, driver) as store:
        told: list[Entry] = []
        store.after_commit.append(told.append)
        driver.before_commit = driver.stumbles
        with pytest.raises(WorldError) as no:
            put_person(store)
        assert no.value.code == "store.not_saved"
        assert sentence(no.value).startswith("Not saved (disk I/O error)")
        assert store.reading().all(Person) == ()
        assert told == []
        put_person(store)
        assert check(store) == ()


def test_where_the_trail_can_t_be_asked_nothing_is_claimed(disk):
    driver, path, keys = disk
    store = Store(path, keys, driver)
    driver.after_commit = driver.dies
    with pytest.raises(WorldError) as no:
        put_person(store)
    assert no.value.code == "store.not_known"
    assert "isn’t known" in sentence(no.value)
    with Store(path, keys, connect(path, keys.data)) as again:
        assert again.reading().count(Person) == 1
        assert check(again) == ()

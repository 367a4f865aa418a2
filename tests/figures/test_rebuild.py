"""Balances made anew from the entries: what was right stays, what was wrong is put right, and nobody is disturbed."""

import json

import pytest
from django.db import connection
from hypothesis import given

from dugnad.activities import actions
from dugnad.activities.posting import all_postings
from dugnad.cli.main import main
from dugnad.core import marks
from dugnad.core.errors import Refused
from dugnad.figures import fold, rebuild
from dugnad.figures.audit import audit
from dugnad.figures.models import Balance, Entry
from tests.figures.histories import histories, moves
from tests.figures.test_accounts import often, played
from tests.figures.threads import in_threads
from tests.world import act, details, register, term

pytestmark = pytest.mark.django_db


def elsewhere(do):
    """On a connection of its own; SQLite's database for tests has only one."""
    if connection.vendor == "sqlite":
        do()
    else:
        in_threads(do)


@pytest.fixture
def folded(world):
    """Some activities, of which one was amended and one is withdrawn; goods and money among them; all of it folded."""
    rich = register(world.bergen, world.kari, organisers=(world.paris,), goods=((term("measure", "food"), 12),), money_amount=100, money_currency="NOK")
    actions.amend(act(world.kari), rich, details(volunteers=11, goods=((term("measure", "food"), 13),)), reason="recount", revision=1)
    actions.withdraw(act(world.ola), register(world.oslo, world.ola), reason="twice")
    register(world.paris, world.luc)
    fold.fold_waiting()
    return world


@often
@given(story=histories, changes=moves)
def test_after_any_history_there_is_nothing_to_put_right(world, story, changes):
    def check(history):
        assert rebuild.rebuild().corrected == 0

    played(story, changes, check)


def test_a_lost_a_wrong_and_an_invented_balance_are_put_right(folded):
    Balance.objects.filter(unit=folded.bergen.pk, facet="cause").delete()
    Balance.objects.filter(unit=folded.norway.pk, facet="").update(volunteers=999)
    some = Balance.objects.filter(unit=folded.paris.pk, facet="").values().first()
    Balance.objects.bulk_create([Balance(**some | {"value": "nonsense", "facet": "cause"})])
    assert rebuild.rebuild().corrected == 3
    assert audit(all_postings).differences == []


def test_goods_and_money_are_counted_with_their_amounts(folded):
    Balance.objects.filter(facet__in=("measure", "money")).delete()
    assert rebuild.rebuild().corrected > 0
    assert Balance.objects.get(unit=folded.bergen.pk, facet="measure", value="food").amount == 13_000


def test_how_far_it_is_is_told(folded):
    told = []
    found = rebuild.rebuild(told.append)
    assert (sum(told), found.entries, found.balances) == (rebuild.many(), Entry.objects.filter(folded=True).count(), found.balances)


def test_many_chunks_are_added_up_as_one(folded, monkeypatch):
    monkeypatch.setattr("dugnad.core.frames.CHUNK", 1)
    monkeypatch.setattr("dugnad.core.frames.BLOCK", 1)
    for _more in range(12):
        register(folded.oslo, folded.ola)
    fold.fold_waiting()
    assert rebuild.rebuild().corrected == 0


@pytest.mark.django_db(transaction=True)
def test_two_who_rebuild_at_once_do_not_correct_twice(shared_world):
    register(shared_world.bergen, shared_world.kari)
    fold.fold_waiting()
    Balance.objects.filter(unit=shared_world.bergen.pk, facet="").update(volunteers=999)
    with pytest.raises(Refused, match="Somebody else"):
        rebuild.rebuild(lambda many: elsewhere(lambda: marks.touch("rebuilt")))
    assert rebuild.rebuild().corrected == 1


def test_without_entries_there_are_no_balances(world):
    assert rebuild.rebuild() == rebuild.Rebuilt(0, 0, 0)


def test_the_command_puts_right_and_says_so(folded, capsys):
    Balance.objects.filter(unit=folded.bergen.pk, facet="").delete()
    assert main(["rebuild", "--arrivals"]) == 0
    assert "1 put right" in capsys.readouterr().out
    assert main(["rebuild", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["corrected"] == 0

"""A unit belongs elsewhere from a day on, and what was registered since then counts there."""

from datetime import date, timedelta

import pytest

from dugnad.activities.actions import place
from dugnad.activities.actions.recount import recount_unit
from dugnad.activities.posting import all_postings
from dugnad.core.errors import Refused
from dugnad.figures import reading
from dugnad.figures.audit import audit
from dugnad.figures.fold import fold_waiting
from tests.world import act, register

ADDRESS = "/units/no-berg-esn/place/"


def counted(unit):
    return reading.total(reading.Question((unit.pk,))).activities


def settled():
    while fold_waiting():
        pass
    return audit(all_postings).differences


@pytest.fixture
def ines(client, world):
    client.force_login(world.ines, backend="dugnad.access.backend.SignIn")
    return client


def two(world):
    register(world.bergen, world.kari, starts_on=date(2025, 12, 31), title="Before")
    register(world.bergen, world.kari, starts_on=date(2026, 1, 1), title="After")


def test_a_moved_section_takes_with_it_what_happened_since(world):
    two(world)
    place.move(act(world.ines), world.bergen, world.france, date(2026, 1, 1))
    assert recount_unit(world.bergen.pk, date(2026, 1, 1)) == 1
    assert (counted(world.norway), counted(world.france), counted(world.top)) == (1, 1, 2)
    assert settled() == []


def test_a_country_that_joined_a_platform_years_ago_counts_there_since(world):
    two(world)
    cep = type(world.norway).objects.get(code="CEP")
    place.join(act(world.ines), world.norway, cep, date(2026, 1, 1))
    recount_unit(world.norway.pk, date(2026, 1, 1))
    assert (counted(cep), settled()) == (1, [])


def test_a_country_that_left_no_longer_counts_there(world):
    two(world)
    place.leave(act(world.ines), world.norway, world.nep, date(2026, 1, 1))
    recount_unit(world.norway.pk, date(2026, 1, 1))
    assert (counted(world.nep), settled()) == (1, [])


def test_counting_anew_twice_does_no_harm(world):
    two(world)
    for _time in range(2):
        recount_unit(world.bergen.pk, date(2020, 1, 1))
    assert (counted(world.norway), settled()) == (2, [])


def test_the_page_moves_and_the_worker_counts(ines, world):
    two(world)
    answer = ines.post(ADDRESS, {"what": "move", "move-whole": world.france.pk, "move-since": "2026-01-01"}, follow=True)
    assert "counted anew within minutes" in answer.content.decode()
    assert (counted(world.france), settled()) == (1, [])


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"what": "move", "move-whole": "FR", "move-since": str(date.today() + timedelta(days=1))}, "Move it on the day itself, or afterwards."),
        ({"what": "join", "join-whole": "CEP", "join-since": "2026-02-01", "join-until": "2026-01-01"}, "It ends before it begins."),
        ({"what": "join", "join-whole": "CEP", "join-since": "1600-02-01"}, "Check the year: it must lie between 1980 and 2100."),
        ({"what": "join", "join-whole": "CEP", "join-since": "soon"}, "That day does not exist"),
        ({"what": "move", "move-whole": "", "move-since": "2026-01-01"}, "Please fill this in."),
    ],
)
def test_what_is_wrong_is_said_at_the_field(ines, world, typed, says):
    whole = f"{typed['what']}-whole"
    known = type(world.norway).objects.filter(code=typed[whole]).first()
    answer = ines.post(ADDRESS, typed | {whole: known.pk if known else ""})
    assert (answer.status_code, says in answer.content.decode()) == (422, True)


def test_nothing_is_joined_twice_and_only_platforms_are(world):
    with pytest.raises(Refused, match="belongs there already"):
        place.join(act(world.ines), world.norway, world.nep, date(2026, 1, 1))
    with pytest.raises(Refused, match="Only a platform"):
        place.join(act(world.ines), world.norway, world.france, date(2026, 1, 1))


def test_a_section_moves_to_another_country_only(world):
    with pytest.raises(Refused, match="cannot lie below"):
        place.move(act(world.ines), world.bergen, world.oslo, date(2026, 1, 1))
    with pytest.raises(Refused, match="lies there already"):
        place.move(act(world.ines), world.bergen, world.norway, date(2026, 1, 1))


def test_an_unknown_change_changes_nothing(ines, world):
    assert ines.post(ADDRESS, {"what": "explode"}).status_code == 200
    world.bergen.refresh_from_db()
    assert world.bergen.parent == world.norway

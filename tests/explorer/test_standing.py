"""Who is new, active, quiet or silent: from the months in which a unit reported."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from dugnad.core.periods import month_of, parse_month
from dugnad.explorer.standing import State, state_of, terms_in_a_row
from dugnad.network.actions import add
from dugnad.network.models import Level
from tests.world import register

NOW = parse_month("2026-11")


def months(*written):
    return [parse_month(text) for text in written]


@pytest.mark.parametrize(
    ("reported", "state"),
    [
        ((), State.NEVER),
        (("2026-11",), State.NEW),
        (("2025-12",), State.NEW),
        (("2025-11",), State.QUIET),
        (("2025-10",), State.SILENT),
        (("2024-03", "2026-05"), State.RETURNING),
        (("2024-03", "2026-09", "2026-11"), State.RETURNING),
        (("2024-03", "2025-09", "2026-05"), State.ACTIVE),
        (("2024-03", "2025-09", "2026-04"), State.QUIET),
        (("2020-01", "2025-10"), State.SILENT),
    ],
)
def test_the_state_follows_from_the_months(reported, state):
    assert state_of(months(*reported), NOW) == state


@pytest.mark.parametrize(
    ("reported", "row"),
    [
        ((), 0),
        (("2026-08",), 1),
        (("2026-02", "2026-11"), 2),
        (("2025-08", "2026-03"), 2),  # the running term has nothing yet, and does not break the row
        (("2026-01", "2026-03"), 2),  # January belongs to the term that began in August
        (("2025-03", "2026-03"), 1),
        (("2025-03",), 0),
    ],
)
def test_terms_in_a_row(reported, row):
    assert terms_in_a_row(months(*reported), NOW) == row


def page(client, question="unit=NO"):
    return client.get(f"/figures/standing/?{question}").content.decode()


def test_the_silent_stand_first_with_the_way_to_ask(world, client):
    register(world.bergen, world.kari, starts_on=timezone.localdate() - timedelta(days=3))
    register(world.oslo, world.ola, starts_on=date(2021, 3, 14))
    shown = page(client)
    assert shown.index("ESN Oslo") < shown.index("ESN Bergen") and "/units/no-oslo-esn/offices/" in shown
    assert "How 2 local units stand" in shown and "1 silent" in shown and "1 new" in shown and "0 active" in shown


def test_one_state_is_shown_alone(world, client):
    register(world.bergen, world.kari, starts_on=timezone.localdate() - timedelta(days=3))
    shown = page(client, "unit=NO&state=never")
    assert "ESN Oslo" in shown and "ESN Bergen" not in shown and "None just now." in page(client, "unit=NO&state=quiet")


def test_a_platform_and_the_network_are_asked_alike(world, client):
    assert "How 2 local units stand" in page(client, "unit=NEP") and "How 3 local units stand" in page(client, "")


def test_a_section_has_itself_and_an_empty_country_nobody(world, client):
    assert "How 1 local unit stands" in page(client, "unit=NO-BERG-ESN")
    assert "No local units lie below it." in page(client, "unit=SE")


def test_an_unknown_unit_is_not_found(world, client):
    assert client.get("/figures/standing/?unit=NOWHERE").status_code == 404


@pytest.mark.parametrize("count", [1, 3, 300])
def test_the_queries_do_not_grow_with_the_units(world, client, count, django_assert_max_num_queries):
    level = Level.objects.get(key="section")
    for number in range(count):
        add(level, f"NO-X{number}-ESN", f"Section {number:03}", parent=world.norway, country="NO")
    with django_assert_max_num_queries(12):
        assert f"How {count + 2} local units stand" in page(client)


def test_the_running_month_counts_and_the_future_does_not(world, client):
    register(world.bergen, world.kari, starts_on=timezone.localdate())
    assert month_of(timezone.localdate()) and "1 new" in page(client)


def test_the_network_sees_it_country_by_country_the_lowest_share_first(world, client):
    register(world.bergen, world.kari, starts_on=timezone.localdate())
    found = re.findall(r'<a href="\?unit=(\w+)">[^<]+</a></th><td class="n">(\d)</td><td class="n">(\d)</td><td class="n">(\d+%)', page(client, ""))
    assert found == [("FR", "0", "1", "0%"), ("NO", "1", "2", "50%")]
    assert "Country by country" not in page(client, "unit=NO") and "Country by country" in page(client, "unit=NEP")

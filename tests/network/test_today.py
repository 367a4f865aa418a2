"""A unit's day is the day at its place: at midnight there, not at the server."""

from datetime import date, time

import pytest

from dugnad.network.models import Unit
from tests.world import on, register

EVE = date(2026, 11, 30)


@pytest.mark.parametrize(("zone", "day"), [("UTC", EVE), ("Europe/Oslo", date(2026, 12, 1)), ("Atlantic/Azores", EVE), ("Asia/Baku", date(2026, 12, 1))])
def test_the_day_begins_at_midnight_there(zone, day):
    with on(EVE, time(23, 30)):
        assert Unit(timezone=zone).today == day


def test_what_is_registered_after_midnight_there_stands_on_the_page_of_the_section_at_once(world, client):
    Unit.objects.update(timezone="Europe/Oslo")
    with on(date(2025, 12, 31), time(23, 30)):
        assert "in 2026" in client.get("/units/no-berg-esn/").content.decode()
        register(world.bergen, world.kari, title="First of the year", starts_on=date(2026, 1, 1))
        pages = [client.get(page).content.decode() for page in ("/", "/units/no-berg-esn/", "/figures/?span=year")]
    assert all("First of the year" in page for page in pages[:2]) and "2026" in pages[2]

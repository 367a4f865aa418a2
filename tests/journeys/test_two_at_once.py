"""Two coordinators amend the same activity in two browsers: the second sees both versions, and loses nothing."""

import pytest

from tests.journeys.conftest import _page
from tests.world import register

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def another(chromium, live_server, town):
    yield from _page(chromium, live_server, width=1280)


def test_the_second_sees_both_versions_and_decides(phone, another, town):
    activity = register(town.bergen, town.kari)
    address = f"/activities/{activity.pk}/amend/"
    for page, name in ((phone, "kari"), (another, "marianne")):
        page.sign_in(name)
        page.goto(address)
    another.fill("[name=volunteers]", "11")
    another.fill("[name=reason]", "Marianne counted")
    another.click("#record .actions button")
    another.wait_for_url(f"**/activities/{activity.pk}/")
    phone.fill("[name=volunteers]", "13")
    phone.fill("[name=title]", "Clean-up at the big fjord")
    phone.fill("[name=reason]", "Kari counted")
    phone.click("#record .actions button")
    both = phone.inner_text("[role=alert] table")
    assert "11" in both and "13" in both and "Clean-up at the big fjord" in both
    assert (phone.input_value("[name=volunteers]"), phone.input_value("[name=reason]")) == ("13", "Kari counted")
    phone.click("#record .actions button")
    phone.wait_for_url(f"**/activities/{activity.pk}/")
    activity.refresh_from_db()
    assert (activity.volunteers, activity.title, activity.revision) == (13, "Clean-up at the big fjord", 3)
    assert "Marianne counted" in phone.inner_text(".history") and "Kari counted" in phone.inner_text(".history")

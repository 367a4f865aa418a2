"""A figure as it stood opens the activities that made it then, withdrawn or changed since or not."""

import re
from datetime import date

import pytest

from dugnad.activities import actions
from dugnad.activities.models import Activity
from tests.explorer.test_ask import ALL, asked
from tests.explorer.test_compare import SIDES
from tests.world import act, details, on, register, term

pytestmark = pytest.mark.thorough

DAY = "2026-06-30"


@pytest.fixture
def story(world):
    """In April a joint one and one in Paris; since then the one has another cause, the other is gone, and a third came late."""
    tags = {"tags": (term("objective", "environment-waste"), term("sdg", "12"), term("action", "take-action"))}
    with on(date(2026, 4, 2)):
        joint = register(world.bergen, world.kari, organisers=(world.oslo,), goods=((term("measure", "litter"), 40),), **tags)
        gone = register(world.paris, world.luc, title="Blood drive", cause=term("cause", "health"), **tags)
    actions.amend(act(world.kari), joint, details(cause=term("cause", "culture"), organisers=(world.oslo,)), reason="wrong cause", revision=1)
    actions.withdraw(act(world.luc), gone, reason="twice")
    register(world.oslo, world.ola, title="Late")
    return world


def opened(client, href):
    """The number at the head of the list, and the sum of its lines."""
    page = client.get(href).content.decode()
    lines = re.findall(r'<td class="n">([\d.]+)</td></tr>', page.split("<tfoot>")[0])
    return float(re.search(r"<h1>([\d.]+) ", page)[1]), sum(map(float, lines))


@pytest.mark.parametrize("question", ["by=month", "by=cause", "by=unit", "by=sdg", "by=objective", "by=action", "by=measure", *SIDES])
def test_every_cell_opens_those_that_counted_then(story, client, question):
    found = asked(client, f"{ALL}&{question}&as_of={DAY}")
    cells = [cell for row in found["rows"] for cell in row["cells"] if cell["value"]]
    assert (cells or "type" in question) and [opened(client, cell["href"]) for cell in cells] == [(cell["value"],) * 2 for cell in cells]


def test_volunteers_open_as_volunteers(story, client):
    href = asked(client, f"{ALL}&measure=volunteers&as_of={DAY}&by=unit")["columns"][0]["href"]
    assert opened(client, href) == (20, 20)


def test_what_is_gone_shows_its_unit_and_not_its_title(story, client):
    page = client.get(f"/figures/behind/?unit=FR&{ALL}&as_of={DAY}").content.decode()
    assert "ESN Paris" in page and "withdrawn since" in page and "Blood drive" not in page


def test_nothing_was_counted_before_it_was_registered(story, client):
    assert "Nothing was counted here on that day." in client.get("/figures/behind/?unit=NO&as_of=2026-03-30").content.decode()


def test_without_a_day_it_is_the_list_of_activities(story, client):
    assert client.get("/figures/behind/?unit=NO&from=2026-03&to=2026-03")["Location"] == "/activities/?unit=NO&from=2026-03&to=2026-03"
    assert client.get(f"/figures/behind/?unit=NO&{ALL}")["Location"] == "/activities/?unit=NO"


@pytest.mark.parametrize("question", ["unit=NOWHERE", "as_of=soon", "as_of=2099-01-01", "from=2026-13"])
def test_a_wrong_question_is_not_found(story, client, question):
    assert client.get(f"/figures/behind/?{question}").status_code == 404


def test_of_very_many_the_newest_are_shown(story, client, monkeypatch):
    monkeypatch.setattr("dugnad.explorer.behind.SHOWN", 1)
    page = client.get(f"/figures/behind/?{ALL}&as_of={DAY}").content.decode()
    assert "there are more" in page and "<tfoot>" not in page


def test_a_record_that_is_gone_for_good_leaves_its_line(story, client):
    Activity.objects.filter(title="Blood drive").delete()
    assert opened(client, f"/figures/behind/?unit=FR&{ALL}&as_of={DAY}") == (1, 1)


def test_the_queries_of_an_earlier_day_grow_with_no_number(story, client, django_assert_max_num_queries):
    for number in range(120):
        with on(date(2026, 7, 1 + number % 25)):
            register(story.bergen, story.kari, title=f"Number {number}")
    client.get("/figures/?by=cause")
    with django_assert_max_num_queries(24):
        client.get(f"/figures/?unit=NO&{ALL}&as_of={DAY}")
    with django_assert_max_num_queries(24):
        client.get(f"/figures/behind/?unit=NO&{ALL}&as_of={DAY}")

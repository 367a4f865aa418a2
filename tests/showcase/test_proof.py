"""Who holds a print finds its figures: as they stood, as they are, and what changed since."""

import re
from datetime import date

import pytest

from dugnad.activities import actions
from dugnad.core.periods import ALWAYS, year
from dugnad.figures import proofs
from tests.world import act, details, on, register


def page_of(client, code):
    answer = client.get(f"/p/{code}/")
    assert answer.status_code == 200
    return answer.content.decode()


def rows(page):
    """Label → the figures then, now, and the difference."""
    found = re.findall(r'<tr><th scope="row">([^<]+)</th><td class="n"><strong>([^<]+)</strong></td><td class="n">([^<]+)</td><td class="n">(.*?)</td>', page)
    return {label: (then, now, re.sub("<[^>]+>", "", added)) for label, then, now, added in found}


def test_a_units_figures_stand_beside_those_of_now(world, client):
    register(world.bergen, world.kari, volunteers=7)
    code = proofs.of_unit(world.norway.pk, year(2026))
    register(world.oslo, world.ola, volunteers=5)
    told = rows(page_of(client, code))
    assert told["activities"] == ("1", "2", "+1") and told["volunteers"] == ("7", "12", "+5")


def test_it_says_whose_figures_of_when_and_where_to_look_further(world, client):
    with on(date(2026, 10, 1)):
        register(world.bergen, world.kari)
    page = page_of(client, proofs.of_unit(world.norway.pk, year(2026)))
    assert "Norway, 2026" in page and "Oct 1, 2026" in page
    assert "/figures/?unit=NO&amp;from=2026-01&amp;to=2026-12&amp;as_of=2026-10-01" in page
    for href in re.findall(r'href="(/(?:figures|activities)/\?[^"]+)"', page):
        assert client.get(href.replace("&amp;", "&")).status_code == 200


def test_of_all_years_the_explorer_is_asked_for_all_years(world, client):
    register(world.bergen, world.kari)
    page = page_of(client, proofs.of_unit(world.norway.pk, ALWAYS))
    assert "Norway, all years" in page and "span=always" in page


def test_an_activitys_figures_are_those_that_were_printed_after_it_was_amended(world, client):
    activity = register(world.bergen, world.kari, volunteers=7)
    code = proofs.of_record(activity.pk)
    actions.amend(act(world.kari), activity, details(volunteers=9), revision=activity.revision, reason="counted again")
    page = page_of(client, code)
    assert rows(page)["volunteers"] == ("7", "9", "+2") and rows(page)["activities"][2] == "the same" and activity.title in page


def test_a_withdrawn_activity_is_not_named_to_the_world(world, client, sign_in):
    activity = register(world.bergen, world.kari, title="Secret picnic")
    code = proofs.of_record(activity.pk)
    actions.withdraw(act(world.kari), activity, reason="twice")
    page = page_of(client, code)
    assert "Secret picnic" not in page and "withdrawn since" in page and rows(page)["activities"] == ("1", "0", "−1")
    assert "Secret picnic" in page_of(sign_in(world.kari), code)


def test_before_anything_was_registered_nothing_was_counted(world, client):
    page = page_of(client, proofs.of_unit(world.norway.pk))
    assert "nothing had been registered yet" in page and "Nothing was counted then" in page


def test_case_and_dashes_do_not_matter(world, client):
    code = proofs.of_record(register(world.bergen, world.kari).pk)
    assert proofs.shown(code) in page_of(client, proofs.shown(code).lower())


@pytest.mark.parametrize("code", ["ABCD-EFGH", "1", "UUUU", "<script>", "7" * 80])
def test_a_mistyped_code_is_said_to_be_one(world, client, code):
    answer = client.get(f"/p/{code}/")
    assert answer.status_code == 404 and "This code proves nothing" in answer.content.decode() and "<script>ABC" not in answer.content.decode()


@pytest.mark.parametrize("numbers", [[1, 10**30], [1, 10**30, 0], [10**30, 1, 0], [1, 1, 10**9, 4], [1, 1, 5, 10**9]])
def test_a_code_of_impossible_numbers_proves_nothing(world, client, numbers):
    register(world.bergen, world.kari)
    assert client.get(f"/p/{proofs._written(numbers)}/").status_code == 404


def test_a_code_may_be_typed(world, client):
    code = proofs.of_record(register(world.bergen, world.kari).pk)
    assert "Check printed figures" in client.get("/p/").content.decode()
    assert client.get(f"/p/?code={proofs.shown(code)}", follow=True).status_code == 200


def test_it_asks_little(world, client, django_assert_max_num_queries):
    for number in range(5):
        register(world.bergen, world.kari, title=f"Clean-up {number}")
    code = proofs.of_unit(world.norway.pk)
    client.get(f"/p/{code}/")
    with django_assert_max_num_queries(12):
        client.get(f"/p/{code}/")

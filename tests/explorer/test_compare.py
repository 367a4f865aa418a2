"""Several units side by side, causes side by side: each number is its own, opens its own, and what was typed is kept."""

import html
import re

import pytest

from tests.explorer.test_ask import ALL, asked, in_list, text, two  # noqa: F401
from tests.world import register

pytestmark = [pytest.mark.usefixtures("two"), pytest.mark.thorough]


def inputs(client, question):
    page = client.get(f"/figures/?{question}").content.decode()
    return [html.unescape(found) for found in re.findall(r'<input name="unit" value="([^"]*)"', page)]


def columns(found):
    return [(column["key"], column["value"], column["before"]) for column in found["columns"]]


def test_units_stand_side_by_side_with_their_year_before(client):
    found = asked(client, "unit=NO&unit=FR&from=2026-01&to=2026-04&by=cause")
    assert columns(found) == [("NO", 1, 0), ("FR", 0, 1)]
    assert found["sentence"] == "Activities, January 2026 to April 2026: Norway 1, France 0 (−100%)."


def test_a_platform_stands_beside_a_country(client):
    assert columns(asked(client, f"unit=NEP&unit=FR&{ALL}&by=month")) == [("NEP", 1, None), ("FR", 1, None)]


def test_by_unit_they_are_the_rows_and_have_no_sum(client):
    found = asked(client, f"unit=NO&unit=FR&{ALL}&by=unit")
    assert [(row["key"], row["value"]) for row in found["rows"]] == [("FR", 1), ("NO", 1)]
    assert "<tfoot>" not in client.get(f"/figures/?unit=NO&unit=FR&{ALL}&by=unit").content.decode()


def test_each_is_taken_once_by_code_by_name_or_after_a_comma(client):
    assert asked(client, f"unit=no&unit=Norway, FR&unit=ESN+Oslo&{ALL}")["units"] == ["NO", "FR", "NO-OSLO-ESN"]


def test_what_was_typed_is_kept_with_room_for_one_more(client):
    assert inputs(client, "") == [""]
    assert inputs(client, "unit=NO&unit=Nowhere") == ["NO", "Nowhere", ""]


def test_very_many_are_refused_in_words_and_kept(client):
    question = "&".join(f"unit=X{number}" for number in range(300))
    page = client.get(f"/figures/?{question}")
    assert page.status_code == 422 and "These are 300 units; compare at most 12 at a time." in page.content.decode()
    assert inputs(client, question) == [", ".join(f"X{number}" for number in range(300))]


def test_twelve_leave_no_room_for_another(client):
    assert len(inputs(client, "&".join(["unit=NO"] * 12))) == 12


@pytest.mark.parametrize("typed", ["x" * 100_000, "%F0%9F%98%80", "%00NO%00X", "%27%20OR%201=1"])
def test_nonsense_is_no_unit(client, typed):
    page = client.get(f"/figures/?unit={typed}")
    assert page.status_code == 422 and "There is no such unit" in page.content.decode()


def test_causes_stand_side_by_side_and_add_up(client):
    found = asked(client, f"{ALL}&by=month&across=cause")
    assert columns(found) == [("environment", 1, None), ("health", 1, None)]
    march = next(row for row in found["rows"] if row["key"] == "2026-03")
    assert [cell["value"] for cell in march["cells"]] == [1, 0] and found["chart"] == "stacked"
    assert "In all" in client.get(f"/figures/?{ALL}&by=month&across=cause").content.decode()


def test_units_below_stand_side_by_side_the_largest_first(client, world):
    register(world.oslo, world.ola, title="Second")
    found = asked(client, f"unit=NO&{ALL}&by=cause&across=unit")
    assert columns(found) == [("NO-OSLO-ESN", 2, None), ("NO-BERG-ESN", 1, None)]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("unit=NO&unit=FR&across=cause&by=month", "Several units stand side by side already"),
        ("by=sdg&across=cause", "Causes can stand side by side by month or by unit."),
        ("by=unit&across=unit", "The units are the rows already."),
    ],
)
def test_what_cannot_stand_side_by_side_is_said(client, question, says):
    assert says in client.get(f"/figures/?{question}").content.decode()


SIDES = (
    "by=month&across=cause",
    "by=unit&across=cause",
    "by=month&across=unit",
    "by=cause&across=unit",
    "by=sdg&across=unit",
    "by=type&unit=NO&unit=FR",
    "by=action&unit=NO&unit=FR",
)


@pytest.mark.parametrize("question", SIDES)
def test_every_cell_opens_the_activities_behind_it(client, question):
    found = asked(client, f"{ALL}&{question}")
    cells = [cell for row in found["rows"] for cell in row["cells"]] + found["columns"]
    assert [cell["value"] for cell in cells] == [in_list(client, cell["href"]) for cell in cells]


def test_an_answer_of_nothing_has_no_picture_and_no_files_of_rows(client):
    assert "Nothing to count yet." in text(client, "unit=SE&by=cause")


@pytest.mark.parametrize("question", [*SIDES, "by=cause&unit=NO&unit=FR&unit=NEP"])
def test_the_queries_stay_few_whatever_stands_side_by_side(client, question, django_assert_max_num_queries):
    client.get("/figures/?by=cause")  # words and names are kept at hand
    with django_assert_max_num_queries(13):
        client.get(f"/figures/?{ALL}&{question}")

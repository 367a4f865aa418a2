"""Any question to the figures: the address is the question, and every number of the answer opens."""

import csv
import html
import re
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from dugnad.activities import actions
from dugnad.explorer.question import PARTS
from dugnad.figures import arrivals, fold
from dugnad.figures.models import Entry
from dugnad.network.actions import join
from tests.world import act, register, term

ALL = "span=always"


def text(client, question):
    return html.unescape(re.sub(r"<[^>]+>", "", client.get(f"/figures/?{question}").content.decode()))


def asked(client, question):
    return client.get(f"/figures.json?{question}").json()


def in_list(client, href):
    page = client.get(href).content.decode()
    return int(re.search(r"<h1>(\d[\d,]*)", page)[1].replace(",", ""))


@pytest.fixture
def two(world):
    """A joint one in March, and one in Paris a year before."""
    tags = (term("objective", "environment-waste"), term("sdg", "12"), term("action", "take-action"))
    register(
        world.bergen,
        world.kari,
        organisers=(world.oslo,),
        tags=tags,
        goods=((term("measure", "litter"), 40),),
    )
    register(world.paris, world.luc, starts_on=date(2025, 3, 2), title="Blood drive", cause=term("cause", "health"))
    return world


def test_the_answer_is_one_sentence_with_its_span(two, client):
    assert "Test network, all years. Activities: 2." in text(client, ALL)
    assert "Norway, March 2026. Volunteers: 10." in text(client, "unit=NO&measure=volunteers&from=2026-03&to=2026-03")


@pytest.mark.parametrize(("span", "said"), [("from=2026-03", "since March 2026"), ("to=2026-03", "until March 2026")])
def test_a_span_may_have_one_end(two, client, span, said):
    assert f"Test network, {said}. Activities:" in text(client, span)


@pytest.mark.parametrize("question", ["unit=NO-BERG-ESN&by=unit", "unit=NO-BERG-ESN&by=month&across=unit"])
def test_nothing_lies_below_a_section(two, client, question):
    assert asked(client, f"{ALL}&{question}")["total"] == 1 and "Nothing to count yet." in text(client, f"{ALL}&{question}")


def test_a_platform_without_members_is_asked_like_any(two, client):
    from dugnad.network.models import Belonging, Unit

    Belonging.objects.filter(whole__code="NEP").delete()
    assert asked(client, f"unit=NEP&{ALL}")["could"] == 0 and Unit.objects.filter(code="NEP").exists()


def test_it_is_set_beside_the_same_months_a_year_before(two, client):
    assert "The same months a year before: 1 (+0%)." in text(client, "from=2026-01&to=2026-04")


def test_a_month_that_is_not_over_is_set_beside_nothing(two, client):
    assert asked(client, "span=year")["before"] is None and "A year before" not in text(client, "span=year&by=cause")


@pytest.mark.thorough
@pytest.mark.parametrize("by", PARTS)
def test_every_number_opens_the_activities_behind_it(two, client, by):
    found = asked(client, f"{ALL}&by={by}")
    counts = [(row["value"], in_list(client, row["href"])) for row in found["rows"] if by != "measure"]
    assert counts == [(value, value) for value, _opened in counts] and (by in ("type", "measure", "label", "origin") or sum(value for value, _opened in counts))


def test_goods_are_counted_in_their_own_unit(two, client):
    found = asked(client, f"{ALL}&by=measure")
    assert [(row["key"], row["value"], in_list(client, row["href"])) for row in found["rows"]] == [("litter", 40.0, 1)]


def test_a_joint_activity_counts_once_for_each_unit_and_once_in_all(two, client):
    found = asked(client, f"unit=NO&{ALL}&by=unit")
    assert (found["total"], [row["value"] for row in found["rows"]]) == (1, [1, 1])
    assert "The rows come to 2, all is 1: a joint activity counts once for each organiser and once in all" in text(client, f"unit=NO&{ALL}&by=unit")


def test_a_platform_is_asked_by_its_countries(two, client):
    join(two.france, two.nep, date(2026, 1, 1))
    found = asked(client, f"unit=NEP&{ALL}&by=unit")
    assert [(row["key"], row["value"]) for row in found["rows"]] == [("NO", 1)]


def test_as_it_stood_before_it_was_registered_it_was_nothing(two, client):
    fold.fold_waiting()
    arrivals.collect()
    Entry.objects.update(at=timezone.now().replace(year=2026, month=4, day=1))
    list(arrivals.rebuild())
    actions.withdraw(act(two.luc), two.paris.activities.get(), reason="twice")
    assert [asked(client, f"{ALL}&as_of={day}")["total"] for day in ("2026-03-01", "2026-05-01")] == [0, 2]
    assert asked(client, ALL)["total"] == 1
    assert "As it stood at the end of May 1, 2026." in text(client, f"{ALL}&as_of=2026-05-01")


def test_it_says_how_many_of_those_who_could_did(two, client):
    assert "3 of 3 local units have registered something" in text(client, ALL)
    assert "2 of 3" in text(client, "from=2026-03&to=2026-03")
    found = asked(client, f"unit=NO&{ALL}")
    assert (found["reporting"], found["could"]) == (2, 2)


def test_what_lies_before_the_last_ten_years_is_said(two, client):
    register(two.bergen, two.kari, starts_on=date(2010, 3, 2), title="Long ago")
    assert "The rows are the last ten years and come to 2; in all years it is 3." in text(client, ALL)


def test_what_says_nothing_of_it_is_said(two, client):
    assert "some activities say nothing of this" in text(client, f"{ALL}&by=sdg")


def test_the_months_of_a_span_are_all_there(two, client):
    rows = asked(client, "from=2026-01&to=2026-04")["rows"]
    assert [(row["key"], row["value"], row["before"]) for row in rows] == [("2026-01", 0, 0), ("2026-02", 0, 0), ("2026-03", 1, 1), ("2026-04", 0, 0)]


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("unit=NOWHERE", "There is no such unit"),
        ("from=2026-13", "Write the month like 2026-03."),
        ("from=2026-05&to=2026-04", "It lies before the first month."),
        ("as_of=soon", "That day does not exist"),
        ("as_of=0007-01-01", "Check the year: it must lie between 1980 and 2100."),
        ("as_of=2099-01-01", "That day has not come yet."),
        ("chart=pie", "Choose one from the list."),
        ("measure=love", "Choose one from the list."),
        ("by=weather", "Choose one from the list."),
        ("span=ever", "Choose one from the list."),
    ],
)
def test_a_wrong_question_is_said_at_its_field(two, client, question, says):
    answer = client.get(f"/figures/?{question}")
    assert (answer.status_code, says in html.unescape(answer.content.decode())) == (422, True)
    assert client.get(f"/figures.csv?{question}").status_code == 404


def test_the_files_say_the_same_as_the_page(two, client):
    question = f"{ALL}&by=cause"
    lines = list(csv.reader(StringIO(client.get(f"/figures.csv?{question}").content.decode("utf-8-sig"))))
    sheet = load_workbook(BytesIO(client.get(f"/figures.xlsx?{question}").content)).active
    assert lines[0] == ["key", "cause", "activities", "a year before"] and lines[-1][1:3] == ["in all", "2"]
    assert [str(row[2].value) for row in sheet.iter_rows()] == [line[2] for line in lines]
    assert [(row["key"], str(row["value"])) for row in asked(client, question)["rows"]] == [(line[0], line[2]) for line in lines[1:-1]]
    assert client.get(f"/figures.pdf?{question}").status_code == 404


def test_a_title_that_looks_like_a_formula_is_text_in_the_file(two, client):
    type(two.oslo).objects.filter(pk=two.oslo.pk).update(name="=1+1", names={})
    assert (
        "\n'=1+1" not in client.get(f"/figures.csv?unit=NO&{ALL}&by=unit").content.decode()
        and ",'=1+1," in client.get(f"/figures.csv?unit=NO&{ALL}&by=unit").content.decode()
    )


def test_before_anything_is_founded_the_page_is_a_page(db, client):
    assert client.get("/figures/").status_code == 200


@pytest.mark.parametrize("count", [1, 3, 60])
@pytest.mark.parametrize("by", ["month", "cause", "unit"])
def test_the_queries_do_not_grow_with_the_activities(world, client, count, by, django_assert_max_num_queries):
    from datetime import timedelta

    for number in range(count):
        register(world.bergen, world.kari, title=f"Number {number}", starts_on=date(2026, 3, 14) - timedelta(days=number * 9))
    client.get("/about/")  # words are kept at hand
    with django_assert_max_num_queries(12):
        client.get(f"/figures/?unit=NO&{ALL}&by={by}")

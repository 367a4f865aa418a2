"""Lists: filters that give the figure's own rows, and pages that stay put while others register."""

import json
from datetime import date, timedelta

import pytest
from django.utils import translation

from dugnad.activities import actions
from dugnad.cli.main import main
from dugnad.core.ids import uuid7
from dugnad.figures import reading
from dugnad.network.actions import leave
from dugnad.network.models import Unit
from tests.api.asking import Program, fields
from tests.world import act, details, register, term

pytestmark = pytest.mark.thorough


def titles(program, **query):
    return [row["title"] for row in program.get("/activities", **query).json()["items"]]


def pages(program, **query):
    found, cursor = [], ""
    while cursor is not None:
        page = program.get("/activities", cursor=cursor, **query).json()
        found, cursor = [*found, *(row["id"] for row in page["items"])], page["next"]
    return found


@pytest.fixture
def eleven(world):
    days = [date(2026, 3, 1 + number // 3) for number in range(11)]
    return [str(register(world.bergen, world.kari, title=f"No. {n}", starts_on=day, organisers=(world.paris,)).pk) for n, day in enumerate(days)]


@pytest.mark.parametrize("unit", ["", "INT", "NEP", "no-berg-esn", "FR"])
def test_pages_give_each_activity_once(world, eleven, unit):
    found = pages(Program(), limit=2, unit=unit)
    assert len(found) == 11 and set(found) == set(eleven)


def test_a_page_stays_put_while_others_register(world, eleven):
    first = Program().get("/activities", limit=4).json()
    register(world.oslo, world.ola, title="Newer", starts_on=date(2026, 5, 1))
    rest = Program().get("/activities", limit=200, cursor=first["next"]).json()["items"]
    assert {row["id"] for row in first["items"]} | {row["id"] for row in rest} == set(eleven) and len(rest) == 7


def test_the_filters_give_the_figures_rows(world):
    register(world.bergen, world.kari, title="A", tags=(term("sdg", "14"), term("action", "take-action")))
    register(world.bergen, world.kari, title="B", cause=term("cause", "education"), type=term("type", "workshop"), goods=((term("measure", "litter"), 4),))
    register(world.paris, world.luc, title="C", starts_on=date(2025, 1, 2))
    program = Program()
    asked = [{"cause": "environment"}, {"sdg": "14"}, {"type": "workshop"}, {"measure": "litter"}, {"unit": "NO"}, {"from": "2026-01"}, {"to": "2025-12"}]
    assert ["".join(titles(program, **one)) for one in asked] == ["AC", "A", "B", "B", "BA", "BA", "C"]
    assert titles(program, cause="nonsense") == [] and titles(program, action="take-action") == ["A"]


def test_planned_ones_are_shown_to_their_offices(world):
    soon = date.today() + timedelta(days=9)
    actions.plan(act(world.kari), uuid7(), world.bergen, details(title="Soon", starts_on=soon))
    assert [titles(program, state="planned") for program in (Program(world.kari), Program(world.marianne, "read"))] == [["Soon"], ["Soon"]]
    assert [titles(Program(who), state="planned") for who in (None, world.luc, world.ola)] == [[], [], []]
    assert titles(Program(world.kari), state="planned", unit="NEP") == ["Soon"] and titles(Program(world.ines), state="planned", unit="FR") == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"limit": 0}, "limit"), ({"limit": 201}, "limit"), ({"limit": "many"}, "limit"), ({"cursor": "x"}, "cursor"), ({"from": "2025-13"}, "from"),
        ({"to": "soon"}, "to"), ({"from": "2026-01", "to": "2025-01"}, "to"), ({"state": "draft"}, "state"),
    ],
)  # fmt: skip
def test_a_wrong_question_is_said_at_its_field(world, query, field):
    answer = Program().get("/activities", **query)
    assert answer.status_code == 422 and fields(answer) == [field]


@pytest.mark.parametrize("many", [1, 3, 30])
def test_the_queries_do_not_grow_with_the_rows(world, many, django_assert_num_queries):
    for number in range(many):
        register(world.bergen, world.kari, title=str(number), organisers=(world.oslo,), goods=((term("measure", "litter"), 4),))
    program = Program()
    program.get("/activities")
    with django_assert_num_queries(8):
        assert len(program.get("/activities", limit=200).json()["items"]) == many


def test_a_registered_activity_is_open_to_all(world):
    activity = register(world.bergen, world.kari)
    assert Program().get(f"/activities/{activity.pk}").json()["unit"] == "NO-BERG-ESN"
    assert Program().get(f"/activities/{uuid7()}").status_code == 404


def test_figures_are_the_accounts(world, eleven):
    sums = reading.total(reading.Question((world.norway.pk,))).shown()
    found = Program().get("/figures", unit="NO", by="unit").json()
    assert found["measures"] == sums and [row["key"] for row in found["rows"]] == ["NO-BERG-ESN"]
    assert sums["activities"] == len(pages(Program(), unit="NO"))
    spring = Program().get("/figures", unit="INT", by="month", **{"from": "2026-03", "to": "2026-03"}).json()
    assert spring["from"] == spring["to"] == "2026-03" and spring["rows"][0]["measures"] == spring["measures"]


@pytest.mark.parametrize("by", ["unit", "month", "cause", "objective", "sdg", "type", "action", "measure", "money"])
def test_every_part_of_a_figure_is_answered(world, by):
    register(world.bergen, world.kari, tags=(term("sdg", "14"),), goods=((term("measure", "litter"), 4),))
    found = Program().get("/figures", unit="NEP", by=by, as_of="2026-01-01").json()
    assert found["measures"]["activities"] == 0 and found["as_of"] == "2026-01-01"
    assert Program().get("/figures", unit="NEP", by=by).json()["measures"]["volunteers"] == 10


def test_a_platforms_rows_are_its_members(world):
    register(world.bergen, world.kari)
    register(world.paris, world.luc)
    found = Program().get("/figures", unit="NEP", by="unit").json()
    assert [row["key"] for row in found["rows"]] == ["NO"] and found["measures"]["activities"] == 1


def test_a_member_counts_below_a_platform_only_in_its_months_there(world):
    register(world.bergen, world.kari, starts_on=date(2026, 3, 14))
    leave(world.norway, world.nep, until=date(2026, 5, 1))
    register(world.bergen, world.kari, starts_on=date(2026, 6, 14))
    found = Program().get("/figures", unit="NEP", by="unit").json()
    assert found["rows"][0]["measures"] == found["measures"] and found["measures"]["activities"] == 1


def test_nothing_lies_below_a_section(world):
    register(world.bergen, world.kari)
    assert Program().get("/figures", unit="NO-BERG-ESN", by="unit").json()["rows"] == []


def test_labels_are_in_the_readers_language(world):
    register(world.bergen, world.kari)
    program = Program()
    program.headers = {"Accept-Language": "fr"}
    with translation.override("en"):  # the middleware speaks French from here to the end of the request's thread
        assert program.get("/figures", unit="NO", by="cause").json()["rows"][0]["label"] == "Durabilité environnementale"


def test_the_command_line_says_the_same(world, capsys):
    register(world.bergen, world.kari)
    main(["stats", "NO", "--by", "cause", "--json"])
    assert json.loads(capsys.readouterr().out) == Program().get("/figures", unit="NO", by="cause").json()


def test_several_units_are_answered_side_by_side(world, eleven):
    found = Program().get("/figures", unit=["NO", "FR"], by="cause").json()
    alone = Program().get("/figures", unit="FR", by="cause").json()
    assert found["unit"] == "NO" and found["also"] == [alone] and Program().get("/figures", unit=["NO"] * 13).status_code == 422


@pytest.mark.parametrize("by", ["cause", "month"])
def test_the_year_before_stands_beside_each_row(world, by):
    register(world.bergen, world.kari)
    register(world.bergen, world.kari, starts_on=date(2025, 3, 14), cause=term("cause", "health"))
    found = Program().get("/figures", **{"unit": "NO", "from": "2026-03", "to": "2026-03", "by": by, "compare": "year"}).json()
    rows = {row["key"]: (row["measures"]["activities"], row["before"]["activities"]) for row in found["rows"]}
    assert found["before"]["activities"] == 1 and rows == ({"environment": (1, 0), "health": (0, 1)} if by == "cause" else {"2026-03": (1, 1)})


def test_a_span_without_an_end_has_no_year_before(world):
    assert fields(Program().get("/figures", unit="NO", compare="year")) == ["compare"]


@pytest.mark.parametrize("query", [{}, {"unit": "NO", "by": "moon"}, {"unit": "NO", "as_of": "9999-12-31"}, {"unit": "NO", "from": "x"}])
def test_a_wrong_question_to_the_accounts_is_said(world, query):
    assert Program().get("/figures", **query).status_code == 422


def test_units_are_found_by_level_parent_and_name(world):
    program = Program()
    assert [row["code"] for row in program.get("/units", level="section", parent="no").json()] == ["NO-BERG-ESN", "NO-OSLO-ESN"]
    assert [row["code"] for row in program.get("/units", q="paris").json()] == ["FR-PARI-ESN"]
    assert len(program.get("/units", level="platform").json()) == Unit.objects.filter(level__groups=True).count()
    assert program.get("/units/no-berg-esn").json()["parent"] == "NO" and program.get("/units/XX").status_code == 404


def test_the_words_are_told(world):
    found = {one["kind"]: one for one in Program().get("/vocabularies").json()}
    assert "environment" in [one["key"] for one in found["cause"]["terms"]] and {"sdg", "measure", "objective"} <= found.keys()

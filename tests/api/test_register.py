"""Creating through the API: once, with the form's own rules."""

from datetime import date, timedelta

from dugnad.activities.models import Activity
from dugnad.figures import reading
from tests.api.asking import Program, fields, new


def volunteers(unit):
    return reading.total(reading.Question((unit.pk,))).volunteers


def test_a_registration_counts_at_once(world):
    answer = Program(world.kari).post("/activities", new())
    assert answer.status_code == 201 and answer.json()["state"] == "registered"
    assert [volunteers(unit) for unit in (world.bergen, world.norway, world.nep, world.top)] == [10, 10, 10, 10]


def test_the_same_request_twice_is_one_activity(world):
    kari, body = Program(world.kari), new(goods={"litter": 40.5})
    first, second = kari.post("/activities", body), kari.post("/activities", body)
    assert (first.status_code, second.status_code) == (201, 200) and first.json() == second.json()
    assert volunteers(world.bergen) == 10 and Activity.objects.count() == 1


def test_what_ends_in_the_future_is_planned_until_its_results_come(world):
    kari, soon = Program(world.kari), date.today() + timedelta(days=20)
    planned = kari.post("/activities", new(starts_on=soon.isoformat(), volunteers=None)).json()
    assert planned["state"] == "planned" and volunteers(world.bergen) == 0
    done = kari.post(f"/activities/{planned['id']}/results", {"revision": planned["revision"], "starts_on": "2026-03-15", "volunteers": 7})
    assert done.json()["state"] == "registered" and volunteers(world.bergen) == 7


def test_results_come_once(world):
    kari, there = Program(world.kari), new()
    kari.post("/activities", there)
    assert kari.post(f"/activities/{there['id']}/results", {"revision": 1}).status_code == 409


def test_all_answers_come_back(world):
    sent = new(
        goods={"litter": 40.5}, organisers=["NO-OSLO-ESN"], partners=["The town", "The port"], links=["https://example.org/a"],
        sdgs=["13", "14"], money_amount="1200,50", money_currency="NOK", money_receiver="The boat", online=True, meetings=3, ends_on="2026-03-16",
    )  # fmt: skip
    got = Program(world.kari).post("/activities", sent)
    assert got.status_code == 201, got.json()
    found = got.json()
    assert {name: found[name] for name in ("goods", "organisers", "partners", "links", "sdgs", "meetings", "online", "ends_on", "money_receiver")} == {
        name: sent[name] for name in ("goods", "organisers", "partners", "links", "sdgs", "meetings", "online", "ends_on", "money_receiver")
    }
    assert found["money_amount"] == 1200.5 and found["volunteer_hours"] == 60


def test_the_forms_rules_hold(world):
    wrong = new(title="", starts_on="2026-02-30", cause="nonsense", volunteers=-1, organisers=["XX-NO"], links=["no link"], goods={"moons": 3})
    answer = Program(world.kari).post("/activities", wrong)
    assert answer.status_code == 422 and set(fields(answer)) == {"title", "starts_on", "cause", "volunteers", "organisers", "links", "goods.moons"}
    assert Activity.objects.count() == 0


def test_nobody_counted_needs_a_number(world):
    answer = Program(world.kari).post("/activities", new(volunteers=None, international_students=None))
    assert answer.status_code == 422 and fields(answer) == ["volunteers"]


def test_a_unit_for_which_one_does_not_register_is_not_there(world):
    assert [Program(world.kari).post("/activities", new(unit=code)).status_code for code in ("NO-OSLO-ESN", "NO", "FR", "XX", "NEP")] == [404] * 5


def test_somebody_elses_id_is_not_open(world):
    body = new()
    Program(world.kari).post("/activities", body)
    assert Program(world.ola).post("/activities", body | {"unit": "NO-OSLO-ESN"}).status_code == 404

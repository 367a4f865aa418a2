"""What the columns of a spreadsheet mean: found out, shown, and put right by the person."""

from decimal import Decimal

import pytest

from dugnad.access.actor import SYSTEM
from dugnad.activities.importing import Wishes, found_mapping, load
from dugnad.activities.importing.days import as_day
from dugnad.activities.importing.values import as_hours, as_yes
from dugnad.activities.models import Activity
from dugnad.core.errors import Refused
from dugnad.core.tables import opened
from tests.activities.test_import import kept_in, uploaded

CLEAN_UPS = (
    "Cleanup Date,Cleanup Site/Sitio De Limpieza,Total Cleanup Duration (Hrs),# Of Volunteers,Youth Volunteers,Pounds Of Trash,Pounds Of Recycling,Type Of Cleanup\n"
    '03/04/2025,Cowell Beach,2,"1,025",10,120.5,30,Beach\n'
)


def imported(world, text, **wishes):
    return load(SYSTEM, world.bergen, opened(text.encode(), "a.csv"), Wishes(**wishes))


def test_a_charitys_own_headings_are_understood(world):
    mapping = found_mapping(CLEAN_UPS.splitlines()[0].split(","))
    assert {field: headings[0] for field, headings in mapping.items()} == {
        "starts_on": "Cleanup Date",
        "place": "Cleanup Site/Sitio De Limpieza",
        "hours_per_meeting": "Total Cleanup Duration (Hrs)",
        "volunteers": "# Of Volunteers",
        "good_litter": "Pounds Of Trash",
    }


def test_numbers_of_several_columns_are_added_up_and_pounds_are_kilograms(world):
    mapping = {"# Of Volunteers": "volunteers", "Youth Volunteers": "volunteers", "Pounds Of Trash": "good_litter", "Pounds Of Recycling": "good_litter"}
    report = imported(world, CLEAN_UPS, title="Beach clean-up", cause="environment", mapping=mapping)
    activity = Activity.objects.get()
    assert (activity.title, activity.volunteers, activity.goods.get().amount) == ("Beach clean-up", 1035, Decimal("68.266"))
    assert "kilograms" in report.how["pounds"] and report.how["not used"] == "Type Of Cleanup"


def test_two_columns_cannot_both_be_the_day(world):
    with pytest.raises(Refused, match="choose one"):
        imported(world, "title,from,to\nA,2026-01-14,2026-01-15\n", mapping={"from": "starts_on", "to": "starts_on"})


def test_a_day_that_means_two_days_is_said(world):
    assert "is read as 2025-04-03" in imported(world, CLEAN_UPS, title="A", cause="health", dry_run=True).how["doubt"]


def test_one_says_which_day_is_meant(world):
    report = imported(world, CLEAN_UPS, title="A", cause="health", dates="month first")
    assert (report.how["first date"], Activity.objects.get().starts_on.month) == ("03/04/2025 → 2025-03-04", 3)


def test_goods_and_words_of_every_kind_come_in(world):
    head = "title,date,cause,objectives,sdg,kind of action,co-organisers,partners,food collected (kg),did not work out,online\n"
    imported(world, head + 'A,2026-01-14,health,health-body; health-mind,SDG 3 | 10,collect,ESN Oslo;FR-PARI-ESN,Red Cross,"1 200,5",yes,ja\n')
    activity = Activity.objects.get()
    assert sorted(tag.term.key for tag in activity.tags.all()) == ["10", "3", "collect", "health-body", "health-mind"]
    assert ({o.unit.code for o in activity.organisers.all()}, activity.partners) == ({"NO-OSLO-ESN", "FR-PARI-ESN"}, ["Red Cross"])
    assert (activity.goods.get().amount, activity.failed, activity.online) == (Decimal("1200.5"), True, True)


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [("sdg", "99", "99 is not one"), ("co-organisers", "Nowhere", "No unit is called"), ("food", "a lot", "Write a number"), ("food", "inf", "Write a number"), ("volunteers", "many", "whole number")],
)  # fmt: skip
def test_what_does_not_fit_is_said_with_its_row(world, column, cell, says):
    line = imported(world, f"title,date,cause,{column}\nA,2026-01-14,health,{cell}\n").lines[0]
    assert (line.row, line.done) == (2, "refused") and says in line.why


@pytest.mark.parametrize("number", ["1200", "1 200", "1,200", "1.200", "1'200"])
def test_thousands_are_understood_as_people_part_them(world, number):
    imported(world, f"title;date;cause;volunteers\nA;2026-01-14;health;{number}\n")
    assert Activity.objects.get().volunteers == 1200


@pytest.mark.parametrize(
    ("text", "day"),
    [("14.3.26", "2026-03-14"), ("14/3/98", "1998-03-14"), ("1er mars 2026", "2026-03-01"), ("vendredi 6 février 2026", "2026-02-06"), ("Friday, March 6th, 2026", "2026-03-06"),
     ("6-3-2026", "2026-03-06"), ("26-03-14", "26-03-14")],
)  # fmt: skip
def test_more_days_as_people_write_them(text, day):
    assert as_day(text, "day first") == day


def test_a_dot_is_no_hour_and_yes_is_yes():
    assert (as_hours("."), as_hours("1.5"), as_yes("Oui"), as_yes("no")) == (".", "1.50", "on", "")


def test_the_page_takes_ones_word_for_titles_and_dates(world, sign_in):
    session = sign_in(world.kari)
    sent = {
        "kept": kept_in(uploaded(session, CLEAN_UPS)),
        "title": "Beach clean-up",
        "cause": "environment",
        "dates": "month first",
        "map:Cleanup Date": "starts_on",
    }
    assert b"2025-03-04" in session.post("/units/no-berg-esn/import/", sent).content
    session.post("/units/no-berg-esn/import/", sent | {"import": "1"})
    assert str(Activity.objects.get().starts_on) == "2025-03-04"

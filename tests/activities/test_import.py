"""Activities from spreadsheets: all or nothing, row by row reported, a second time adds nothing."""

import pytest

from dugnad.access.actor import SYSTEM
from dugnad.activities.importing import Wishes, found_mapping, load
from dugnad.activities.importing.days import as_day, date_style
from dugnad.activities.importing.values import as_hours, as_key, as_place
from dugnad.activities.models import Activity
from dugnad.activities.posting import all_postings
from dugnad.activities.vocabulary import words
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.tables import opened
from dugnad.figures.audit import audit
from dugnad.network.models import Unit
from tests.world import act

FILE = "Tittel;Dato;Formål;Frivillige\nSøppelplukking;14.03.2026;Miljø og bærekraft;12\nSpråkkafé;15.03.2026;culture;5\n"
BAD = FILE + "Uten dato;31.02.2026;culture;5\n"


def imported(world, text=FILE, by=None, **wishes):
    return load(act(by) if by else SYSTEM, world.bergen, opened(text.encode(), "a.csv"), Wishes(**wishes))


def test_rows_are_registered_and_counted(world):
    assert imported(world).counts["created"] == 2 and not audit(all_postings).differences
    assert Activity.objects.get(title="Språkkafé").cause.key == "culture"


def test_a_second_time_adds_nothing(world):
    imported(world)
    assert imported(world).counts["unchanged"] == 2 and Activity.objects.count() == 2


def test_one_bad_row_and_nothing_is_kept(world):
    report = imported(world, BAD)
    assert Activity.objects.count() == 0 and [(line.row, line.done) for line in report.lines if line.why] == [(4, "refused")]


def test_the_good_rows_are_kept_if_asked(world):
    assert imported(world, BAD, keep_good=True).counts["created"] == 2 and Activity.objects.count() == 2


def test_a_dry_run_changes_nothing(world):
    assert imported(world, dry_run=True).counts["created"] == 2 and not Activity.objects.exists()


def test_only_the_own_coordinators_import(world):
    with pytest.raises(NotAllowed):
        imported(world, by=world.luc)
    assert imported(world, by=world.kari).counts["created"] == 2


def test_what_lies_ahead_is_planned(world):
    report = imported(world, "title,date,cause\nNext year,2028-01-14,culture\n")
    assert Activity.objects.get().state == "planned" and "ahead" in report.lines[0].why


def test_the_same_row_twice_is_one(world):
    assert imported(world, FILE + FILE.splitlines()[1] + "\n").counts["skipped"] == 1


def test_a_cancelled_row_is_skipped(world):
    assert imported(world, "title,date,cause,status\nA,2026-01-14,culture,CANCELLED\n").lines[0].why == "it was cancelled"


def test_a_placeholder_is_no_count(world):
    assert "placeholder" in imported(world, "title,date,cause,volunteers\nA,2026-01-14,culture,9999\n").lines[0].why


def test_signed_up_is_not_attended(world):
    report = imported(world, "title,date,cause,rsvp_yes\nA,2026-01-14,culture,40\n")
    assert "rsvp_yes" in report.how["left out"] and Activity.objects.get().local_students is None


def test_one_may_map_it_all_the_same(world):
    imported(world, "title,date,cause,rsvp_yes\nA,2026-01-14,culture,40\n", mapping={"rsvp_yes": "local_students"})
    assert Activity.objects.get().local_students == 40


def test_rows_without_a_cause_get_the_asked_one(world):
    imported(world, "title,date\nA,2026-01-14\n", cause="health", type="talk")
    assert (Activity.objects.get().cause.key, Activity.objects.get().type.key) == ("health", "talk")


def test_rows_of_groups_belong_to_units_that_are_made(world):
    report = imported(
        world,
        "title,date,group\nA,2026-01-14,Group One\nB,2026-01-15,Group One\nC,2026-01-16,\n",
        cause="health",
        group_column="group",
        make_units=True,
        keep_good=True,
    )
    assert Unit.objects.get(name="Group One").activities.count() == 2 and report.counts["refused"] == 1 and not audit(all_postings).differences


def test_a_group_that_is_not_there_is_refused(world):
    assert "no unit" in imported(world, "title,date,group\nA,2026-01-14,Elsewhere\n", cause="health", group_column="group").lines[0].why


def test_a_group_that_is_there_is_found(world):
    report = load(SYSTEM, world.norway, opened(b"title,date,group\nA,2026-01-14,ESN Oslo\n", "a.csv"), Wishes(cause="health", group_column="group"))
    assert report.counts["created"] == 1 and world.oslo.activities.count() == 1


def test_online_is_no_place(world):
    imported(world, "title,date,cause,venue_name\nA,2026-01-14,culture,Online event\n")
    assert Activity.objects.get().online and Activity.objects.get().place == ""


@pytest.mark.parametrize(("wish", "says"), [({"Nowhere": "title"}, "no column"), ({"Tittel": "nonsense"}, "no answer"), ({"Tittel": ""}, "title")])
def test_a_mapping_that_cannot_be_says_so(world, wish, says):
    with pytest.raises(Refused, match=says):
        imported(world, mapping=wish)


def test_headings_are_recognised_in_three_languages(world):
    assert found_mapping(["Titre", "Date de début", "Bénévoles"]) == {"title": ("Titre",), "starts_on": ("Date de début",), "volunteers": ("Bénévoles",)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-14T18:00:00+01:00", "2026-03-14"),
        ("14.03.2026", "2026-03-14"),
        ("January 22 2011", "2011-01-22"),
        ("22 janvier 2011", "2011-01-22"),
        ("3. mai 2020", "2020-05-03"),
        ("2026/3/4", "2026-03-04"),
        ("soon", "soon"),
        ("31.02.2026", "31.02.2026"),
        ("12 foo 2020", "12 foo 2020"),
    ],
)
def test_days_as_people_write_them(text, day):
    assert as_day(text, "day first") == day


def test_the_style_of_dates_follows_from_the_whole_column():
    assert (date_style(["03/04/2026", "03/14/2026"]), date_style(["03/04/2026"]), as_day("03/14/2026", "month first")) == (
        "month first",
        "day first",
        "2026-03-14",
    )


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("PT2H30M", "2.50"),
        ("P1DT1H", "25.00"),
        ("2:30", "2.50"),
        ("90 min", "1.50"),
        ("2,5 timer", "2.50"),
        ("0", ""),
        ("PT0S", ""),
        ("", ""),
        ("long", "long"),
    ],
)
def test_hours_as_people_write_them(text, hours):
    assert as_hours(text) == hours


def test_words_are_known_by_key_and_by_name(world):
    assert [as_key(words(), "cause", text) for text in ("health", "Santé et bien-être", "Animals", "zzz")] == ["health", "health", "environment", "zzz"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{\'human_address\': \'{"address": "1 Main St", "city": "New York", "zip": "10009"}\'}', "1 Main St, New York, 10009"),
        ("{broken", "{broken"),
        ("Bergen", "Bergen"),
    ],
)
def test_an_address_inside_an_object_is_taken_out(text, place):
    assert as_place(text) == place


def uploaded(session, text=FILE):
    from io import BytesIO

    file = BytesIO(text.encode())
    file.name = "list.csv"
    return session.post("/units/no-berg-esn/import/", {"file": file})


def kept_in(answer):
    import re

    return re.search(r'name="kept" value="([^"]+)"', answer.content.decode())[1]


def test_groups_whose_names_are_nearly_the_same_become_two_units(world):
    rows = "title,date,group\nA,2026-01-14,North Side\nB,2026-01-15,North-Side\n"
    load(SYSTEM, world.norway, opened(rows.encode(), "a.csv"), Wishes(cause="health", group_column="group", make_units=True))
    assert sorted(Unit.objects.filter(parent=world.norway, code__contains="SIDE").values_list("code", flat=True)) == ["NO-NORTH-SIDE", "NO-NORTH-SIDE-2"]


def test_the_page_shows_what_was_understood_and_changes_nothing(world, sign_in):
    answer = uploaded(sign_in(world.kari))
    assert answer.status_code == 200 and b"2 would be registered" in answer.content and not Activity.objects.exists()


def test_the_page_imports_what_was_shown(world, sign_in):
    session = sign_in(world.kari)
    mapping = {"map:Tittel": "title", "map:Dato": "starts_on", "map:Formål": "cause", "map:Frivillige": "volunteers"}
    answer = session.post("/units/no-berg-esn/import/", {"kept": kept_in(uploaded(session)), "import": "1"} | mapping)
    assert answer.status_code == 302 and Activity.objects.count() == 2


def test_the_page_keeps_nothing_when_a_row_is_bad(world, sign_in):
    session = sign_in(world.kari)
    answer = session.post("/units/no-berg-esn/import/", {"kept": kept_in(uploaded(session, BAD)), "import": "1"})
    assert answer.status_code == 409 and not Activity.objects.exists()


def test_the_page_says_how_far_it_is(world, sign_in):
    session = sign_in(world.kari)
    kept = kept_in(uploaded(session, FILE + "Another,2026-02-03,health,4\n" * 250))
    address = f"/units/no-berg-esn/import/{kept}/progress/"
    assert session.get(address).json() == {"what": "reading", "done": 200, "of": 252}
    assert sign_in(world.marianne).get(address).json()["of"] == 0


def test_nothing_is_locked_while_rows_are_read(world):
    from django.db import connection

    statements = []
    with connection.execute_wrapper(lambda execute, sql, *rest: (statements.append(sql), execute(sql, *rest))[1]):
        imported(world, FILE, dry_run=True)
    assert not [sql for sql in statements if not sql.startswith("SELECT")]


def test_a_file_kept_too_long_is_asked_for_again(world, sign_in):
    answer = sign_in(world.kari).post("/units/no-berg-esn/import/", {"kept": "gone", "import": "1"})
    assert answer.status_code == 422 and b"once more" in answer.content


@pytest.mark.parametrize(("text", "status"), [("one\ntwo\n", 422), ("a,b\n" + "1,2\n" * 10001, 422)])
def test_a_file_that_cannot_be_imported_says_why(world, sign_in, text, status):
    assert uploaded(sign_in(world.kari), text).status_code == status


def test_a_huge_file_is_refused(world, sign_in, monkeypatch):
    monkeypatch.setattr("dugnad.activities.views.importing.MOST_BYTES", 10)
    assert b"10 MB" in uploaded(sign_in(world.kari)).content


def test_others_find_no_import_page(world, sign_in):
    assert sign_in(world.luc).get("/units/no-berg-esn/import/").status_code == 404 and sign_in(world.kari).get("/units/no-berg-esn/import/").status_code == 200


def test_the_same_row_never_counts_twice_even_by_another_way(world):
    from django.db import IntegrityError

    from dugnad.activities import actions
    from dugnad.core.ids import uuid7
    from tests.world import details

    actions.register(SYSTEM, uuid7(), world.bergen, details(), import_key="one")
    with pytest.raises(IntegrityError):
        actions.register(SYSTEM, uuid7(), world.bergen, details(), import_key="one")

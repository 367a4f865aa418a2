"""Numbers of international students: from a table, dated, with their source, once; inherited upwards."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dugnad.access.actor import SYSTEM
from dugnad.cli.commands import import_students
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.tables import opened
from dugnad.network.models import Unit
from dugnad.seasons.actions.students import load_students
from dugnad.seasons.models import StudentNumber
from dugnad.seasons.students import students as known
from tests.seasons.making import students
from tests.world import act

MATRIX = "country,no,fr,gb,se\nno,0,10,2,1\nfr,20,0,3,1\nel,5,7,0,1\n"


def done(report):
    return report.created, report.changed, report.unchanged, len(report.skipped)


def test_a_table_of_countries_to_countries_is_summed_by_column(world):
    students(world, MATRIX)
    assert dict(StudentNumber.objects.values_list("unit__code", "number")) == {"NO": 25, "FR": 17, "GB": 5, "SE": 3}


def test_twice_the_same_changes_nothing(world):
    first, second = students(world, MATRIX), students(world, MATRIX)
    assert (done(first), done(second), journal.of(world.top).filter(verb="students.loaded").count()) == ((4, 0, 0, 0), (0, 0, 4, 0), 1)


def test_a_changed_number_is_remembered_with_the_one_before(world):
    students(world)
    assert done(students(world, "code,students\nNO-BERG-ESN,1100\n")) == (0, 1, 0, 0)
    assert journal.of(world.top).filter(verb="students.loaded").last().data["changes"] == {"NO-BERG-ESN": [1000, 1100]}


def test_another_year_is_another_number(world):
    students(world, year=2024)
    assert done(students(world)) == (3, 0, 0, 0)


@pytest.mark.parametrize("text", ["unit,number\nNO,1 200\n", "Country;International students\nno;1200\n", "code,value\nNO,1200.0\n"])
def test_what_people_write_is_understood(world, text):
    students(world, text)
    assert StudentNumber.objects.get(unit=world.norway).number == 1200


def test_greece_and_britain_have_two_codes(world):
    students(world, "unit,number\nEL,7\nUK,8\n")
    assert dict(StudentNumber.objects.values_list("unit__code", "number")) == {"GR": 7, "GB": 8}


def test_what_is_passed_over_is_said(world):
    report = students(world, "unit,number\nNO,12\nXX,3\nFR,many\nNO,13\n,4\n")
    assert done(report)[0] == 1 and [code for code, _why in report.skipped] == ["FR", "NO", "XX"]


@pytest.mark.parametrize(
    ("text", "says"),
    [("name,what\nNO,1\n", "The heading needs a column"), ("c,no,fr,se\nno,1,x,2\n", "Row 2, column FR: “x” is not a whole number")],
)
def test_a_table_that_is_none_is_refused_with_a_sentence(world, text, says):
    with pytest.raises(Refused, match=says):
        students(world, text)


@pytest.mark.parametrize(("year", "source", "field"), [(1812, "Napoleon", "year"), (2025, " ", "source")])
def test_year_and_source_are_needed(world, year, source, field):
    with pytest.raises(Refused) as no:
        load_students(SYSTEM, world.top, opened(b"unit,number\nNO,1\n", "n.csv"), year=year, source=source)
    assert no.value.field == field


@pytest.mark.parametrize("who", ["kari", "marianne", "bo", "aud"])
def test_only_the_committee_loads_them(world, who):
    with pytest.raises(NotAllowed):
        load_students(act(getattr(world, who)), world.top, opened(b"unit,number\nNO,1\n", "n.csv"), year=2025, source="x")


def test_a_unit_without_its_own_has_the_sum_of_those_below(world):
    students(world)
    found = known([world.norway, world.bergen], 2025)
    assert (found[world.norway.pk].number, found[world.norway.pk].summed, found[world.bergen.pk].summed) == (3000, 2, 0)


def test_its_own_number_comes_before_the_sum(world):
    students(world)
    students(world, "unit,number\nNO,5000\n")
    assert known([world.norway], 2025)[world.norway.pk].number == 5000


def test_the_newest_number_that_is_not_of_a_later_year_counts(world):
    for year, number in ((2023, 1), (2024, 2), (2026, 3)):
        students(world, f"unit,number\nNO,{number}\n", year=year)
    assert known([world.norway], 2025)[world.norway.pk].number == 2


def test_the_parts_of_a_sum_without_a_number_are_counted(world):
    students(world, "unit,number\nNO-BERG-ESN,10\n")
    assert (known([world.norway], 2025)[world.norway.pk].missing, known([world.france], 2025)) == (1, {})


def test_the_network_sums_up_its_countries_and_their_sources(world):
    students(world, "unit,number\nNO-BERG-ESN,10\nNO-OSLO-ESN,10\n")
    load_students(SYSTEM, world.top, opened(b"unit,number\nFR,5\n", "n.csv"), year=2024, source="Eurostat")
    found = known([world.top], 2025)[world.top.pk]
    assert (found.number, found.year, set(found.source.split(", "))) == (25, 2024, {"Ministry", "Eurostat"})


def test_the_command_says_what_it_did(world, tmp_path, capsys):
    from argparse import Namespace

    (tmp_path / "numbers.csv").write_text(MATRIX + "", encoding="utf-8")
    assert import_students.run(Namespace(file=tmp_path / "numbers.csv", year=2013, source="EU")) == 0
    assert "4 created, 0 changed, 0 unchanged, 0 passed over\n50 international students at 4 units in 2013" in capsys.readouterr().out


def test_the_command_names_what_it_passed_over(world, tmp_path, capsys):
    from argparse import Namespace

    (tmp_path / "numbers.csv").write_text("unit,number\nXX,3\n")
    import_students.run(Namespace(file=tmp_path / "numbers.csv", year=2013, source="EU"))
    assert "XX: passed over, no such unit" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.once
def test_without_a_network_the_command_says_what_comes_first(tmp_path):
    (tmp_path / "numbers.csv").write_text("unit,number\nXX,3\n")
    command = [str(Path(sys.executable).with_name("dugnad")), "import-students", str(tmp_path / "numbers.csv"), "--year", "2013", "--source", "EU"]
    done = subprocess.run(command, env={"DUGNAD_HOME": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert (done.returncode, "dugnad found NAME" in done.stderr) == (1, True)


def test_the_page_lists_the_numbers_with_year_and_source(world, client):
    students(world)
    page = client.get("/seasons/students/?within=NO").content.decode()
    assert "2025/26, Ministry" in page and "sum of 2 units" in page and "ESN Bergen" in page and "ESN Paris" not in page


def test_who_has_no_number_is_on_the_page(world, client):
    students(world, "unit,number\nNO-BERG-ESN,10\n")
    assert "1 unit without a number" in client.get("/seasons/students/?within=NO").content.decode()


def test_before_there_are_any_the_page_says_how_they_come(world, client):
    assert "No numbers yet" in client.get("/seasons/students/").content.decode()


def sent(world, sign_in, text, **changes):
    answers = {"year": "2025", "source": "Ministry", "file": SimpleUploadedFile("numbers.csv", text)} | changes
    return sign_in(world.ines).post("/seasons/students/load/", answers)


def test_the_committee_loads_a_file_on_the_page(world, sign_in):
    answer = sent(world, sign_in, b"unit,number\nNO,12\n")
    assert (answer.status_code, answer["Location"], StudentNumber.objects.get().number) == (302, "/seasons/students/", 12)


def test_what_was_passed_over_stands_on_the_page(world, sign_in):
    answer = sent(world, sign_in, b"unit,number\nNO,12\nXX,4\n")
    assert answer.status_code == 200 and "XX: no such unit" in answer.content.decode()


@pytest.mark.parametrize(
    ("text", "changes", "says"),
    [
        (b"name,what\nNO,1\n", {}, "The heading needs a column"),
        (b"PK\x03\x04 no sheet", {}, "not a spreadsheet"),
        (b"unit,number\nNO,12\n", {"year": "1812"}, "is not a year between"),
        (b"x" * 10_000_001, {}, "larger than 10 MB"),
    ],
)
def test_a_bad_file_is_a_sentence_and_nothing_typed_is_lost(world, sign_in, text, changes, says):
    answer = sent(world, sign_in, text, **changes)
    assert answer.status_code == 422 and says in answer.content.decode() and 'value="Ministry"' in answer.content.decode()
    assert not StudentNumber.objects.exists() and Unit.objects.exists()

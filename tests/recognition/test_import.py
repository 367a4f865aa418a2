"""Universities from the register of charters: cp1252, a junk line, no-break spaces, lost letters; twice with the same result."""

import json

import pytest

from dugnad.access.actor import SYSTEM
from dugnad.cli.main import main
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.models import JournalEntry
from dugnad.core.tables import opened
from dugnad.network.models import University
from dugnad.recognition.actions.universities import load_universities
from dugnad.recognition.models import Profile
from tests.world import act

HEAD = "Proposal number;Erasmus Code;Pic;OID;Legal Name;Street;Post Cd;City;Country Cd;Website Url;Erasmus Eche Start;Erasmus Eche End"
BERGEN = "1;N\xa0 BERGEN01;999974456;E1;UNIVERSITETET I BERGEN;Muséplassen 1;5007;BERGEN;NO;www.uib.no ;1/1/2021;12/31/2029"
ATHENS = "2;G\xa0 ATHINE01;999643007;E2;ETHNIKO\xa0PANEPISTIMIO;6 LADA STR;10561;ATHINA;EL;http:/www.uoa.gr;1/1/2021;12/31/2029"
LOST = "3;TR BALIKES01;996644931;E3;Bal?kesir University;Ça??? Yerle?kesi;10145;Balikesir;TR;info@balikesir.edu.tr;1/1/2021;12/31/2029"


def load(world, *lines, head=HEAD):
    content = "\r\n".join((";" * 11, head, *lines)).encode("cp1252")
    return load_universities(SYSTEM, world.top, opened(content, "charter.csv"))


def test_the_register_as_it_is_published_is_read(world):
    report = load(world, BERGEN, ATHENS)
    athens = University.objects.select_related("profile").get(country="GR")
    assert report.how["encoding"] == "cp1252" and report.counts["created"] == 2
    assert (athens.name, athens.website, athens.profile.code, athens.profile.languages) == ("ETHNIKO PANEPISTIMIO", "http://www.uoa.gr", "G ATHINE01", ["el"])
    assert University.objects.get(country="NO").website == "https://www.uib.no"


def test_the_second_time_nothing_changes(world):
    load(world, BERGEN, ATHENS, LOST)
    before, lines = list(University.objects.values()), JournalEntry.objects.count()
    report = load(world, BERGEN, ATHENS, LOST)
    assert report.counts == {"created": 0, "changed": 0, "unchanged": 3, "skipped": 0}
    assert list(University.objects.values()) == before and JournalEntry.objects.count() == lines


def test_lost_letters_and_bad_addresses_are_said(world):
    [line] = load(world, LOST).told
    assert line.row == 3 and "letters were lost in: name, street" in line.why and "is not a web address" in line.why


def test_lost_letters_do_not_replace_those_that_are_there(world):
    load(world, LOST.replace("Bal?kesir", "Balikesir"))
    load(world, LOST)
    assert University.objects.get().name == "Balikesir University"


def test_what_changed_is_said_and_an_empty_cell_takes_nothing_away(world):
    load(world, BERGEN)
    report = load(world, BERGEN.replace("5007", "5020").replace("www.uib.no ", ""))
    assert [(line.done, line.why) for line in report.lines] == [("changed", "changed: postal_code")]
    assert University.objects.get().website == "https://www.uib.no" and Profile.objects.get().postal_code == "5020"


def test_a_university_that_sections_brought_is_found_by_place_and_name_and_keeps_how_it_is_written(world):
    known = University.objects.create(name="Universitetet i Bergen", city="Bergen", country="NO")
    report = load(world, BERGEN)
    known.refresh_from_db()
    assert report.counts["changed"] == 1 and (known.name, known.profile.code) == ("Universitetet i Bergen", "N BERGEN01")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (BERGEN.replace("UNIVERSITETET I BERGEN", " "), "it has no name"),
        (BERGEN.replace(";NO;", ";Norway;"), "“NORWAY” is no code of a country"),
        (BERGEN.replace("UNIVERSITETET", "U" * 250), "its name or its city is too long"),
    ],
)
def test_a_row_that_cannot_be_read_is_passed_over_with_the_reason(world, line, why):
    report = load(world, line, ATHENS)
    assert [(line.done, line.why) for line in report.lines] == [("skipped", why), ("created", "")]


def test_the_same_code_and_the_same_university_twice_are_passed_over(world):
    report = load(world, BERGEN, BERGEN.replace("UNIVERSITETET", "HØYSKOLEN"), BERGEN.replace("BERGEN01", "BERGEN02"))
    assert [line.why for line in report.told] == ["the code N BERGEN01 stands in row 3 already", "the same university stands in row 3 already"]


def test_a_table_without_names_is_refused_with_what_it_has(world):
    with pytest.raises(Refused, match="lacks the columns city, country"):
        load(world, "1;2", head="Name;Something")


def test_any_table_with_name_city_and_country_will_do(world):
    load(world, "Høgskulen;Førde;NO", head="Name;City;Country")
    assert University.objects.select_related("profile").get().profile.code is None


def test_only_the_committee_loads_the_register(world):
    with pytest.raises(NotAllowed):
        load_universities(act(world.marianne), world.top, opened(f"{HEAD}\n{BERGEN}".encode(), "charter.csv"))


def test_the_command_reports_every_row_that_needs_a_word(world, tmp_path, capsys):
    file = tmp_path / "charter.csv"
    file.write_bytes("\r\n".join((";" * 11, HEAD, BERGEN, LOST)).encode("cp1252"))
    assert main(["import-universities", str(file)]) == 0
    said = capsys.readouterr().out
    assert "encoding: cp1252" in said and "row 4: created: Bal?kesir University: letters were lost" in said and "2 created, 0 changed" in said
    assert main(["import-universities", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 2


def test_the_command_says_how_many_it_does_not_show(world, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("dugnad.cli.commands.import_universities.SHOWN", 0)
    file = tmp_path / "charter.csv"
    file.write_bytes(f"{HEAD}\n{LOST}".encode("cp1252"))
    main(["import-universities", str(file)])
    assert "and 1 rows more with a word to say" in capsys.readouterr().out


def test_without_a_network_the_command_says_what_comes_first(db, tmp_path, capsys, monkeypatch):
    from dugnad.network.models import Unit

    monkeypatch.setattr(Unit.objects, "filter", lambda **_asked: Unit.objects.none())
    assert main(["import-universities", str(tmp_path / "x.csv")]) == 1
    assert "There is no network yet" in capsys.readouterr().err

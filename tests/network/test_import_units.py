"""Units from their list: created, changed, skipped and why; twice with the same result."""

import pytest

from dugnad.core.errors import Refused
from dugnad.core.tables import opened
from dugnad.network.importing import load
from dugnad.network.models import Unit, University

HEAD = "country_name,country_code,section_id,section_name,city,postal_code,street,university,university_website,website,lat,lon\n"
ROWS = (
    'Norway,no,esn-tromso,ESN Tromsø,Tromsø,9037,"Hansine Hansens veg 18, øst",UiT,https://uit.example,https://galaxy.esn.org,69.68,18.97\n'
    "Norway,no,esn-alta,ESN Alta,Alta,9510,,,,http://alta.example,69.97,23.29\n"
)


def loaded(rows=ROWS, head=HEAD):
    return load(opened((head + rows).encode(), "units.csv"))


def test_sections_stand_under_their_countries(world):
    report = loaded()
    assert report.counts["created"] == 2 and Unit.objects.get(code="NO-TROMSO").parent == world.norway


def test_twice_has_the_same_result(world):
    loaded()
    assert loaded().counts["unchanged"] == 2 and Unit.objects.filter(reference__startswith="esn-").count() == 2


def test_a_changed_row_changes_the_unit_and_says_what(world):
    loaded()
    line = loaded(ROWS.replace("Alta,9510", "Alta,9511")).lines[1]
    assert (line.done, line.row, "address" in line.why) == ("changed", 3, True)


def test_universities_are_linked_once(world):
    loaded()
    loaded()
    assert University.objects.get().units.get().code == "NO-TROMSO"


def test_the_generic_website_is_not_kept(world):
    loaded()
    assert (Unit.objects.get(code="NO-TROMSO").website, Unit.objects.get(code="NO-ALTA").website) == ("", "http://alta.example")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("X,xx,esn-x,ESN X,,,,,,,1,1\n", "no country"),
        ("Norway,no,,ESN X,,,,,,,1,1\n", "no name"),
        ("Norway,no,esn-x,ESN X,,,,,,,1,1\nNorway,no,esn-x,ESN Y,,,,,,,1,1\n", "row 2"),
    ],
)
def test_a_bad_row_is_skipped_and_says_why(world, row, why):
    assert why in loaded(row).lines[-1].why


@pytest.mark.parametrize(("lat", "note"), [("", "no coordinates"), ("123", "impossible")])
def test_impossible_coordinates_are_left_out(world, lat, note):
    assert note in loaded(f"Norway,no,esn-x,ESN X,,,,,,nonsense,{lat},1\n").lines[0].why and Unit.objects.get(reference="esn-x").lat is None


def test_the_same_slug_in_one_country_gets_a_number(world):
    loaded("Norway,no,esn-x,A,,,,,,,1,1\nNorway,no,x,B,,,,,,,1,1\n")
    assert set(Unit.objects.filter(reference__in=["esn-x", "x"]).values_list("code", flat=True)) == {"NO-X", "NO-X-2"}


def test_missing_headings_are_named(world):
    with pytest.raises(Refused, match="country_code"):
        loaded(head="a,b\n", rows="1,2\n")

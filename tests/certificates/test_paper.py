"""The paper holds whatever it must say, in four scripts, on one page, without overlapping."""

from decimal import Decimal

import pytest
from django.utils import timezone, translation

from dugnad.certificates.actions.offer import offer
from dugnad.certificates.documents import COLUMNS, ROWS, SEWN, paper, sewn
from dugnad.certificates.offers import Volunteer, of_a_term, of_activity
from dugnad.core.periods import month_of, term_of
from dugnad.documents.cuttings import COLOURS, INK, PAPER, border
from dugnad.documents.press import found, printed
from dugnad.documents.square import Square
from dugnad.network.models import Typeface
from dugnad.web.contrast import contrast
from tests.certificates.making import given, offered
from tests.documents.pictures import logo_of
from tests.world import act, register, term

NAMES = ("Siri Øvrebø", "Ελένη Παπαδοπούλου", "Юлия Коваленко", "ليلى الحسيني", "W" * 120, "Ma. " * 30, "#let x = 1 $y$ *z* @q", "x")


def job(certificate):
    certificate.answered_at = certificate.answered_at or timezone.now()
    return paper(certificate)


@pytest.mark.thorough
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("full", [True, False])
def test_every_name_and_everything_else_fits_its_place(world, name, full):
    volunteer = Volunteer(
        name, "x@example.org", Decimal("23.75"), "p" * 120 if full else "", tuple(f"skill {n} " + "s" * 50 for n in range(12)) if full else ()
    )
    activity = register(world.bergen, world.kari, title=("A very long title " * 11)[:200].strip() if full else "Run")
    made = job(offered(world, volunteer, activity))
    places = found(made, "<fitted>")
    assert [one["name"] for one in places if one["height"] > one["room"][1] + 0.5 or one["width"] > one["room"][0] + 0.5] == []
    assert {one["name"] for one in places} == {"network", "kind", "lead", "name", "says", "giver", "check"}
    assert len(printed(made, "png")) == 1


def test_a_name_is_text_and_never_markup(world):
    assert job(offered(world, Volunteer("#panic()", "x@example.org", Decimal(1)))).data["name"] == "#panic()"


def test_the_same_certificate_is_the_same_paper(world):
    certificate = given(world)
    assert printed(paper(certificate), "pdf") == printed(paper(certificate), "pdf")


def test_the_frame_is_what_the_unit_did_its_own_activity_first(world):
    register(world.bergen, world.kari, cause=term("cause", "health"))
    certificate = given(world, activity=register(world.bergen, world.kari))
    assert [square.motif for square in sewn(certificate)] == ["environment", "health"]


def test_before_a_unit_did_anything_the_frame_has_one_of_each_cause(world):
    whole = of_a_term(term_of(month_of(timezone.localdate())))
    certificate = offer(act(world.kari), world.bergen, whole, Volunteer("Siri", "siri@example.org", Decimal(120)), language="en")
    made = job(certificate)
    assert [square.motif for square in sewn(certificate)] == list(COLOURS)
    assert made.data["says"].startswith("120 hours of voluntary work with ESN Bergen") and made.data["colours"]["accent"] == INK


def test_a_part_in_a_term_is_said(world):
    whole = of_a_term(term_of(month_of(timezone.localdate())))
    certificate = offer(act(world.kari), world.bergen, whole, Volunteer("Siri", "siri@example.org", Decimal(1), "treasurer"), language="en")
    assert job(certificate).data["says"].startswith("1 hour of voluntary work as treasurer with ESN Bergen, ")


def test_its_colour_is_the_cause(world):
    assert job(offered(world)).data["colours"]["accent"] == COLOURS["environment"]


@pytest.mark.parametrize(("typeface", "size"), list(zip(Typeface.values, [(900, 100), (400, 400), (100, 900), (900, 100), (400, 400)], strict=True)))
def test_in_the_looks_of_a_unit_everything_stands_as_well(world, settings, tmp_path, typeface, size):
    settings.MEDIA_ROOT = tmp_path
    certificate = given(world, Volunteer("Ελένη Παπαδοπούλου " * 6, "x@example.org", Decimal("23.75")))
    plain = paper(certificate)
    logo_of(world.norway, size, colour="#FFCC00", typeface=typeface)
    made = paper(certificate)
    assert (made.data["typeface"], made.data["logo"]["alt"], "logo" in plain.data) == (typeface, "Norway", False)
    assert made.data["colours"]["accent"] != COLOURS["environment"] and contrast(made.data["colours"]["accent"], PAPER) >= 4.5
    assert [one["name"] for one in found(made, "<fitted>") if one["height"] > one["room"][1] + 0.5 or one["width"] > one["room"][0] + 0.5] == []
    assert b"pdfuaid" in printed(made, "pdf")[0]


def test_the_frame_goes_once_around(world):
    assert border([Square("", "", "health")], COLUMNS, ROWS).count("<g ") == SEWN == 84
    assert "<g " not in border([], COLUMNS, ROWS)


def test_a_term_is_named_by_its_months(world):
    with translation.override("en"):
        assert (of_a_term(4052).title, of_a_term(4053).title) == ("Voluntary work, February – July 2026", "Voluntary work, August 2026 – January 2027")
    assert of_activity(register(world.bergen, world.kari)).most_hours == 24

"""The print and the slides: one page after another, the same for the same data, in every script, whatever people write."""

from dataclasses import replace
from datetime import time
from io import BytesIO

import pytest
from django.utils import translation
from PIL import Image

from dugnad.activities.actions.photo import add_photo, hide_photo
from dugnad.documents import press
from dugnad.reports import actions, documents, pictures
from dugnad.reports.models import Report
from tests.reports.making import LATER, SPRING, begun, did, made, published
from tests.world import act, on


def job(report, what="report"):
    report = Report.objects.get(pk=report.pk)
    return documents.JOBS[what](report, report.frozen or made(report))


def pages(report, what="report"):
    return len(press.printed(job(report, what), "png", ppi=20))


def test_a_country_has_a_report_of_eight_to_twenty_pages_and_a_slide_for_each_statement(world):
    did(world, 6, outcome="The beach was clean", learnt="Bring gloves")
    report = begun(world)
    assert 8 <= pages(report) <= 20 and pages(report, "slides") >= 10


def test_an_empty_report_is_printed_too(world):
    report = begun(world, world.bergen)
    assert pages(report) >= 5 and pages(report, "slides") >= 5


def test_it_is_a_pdf_that_can_be_read_aloud(world):
    did(world, 2, outcome="Clean")
    report = published(world)
    for what in ("report", "slides"):
        (pdf,) = press.printed(job(report, what), "pdf")
        assert pdf.startswith(b"%PDF-") and b"pdfuaid" in pdf


def test_the_same_report_gives_the_same_bytes(world):
    did(world)
    report = published(world)
    assert press.printed(job(report), "pdf") == press.printed(job(report), "pdf")


def test_its_code_stands_in_it_as_words_and_as_a_picture(world):
    report = published(world)
    made_of = job(report)
    assert made_of.data["proof"]["address"].endswith(f"/p/{report.proof}/") and made_of.data["names"]["code.svg"] in made_of.pictures
    assert job(begun(world)).data["proof"] is None


def test_every_picture_has_words_with_its_numbers(world):
    did(world, 2)
    section = next(one for one in job(begun(world)).data["sections"] if one["kind"] == "causes")
    alt = next(block for block in section["blocks"] if block["kind"] == "picture")["alt"]
    assert "Activities by cause" in alt and "Environmental Sustainability: 2" in alt


@pytest.mark.parametrize("text", ["Σήμερα βοηθήσαμε", "Сегодня мы помогали", "ساعدنا اليوم", "#strong[x] $x$ <b> \\ @ref `raw` // /* _ *", "w" * 119])
def test_whatever_people_write_is_text(world, text):
    did(world, 1, title=text, outcome=text, learnt=text, summary=text)
    report = begun(world, title=text)
    actions.rewrite(act(world.ines), report.sections.get(kind="foreword"), title=text, text=f"{text}\n\n{text}")
    assert pages(report) >= 8 and pages(report, "slides") >= 8


def test_it_is_mirrored_for_a_language_that_is_written_from_the_right(world):
    did(world, 2, outcome="Clean")
    told = job(published(world))
    mirrored = replace(told, data=told.data | {"rtl": True, "lang": "ar"})
    assert len(press.printed(mirrored, "png", ppi=20)) >= 8


def test_photos_that_are_shown_are_in_the_print_and_others_are_not(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    own = did(world, 1, outcome="Clean")[0]
    out = BytesIO()
    Image.new("RGB", (90, 60)).save(out, "JPEG")
    photo = add_photo(act(world.kari), own, BytesIO(out.getvalue()), size=900, alt="A birch")
    report = published(world)
    assert f"{photo.pk}.jpg" in job(report).data["names"] and pages(report) >= 8 and pages(report, "slides") >= 8
    (tmp_path / photo.file.name).unlink()
    assert f"{photo.pk}.jpg" not in job(report).data["names"]
    hide_photo(act(world.kari), photo)
    assert f"{photo.pk}.jpg" not in job(report).data["names"] and pages(report) >= 8


def test_edition_and_state_stand_on_every_page(world):
    first = published(world)
    second = actions.renew(act(world.ines), first)
    assert job(second).data["stood"] == "Draft: the figures still move."
    with on(LATER):
        second = actions.publish(act(world.ines), second)
    assert job(second).data["stood"].startswith("Edition 2. Figures as they stood on Jul 20, 2026")


def test_finished_pages_are_kept_and_made_anew_when_something_changes(world, client, sign_in):
    did(world)
    report = begun(world)
    session = sign_in(world.marianne)
    with on(LATER):
        before = session.get(f"/reports/{report.slug}/report/1.png")
        again = session.get(f"/reports/{report.slug}/report/1.png")
    with on(LATER, time(13)):
        actions.change(act(world.ines), report, period=SPRING, theme="", title="Another title", language="en")
        after = session.get(f"/reports/{report.slug}/report/1.png")
    assert before["Content-Type"] == "image/png" and before.content == again.content != after.content


@pytest.mark.parametrize("address", ["report/99.png", "report/0.png", "poster/1.png", "poster.pdf"])
def test_a_page_that_is_not_there_is_not_there(world, client, address):
    report = published(world)
    assert client.get(f"{report.get_absolute_url()}{address}").status_code == 404


def test_files_have_names_of_their_own(world, client):
    report = published(world)
    assert [client.get(f"{report.get_absolute_url()}{what}.pdf")["Content-Disposition"] for what in ("report", "slides")] == [
        'inline; filename="no-2026-01-2026-06.pdf"',
        'inline; filename="no-2026-01-2026-06-slides.pdf"',
    ]


def test_a_print_speaks_the_language_of_the_report_whoever_asks(world):
    report = published(world, language="nb")
    with translation.override("fr"):
        assert job(report).data["lang"] == "nb" and job(report).data["unit"] == "Norge"


def test_what_cannot_be_printed_is_said_and_can_be_read_and_edited(world, sign_in, monkeypatch):
    report = begun(world)
    session = sign_in(world.marianne)

    def late(*_args):
        raise press.PrintError("the print took longer than 30 s")

    monkeypatch.setattr(press, "_work", late)
    answered = session.get(f"/reports/{report.slug}/report.pdf")
    assert answered.status_code == 503 and "too large to be printed just now" in answered.content.decode()
    assert "The pages cannot be drawn just now" in session.get(f"/reports/{report.slug}/edit/").content.decode()
    assert session.get(report.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(("bars", "shown", "title"), [(6, 6, "Units"), (9, 9, "Units"), (10, 6, "Units: the first 6 of 10")])
def test_a_picture_of_many_rows_shows_the_first_and_says_of_how_many(bars, shown, title):
    block = {"draw": "rows", "title": "Units", "bars": [{}] * bars}
    assert (pictures.rows_of(block, 6), pictures.titled(block, 6)) == (shown, title)

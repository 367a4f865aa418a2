"""Whatever is typed into a form gets an answer in words at the field, is still there, and leaves nothing half written."""

import html
import re
from io import BytesIO

import pytest
from django.apps import apps
from django.test import Client
from PIL import Image

from dugnad.activities.models import Activity, Photo
from dugnad.core.ids import uuid7
from tests.world import register

pytestmark = pytest.mark.thorough

FORM = "/units/no-berg-esn/register/"
ANSWERS = {"title": "Clean-up at the fjord", "starts_on": "2026-03-14", "cause": "environment", "volunteers": "12", "summary": "We picked litter."}
LONG = "x" * 100_000

WRONG = [
    *[("starts_on", day) for day in ("2026-02-30", "0001-01-01", "9999-12-31", "0000-00-00", "१२", "tomorrow", "", "2026-03-14T25:00", LONG)],
    *[("ends_on", day) for day in ("2026-02-30", "0001-01-01", "9999-12-31", "2026-03-13", "<b>")],
    *[("volunteers", count) for count in ("-1", str(10**30), "NaN", "inf", "3,5", "1e9", "ten", "9" * 5000, "<b>5</b>")],
    *[("people_helped", count) for count in ("-1", "NaN", str(10**30))],
    *[("meetings", count) for count in ("0", "-3", "1001", "NaN")],
    *[("hours_per_meeting", hours) for hours in ("25", "-1", "NaN", "Infinity", "1e400", "sNaN")],
    *[("money_amount", money) for money in ("-1", "NaN", "Infinity", str(10**30), "1e999999")],
    *[("cause", key) for key in ("no-such-cause", "", "'; DROP TABLE activities;--", "a\x00b", LONG)],
    *[("type", key) for key in ("no-such-type", "a\x00b")],
    *[("sdgs", key) for key in ("99", "a\x00b")],
    *[("organisers", name) for name in ("NOWHERE", "a\x00b", "=1+1", LONG)],
    *[("title", text) for text in ("", " \t ", "\u202e\u200b", LONG)],
    *[("summary", LONG), ("place", LONG), ("outcome", LONG), ("learnt", LONG), ("partners", LONG), ("links", "javascript:alert(1)"), ("links", LONG)],
]

TOLD = [
    ("title", "Räumung am Fjord 🌲👩‍👩‍👧"),
    ("title", "<script>alert(1)</script>"),
    ("title", "Robert'); DROP TABLE activities_activity;--"),
    ("title", '=HYPERLINK("http://example.org")'),
    ("title", "{{ 7*7 }} {% now %}"),
    ("title", "تنظيف الشاطئ"),
    ("volunteers", "0"),
    ("volunteers", "1 200"),
    ("hours_per_meeting", "1,5"),
]


def rows():
    """How many rows stand in every table of the record."""
    return {model._meta.label: model.objects.count() for part in ("activities", "figures", "core") for model in apps.get_app_config(part).get_models()}


def typed(page):
    """The answers that stand in the page's fields."""
    text = page.content.decode()
    values = re.findall(r'value="([^"]*)"', text) + re.findall(r"<textarea[^>]*>\n?(.*?)</textarea>", text, re.DOTALL)
    return {html.unescape(value) for value in values}


@pytest.mark.parametrize(("field", "value"), WRONG, ids=[f"{field}-{value[:18]!a}" for field, value in WRONG])
def test_what_cannot_be_is_said_at_the_field_and_nothing_is_written(world, sign_in, field, value):
    session, before = sign_in(world.kari), rows()
    answer = session.post(FORM, {"id": str(uuid7())} | ANSWERS | {field: value})
    page = answer.content.decode()
    assert answer.status_code == 422 and f'id="id_{field}_error"' in page, re.findall(r'id="id_\w+_error"', page)
    assert rows() == before and "We picked litter." in (page if field != "summary" else "We picked litter.")


@pytest.mark.parametrize(("field", "value"), [("volunteers", "-1"), ("starts_on", "2026-02-30"), ("organisers", "NOWHERE"), ("links", "javascript:alert(1)")])
def test_what_was_typed_is_still_there(world, sign_in, field, value):
    assert value in typed(sign_in(world.kari).post(FORM, ANSWERS | {field: value}))


@pytest.mark.parametrize(("field", "value"), TOLD, ids=[f"{field}-{value[:18]!a}" for field, value in TOLD])
def test_what_is_only_unusual_is_kept_and_shown_as_text(world, sign_in, field, value):
    session = sign_in(world.kari)
    answer = session.post(FORM, {"id": str(uuid7())} | ANSWERS | {field: value})
    assert answer.status_code == 302
    page = session.get(answer["Location"]).content.decode()
    if field == "title":
        assert Activity.objects.get().title == value and html.escape(value) in page and "<script>alert" not in page


def test_a_formula_in_a_title_is_text_in_the_file(world, client):
    register(world.bergen, world.kari, title="=1+1")
    file = client.get("/activities.csv").getvalue()
    assert b"=1+1" in file and not any(before + b"=1+1" in file for before in (b"\n", b",", b'"'))


@pytest.mark.parametrize("missing", ["title", "starts_on", "cause", "volunteers"])
def test_a_missing_field_is_asked_for(world, sign_in, missing):
    answer = sign_in(world.kari).post(FORM, {name: value for name, value in ANSWERS.items() if name != missing})
    assert answer.status_code == 422 and f"id_{missing}_error".encode() in answer.content and not Activity.objects.exists()


def test_an_empty_form_is_a_form_with_words(world, sign_in):
    assert sign_in(world.kari).post(FORM, {}).status_code == 422


def test_repeated_fields_register_once(world, sign_in):
    answer = sign_in(world.kari).post(FORM, ANSWERS | {"title": ["One", "Two"], "volunteers": ["1", "2"], "sdgs": ["14", "14"]})
    assert answer.status_code in (302, 422) and Activity.objects.count() <= 1


def test_three_hundred_organisers_are_said_or_counted_once(world, sign_in):
    answer = sign_in(world.kari).post(FORM, ANSWERS | {"organisers": ", ".join(["NO-OSLO-ESN"] * 300)})
    assert answer.status_code == 302 and Activity.objects.get().organisers.count() == 1


def test_three_hundred_unknown_organisers_are_said_at_the_field(world, sign_in):
    answer = sign_in(world.kari).post(FORM, ANSWERS | {"organisers": ", ".join(f"X{n}" for n in range(300))})
    assert answer.status_code == 422 and b"id_organisers_error" in answer.content


@pytest.mark.parametrize("body", [b"title=%ff%fe&starts_on=%c3%28", b"%00=%00&title=%00", b"&&&&===", b"\xff\xfe\x00", b"title=%ed%a0%80"])
def test_broken_letters_are_answered_in_words(world, sign_in, body):
    answer = sign_in(world.kari).generic("POST", FORM, body, "application/x-www-form-urlencoded")
    assert answer.status_code in (400, 422) and not Activity.objects.exists()


@pytest.mark.parametrize(
    "kind", ["multipart/form-data", "multipart/form-data; boundary=x", "application/json", "text/plain", "application/x-www-form-urlencoded; charset=nowhere"]
)
def test_a_body_of_another_kind_is_answered_in_words(world, sign_in, kind):
    assert sign_in(world.kari).generic("POST", FORM, b"nothing that fits", kind).status_code in (400, 415, 422)


@pytest.mark.parametrize("verb", ["PUT", "PATCH", "DELETE", "PROPFIND"])
@pytest.mark.parametrize("page", ["/", FORM, "/activities/", "/units/no-berg-esn/", "/desk/", "/account/"])
def test_an_unknown_verb_writes_nothing(world, sign_in, verb, page):
    session, before = sign_in(world.kari), rows()
    assert session.generic(verb, page, b"title=x").status_code in (200, 405) and rows() == before


@pytest.mark.parametrize(
    "address",
    ["/?%00", "/units/%00/", "/units/%ff/", "/units/no-berg-esn/?year=99999999999", "/activities/?q=%00", "/activities/?from=2026-02-30", "/activities/?after=%ff",
     "/activities/?page=99999999999999999999", "/activities.csv?unit=%00", "/activities/no-uuid/", "/media/../../etc/passwd", "/media/%00", "/directory/?q=%00",
     "/directory/?q=" + "x" * 5000, FORM + "?copy=%00", FORM + "?draft=no-uuid", "/words/%00/", "/join/%00/", "/accounts/login/?next=%00",
     "/needs/?unit=%00&theme=%00&group=%00&state=%00&q=%00&page=%00", "/needs/?page=99999999999999999999", "/needs/?unit=%ff&q=%ff", "/needs/no-uuid/", "/units/%00/needs/record/"],
)  # fmt: skip
def test_no_address_makes_a_500(world, sign_in, address):
    session = sign_in(world.kari)
    session.raise_request_exception = False
    assert session.get(address).status_code < 500 and Client(raise_request_exception=False).get(address).status_code < 500


@pytest.mark.parametrize(
    ("page", "field", "value"),
    [("/account/", "name", LONG), ("/account/", "name", ""), ("/account/", "name", "a\x00b"), ("/account/tokens/", "days", "-1"), ("/account/tokens/", "days", str(10**30)),
     ("/account/tokens/", "days", "NaN"), ("/account/tokens/", "scope", "all"), ("/account/tokens/", "name", LONG)],
)  # fmt: skip
def test_the_account_says_what_is_wrong(world, sign_in, page, field, value):
    known = {"name": "Kari", "language": "en"} if page == "/account/" else {"name": "mine", "scope": "read", "days": "9"}
    answer = sign_in(world.kari).post(page, known | {field: value})
    assert answer.status_code == 422 and f"id_{field}_error".encode() in answer.content


@pytest.mark.parametrize(
    ("field", "value"),
    [("email", "no address"), ("email", "a\x00b@example.org"), ("email", LONG), ("since", "2026-02-30"), ("since", "9999-12-31"), ("role", "emperor")],
)
def test_an_impossible_invitation_is_said(world, sign_in, field, value):
    known = {"email": "new@example.org", "role": "local", "since": "2026-03-14", "language": "en"}
    answer = sign_in(world.kari).post("/units/no-berg-esn/offices/", known | {field: value})
    assert answer.status_code == 422 and b"_error" in answer.content


def test_a_reason_of_a_book_is_refused_at_the_field(world, sign_in):
    activity = register(world.bergen, world.kari)
    for reason in (LONG, "", "\x00"):
        assert sign_in(world.kari).post(f"/activities/{activity.pk}/withdraw/", {"reason": reason}).status_code == 422
    activity.refresh_from_db()
    assert activity.state == "registered"


def _picture(mode="RGB", kind="JPEG", size=(300, 200)):
    out = BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def _sent(session, activity, content):
    file = BytesIO(content)
    file.name = "birch.jpg"
    return session.post(f"/activities/{activity.pk}/photos/", {"file": file, "alt": "A birch by the fjord"})


@pytest.mark.parametrize("content", [_picture()[:900], b"PK\x03\x04 a zip", b"", b"<svg onload='x'/>", _picture(size=(9000, 9000), mode="L", kind="PNG")])
def test_a_photo_that_is_none_is_refused_and_its_words_are_kept(world, sign_in, settings, tmp_path, content):
    settings.MEDIA_ROOT = tmp_path
    answer = _sent(sign_in(world.kari), register(world.bergen, world.kari), content)
    assert answer.status_code == 422 and b"id_file_error" in answer.content and "A birch by the fjord" in typed(answer)
    assert not Photo.objects.exists() and not list(tmp_path.rglob("*.jpg"))


@pytest.mark.parametrize(("mode", "kind"), [("CMYK", "JPEG"), ("P", "GIF"), ("RGBA", "PNG"), ("L", "WEBP")])
def test_unusual_pictures_become_plain_jpegs(world, sign_in, settings, tmp_path, mode, kind):
    settings.MEDIA_ROOT = tmp_path
    assert _sent(sign_in(world.kari), register(world.bergen, world.kari), _picture(mode, kind)).status_code == 302
    with Image.open(Photo.objects.get().file.path) as kept:
        assert (kept.format, kept.mode) == ("JPEG", "RGB")


def test_a_full_disk_is_said_at_the_field(world, sign_in, monkeypatch):
    def full(*_args, **_more):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    answer = _sent(sign_in(world.kari), register(world.bergen, world.kari), _picture())
    assert answer.status_code == 422 and b"no room on the server" in answer.content and Activity.objects.count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "/activities/?unit={}",
        "/units/{}/",
        "/needs/?unit={}",
        "/needs/?q={}",
        "/needs/?theme={}",
        "/api/v1/needs?unit={}",
        "/units/{}/offices/",
        "/units/{}/register/",
        "/api/v1/units/{}",
        "/api/v1/units?parent={}",
        "/api/v1/units?q={}",
        "/directory/?q={}",
    ],
)
def test_a_name_as_long_as_a_book_is_simply_unknown(world, sign_in, address):
    assert sign_in(world.kari).get(address.format(LONG)).status_code in (200, 404, 422)


def test_a_draft_for_a_unit_as_long_as_a_book_is_not_found(world, sign_in):
    assert sign_in(world.kari).post(f"/drafts/{uuid7()}/", {"unit": LONG}).status_code == 404


def test_a_question_that_looks_like_another_gets_its_own_sum(world, client):
    register(world.bergen, world.kari, volunteers=17)
    for first, second in (
        ("q=nothing|unit=NO", "q=nothing%7Cunit=NO"),
        (f"a={LONG[:700]}&q=nothing", f"a={LONG[:700]}"),
        ("q=fjord%7Cunit%3DNO", "q=fjord&unit=NO"),
    ):
        client.get(f"/activities/?{first}")
        alone = client.get(f"/activities/?{second}").content.decode()
        assert (">17<" in alone) == ("nothing" not in second), second

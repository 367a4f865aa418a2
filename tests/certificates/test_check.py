"""Anybody checks a certificate: by its code, or the whole file."""

import json
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dugnad.access.actor import SYSTEM
from dugnad.certificates.actions.answer import withdraw
from dugnad.certificates.actions.keys import rotate
from dugnad.certificates.actions.revoke import revoke
from dugnad.certificates.checking import checked, code_in
from dugnad.certificates.models import Certificate
from dugnad.certificates.offers import Volunteer
from dugnad.documents.press import PrintError
from tests.certificates.making import SITE, given, offered
from tests.world import act

pytestmark = pytest.mark.thorough

VERIFY = "/certificates/verify/"


def shown(certificate, **changes):
    return json.dumps(certificate.credential | changes)


def test_the_page_of_a_valid_one_says_so(world, client):
    certificate = given(world)
    page = client.get(certificate.get_absolute_url())
    text = page.content.decode()
    for words in ("A valid certificate", "Siri Øvrebø", "12.5", "team leader", "first aid", "did:web:dugnad.example.org", "key 1", certificate.shown_code):
        assert words in text, words
    assert "siri@example.org" not in text


def test_no_search_engine_and_no_cache_keeps_it(world, client):
    certificate = given(world)
    for name in ("", "certificate.png", "certificate.pdf", "credential.json"):
        answer = client.get(f"{certificate.get_absolute_url()}{name}")
        assert (answer["Cache-Control"], "noindex" in answer["X-Robots-Tag"]) == ("private, no-store", True)


def test_the_paper_is_an_accessible_document_of_one_page(world, client):
    answer = client.get(f"{given(world).get_absolute_url()}certificate.pdf")
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF-1.7")
    assert b"pdfuaid" in answer.content and b"/Type/Pages/Count 1" in answer.content


def test_a_press_that_stands_still_is_said(world, client, monkeypatch):
    def broken(*_args, **_more):
        raise PrintError

    monkeypatch.setattr("dugnad.certificates.views.prints.printed", broken)
    assert client.get(f"{given(world).get_absolute_url()}certificate.pdf").status_code == 503


def test_a_code_as_people_type_it_leads_to_its_page(world, client):
    certificate = given(world)
    typed = certificate.shown_code.lower().replace("0", "o").replace("1", "l")
    for text in (typed, f" {SITE}{certificate.get_absolute_url()} ", certificate.code):
        assert client.post(VERIFY, {"text": text})["Location"] == certificate.get_absolute_url()
    assert client.get(f"/certificates/{typed}/")["Location"] == certificate.get_absolute_url()


def test_a_code_that_nobody_has_is_said_to_be_none(world, client):
    assert "Not given here" in client.post(VERIFY, {"text": "0000-0000-0000-0000"}).content.decode()
    assert client.get("/certificates/0000000000000000/").status_code == 404
    assert client.get("/certificates/whatever/").status_code == 404


def test_the_code_of_an_offer_is_nobodys(world, client):
    assert "Not given here" in client.post(VERIFY, {"text": offered(world).code}).content.decode()


def test_a_whole_credential_is_genuine(world, client):
    page = client.post(VERIFY, {"text": shown(given(world))}).content.decode()
    assert "Genuine, and it stands" in page and "Siri Øvrebø" in page


def test_in_whatever_order_its_members_stand(world):
    certificate = given(world)
    turned = dict(reversed(certificate.credential.items()))
    assert checked("\ufeff" + json.dumps(turned, indent=8)).says == "genuine"


def test_as_a_file_too(world, client):
    file = SimpleUploadedFile("credential.json", b"\xef\xbb\xbf" + shown(given(world)).encode())
    assert "Genuine, and it stands" in client.post(VERIFY, {"file": file}).content.decode()


def test_one_word_changed_is_not_what_was_signed(world):
    certificate = given(world)
    assert checked(shown(certificate, name="Doctor of everything")).says == "altered"


def test_a_revoked_one_is_genuine_but_revoked(world, client):
    certificate = given(world)
    text = shown(certificate)
    revoke(act(world.kari), certificate, reason="Twice.")
    page = client.post(VERIFY, {"text": text}).content.decode()
    assert "Genuine, but revoked" in page and "Twice." in page


def test_of_a_withdrawn_one_nothing_else_is_said(world, client):
    certificate = given(world)
    text = shown(certificate)
    withdraw(certificate)
    page = client.post(VERIFY, {"text": text}).content.decode()
    answer = page[page.index('role="status"') : page.index("<textarea")]
    assert "Withdrawn" in answer and "Siri" not in answer


@pytest.mark.parametrize(
    "text", ["{", "[]", '"x"', "12", "{}", '{"id": 1}', "[" * 50_000, '{"id": {"a": 1}}', "no code at all, but a sentence", "9" * 9000, "\ud800"]
)
def test_what_is_no_credential_is_said_to_be_none(world, client, text):
    assert "neither a code nor a credential" in client.post(VERIFY, {"text": text.encode("utf-8", "replace").decode()}).content.decode()


def test_a_credential_of_somebody_else_is_to_be_checked_there(world, client):
    other = {"id": "https://other.example/1", "issuer": {"id": "did:web:other.example"}}
    assert "did:web:other.example gave it" in client.post(VERIFY, {"text": json.dumps(other)}).content.decode()
    for issuer in (None, 3, {"id": []}, "did:web:dugnad.example.org"):
        assert "Not given here" in client.post(VERIFY, {"text": json.dumps(other | {"issuer": issuer})}).content.decode()


@pytest.mark.parametrize("address", ["/certificates/", "/certificates/x/", "/certificates/ABCD/../", "/elsewhere/0000000000000000/"])
def test_an_address_that_only_looks_like_ours_is_unknown(world, address):
    assert checked(json.dumps({"id": SITE + address})).says == "unknown"


def test_a_deep_forgery_of_ours_is_only_another_one(world):
    deep = json.loads("[" * 900 + "]" * 900)
    assert checked(shown(given(world), evidence=deep)).says == "altered"


def test_nothing_to_check_is_said_at_its_field(world, client):
    assert client.post(VERIFY, {"text": " "}).status_code == 422
    large = SimpleUploadedFile("x.json", b"x" * 100_001)
    assert "smaller than 100 kB" in client.post(VERIFY, {"file": large}).content.decode()


def test_who_changed_the_database_is_found_out(world, client):
    certificate = given(world)
    Certificate.objects.filter(pk=certificate.pk).update(credential=certificate.credential | {"name": "Doctor of everything"})
    assert "the signature does not fit" in client.get(certificate.get_absolute_url()).content.decode()
    certificate.refresh_from_db()
    assert checked(shown(certificate)).says == "altered"


def test_the_issuers_page_names_every_key(world, client):
    assert "The first one makes the first key" in client.get("/certificates/issuer/").content.decode()
    given(world)
    rotate(SYSTEM)
    page = client.get("/certificates/issuer/").content.decode()
    assert page.count("z6Mk") == 2 and "today: it signs" in page and "/certificates/status/1/" in page


def test_the_address_on_paper_is_where_one_checks(world, client):
    assert "Check a certificate" in client.get("/certificates/").content.decode()


@pytest.mark.parametrize(("typed", "code"), [("", ""), ("ABCD", ""), ("U" * 16, ""), ("o" * 16, "0" * 16), ("é" * 16, ""), ("A" * 61, "")])
def test_a_code_is_sixteen_of_its_letters(typed, code):
    assert code_in(typed) == code


def test_who_had_no_part_of_their_own_did_the_work(world, client):
    certificate = given(world, Volunteer("Ali", "ali@example.org", Decimal("12.5")))
    page = client.get(certificate.get_absolute_url()).content.decode()
    assert "12.5 hours of voluntary work in “Clean-up at the fjord” of ESN Bergen" in page and "<dt>Part</dt>" not in page

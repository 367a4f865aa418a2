"""A key that others may have had is trusted no more, and what it signed is signed anew: the certificate stays given."""

import json

import pytest
from django.core import mail
from openbadgeslib.ob3 import OB3VerificationError

from dugnad.access.actor import SYSTEM
from dugnad.certificates.actions.answer import withdraw
from dugnad.certificates.actions.keys import distrust, key_that_signs, rotate
from dugnad.certificates.actions.revoke import revoke
from dugnad.certificates.actions.signing_anew import sign_anew
from dugnad.certificates.checking import checked
from dugnad.certificates.models import Certificate, SigningKey
from dugnad.cli.main import main
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from tests.certificates.making import given
from tests.certificates.test_credential import published, taken, verified
from tests.world import act

__all__ = ["published"]


def page(client, certificate):
    return client.get(certificate.get_absolute_url()).content.decode()


def test_it_signs_no_more_and_is_published_no_more(world, client):
    given(world)
    distrust(SYSTEM, 1)
    assert key_that_signs().number == 2
    document = client.get("/.well-known/did.json").json()
    assert [one["id"][-6:] for one in document["verificationMethod"]] == ["#key-2"] and len(document["assertionMethod"]) == 1
    assert "not trusted since" in client.get("/certificates/issuer/").content.decode()


def test_of_an_old_key_the_one_that_signs_goes_on(world):
    key_that_signs()
    rotate(SYSTEM)
    distrust(SYSTEM, 1)
    assert key_that_signs().number == 2 and SigningKey.objects.count() == 2


def test_twice_is_once_and_what_is_no_key_is_said(world):
    key_that_signs()
    first = distrust(SYSTEM, 1).compromised_at
    assert distrust(SYSTEM, 1).compromised_at == first and SigningKey.objects.count() == 2
    assert [line.verb for line in journal.of(SigningKey.objects.get(number=1))].count("key.compromised") == 1
    with pytest.raises(Refused, match="no key 7"):
        distrust(SYSTEM, 7)


def test_only_who_runs_the_server_says_so(world):
    certificate = given(world)
    for verb, of in ((distrust, 1), (sign_anew, certificate)):
        with pytest.raises(NotAllowed):
            verb(act(world.ines), of)


def test_a_stranger_trusts_the_new_file_and_not_the_old_one(world, client, published):
    certificate = given(world)
    before = taken(client, certificate)
    distrust(SYSTEM, 1)
    with pytest.raises(OB3VerificationError):
        verified(before, published)
    assert sign_anew(SYSTEM, certificate)
    after = taken(client, certificate)
    assert verified(after, published).achievement.name == "Clean-up at the fjord"
    assert json.loads(after)["awardedDate"] == json.loads(before)["validFrom"] and "awardedDate" not in json.loads(before)


def test_the_page_says_so_before_and_after(world, client):
    certificate = given(world)
    assert "signed anew" not in page(client, certificate)
    distrust(SYSTEM, 1)
    before = page(client, certificate)
    assert "its signature is not trusted any more" in before and "A valid certificate" not in before
    sign_anew(SYSTEM, certificate)
    after = page(client, certificate)
    certificate.refresh_from_db()
    assert "A valid certificate" in after and "with key 2" in after and "signed anew on" in after and certificate.state == "given"


def test_a_file_of_before_is_told_from_a_changed_one(world, client):
    certificate = given(world)
    before = certificate.credential
    distrust(SYSTEM, 1)
    assert checked(json.dumps(before)).says == "distrusted"
    sign_anew(SYSTEM, certificate)
    assert checked(json.dumps(before)).says == "distrusted"
    answer = client.post("/certificates/verify/", {"text": json.dumps(before)}).content.decode()
    assert "this file is not trusted any more" in answer and "signed with key 1" in answer
    assert checked(json.dumps(before | {"name": "Doctor of everything"})).says == "altered"
    other = before["proof"] | {"verificationMethod": "did:web:dugnad.example.org#key-9"}
    for proof in (other, "x", {"verificationMethod": ["x"]}):
        assert checked(json.dumps(before | {"proof": proof})).says == "altered"
    certificate.refresh_from_db()
    assert checked(json.dumps(certificate.credential)).says == "genuine"


def test_what_was_revoked_stays_revoked(world):
    certificate = given(world)
    before = certificate.credential
    revoke(act(world.kari), certificate, reason="Twice.")
    distrust(SYSTEM, 1)
    assert sign_anew(SYSTEM, certificate) and checked(json.dumps(before)).says == "revoked"


def test_what_somebody_changed_in_the_database_is_not_made_good(world, client):
    certificate = given(world)
    Certificate.objects.filter(pk=certificate.pk).update(credential=certificate.credential | {"name": "Doctor of everything"})
    distrust(SYSTEM, 1)
    assert not sign_anew(SYSTEM, certificate) and "the signature does not fit" in page(client, certificate)


def test_the_command_signs_anew_writes_to_the_volunteers_and_goes_on_where_it_was(world, client, capsys, django_capture_on_commit_callbacks):
    one, gone = given(world), given(world)
    withdraw(gone)
    with django_capture_on_commit_callbacks(execute=True):
        assert main(["rotate-key", "--compromised", "1"]) == 0
    said = capsys.readouterr().out
    assert "Key 1 is not trusted any more" in said and "Key 2 signs from now on" in said and "1 signed anew" in said
    assert [one.subject for one in mail.outbox] == ["Your certificate was signed anew: Clean-up at the fjord"]
    assert main(["rotate-key", "--compromised", "1"]) == 0 and "0 signed anew" in capsys.readouterr().out
    one.refresh_from_db()
    assert (one.key.number, SigningKey.objects.count()) == (2, 2) and len(mail.outbox) == 1


def test_the_command_says_what_it_left(world, capsys):
    certificate = given(world)
    Certificate.objects.filter(pk=certificate.pk).update(credential=certificate.credential | {"name": "Doctor of everything"})
    assert main(["rotate-key", "--compromised", "1"]) == 1 and certificate.shown_code in capsys.readouterr().out

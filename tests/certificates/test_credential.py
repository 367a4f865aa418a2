"""The credential is an Open Badge 3.0 that strangers can check: here by openbadgeslib, which shares no line with us."""

import json
from base64 import urlsafe_b64decode
from datetime import datetime, timedelta
from gzip import decompress

import pytest
from openbadgeslib.ob3 import OB3VerificationError
from openbadgeslib.ob3.credential import IdentityObject
from openbadgeslib.ob3.ldp import OB3LdpVerifier, verify_data_integrity_proof

from dugnad.access.actor import SYSTEM
from dugnad.certificates import base58, keys, proof
from dugnad.certificates.actions.answer import withdraw
from dugnad.certificates.actions.keys import rotate
from dugnad.certificates.actions.revoke import revoke
from dugnad.certificates.credential import fingerprint
from tests.certificates.making import SITE, given, offered
from tests.world import act


@pytest.fixture
def published(client):
    """What a stranger fetches: our public pages, by their addresses."""

    def fetch(address):
        assert address.startswith(SITE)
        answer = client.get(address.removeprefix(SITE))
        assert answer.status_code == 200, address
        return answer.content

    return fetch


def taken(client, certificate):
    """The file as the volunteer downloads it."""
    answer = client.get(f"{certificate.get_absolute_url()}credential.json")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/vc")
    return answer.content


def verified(document, published):
    """By keys that are found from the issuer's name alone, and with the published list of what is void."""
    verifier = OB3LdpVerifier.for_issuer_did("did:web:dugnad.example.org")
    return verifier.verify(document, check_status=True, download=published, verify_status_list=False)


def test_a_stranger_finds_the_keys_and_the_credential_genuine(world, client, published):
    found = verified(taken(client, given(world)), published)
    assert (found.issuer.id, found.achievement.name, found.achievement.tags) == (
        "did:web:dugnad.example.org",
        "Clean-up at the fjord",
        ["first aid", "Norwegian"],
    )
    assert (found.results[0].value, found.achievement.achievement_type) == ("12.5", "CommunityService")


def test_a_changed_word_is_found_out(world, client, published):
    document = json.loads(taken(client, given(world)))
    document["credentialSubject"]["result"][0]["value"] = "1250"
    with pytest.raises(OB3VerificationError, match="signature"):
        verified(document, published)


def test_only_who_has_the_address_can_claim_it(world, client, published):
    certificate = given(world)
    name, address = verified(taken(client, certificate), published).identifiers
    claimed = [IdentityObject.create(email, salt=certificate.salt).identity_hash for email in ("siri@example.org", "thief@example.org")]
    assert [address.identity_hash == one for one in claimed] == [True, False] and name.identity_hash == "Siri Øvrebø"


def test_a_stranger_sees_that_it_was_revoked(world, client, published):
    certificate = given(world)
    document = taken(client, certificate)
    revoke(act(world.kari), certificate, reason="Another person was meant.")
    with pytest.raises(OB3VerificationError, match="revocation"):
        verified(document, published)


def test_a_stranger_sees_that_it_was_withdrawn(world, client, published):
    certificate = given(world)
    document = taken(client, certificate)
    withdraw(certificate)
    with pytest.raises(OB3VerificationError, match="revocation"):
        verified(document, published)


def test_the_list_of_what_is_void_is_signed_too(world, client):
    given(world)
    document = json.loads(client.get("/certificates/status/1/").content)
    public = keys.read(client.get("/.well-known/did.json").json()["verificationMethod"][0]["publicKeyMultibase"])
    pem = public.public_bytes(keys.Encoding.PEM, keys.PublicFormat.SubjectPublicKeyInfo)
    verify_data_integrity_proof(document, pem)
    document["credentialSubject"]["statusPurpose"] = "message"
    with pytest.raises(OB3VerificationError):
        verify_data_integrity_proof(document, pem)


def test_only_its_own_bit_is_set(world, client):
    one, other = given(world), given(world)
    revoke(act(world.kari), one, reason="Twice.")
    assert _void(client) == {one.status_index} and other.status_index != one.status_index


def _void(client):
    coded = json.loads(client.get("/certificates/status/1/").content)["credentialSubject"]["encodedList"]
    field = decompress(urlsafe_b64decode(coded[1:] + "=" * (-len(coded[1:]) % 4)))
    assert len(field) * 8 == 131_072
    return {place for place in range(len(field) * 8) if field[place // 8] & 0x80 >> place % 8}


def test_what_an_old_key_signed_stays_valid(world, client, published):
    before = taken(client, given(world))
    rotate(SYSTEM)
    after = taken(client, given(world))
    assert [json.loads(one)["proof"]["verificationMethod"][-6:] for one in (before, after)] == ["#key-1", "#key-2"]
    assert [verified(one, published).issuer.id for one in (before, after)] == ["did:web:dugnad.example.org"] * 2


def test_the_address_is_published_only_as_a_fingerprint(world, client):
    certificate = given(world)
    content = taken(client, certificate).decode()
    assert "siri@example.org" not in content and "Siri Øvrebø" in content
    assert fingerprint("siri@example.org", certificate.salt) in content and len(certificate.salt) > 20


def test_the_record_is_the_evidence(world, client):
    certificate = given(world)
    assert json.loads(taken(client, certificate))["evidence"][0]["id"] == f"{SITE}/activities/{certificate.activity.pk}/"


def test_an_offer_has_no_credential(world, client):
    certificate = offered(world)
    answers = [client.get(f"{certificate.get_absolute_url()}{name}").status_code for name in ("", "credential.json", "certificate.pdf", "certificate.png")]
    assert answers == [404] * 4


def test_the_profile_is_the_published_one(world, client):
    profile = client.get("/certificates/issuer.json").json()
    assert (profile["id"], profile["type"], profile["name"]) == ("did:web:dugnad.example.org", ["Profile"], "Test network")


def test_a_server_with_a_port_has_a_name_too(world, client, settings):
    settings.SITE = "http://127.0.0.1:8000"
    assert client.get("/.well-known/did.json").json()["id"] == "did:web:127.0.0.1%3A8000"


def test_a_list_that_is_not_there_is_not_found(world, client):
    assert client.get("/certificates/status/1/").status_code == 404  # nothing was given yet
    given(world)
    assert [client.get(f"/certificates/status/{number}/").status_code for number in (0, 1, 2)] == [404, 200, 404]


def test_the_list_is_good_for_a_week(world, client):
    given(world)
    document = json.loads(client.get("/certificates/status/1/").content)
    since, until = (datetime.fromisoformat(document[name]) for name in ("validFrom", "validUntil"))
    assert until - since == timedelta(days=7)


@pytest.mark.parametrize("data", [b"", b"\0\0a", bytes(range(64))])
def test_base_58_gives_back_what_it_was_given(data):
    assert base58.decoded(base58.encoded(data)) == data


def test_a_signature_of_other_letters_does_not_hold(world):
    certificate = given(world)
    broken = certificate.credential | {"proof": certificate.credential["proof"] | {"proofValue": "z0OIl"}}
    assert not proof.holds(broken, keys.read(certificate.key.public)) and proof.holds(certificate.credential, keys.read(certificate.key.public))

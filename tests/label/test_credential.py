"""The label is an Open Badge 3.0 that strangers can check: here by openbadgeslib, which shares no line with us."""

import json

import pytest
from openbadgeslib.ob3 import OB3VerificationError
from openbadgeslib.ob3.ldp import OB3LdpVerifier

from dugnad.access.actor import SYSTEM
from dugnad.activities import actions
from dugnad.certificates import statuses
from dugnad.certificates.actions.badge import badge_of
from dugnad.certificates.actions.keys import distrust, rotate
from dugnad.certificates.actions.signing_anew import sign_anew
from dugnad.certificates.models import Badge, Place
from dugnad.core.errors import Refused
from tests.certificates.making import given
from tests.label.making import SITE, awarded, revoked
from tests.world import act, register

CHECK = "/certificates/verify/"


@pytest.fixture
def published(client):
    """What a stranger fetches: our public pages, by their addresses."""

    def fetch(address):
        assert address.startswith(SITE)
        answer = client.get(address.removeprefix(SITE))
        assert answer.status_code == 200, address
        return answer.content

    return fetch


def taken(client, award):
    answer = client.get(f"{award.get_absolute_url()}credential.json")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/vc")
    return answer.content


def verified(document, published):
    verifier = OB3LdpVerifier.for_issuer_did("did:web:dugnad.example.org")
    return verifier.verify(document, check_status=True, download=published, verify_status_list=False)


def checked(client, text):
    return client.post(CHECK, {"text": text}).content.decode()


def test_a_stranger_finds_the_keys_and_the_credential_genuine(world, client, published):
    found = verified(taken(client, awarded(world)), published)
    assert (found.issuer.id, found.achievement.name, found.achievement.achievement_type) == (
        "did:web:dugnad.example.org",
        "Social-impact label, second step",
        "Award",
    )
    assert found.results[0].value == "25" and "25 of 30 points" in found.achievement.criteria_narrative


def test_it_is_given_to_the_units_that_organised_the_activity(world, client, published):
    award = awarded(world, register(world.bergen, world.kari, organisers=(world.oslo,)))
    document = json.loads(taken(client, award))
    subject = document["credentialSubject"]
    assert (subject["id"], subject["type"], subject["name"]) == (f"{SITE}/units/no-berg-esn/", ["AchievementSubject", "Profile"], "ESN Bergen, ESN Oslo")
    assert [one.identity_hash for one in verified(json.dumps(document).encode(), published).identifiers] == ["ESN Bergen", "ESN Oslo"]


def test_the_record_the_rubric_and_the_badge_can_be_opened_from_it(world, client):
    award = awarded(world)
    document = json.loads(taken(client, award))
    achievement = document["credentialSubject"]["achievement"]
    for address in (document["id"], document["evidence"][0]["id"], achievement["criteria"]["id"], achievement["image"]["id"]):
        assert client.get(address.removeprefix(SITE)).status_code == 200


@pytest.mark.parametrize("change", ["points", "unit", "title"])
def test_a_changed_word_is_found_out(world, client, published, change):
    document = json.loads(taken(client, awarded(world)))
    subject = document["credentialSubject"]
    if change == "points":
        subject["result"][0]["value"] = "30"
    elif change == "unit":
        subject["identifier"][0]["identityHash"] = "ESN Elsewhere"
    else:
        document["name"] = "Another"
    with pytest.raises(OB3VerificationError, match="signature"):
        verified(json.dumps(document).encode(), published)
    assert "Not what was signed" in checked(client, json.dumps(document))


def test_a_stranger_sees_that_it_was_revoked(world, client, published):
    award = awarded(world)
    document = taken(client, award)
    verified(document, published)
    revoked(world, award)
    with pytest.raises(OB3VerificationError, match="revocation"):
        verified(document, published)


def test_it_is_void_with_a_withdrawn_activity(world, client, published):
    award = awarded(world)
    document = taken(client, award)
    actions.withdraw(act(world.kari), award.activity, reason="Twice.")
    with pytest.raises(OB3VerificationError, match="revocation"):
        verified(document, published)
    assert client.get(f"{award.get_absolute_url()}credential.json").status_code == 404


def test_only_its_own_bit_is_set(world, client):
    one, other, certificate = awarded(world), awarded(world), given(world)
    for award in (one, other):
        taken(client, award)
    revoked(world, one)
    assert statuses.void(1) == [one.badge.status_index]
    assert len({one.badge.status_index, other.badge.status_index, certificate.status_index}) == 3 == Place.objects.count()


def test_the_checking_page_says_that_it_is_genuine_and_leads_to_it(world, client):
    award = awarded(world)
    said = checked(client, taken(client, award).decode())
    assert "Genuine, and it stands" in said and award.get_absolute_url() in said and "Clean-up at the fjord" in said


def test_the_checking_page_says_that_it_was_revoked_and_why(world, client):
    award = awarded(world)
    document = taken(client, award).decode()
    revoked(world, award, "The photos were <b>not</b> ours.")
    said = checked(client, document)
    assert "does not stand any more" in said and "&lt;b&gt;not&lt;/b&gt;" in said


def test_the_checking_page_knows_one_that_was_never_signed_from_one_that_was(world, client):
    award = awarded(world)
    document = json.loads(taken(client, award))
    Badge.objects.all().delete()
    assert "Not given here" in checked(client, json.dumps(document))


def test_the_address_of_a_label_leads_from_the_checking_page_to_it(world, client):
    award = awarded(world)
    assert client.post(CHECK, {"text": f" {SITE}{award.get_absolute_url()} "}).url == award.get_absolute_url()


def test_signed_once_it_stays_the_same_also_after_a_new_key(world, client, published):
    award = awarded(world)
    before = taken(client, award)
    rotate(SYSTEM)
    assert taken(client, award) == before and verified(before, published) and Badge.objects.count() == 1
    assert json.loads(taken(client, awarded(world)))["proof"]["verificationMethod"].endswith("#key-2")


def test_a_database_that_somebody_has_been_at_is_found_out(world, client):
    award = awarded(world)
    badge = badge_of(award)
    Badge.objects.filter(pk=badge.pk).update(credential=badge.credential | {"name": "Better"})
    assert "The signature does not fit" in client.get(award.get_absolute_url()).content.decode()
    assert "Not what was signed" in checked(client, taken(client, award).decode())


def test_a_void_one_is_never_signed(world):
    award = revoked(world, awarded(world))
    with pytest.raises(Refused, match="does not stand"):
        badge_of(award)


def test_words_that_look_like_markup_or_json_are_signed_as_they_are(world, client, published):
    title = '<script>"]}{"@context": "https://evil.example"</script>'
    document = taken(client, awarded(world, title=title))
    assert json.loads(document)["name"].endswith(title) and verified(document, published)


def test_without_its_key_the_server_says_so_and_the_page_stays(world, client, tmp_path):
    badge_of(awarded(world))
    for file in (tmp_path / "keys").iterdir():
        file.unlink()
    award = awarded(world)
    answer = client.get(f"{award.get_absolute_url()}credential.json")
    assert answer.status_code == 503 and "backup" in answer.content.decode()
    assert client.get(award.get_absolute_url()).status_code == 200


def test_with_a_key_that_others_may_have_had_it_is_trusted_no_more_until_it_is_signed_anew(world, client, published):
    award = awarded(world)
    before = taken(client, award)
    distrust(SYSTEM, 1)
    assert "this file is not trusted any more" in checked(client, before.decode())
    assert sign_anew(SYSTEM, Badge.objects.get(award=award)) and not sign_anew(SYSTEM, Badge.objects.get(award=award))
    after = taken(client, award)
    assert verified(after, published).results[0].value == "25" and "this file is not trusted any more" in checked(client, before.decode())


def test_what_does_not_stand_is_not_signed(world):
    with pytest.raises(Refused, match="does not stand"):
        badge_of(revoked(world, awarded(world)))
    assert not Badge.objects.exists()


def test_asked_for_twice_it_is_the_same(world):
    award = awarded(world)
    assert badge_of(award) == badge_of(award) and Badge.objects.count() == 1

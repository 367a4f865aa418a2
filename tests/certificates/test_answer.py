"""The volunteer decides: nothing is public before, and nothing is kept of who says no."""

import stat
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.utils import timezone

from dugnad.activities import actions as activities
from dugnad.certificates import keys
from dugnad.certificates.actions import keys as making
from dugnad.certificates.actions.answer import consent, decline, withdraw
from dugnad.certificates.actions.forget import lapse
from dugnad.certificates.models import Certificate, SigningKey
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.core.models import JournalEntry
from tests.certificates.making import SIRI, given, link, offered
from tests.world import act, on

PERSONAL = ("Siri", "siri@", "team leader", "first aid", "12.5")
DAYS = 30


def said_of_siri(*, journal_only=False):
    """Everything in the database that still speaks of her."""
    rows = [] if journal_only else [str(row) for row in Certificate.objects.values()]
    rows += [f"{line.verb} {line.data}" for line in JournalEntry.objects.filter(subject_kind="certificates.certificate")]
    return [word for word in PERSONAL if any(word in row for row in rows)]


def test_whoever_opens_the_link_sees_what_would_be_published(world, client):
    page = client.get(link(offered(world)))
    for word in ("Siri Øvrebø", "Clean-up at the fjord", "12.5", "team leader", "first aid", "ESN Bergen", "Yes, publish it", "No, delete the offer"):
        assert word in page.content.decode()


def test_opening_the_link_decides_nothing(world, client):
    certificate = offered(world)
    client.get(link(certificate))
    certificate.refresh_from_db()
    assert certificate.state == "offered"


def test_the_paper_is_shown_before(world, client):
    answer = client.get(f"{link(offered(world))}preview.png")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/png", "private, no-store")


def test_yes_publishes_it_and_says_where_by_mail(world, client):
    certificate = offered(world)
    page = client.post(link(certificate), {"answer": "agree"}, follow=True)
    certificate.refresh_from_db()
    assert certificate.state == "given" and "It is yours" in page.content.decode()
    assert client.get(certificate.get_absolute_url()).status_code == 200
    assert mail.outbox[-1].to == ["siri@example.org"] and certificate.get_absolute_url() in mail.outbox[-1].body and link(certificate) in mail.outbox[-1].body


def test_yes_twice_is_yes_once(world):
    certificate = given(world)
    assert consent(certificate).answered_at == certificate.answered_at


def test_no_deletes_everything(world, client):
    certificate = offered(world)
    page = client.post(link(certificate), {"answer": "decline"}, follow=True)
    assert "has been deleted" in page.content.decode() and page.status_code == 410
    assert (said_of_siri(), Certificate.objects.get().state) == ([], "declined")


def test_no_cannot_become_yes(world):
    certificate = offered(world)
    decline(certificate)
    with pytest.raises(Refused, match="answered already"):
        consent(certificate)


def test_after_thirty_days_without_an_answer_it_is_deleted(world, client):
    with on(date(2026, 5, 1)):
        certificate = offered(world)
    assert lapse(timezone.now()) == 1 and lapse(timezone.now()) == 0
    assert (said_of_siri(), Certificate.objects.get().state) == ([], "lapsed")
    assert "not answered within thirty days" in client.get(link(certificate)).content.decode()


def test_before_that_it_waits(world):
    certificate = offered(world)
    assert lapse(certificate.expires_at - timedelta(seconds=1)) == 0
    assert certificate.expires_at - certificate.offered_at == timedelta(days=DAYS)


def test_too_late_is_too_late_even_before_the_worker_came(world, client):
    with on(date(2026, 5, 1)):
        certificate = offered(world)
    page = client.post(link(certificate), {"answer": "agree"}, follow=True)
    assert "older than thirty days" in page.content.decode() and Certificate.objects.get().state == "offered"


def test_withdrawing_leaves_the_word_withdrawn_and_nothing_else(world, client):
    certificate = given(world)
    client.post(link(certificate), {"answer": "withdraw"})
    page = client.get(certificate.get_absolute_url()).content.decode()
    assert "Withdrawn" in page and said_of_siri() == []
    assert not any(word in page for word in (*PERSONAL, "Clean-up", "ESN Bergen"))
    assert [client.get(f"{certificate.get_absolute_url()}{name}").status_code for name in ("certificate.pdf", "certificate.png", "credential.json")] == [
        404
    ] * 3


def test_what_was_never_given_cannot_be_withdrawn(world):
    with pytest.raises(Refused, match="nothing to withdraw"):
        withdraw(offered(world))


def test_an_activity_that_was_withdrawn_gives_none(world):
    certificate = offered(world)
    activities.withdraw(act(world.kari), certificate.activity, reason="It was another day.")
    with pytest.raises(Refused, match="withdrawn since"):
        consent(certificate)


def test_the_journal_says_what_happened_and_not_to_whom(world):
    certificate = given(world)
    withdraw(certificate)
    assert [line.verb for line in journal.of(certificate)] == ["certificate.offered", "certificate.given", "certificate.withdrawn"]
    assert said_of_siri(journal_only=True) == []


@pytest.mark.parametrize("broken", ["x", "0" * 32 + "-" + "0" * 40, "-", "0-0", "é", "g" * 32 + "-0"])
def test_a_link_that_somebody_made_up_opens_nothing(world, client, broken):
    assert client.get(f"/certificates/yours/{broken}/").status_code == 404
    assert client.get(f"/certificates/yours/{broken}/preview.png").status_code == 404


def test_a_link_of_one_opens_no_other(world, client):
    mine, other = offered(world), offered(world)
    mixed = link(mine).replace(mine.pk.hex, other.pk.hex)
    assert client.get(mixed).status_code == 404


def test_an_answer_that_is_none_changes_nothing(world, client):
    certificate = offered(world)
    page = client.post(link(certificate), {"answer": "perhaps"}, follow=True)
    assert "Choose one of the answers" in page.content.decode() and Certificate.objects.get().state == "offered"


def test_the_private_key_is_read_by_nobody_else(world):
    given(world)
    (path,) = keys.folder().iterdir()
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)


def test_without_the_private_key_nothing_is_given_and_nothing_is_lost(world, client):
    given(world)
    for path in keys.folder().iterdir():
        path.write_text("something else")
    certificate = offered(world)
    page = client.post(link(certificate), {"answer": "agree"}, follow=True)
    certificate.refresh_from_db()
    assert "not on this server" in page.content.decode() and (certificate.state, certificate.name) == ("offered", SIRI.name)


def test_two_servers_that_make_the_first_key_at_once_have_one(world, monkeypatch):
    first = making.key_that_signs()
    monkeypatch.setattr(SigningKey.objects, "last", lambda: None)  # the other has not seen it yet
    assert making.key_that_signs() == first and len(list(keys.folder().iterdir())) == 1


def test_hours_are_kept_to_the_quarter(world):
    assert given(world).credential["credentialSubject"]["result"][0]["value"] == str(Decimal("12.5"))

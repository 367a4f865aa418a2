"""Markup in every text of the criteria, reviews, the label, ideas, needs and markets: on pages it is text, in mails and the API it is what was typed."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from dugnad.core.periods import month_of
from dugnad.criteria import actions as criteria
from dugnad.ideas.actions import digest, market, talk
from dugnad.label.actions.congratulate import congratulate
from dugnad.label.actions.spotlight import choose
from dugnad.needs import actions as needs
from dugnad.needs.details import Proof
from dugnad.review.actions.remind import remind
from dugnad.review.actions.replies import keep_reply
from dugnad.review.actions.revoke import revoke
from tests.ideas.making import idea, tried
from tests.label.making import WORDS, awarded
from tests.needs.making import recorded
from tests.review.making import asked, fresh, gave
from tests.world import act, on, register

BAD = "<script>alert(1)</script><b>b</b>{{ 7*7 }}{% now 'Y' %} & **x**"
KIND = {"names": {"en": BAD}, "whys": {"en": BAD}, "becomes": {"en": BAD}, "words": {"en": ["quiz", BAD]}}
TEXTS = {"names": {"en": BAD}, "helps": {"en": BAD}, "asks": {"en": BAD}, "dos": {"en": BAD}, "needed": False, "asked": True}


def harmless(client, *addresses, least=1):
    """The text is there, as text and nothing else."""
    for address in addresses:
        answer = client.get(address)
        body = answer.content.decode()
        assert answer.status_code == 200 and "<script>alert" not in body and "<b>b</b>" not in body, address
        assert body.count("&lt;script&gt;alert(1)") >= least and "{{ 7*7 }}" in body, address


@pytest.fixture
def new_rubric(world):
    draft = criteria.begin(act(world.ines))
    criteria.write(act(world.ines), draft, None, key="joy", was=[], **TEXTS)
    criteria.write_uncounted(act(world.ines), draft, None, key="quiz", **KIND)
    return draft


def test_in_the_criteria(world, sign_in, new_rubric):
    client = sign_in(world.ines)
    pages = [reverse("rubric-draft"), reverse("criterion", args=["joy"]), reverse("uncounted", args=["quiz"]), reverse("rubric-adopt")]
    harmless(client, *pages)
    criteria.adopt(act(world.ines), new_rubric)
    harmless(client, "/good-activities/", least=4)
    client = sign_in(world.kari)
    harmless(client, "/units/no-berg-esn/register/")
    activity = register(world.bergen, world.kari, title=f"Quiz {BAD}", people_helped=None)
    harmless(client, f"/activities/{activity.pk}/ask-label/", least=3)


def test_in_reviews_and_their_mails(world, sign_in, new_rubric):
    criteria.adopt(act(world.ines), new_rubric)
    keep_reply(act(world.marianne), world.norway, name=BAD[:80], text=BAD)
    harmless(sign_in(world.marianne), "/reviews/replies/")
    case = gave(world.marianne, asked(world, title=BAD), "returned", words=BAD)
    remind(date.today() + timedelta(days=20))
    waits = asked(world, title=BAD)
    harmless(sign_in(world.marianne), "/reviews/")
    remind(date.today() + timedelta(days=12))
    labelled = gave(world.marianne, waits, each=3)
    revoke(act(world.ines), labelled.award, reason=BAD)
    for address in (f"/reviews/{case.pk}/", f"/reviews/{labelled.pk}/", "/reviews/?show=given"):
        harmless(sign_in(world.marianne), address)
    harmless(sign_in(world.kari), fresh(labelled).award.get_absolute_url(), "/desk/")
    harmless(sign_in(world.ines), f"/reviews/{labelled.pk}/")
    for message in mail.outbox:
        assert "&lt;" not in message.subject + message.body and "\n" not in message.subject and not getattr(message, "alternatives", None)
    assert len([message for message in mail.outbox if BAD in message.subject]) == len(mail.outbox) > 3


def test_at_the_label_and_in_its_mail(world, client):
    award = awarded(world, title=BAD, words=dict.fromkeys(WORDS, BAD))
    choose(act(world.ines), world.top, award.activity, month_of(timezone.localdate()), words=BAD)
    harmless(client, award.get_absolute_url(), "/good-examples/", "/")
    drawn = client.get(f"{award.get_absolute_url()}badge.svg").content.decode()
    assert "<script>alert" not in drawn and "&lt;script&gt;" in drawn
    congratulate(timezone.now())
    assert [BAD in message.subject and BAD in message.body for message in mail.outbox if "carries the label" in message.subject].count(True) >= 1


def test_at_ideas_in_their_mail_and_in_the_api(world, sign_in, client):
    texts = dict.fromkeys(("title", "summary", "why", "steps", "material", "risks", "adapting"), BAD)
    found = idea(world, **texts, answers=BAD)
    talk.translate(act(world.luc), found, language="fr", **texts)
    talk.note(act(world.luc), found, text=BAD, country="FR")
    held = market.plan(act(world.marianne), world.norway, name=BAD, day=date(2026, 10, 3), place=BAD, votes=2)
    market.put_up(act(world.kari), held, found)
    tried(world, found, learnt=BAD)
    address = found.get_absolute_url()
    public = [address, f"{address}?lang=fr&beside=1", f"{address}lineage/", "/ideas/", "/ideas/?q=alert", "/ideas/transfers/behind/"]
    harmless(client, *public, "/ideas/markets/", held.get_absolute_url(), f"{held.get_absolute_url()}wall/")
    assert client.get(f"/api/v1/ideas/{found.pk}").json()["summary"] == BAD
    digest.subscribe(act(world.ola), world.oslo)
    with on(date(2026, 4, 2)):
        digest.send_digests(date(2026, 4, 2))
    assert "&lt;" not in mail.outbox[-1].body and BAD in mail.outbox[-1].body
    harmless(sign_in(world.kari), f"{address}change/", f"{address}withdraw/", f"{address}version/", f"{address}adapt/", f"{address}translate/")


def test_at_needs_and_in_the_api(world, sign_in, client):
    proof = Proof(text=BAD, figure=BAD[:60], year=2024, source=BAD)
    need, other = recorded(world, proof=proof, title=BAD, who=BAD, place=BAD), recorded(world, world.paris, world.luc, title=BAD, who=BAD)
    needs.answer(act(world.kari), need, register(world.bergen, world.kari, title=BAD, outcome=BAD), note=BAD)
    needs.close(act(world.luc), other, result=BAD)
    harmless(client, need.get_absolute_url(), other.get_absolute_url(), least=4)
    harmless(client, "/needs/", "/needs/?state=closed", "/units/no-berg-esn/")
    assert client.get(f"/api/v1/needs/{need.pk}").json()["title"] == BAD
    pages = [f"{need.get_absolute_url()}{page}/" for page in ("amend", "evidence", "review", "close", "answer")]
    harmless(sign_in(world.kari), *pages)

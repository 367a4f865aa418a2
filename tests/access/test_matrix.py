"""Every route for every office: what the table of tests/access/matrix.py says, and no route without a row."""

import re
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone
from PIL import Image

from dugnad.access.models import Token
from dugnad.access.tokens import make
from dugnad.activities import actions
from dugnad.activities.actions.photo import add_photo, hide_photo
from dugnad.activities.models import Term
from dugnad.certificates.actions.answer import consent
from dugnad.certificates.actions.offer import offer
from dugnad.certificates.offers import Volunteer, of_activity
from dugnad.core.ids import uuid7
from dugnad.core.periods import Period, month_of
from dugnad.criteria.actions import begin as begin_rubric
from dugnad.directory.actions import invite
from dugnad.figures import proofs
from dugnad.ideas.actions.name import name
from dugnad.ideas.models import Idea
from dugnad.needs import actions as needs
from dugnad.needs.models import Need
from dugnad.network.models import Office
from dugnad.recognition.actions.templates import begin
from dugnad.recognition.mailing import stop_of
from dugnad.reports.actions import begin as begin_report
from dugnad.reports.actions import publish as publish_report
from dugnad.review.actions.look import take
from dugnad.review.actions.replies import keep_reply
from dugnad.seasons.actions.seasons import plan as plan_season
from dugnad.seasons.actions.seasons import publish
from dugnad.seasons.models import Flag
from tests.access import matrix
from tests.access.matrix import PEOPLE
from tests.access.matrix_api import API, ELSEWHERE
from tests.access.matrix_ideas import IDEAS
from tests.access.matrix_label import LABEL
from tests.access.matrix_needs import NEEDS
from tests.access.matrix_review import REVIEWS
from tests.ideas.making import things as of_the_market
from tests.label.making import awarded
from tests.needs.making import LINK, recorded
from tests.recognition.making import again, approved
from tests.review import making as reviewing
from tests.world import act, details, register

pytestmark = pytest.mark.no_cover  # every page many times over: what it reaches is reached by others once
OFFICES = ("nobody", "kari", "ines")  # the others are told apart in the same way on both databases
EACH = [who if who in OFFICES else pytest.param(who, marks=pytest.mark.once) for who in PEOPLE]
BODY = f"reason=twice&discard=1&day={timezone.localdate()}".encode()
PAGES = matrix.PAGES | REVIEWS | NEEDS | LABEL | IDEAS
VERBS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SOON = timezone.now() + timedelta(days=3)


@pytest.fixture
def things(world, settings, tmp_path):
    """One of everything in Bergen, made by Kari."""
    settings.MEDIA_ROOT = tmp_path
    kari = act(world.kari)
    registered = register(world.bergen, world.kari)
    joint = register(world.bergen, world.kari, title="Together", organisers=(world.oslo,))
    photo, hidden = (add_photo(kari, registered, _picture(), size=900, alt="A birch") for _ in range(2))
    hide_photo(kari, hidden)
    return {
        "kari": world.kari.pk,
        "registered": registered.pk,
        "proof": proofs.of_record(registered.pk),
        "planned": actions.plan(kari, uuid7(), world.bergen, details(starts_on=date.today() - timedelta(days=2))).pk,
        "withdrawn": actions.withdraw(kari, register(world.bergen, world.kari, title="Gone"), reason="twice").pk,
        "held": register(world.bergen, world.kari, title="Many", volunteers=5000).pk,
        "part": joint.organisers.get().pk,
        "photo": photo.pk,
        "photo_name": photo.file.name,
        "hidden_name": hidden.file.name,
        "hidden": hidden.pk,
        "draft": actions.save_draft(kari, uuid7(), world.bergen, {}).pk,
        "office": Office.objects.get(person=world.kari).pk,
        "invitation": invite(kari, world.bergen, "new@example.org", "local", since=date.today())[0].pk,
        "token": make(kari, world.kari, "mine", "read", SOON)[0].pk,
        "flag": Flag.objects.create(activity=registered, kind="round", reason={"round": 9, "of": 12}).pk,
        "season": _season(world, "now", published=True),
        "report": _report(kari, world, published=True),
        "draft_report": _report(kari, world, published=False),
        "planned_season": _season(world, "later", published=False),
        "given": consent(_offered(world, registered, "given@example.org")).code,
        "offered": _offered(world, registered, "offered@example.org").code,
        **_letters(world),
        **_reviews(world),
        **of_the_market(world),
        "rubric": begin_rubric(act(world.ines)).pk,
        "award": awarded(world).pk,
        **_needs(world, joint),
        "named": name(kari, Idea.objects.get(title="Public"), Need.objects.open().get()).pk,
        "term": Term.objects.filter(vocabulary__key="esn-2015-causes").first().pk,
    }


def _offered(world, activity, email):
    """A certificate of Bergen."""
    return offer(act(world.kari), world.bergen, of_activity(activity), Volunteer("Siri", email, Decimal(2)), language="en")


def _report(kari, world, *, published):
    """Of the months of Bergen's clean-up."""
    report = begin_report(kari, world.bergen, period=Period(month_of(date(2026, 1, 1)), month_of(date(2026, 6, 1))))
    return publish_report(kari, report).slug if published else report.slug


def _reviews(world):
    """Of Bergen: one that waits, one that Marianne has in hand, one that came back, one that carries the label; and a reply of Norway."""
    cases = {name: reviewing.asked(world, title=name) for name in ("case", "taken_case", "returned_case", "labelled_case")}
    take(act(world.marianne), cases["taken_case"])
    reviewing.gave(world.marianne, cases["returned_case"], "returned")
    reviewing.gave(world.marianne, cases["labelled_case"])
    reply = keep_reply(act(world.marianne), world.norway, name="Who?", text="Who was helped?")
    return {name: case.pk for name, case in cases.items()} | {"reply": reply.pk}


def _letters(world):
    """A round of Norway with an approved letter to Bergen's university and a draft to another."""
    round = approved(world)
    made = round.letters.get()
    draft = again(world, name="Drafts").letters.get()
    return {
        "university": made.university_id,
        "contact": made.university.contacts.get().pk,
        "round": round.pk,
        "letter": made.pk,
        "code": made.code,
        "draft_code": draft.code,
        "template": begin(act(world.marianne), world.norway, name="Ours").pk,
        "stop": stop_of("liv@example.org").rstrip("/").rpartition("/")[2],
    }


def _needs(world, activity):
    """A need of Bergen with evidence and what answered it, and one that is closed."""
    need, kari = recorded(world, proof=LINK), act(world.kari)
    closed = needs.close(kari, recorded(world), result="There is a café now.")
    return {"need": need.pk, "closed_need": closed.pk, "evidence": need.evidence.get().pk, "answer": needs.answer(kari, need, activity).pk}


def _season(world, key, *, published):
    """Of Norway, of this month."""
    month = month_of(date.today())
    dates = {"first_month": month, "last_month": month, "counts_until": date.today() + timedelta(days=60)}
    season = plan_season(act(world.ines), world.norway, key=key, name=key, rules="Be kind.", **dates)
    return publish(act(world.ines), season).key if published else season.key


def _picture():
    out = BytesIO()
    Image.new("RGB", (90, 60)).save(out, "JPEG")
    return BytesIO(out.getvalue())


@contextmanager
def undone(method):
    """What happens inside has not happened: the next person meets the same things."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    if method != "GET":  # the numbers of what was undone are given anew, so what was kept of it would be taken for the next
        for cache in caches.all(initialized_only=True):
            cache.clear()


@pytest.mark.thorough
@pytest.mark.parametrize("who", EACH)
def test_every_page_answers_an_office_as_the_table_says(world, things, who):
    cookies = _signed_in(world, who)
    answers = {row: _asked(cookies, things, *row) for row in PAGES}
    assert {row: answer.status_code for row, answer in answers.items()} == {row: told[PEOPLE.index(who)] for row, told in PAGES.items()}
    sent_away = [answer["Location"] for answer in answers.values() if answer.status_code == 302 and who in ("nobody", "anna")]
    assert [where for where in sent_away if "/accounts/login/" not in where] == []


@pytest.mark.thorough
@pytest.mark.parametrize("who", PEOPLE)
def test_the_whole_api_answers_a_token_as_the_table_says(world, things, who):
    assert {row: _sent(world, things, *row, who, Token.Scope.WRITE) for row in API} == {row: told[PEOPLE.index(who)] for row, told in API.items()}


@pytest.mark.thorough
@pytest.mark.parametrize(("method", "address"), [row for row in API if row[0] != "GET"], ids=[" ".join(row) for row in API if row[0] != "GET"])
def test_a_token_that_may_read_writes_nothing(world, things, method, address):
    assert _sent(world, things, method, address, "kari", Token.Scope.READ) == 403


@pytest.mark.thorough
@pytest.mark.parametrize("who", ["kari", "ines"])
def test_a_verb_without_a_row_is_taken_by_no_page(world, things, who):
    """So a view cannot begin to take one without saying here who may."""
    cookies = _signed_in(world, who)
    asked = [(verb, address) for address in sorted({address for _method, address in PAGES}) for verb in VERBS if (verb, address) not in PAGES]
    answers = {row: _asked(cookies, things, *row).status_code for row in asked}
    assert {row: status for row, status in answers.items() if status not in (404, 405)} == {}


def test_a_verb_without_a_row_is_taken_by_no_part_of_the_api(world, things):
    told = {(verb, _shape(known)) for verb, known in API}
    asked = [(verb, address) for address in sorted({address for _method, address in API}) for verb in VERBS if (verb, _shape(address)) not in told]
    assert {(verb, address): _sent(world, things, verb, address, "kari", Token.Scope.WRITE) for verb, address in asked} == dict.fromkeys(asked, 405)


def test_no_route_is_without_a_row():
    rows = [_shape(address) for _method, address in (*PAGES, *API)]
    patterns = [(pattern, name) for pattern, name in _routes(get_resolver().url_patterns) if not _elsewhere(pattern, name)]
    assert [pattern for pattern, _name in patterns if not any(_fits(pattern, row) for row in rows)] == []


def _shape(address):
    return re.sub(r"\{\w+\}", "X", address.partition("?")[0])


def _signed_in(world, who):
    """The cookies of a person who came in by the door."""
    client = Client()
    if who != "nobody":
        client.force_login(getattr(world, who), backend="dugnad.access.backend.SignIn")
    return client.cookies.output(header="", sep=";")


def _asked(cookies, things, method, address):
    client = Client()
    client.cookies.load(cookies)
    with undone(method):
        answer = client.generic(method, address.format(**things), BODY, "application/x-www-form-urlencoded")
    if answer.streaming:  # a file is closed once it is read to its end
        answer.getvalue()
    return answer


def _sent(world, things, method, address, who, scope):
    headers = {}
    if who != "nobody":
        person = getattr(world, who)
        headers = {"Authorization": f"Bearer {make(SimpleNamespace(system=True, person_id=None, via='cli'), person, 'try', scope, SOON)[1]}"}
    body = {"id": str(uuid7()), "unit": "NO-BERG-ESN", "title": "By token", "starts_on": "2026-03-14", "cause": "health", "volunteers": 3}
    body |= {"revision": 1, "reason": "typing error"}
    sent = _json(body) if method != "GET" else b""
    with undone(method):
        return Client().generic(method, address.format(**things), sent, "application/json", headers=headers).status_code


def _json(body):
    import json

    return json.dumps(body).encode()


def _routes(patterns, before=""):
    for entry in patterns:
        if hasattr(entry, "url_patterns"):
            yield from _routes(entry.url_patterns, before + str(entry.pattern))
        else:
            yield before + str(entry.pattern), entry.name or ""


def _elsewhere(pattern, name):
    return any(name.startswith(known) for known in ELSEWHERE) or "<path:rest>" in pattern or pattern.endswith("docs/")


def _fits(pattern, row):
    wanted = "/" + re.sub(r"<[^>]+>", "[^/]+(?:/[^/]+)*", pattern.replace(".", r"\."))
    return re.fullmatch(wanted, row) is not None

"""Reviews in the sample federation: requests for the label in every state, blind pairs, labels of each step, and regular activities."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from dugnad.access.actor import Actor, acting
from dugnad.activities import actions
from dugnad.activities.details import Details
from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import words
from dugnad.cli.sample.facts import facts
from dugnad.core.errors import NotAllowed, Refused
from dugnad.network.models import Office, Person, Role, Unit
from dugnad.review.actions.ask import ask, ask_opinion, resubmit, take_back
from dugnad.review.actions.give import give
from dugnad.review.actions.look import take
from dugnad.review.actions.replies import keep_reply
from dugnad.review.actions.revoke import revoke
from dugnad.review.models import Award, Case, Remark, Review

HOME, DEMO = "NO", "NO-BERG-ESN"
OURS = (
    ("Board meeting", 9, "We went through the budget and shared out the tasks of the month."),
    ("Welcome party for the new students", 140, "Music and pizza in the cellar, until two."),
    ("General assembly", 45, "A new board was elected."),
    ("Weekend trip to the cabins", 30, "Skiing, waffles, no telephone."),
    ("Training for our own buddies", 18, "How to be a good buddy."),
    ("Pub quiz", 60, "Eight rounds, and the winners chose the songs."),
)  # fmt: skip
TURNS = (
    "third",
    "label",
    "waiting",
    "returned",
    "pair",
    "in hand",
    "regular",
    "pair",
    "label",
    "answered",
    "late",
    "pair",
    "opinion",
    "label",
    "back",
    "pair",
    "revoked",
    "waiting",
)
HERE, ELSEWHERE, EACH = 27, 8, 2  # requests at home; countries, and how many requests in each


class Reviewer:
    """Somebody with a severity of their own."""

    def __init__(self, person: Person, rng: random.Random) -> None:
        self.person, self.rng = person, rng
        self.severity = random.Random(person.email).gauss(0, 0.35)

    @property
    def actor(self) -> Actor:
        return acting(self.person, "cli")

    def gives(self, case: Case, quality: dict[str, float], outcome: str = "") -> Case:
        """Points around the quality; what follows from them, unless the outcome is said."""
        review = Review.objects.in_hand().filter(case=case, reviewer=self.person).first() or take(self.actor, case)
        points = {key: max(0, min(3, round(self.rng.gauss(value - self.severity, 0.55)))) for key, value in quality.items()}
        needed = {one.key for one in case.rubric.criteria.all() if one.needed}
        if outcome == "label":
            points |= {key: max(1, points[key]) for key in needed} | ({} if sum(points.values()) >= 15 else dict.fromkeys(points, 2))
        elif not outcome:
            outcome = "label" if sum(points.values()) >= 15 and all(points[key] for key in needed) else "returned"
        scores = {key: (value, self._says(key, value)) for key, value in points.items()}
        said = "" if outcome == "label" and self.rng.random() < 0.4 else str(self.rng.choice(facts("reviews")[outcome]))
        revision = Activity.objects.get(pk=case.activity_id).revision
        give(self.actor, review, outcome=outcome, words=said, scores=scores, revision=revision)
        return Case.objects.get(pk=case.pk)

    def _says(self, key: str, points: int) -> str:
        """Now and then a comment, mostly where something is missing."""
        if self.rng.random() > (0.6 if points < 2 else 0.15):
            return ""
        return str(facts("reviews")["missing" if points < 2 else "there"].get(key, ""))


@transaction.atomic
def reviews(rng: random.Random, today: date, *, regular: bool) -> None:
    """By the ordinary verbs, then moved to the days on which they would have been."""
    committee = [Reviewer(office.person, rng) for office in _held(Role.COMMITTEE)]
    national = {office.unit.code: Reviewer(office.person, rng) for office in _held(Role.NATIONAL)}
    if regular:
        _ours(rng, today)
    if HOME not in national or not committee:
        return
    _replies(national[HOME], committee[0])
    others = [code for code in sorted(national) if code != HOME]
    for code in [HOME, *rng.sample(others, min(ELSEWHERE, len(others)))]:
        many = HERE if code == HOME else EACH
        shift = 0 if code == HOME else rng.randrange(len(TURNS))
        for number, activity in enumerate(_activities(code, today, many, rng)):
            turn = TURNS[(number + shift) % len(TURNS)]
            _one(activity, turn, national[code], committee, national, rng, today)


def _held(role: str) -> list[Office]:
    return list(Office.objects.held_on().filter(role=role).select_related("person", "unit").order_by("unit__code", "person__email"))


def _activities(code: str, today: date, many: int, rng: random.Random) -> list[Activity]:
    """Recent ones whose coordinator is there to ask, those of the demo's section first."""
    own = Activity.objects.registered().filter(unit__path__startswith=Unit.objects.get(code=code).path, registered_by__isnull=False, label=None)
    here = list(own.filter(unit__code=DEMO, starts_on__lte=today, failed=False).newest()[: len(TURNS) // 2])
    others = list(own.exclude(unit__code=DEMO).filter(starts_on__lte=today, failed=False).newest()[: many - len(here)])
    mixed = rng.sample(others, len(others))
    return [one for pair in zip(here, mixed, strict=False) for one in pair] + mixed[len(here) :]


def _one(activity: Activity, turn: str, own: Reviewer, committee: list[Reviewer], national: dict[str, Reviewer], rng: random.Random, today: date) -> None:
    author = acting(Person.objects.get(pk=activity.registered_by_id), "cli")
    try:
        case = ask(author, activity)
    except (NotAllowed, Refused):  # the coordinator's office has ended since
        return
    pair = turn in ("pair", "third") and len(committee) > 1
    Case.objects.filter(pk=case.pk).update(twice=pair)
    case.refresh_from_db()
    base = rng.choice([1.4, 1.9, 2.1, 2.6])
    quality = {one.key: rng.gauss(base, 0.7) for one in case.rubric.criteria.all()}
    poor = {key: value - 1.2 for key, value in quality.items()}
    acts: dict[str, Callable[[], Any]] = {
        "label": lambda: own.gives(case, quality, "label"),
        "revoked": lambda: revoke(committee[0].actor, Award.objects.get(case=own.gives(case, quality, "label")), reason=facts("reviews")["revoked"]),
        "returned": lambda: own.gives(case, poor, "returned"),
        "answered": lambda: resubmit(author, own.gives(case, poor, "returned"), text=facts("reviews")["answer"]),
        "regular": lambda: own.gives(case, poor, "regular"),
        "opinion": lambda: _opinion(author, own.gives(case, poor, "regular"), national, rng),
        "pair": lambda: _pair(case, quality, own, committee),
        "third": lambda: committee[0].gives(own.gives(case, quality, "label"), poor, "returned") if pair else None,
        "in hand": lambda: take(own.actor, case),
        "back": lambda: take_back(author, case),
    }
    acts.get(turn, lambda: None)()
    _moved(case, rng, today, late=turn == "late")


def _opinion(author: Actor, case: Case, national: dict[str, Reviewer], rng: random.Random) -> None:
    """Asked, and half of them given."""
    case = ask_opinion(author, case, text=facts("reviews")["differently"])
    elsewhere = case.sent_to.code if case.sent_to else ""
    if elsewhere in national and rng.random() < 0.5:
        national[elsewhere].gives(case, dict.fromkeys((one.key for one in case.rubric.criteria.all()), 2.2), "label")


def _pair(case: Case, quality: dict[str, float], own: Reviewer, committee: list[Reviewer]) -> None:
    """Both say what their points say; if that differs, the third settles it."""
    case = own.gives(case, quality)
    case = committee[0].gives(case, quality) if case.state == Case.State.WAITING else case
    if case.stage == Case.Stage.THIRD:
        committee[1].gives(case, quality)


def _moved(case: Case, rng: random.Random, today: date, *, late: bool) -> None:
    """As if it had been asked for some weeks ago, and each step had taken some days."""
    case.refresh_from_db()
    open_ = case.state == Case.State.WAITING
    asked = today - timedelta(days=rng.randrange(17, 30) if late else rng.randrange(1, 11) if open_ else rng.randrange(20, 90))
    given: list[tuple[Any, Review | Remark]] = [(review.given_at, review) for review in case.reviews.given()]
    steps = sorted(given + [(remark.at, remark) for remark in case.remarks.all()], key=lambda step: step[0])
    each = max(1, (today - asked).days // (len(steps) + 1))
    day = asked
    for number, (_at, row) in enumerate(steps, 1):
        day = asked + timedelta(days=min(each, 6) * number)
        if isinstance(row, Remark):
            Remark.objects.filter(pk=row.pk).update(at=_clock(day, rng))
        else:
            Review.objects.filter(pk=row.pk).update(given_at=_clock(day, rng), assigned_at=_clock(asked, rng))
    due = (day if steps and open_ else asked) + timedelta(days=14)
    Case.objects.filter(pk=case.pk).update(asked_at=_clock(asked, rng), due_on=due)
    Review.objects.filter(case=case, given_at=None).update(due_on=due)
    if case.decided_at:
        Case.objects.filter(pk=case.pk).update(decided_at=_clock(day, rng))
        Award.objects.filter(case=case).update(given_at=_clock(day, rng))


def _clock(day: date, rng: random.Random) -> datetime:
    return datetime.combine(day, time(rng.randrange(7, 10), rng.randrange(60)), UTC)


def _ours(rng: random.Random, today: date) -> None:
    """Some activities that are for ourselves: counted apart."""
    codes = [DEMO, "NO-OSLO-ESN", DEMO, "NO-TRON-ESN", "NO-OSLO-ESN", DEMO]
    units = {unit.code: unit for unit in Unit.objects.filter(code__in=codes)}
    cause = words().current["cause"][0]
    for (title, many, summary), code in zip(OURS, codes, strict=True):
        unit = units.get(code, units[DEMO])
        office = Office.objects.held_on().filter(unit=unit, role=Role.LOCAL).select_related("person").first()
        day = today - timedelta(days=rng.randrange(3, 60))
        told = Details(title=title, starts_on=day, ends_on=day, cause=cause, place=unit.city, summary=summary, international_students=many, regular=True)
        actor = acting(office.person, "cli") if office else acting(Person.objects.get(email="national@example.org"), "cli")
        actions.register(actor, UUID(int=rng.getrandbits(128), version=4), unit, told.with_(hours_per_meeting=Decimal(2)))


def _replies(own: Reviewer, committee: Reviewer) -> None:
    for name, text in facts("reviews")["replies"]:
        keep_reply(committee.actor, Unit.objects.get(parent=None), name=name, text=text)
    keep_reply(own.actor, Unit.objects.get(code=HOME), name="Takk", text=facts("reviews")["takk"])

"""The market of ideas in the sample federation: recipes, what was made of them in other countries, what was said, two market sessions."""

import random
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from dugnad.access.actor import SYSTEM
from dugnad.activities.actions.recount import came_from
from dugnad.activities.models import Activity, Term
from dugnad.activities.vocabulary import words
from dugnad.cli.sample.facts import facts
from dugnad.core import marks
from dugnad.ideas import finding
from dugnad.ideas.actions.adapt import adapt
from dugnad.ideas.actions.name import name
from dugnad.ideas.answering import said_of
from dugnad.ideas.labels import labelled
from dugnad.ideas.models import Adaptation, Ballot, Following, Idea, Market, Remark, Stall, Thanks, Translation, Vote, Words
from dugnad.ideas.recipe import from_abroad
from dugnad.ideas.shelf import MARK
from dugnad.needs.models import Need
from dugnad.network.models import Unit

PER_CAUSE, MOST_MADE = 8, 16
ASKED = (
    ("How many came the first time?", "Nine, and seven of them came again."),
    ("Who pays for the room?", "Nobody: the library is glad of every visitor it can count."),
    ("Did you need an insurance?", "The town's own covers volunteers; ask for the paper."),
    ("Does it work with fewer people?", "With two it does. With one it is no fun."),
    ("What would you leave out?", "The sign-up list. Half of those who came were not on it."),
)
NOTED = {
    "NO": "In Norway you need the municipality's permission for anything in a park with more than fifty people.",
    "FR": "En France, prévenez la mairie quinze jours avant toute collecte sur la voie publique.",
    "DE": "In Germany the association has to keep a list of who handled food.",
    "IT": "In Italy schools ask for it before the end of September, or it will be next year.",
    "PL": "In Poland a certificate is needed for everybody who works with children.",
    "ES": "In Spain begin after six in the afternoon; before, nobody comes.",
}


@transaction.atomic
def market(officers: dict[int, UUID], rng: random.Random, today: date) -> None:
    """By the bulk path where there are many rows, and by the ordinary verbs where something is planned."""
    recipes = _recipes(rng)
    done = _done([title for title, _pattern, _cause in recipes], today)
    if not done:
        return
    family = _Family(officers, rng)
    for title, pattern, cause in recipes:
        if len(done[title]) > 1:
            family.grow(title, pattern, cause, done[title])
    family.led_to_labels()
    family.write()
    _said(family.ideas, list(officers.items()), rng)
    _sessions(family.ideas, list(officers.values()), rng, today)
    name_needs()
    marks.touch(MARK)


def _recipes(rng: random.Random) -> list[tuple[str, dict[str, Any], str]]:
    """Some of each cause, of those whose title names no town."""
    found = []
    for cause, patterns in facts("titles").items():
        if cause != "failures":
            english = [pattern for pattern in patterns if pattern["lang"] == "en" and "{city}" not in pattern["title"] + pattern["story"]]
            found += [(pattern["title"], pattern, cause) for pattern in rng.sample(english, PER_CAUSE)]
    return found


def _done(titles: list[str], today: date) -> dict[str, list[Any]]:
    """Who has done such a thing, the oldest first."""
    found: dict[str, list[Any]] = defaultdict(list)
    known = Activity.objects.registered().filter(title__in=titles, failed=False, starts_on__gte=today - timedelta(days=1000), starts_on__lte=today)
    for row in known.order_by("starts_on", "pk").values_list("pk", "title", "unit_id", "unit__country", "starts_on", "unit__city"):
        found[row[1]].append(row)
    return found


class _Family:
    """Ideas with their versions and adaptations, kept until all are written at once."""

    def __init__(self, officers: dict[int, UUID], rng: random.Random) -> None:
        self.officers, self.rng = officers, rng
        self.current = {term.key: term for term in words().current["cause"]}
        self.ideas: list[Idea] = []
        self.causes: list[tuple[UUID, Term]] = []
        self.made: list[Adaptation] = []
        self.translations: list[Translation] = []
        self.origins: dict[UUID, str] = {}
        self.countries: dict[UUID, str] = {}

    def grow(self, title: str, pattern: dict[str, Any], cause: str, done: list[Any]) -> None:
        """The first who did it wrote it down; of those who came later, some made it from the idea, and one may have written a version."""
        first, later = done[0], done[1:]
        idea = self._idea(title, pattern, cause, first, None)
        abroad = [row for row in later if row[3] != first[3]]
        chosen = self.rng.sample(later, min(len(later), self.rng.choice([0, 1, 2, 4, 7, 11, MOST_MADE])))
        version = None
        if abroad and len(self.ideas) % 5 == 0:
            source = abroad[len(abroad) // 3]
            version = self._idea(f"{title}: the {source[5]} way", pattern, cause, source, idea)
        for row in sorted(chosen, key=lambda row: (row[4], row[0])):
            if version is not None and row[0] == version.made_from_id:
                continue
            after = version if version is not None and row[4] > version.published_at.date() and self.rng.random() < 0.5 else idea  # type: ignore[union-attr]
            self.made.append(Adaptation(idea=after, activity_id=row[0], by_id=self.officers.get(row[2])))
            self.origins[row[0]] = from_abroad(self.countries[after.pk], row[3])

    def led_to_labels(self) -> None:
        """Every other activity with the label was made from an idea for its cause, the newest that another section had published by then."""
        taken, causes = {one.activity_id for one in self.made}, dict(self.causes)
        carry = Activity.objects.registered().annotate(carries=labelled()).filter(carries=True).select_related("unit").order_by("starts_on", "pk")
        for activity in list(carry)[::2]:
            fits = [one for one in self.ideas if causes[one.pk].pk == activity.cause_id and one.unit_id != activity.unit_id and _before(one, activity)]
            if fits and activity.pk not in taken:
                idea = max(fits, key=lambda one: (one.published_at, one.pk))
                self.made.append(Adaptation(idea=idea, activity=activity, by_id=self.officers.get(activity.unit_id)))
                self.origins[activity.pk] = from_abroad(self.countries[idea.pk], activity.unit.country)

    def write(self) -> None:
        Idea.objects.bulk_create(self.ideas)
        through = Idea.causes.through
        through.objects.bulk_create(through(idea_id=idea, term_id=term.pk) for idea, term in self.causes)
        Translation.objects.bulk_create(self.translations)
        made = [finding.of(idea, idea) for idea in self.ideas] + [finding.of(text.idea, text) for text in self.translations]
        Words.objects.bulk_create(made)
        Adaptation.objects.bulk_create(self.made)
        for activity in Activity.objects.select_related("unit").filter(pk__in=[pk for pk, origin in self.origins.items() if origin]):
            came_from(activity, self.origins[activity.pk])

    def _idea(self, title: str, pattern: dict[str, Any], cause: str, source: Any, parent: Idea | None) -> Idea:
        recipe, rng = facts("recipes")[pattern["type"]], self.rng
        published = datetime.combine(source[4] + timedelta(days=rng.randrange(5, 40)), time(12), UTC)
        idea = Idea(
            id=UUID(int=rng.getrandbits(128), version=4), unit_id=source[2], state=Idea.State.PUBLISHED, title=title[:120], summary=pattern["story"],
            why=pattern["outcome"], steps="\n".join(recipe["steps"]), material="\n".join(recipe["material"]), risks=recipe["risks"],
            adapting=f"{pattern['learnt']} {recipe['adapting']}", answers=recipe["answers"], seasons=recipe["seasons"], effort=recipe["effort"],
            people=max(2, recipe["people"] + rng.randrange(-2, 4)), hours=pattern["hours"][0], ready_in=max(2, recipe["ready_in"] + rng.choice([-3, 0, 0, 7])),
            budget=recipe["budget"] and max(10, recipe["budget"] + rng.choice([-20, 0, 30])), parent=parent, made_from_id=source[0],
            by_id=self.officers.get(source[2]), published_at=published,
        )  # fmt: skip
        idea.said = said_of(idea)
        self.ideas.append(idea)
        self.countries[idea.pk] = source[3]
        self.causes.append((idea.pk, self.current[cause]))
        for language in ("nb", "fr"):
            if parent is None and language in recipe and not any(one.title == recipe[language]["title"] for one in self.translations):
                by = rng.choice(list(self.officers.values()))
                self.translations.append(Translation(idea=idea, language=language, of_revision=1, by_id=by, **recipe[language]))
        return idea


def _before(idea: Idea, activity: Activity) -> bool:
    return idea.published_at is not None and idea.published_at.date() < activity.starts_on


def _said(ideas: list[Idea], officers: list[tuple[int, UUID]], rng: random.Random) -> None:
    """Thanks, questions with answers, notes, followers."""
    countries = dict(Unit.objects.filter(pk__in=[unit for unit, _person in officers]).values_list("pk", "country"))
    by_country = {countries[unit]: person for unit, person in officers}
    thanks, follow, answers = [], [], []
    for idea in ideas:
        people = rng.sample([person for _unit, person in officers], min(len(officers), rng.choice([0, 1, 2, 3, 5, 9])))
        thanks += [Thanks(idea=idea, person_id=person) for person in people]
        follow += [Following(idea=idea, person_id=person) for person in people[::2]]
    for (asked, answered), idea in zip(ASKED * 3, rng.sample(ideas, min(len(ideas), 3 * len(ASKED))), strict=False):
        question = Remark.objects.create(idea=idea, kind=Remark.Kind.QUESTION, text=asked, by_id=rng.choice(officers)[1])
        answers.append(Remark(idea=idea, kind=Remark.Kind.ANSWER, question=question, text=answered, by_id=idea.by_id))
    for country, text in NOTED.items():
        if country in by_country:
            answers += [Remark(idea=idea, kind=Remark.Kind.NOTE, country=country, text=text, by_id=by_country[country]) for idea in rng.sample(ideas, 2)]
    Thanks.objects.bulk_create(thanks)
    Following.objects.bulk_create(follow)
    Remark.objects.bulk_create(answers)


def _sessions(ideas: list[Idea], people: list[UUID], rng: random.Random, today: date) -> None:
    """One that is over, with promises; one at which everybody may vote."""
    top = Unit.objects.get(parent=None, level__groups=False)
    over = Market.objects.create(
        unit=top, name="Market of ideas at the autumn meeting", day=today - timedelta(days=20), place="Bergen", state=Market.State.CLOSED
    )
    stalls = [Stall.objects.create(market=over, idea=idea, by_id=idea.by_id) for idea in rng.sample(ideas, min(9, len(ideas)))]
    votes = []
    for person in rng.sample(people, min(40, len(people))):
        ballot = Ballot.objects.create(market=over, person_id=person)
        votes += [Vote(ballot=ballot, stall=stall) for stall in rng.sample(stalls, min(3, len(stalls)))]
    Vote.objects.bulk_create(votes)
    for number, code in enumerate(("NO-BERG-ESN", "NO-OSLO-ESN", "NO-TRON-ESN")):
        unit, stall = Unit.objects.filter(code=code).first(), stalls[number % len(stalls)]
        if unit is not None:
            told: dict[str, Any] = {"title": stall.idea.title, "starts_on": today + timedelta(days=14 + 9 * number), "place": unit.city}
            adapt(SYSTEM, stall.idea, unit, id=UUID(int=rng.getrandbits(128), version=4), stall=stall, **told)
    now = Market.objects.create(unit=top, name="Online market of ideas", day=today + timedelta(days=5), place="online", state=Market.State.VOTING)
    Stall.objects.bulk_create(Stall(market=now, idea=idea, by_id=idea.by_id) for idea in rng.sample(ideas, min(12, len(ideas))))


def name_needs() -> None:
    """Open needs with the first idea of each kind of activity that answers them; the others are left to whoever reads their pages."""
    first: dict[str, Idea] = {}
    kinds = Idea.objects.published().filter(parent=None, made_from__type__isnull=False).order_by("published_at", "pk")
    for idea in kinds.annotate(kind=F("made_from__type__key")):
        first.setdefault(idea.kind, idea)
    rows = {(row["where"], row["title"]): row for row in facts("needs")}
    for need in Need.objects.open().select_related("unit").order_by("pk"):
        for kind in rows.get((need.unit.code, need.title), {}).get("types", []):
            if kind in first:
                name(SYSTEM, first[kind], need)

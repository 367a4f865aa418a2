"""What an activity reads like, by rules that name the very fields and words: never a score without its reasons.

Each criterion gets 0 to 2 points: an answer of the self-check decides (yes 2, partly 1, no 0); without one, each sign that is
found adds a point. 3 is for people to give. It reads as *regular* when the answers say that nobody outside was served or nothing
was better afterwards, or when it has the name of something that is not counted and nothing shows whom it served; as *impact*
when a cause and an action are seen; else there is too little to tell.
"""

from dataclasses import dataclass
from typing import Literal

from dugnad.criteria.facts import Facts
from dugnad.criteria.models import Criterion, Uncounted
from dugnad.criteria.rubric import Held
from dugnad.criteria.signs import first, signs

Kind = Literal["impact", "regular", "unclear"]
ANSWERS = {"yes": 2, "partly": 1, "no": 0}
DECIDE = ("cause", "action")
LONG_HOURS, TOLD, LEARNT = 3, 80, 20


@dataclass(frozen=True)
class Reason:
    """A field that says something, or a word in it, or the answer to the question."""

    field: str
    word: str = ""
    answer: str = ""


@dataclass(frozen=True)
class Seen:
    """What was seen of one criterion."""

    criterion: Criterion
    points: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Suggestion:
    """How it reads, and why."""

    kind: Kind
    seen: tuple[Seen, ...]
    named: tuple[Uncounted, Reason] | None = None

    @property
    def points(self) -> int:
        return sum(one.points for one in self.seen)

    @property
    def missing(self) -> list[Criterion]:
        """What was not seen, the needed ones first."""
        return sorted((one.criterion for one in self.seen if not one.points), key=lambda one: not one.needed)


def suggest(facts: Facts, held: Held) -> Suggestion:
    """Read the facts by the rubric."""
    seen = tuple(_seen(one, facts) for one in held.criteria)
    named = next(((one, Reason(*hit)) for one in held.uncounted if (hit := first(_words(one), {"title": facts.title}))), None)
    return Suggestion(_kind(facts, {one.criterion.key: one.points for one in seen}, named is not None), seen, named)


def _kind(facts: Facts, points: dict[str, int], named: bool) -> Kind:
    said_no = [key for key in DECIDE if facts.answers.get(key) == "no"]
    served = bool(facts.people_helped or facts.goods or facts.money or facts.answers.get("cause") in ("yes", "partly"))
    if said_no or (named and not served):
        return "regular"
    return "impact" if all(points.get(key, 1) for key in DECIDE) else "unclear"


def _seen(criterion: Criterion, facts: Facts) -> Seen:
    answer = facts.answers.get(criterion.key, "")
    if answer in ANSWERS:
        return Seen(criterion, ANSWERS[answer], (Reason("", answer=answer),))
    reasons = [Reason(name) for name in _fields(criterion.key, facts)]
    words = signs().get(criterion.key)
    if words and (hit := first(words, facts.texts)):
        reasons.append(Reason(*hit))
    return Seen(criterion, min(len(reasons), ANSWERS["yes"]), tuple(reasons[: ANSWERS["yes"]]))


def _fields(key: str, facts: Facts) -> list[str]:
    """The fields that speak for a criterion; one that a network has added of its own is read by its words and answers alone."""
    said: dict[str, dict[str, object]] = {
        "cause": {"people_helped": facts.people_helped, "goals": facts.goals},
        "action": {"actions": facts.actions, "goods": facts.goods, "money_amount": facts.money},
        "together": {"international_students": facts.international_students and facts.local_students},
        "partner": {"partners": facts.partners},
        "duration": {"meetings": facts.meetings > 1, "hours": facts.hours >= LONG_HOURS},
        "result": {"people_helped": facts.people_helped, "goods": facts.goods, "outcome": facts.outcome.strip()},
        "learnt": {"learnt": len(facts.learnt) >= LEARNT},
        "told": {"summary": len(facts.summary) >= TOLD, "photos": facts.photos, "links": facts.links},
    }
    return [name for name, value in said.get(key, {}).items() if value]


def _words(one: Uncounted) -> list[str]:
    return [word for words in one.words.values() for word in words]

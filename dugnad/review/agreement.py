"""How far two people who do not see each other's points agree: Krippendorff's alpha, for each criterion and country.

Only blind pairs count: the first two reviews of a case that was reviewed twice. Points of an earlier version of the rubric count for the
criterion that continues it (`Criterion.was`); those of a criterion that was given up stand under its own name.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import krippendorff

from dugnad.criteria.models import Criterion, Rubric
from dugnad.review.models import Review, Score

FEW = 10  # below so many pairs a figure is mostly chance
Pair = tuple[int, int]


@dataclass(frozen=True)
class Agreement:
    """`alpha`: 1 is full agreement, 0 what chance would give, below 0 less; None where nothing differs enough to tell."""

    pairs: int
    alpha: float | None
    same: float
    apart: float

    @property
    def few(self) -> bool:
        return self.pairs < FEW


@dataclass(frozen=True)
class Pairs:
    """The points of every blind pair: by criterion and unit of the country, and the outcomes."""

    points: Mapping[tuple[str, int], list[Pair]]
    outcomes: Mapping[int, list[tuple[str, str]]]
    names: Mapping[str, str]

    def of(self, *, criterion: str = "", country: int = 0) -> list[Pair]:
        chosen = ((key, pairs) for key, pairs in self.points.items() if criterion in ("", key[0]) and country in (0, key[1]))
        return [pair for _key, pairs in chosen for pair in pairs]

    @property
    def criteria(self) -> list[str]:
        return list(dict.fromkeys(key for key, _country in self.points))

    @property
    def countries(self) -> list[int]:
        return sorted(self.outcomes)


def agreement(pairs: Sequence[Pair]) -> Agreement:
    """Of points: a difference of two weighs more than two of one (ordinal)."""
    if not pairs:
        return Agreement(0, None, 0.0, 0.0)
    same = sum(a == b for a, b in pairs) / len(pairs)
    apart = sum(abs(a - b) for a, b in pairs) / len(pairs)
    return Agreement(len(pairs), alpha(pairs, "ordinal"), same, apart)


def agreed_outcomes(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """Of outcomes, which have no order (nominal)."""
    names = sorted({name for pair in pairs for name in pair})
    numbers = [(names.index(a), names.index(b)) for a, b in pairs]
    same = sum(a == b for a, b in pairs) / len(pairs) if pairs else 0.0
    return Agreement(len(pairs), alpha(numbers, "nominal"), same, 1 - same)


def alpha(pairs: Sequence[Pair], level: Literal["ordinal", "nominal"]) -> float | None:
    """None if all points are the same, or there are none: then nobody could have disagreed."""
    if len({value for pair in pairs for value in pair}) < 2:
        return None
    return float(krippendorff.alpha(reliability_data=[list(row) for row in zip(*pairs, strict=True)], level_of_measurement=level))


def most_dividing(pairs: Pairs, country: int = 0) -> list[tuple[str, Agreement]]:
    """Each criterion by its name, the one that divides people most first; what cannot be told last."""
    found = [(pairs.names[key], agreement(pairs.of(criterion=key, country=country))) for key in pairs.criteria]
    told = [(name, one) for name, one in found if one.pairs]
    return sorted(told, key=lambda row: (row[1].alpha is None, row[1].alpha if row[1].alpha is not None else 0, -row[1].apart, row[0]))


def blind_pairs() -> Pairs:
    """From the first two reviews of every case that was reviewed twice (4 queries)."""
    told = Review.objects.given().filter(case__twice=True, round=1, kind__in=[Review.Kind.FIRST, Review.Kind.BLIND])
    by_case: dict[object, list[Review]] = defaultdict(list)
    for review in told.select_related("case__activity__unit").order_by("pk"):
        by_case[review.case_id].append(review)
    both = {case: (two[0], two[1]) for case, two in by_case.items() if len(two) == 2}
    scores = _scores([review.pk for two in both.values() for review in two])
    continues, names = _lineage()
    points: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    outcomes: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for first, second in both.values():
        country = _country(first)
        outcomes[country].append((first.outcome, second.outcome))
        for criterion in scores.get(first.pk, {}).keys() & scores.get(second.pk, {}).keys():
            for key in continues[criterion]:
                points[key, country].append((scores[first.pk][criterion], scores[second.pk][criterion]))
    order = list(names)
    return Pairs({key: points[key] for key in sorted(points, key=lambda key: (order.index(key[0]), key[1]))}, outcomes, names)


def _scores(reviews: Iterable[int]) -> dict[int, dict[int, int]]:
    """Points by review and criterion; who could not tell is not compared."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for review, criterion, points in Score.objects.filter(review__in=reviews, points__isnull=False).values_list("review_id", "criterion_id", "points"):
        found[review][criterion] = points or 0
    return found


def _country(review: Review) -> int:
    """The unit right below the whole network in which the activity's unit lies; the top itself for its own."""
    above = review.case.activity.unit.ancestor_ids
    return above[1] if len(above) > 1 else above[0]


def _lineage() -> tuple[dict[int, list[str]], dict[str, str]]:
    """For each criterion of any version the keys under which its points stand now, and a name for each key."""
    adopted = list(Rubric.objects.exclude(adopted_at=None).order_by("version").prefetch_related("criteria"))
    names: dict[str, str] = {}
    stands: dict[int, list[str]] = {}
    later: list[Criterion] = []
    for rubric in reversed(adopted):
        own = list(rubric.criteria.all())
        for one in own:
            heirs = [key for heir in later if one.key in heir.was for key in stands[heir.pk]]
            stands[one.pk] = list(dict.fromkeys(heirs)) or [one.key if not later else f"{one.key}@{rubric.version}"]
            names |= {key: str(one) for key in stands[one.pk] if key not in names}
        later = own
    return stands, names

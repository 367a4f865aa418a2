"""Any history of a small network, and what its figures must be: recounted from the records by the plainest code there is."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from hypothesis import strategies as st

from dugnad.access.actor import SYSTEM
from dugnad.activities import actions
from dugnad.activities import details as known
from dugnad.activities.models import Activity, Mapping, Organiser, Term
from dugnad.core.errors import NotAllowed, Refused
from dugnad.core.ids import uuid7
from dugnad.core.periods import month_of
from dugnad.figures import arrivals, fold
from dugnad.network.actions import join, leave, move
from dugnad.network.models import Belonging, Unit
from tests.world import details, on

CODES = ["NO-BERG-ESN", "NO-OSLO-ESN", "FR-PARI-ESN", "NO", "FR"]
FIRST = date(2025, 1, 1)
PEOPLE = ("local_students", "international_students", "volunteers", "people_helped")

counts = st.none() | st.integers(0, 300) | st.just(2_000_000)
days = st.integers(0, 500).map(lambda n: FIRST + timedelta(days=n))
answers = st.fixed_dictionaries(
    {
        "day": days,
        "cause": st.integers(0, 30),
        "volunteers": counts,
        "people_helped": counts,
        "international_students": st.none() | st.integers(0, 50),
        "goods": st.dictionaries(st.integers(0, 9), st.integers(1, 90_000), max_size=2),
        "tags": st.sets(st.integers(0, 40), max_size=3),
        "money": st.none() | st.tuples(st.integers(1, 10_000), st.sampled_from(["EUR", "NOK", "XXX"])),
        "organisers": st.sets(st.sampled_from(CODES), max_size=3),
    }
)
steps = st.one_of(
    st.tuples(st.just("register"), st.sampled_from(CODES), answers),
    st.tuples(st.just("amend"), st.integers(0, 2), answers),
    st.tuples(st.sampled_from(["withdraw", "confirm_counts"]), st.integers(0, 2), st.just(None)),
    st.tuples(st.sampled_from(["confirm_part", "decline_part"]), st.integers(0, 2), st.just(None)),
    st.tuples(st.just("fold"), st.integers(1, 5), st.just(None)),
    st.tuples(st.just("sum_up"), st.just(None), st.just(None)),
    st.tuples(st.just("collect"), st.just(None), st.just(None)),
)
histories = st.lists(steps, min_size=1, max_size=10)
moves = st.lists(st.tuples(st.sampled_from(["platform", "country"]), days), max_size=2, unique_by=lambda pair: pair[0])


class History:
    """Plays the steps, one in ten days, and keeps what the records said at the end of each."""

    def __init__(self) -> None:
        self.units = {unit.code: unit for unit in Unit.objects.all()}
        self.terms: dict[str, list[Term]] = defaultdict(list)
        for term in Term.objects.select_related("vocabulary").order_by("pk"):
            self.terms[term.vocabulary.kind].append(term)
        self.made: list[Any] = []
        self.said: dict[date, Any] = {}
        self.today = date(2026, 11, 1)

    def move(self, changes: Any) -> None:
        """Changes of the network, each before anything is registered."""
        for what, since in changes:
            if what == "platform":
                leave(self.units["NO"], self.units["NEP"], since)
                join(self.units["NO"], self.units["SEEP"], since)
            else:
                move(self.units["NO-OSLO-ESN"], self.units["FR"], since)

    def play(self, story: Any) -> None:
        for verb, which, given in story:
            try:
                with on(self.today), transaction.atomic():
                    self._step(verb, which, given)
            except (NotAllowed, Refused):
                pass
            self.said[self.today] = recount()
            self.today += timedelta(days=10)

    def _step(self, verb: str, which: Any, given: Any) -> None:
        if verb == "register":
            self.made.append(actions.register(SYSTEM, uuid7(), self.units[which], self._details(given)).pk)
        elif verb == "fold":
            fold.fold_waiting(which)
        elif verb == "collect":
            arrivals.collect()
        elif verb == "sum_up":
            arrivals.sum_up()
        elif self.made:
            getattr(self, f"_{verb}")(Activity.objects.get(pk=self.made[which % len(self.made)]), given)

    def _amend(self, activity: Activity, given: Any) -> None:
        actions.amend(SYSTEM, activity, self._details(given), reason="was wrong", revision=activity.revision)

    def _withdraw(self, activity: Activity, _given: Any) -> None:
        actions.withdraw(SYSTEM, activity, reason="twice")

    def _confirm_counts(self, activity: Activity, _given: Any) -> None:
        actions.confirm_counts(SYSTEM, activity)

    def _confirm_part(self, activity: Activity, _given: Any) -> None:
        for organiser in activity.organisers.all()[:1]:
            actions.confirm_part(SYSTEM, organiser)

    def _decline_part(self, activity: Activity, _given: Any) -> None:
        for organiser in activity.organisers.all()[:1]:
            actions.decline_part(SYSTEM, organiser)

    def _details(self, given: Any) -> known.Details:
        def pick(kind: str, number: int) -> Term:
            return self.terms[kind][number % len(self.terms[kind])]

        tags = [*self.terms["sdg"], *self.terms["objective"], *self.terms["action"]]
        amount, currency = given["money"] or (None, "")
        return details(
            starts_on=given["day"],
            cause=pick("cause", given["cause"]),
            **{name: given[name] for name in ("volunteers", "people_helped", "international_students")},
            goods=tuple({pick("measure", n).pk: (pick("measure", n), Decimal(a) / 8) for n, a in given["goods"].items()}.values()),
            tags=tuple(tags[n % len(tags)] for n in sorted(given["tags"])),
            money_amount=None if amount is None else Decimal(amount) / 4,
            money_currency=currency,
            organisers=tuple(self.units[code] for code in sorted(given["organisers"])),
        )


def recount() -> Any:
    """unit → facet → value → month → sums, from the rows of the records alone."""
    found: Any = defaultdict(lambda: defaultdict(int))
    spans = list(Belonging.objects.values_list("member_id", "whole_id", "since", "until"))
    news = dict(Mapping.objects.values_list("old_id", "new_id"))
    for activity in Activity.objects.filter(state="registered"):
        for key in _keys(activity, spans, news):
            for measure, value in _sums(activity).items():
                found[key][measure] += value
    return {key: {m: v for m, v in sums.items() if v} for key, sums in found.items()}


def above(unit: int, day: date, spans: Any) -> set[int]:
    """The unit and everything that it was part of on that day."""
    direct = {whole for member, whole, since, until in spans if member == unit and since <= day and (until is None or day < until)}
    return {unit}.union(*(above(whole, day, spans) for whole in direct))


def _keys(activity: Activity, spans: Any, news: dict[int, int]) -> Any:
    organisers = {activity.unit_id, *Organiser.objects.filter(activity=activity).exclude(state="declined").values_list("unit_id", flat=True)}
    units = set().union(*(above(unit, activity.starts_on, spans) for unit in organisers))
    facets = {("", "")} | {("cause", _word(activity.cause, news))}
    facets |= {(tag.term.vocabulary.kind, _word(tag.term, news)) for tag in activity.tags.select_related("term__vocabulary")}
    facets |= {("measure", _word(good.measure, news)) for good in activity.goods.select_related("measure__vocabulary")}
    facets |= {("money", activity.money_currency)} if activity.money_amount else set()
    return {(unit, facet, value, month_of(activity.starts_on)) for unit in units for facet, value in facets}


def _word(term: Term, news: dict[int, int]) -> str:
    seen = {term.pk}
    while term.pk in news and news[term.pk] not in seen:
        term = Term.objects.select_related("vocabulary").get(pk=news[term.pk])
        seen.add(term.pk)
    return term.key if term.vocabulary.until is None else f"{term.vocabulary.key}.{term.key}"


def _sums(activity: Activity) -> dict[str, int]:
    sums = {"activities": 1}
    for name in PEOPLE:
        sums[name] = 0 if name in activity.held else getattr(activity, name) or 0
    sums["volunteer_minutes"] = 0 if "volunteer_hours" in activity.held else activity.volunteer_minutes or 0
    sums["money_cents"] = 0 if "money_eur" in activity.held else int((activity.money_eur or 0) * 100)
    return sums


def begin(changes: Any) -> History:
    history = History()
    history.move(changes)
    return history

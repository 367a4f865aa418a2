"""Activities with believable shapes: two campaign peaks a year, growth, big and small sections, failures, joint ones."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from itertools import accumulate
from typing import Any
from uuid import UUID

from dugnad.activities.finding import text_of
from dugnad.activities.limits import beyond
from dugnad.activities.models import Activity, CountsFor, Good, Organiser, Tag, Term
from dugnad.activities.money import in_euro
from dugnad.activities.posting import posting, scopes
from dugnad.activities.vocabulary import words
from dugnad.cli.sample.bulk import Table
from dugnad.cli.sample.copies import Copier, original
from dugnad.cli.sample.facts import facts
from dugnad.cli.sample.federation import Section
from dugnad.core.models import JournalEntry
from dugnad.core.periods import first_day
from dugnad.figures import arrivals
from dugnad.figures.actions import as_entry
from dugnad.figures.fold import write
from dugnad.figures.models import Entry
from dugnad.figures.postings import Key, of
from dugnad.network.defaults import facts as country_facts

SEASON = [0.6, 0.9, 1.6, 1.5, 1.1, 0.5, 0.25, 0.3, 0.9, 1.3, 1.9, 1.2]  # two campaigns: March–April and November
GROWTH = 1.16
CAUSES = {"culture": 18, "education": 26, "environment": 19, "health": 12, "skills": 8, "inclusion": 17}
OLD = ("esn-2010-pillars", "esn-2015-causes")


def shares(activities: int, today: date, years: int) -> Iterator[tuple[int, int]]:
    """(month, number of activities) from the oldest to this month, which is only part over; they sum to the whole."""
    last = today.year * 12 + today.month - 1
    months = list(range(last - years * 12 + 1, last + 1))
    weights = [SEASON[month % 12] * GROWTH ** (month / 12 - last / 12) for month in months]
    weights[-1] *= today.day / 31
    scale, done = activities / sum(weights), 0
    for month, reached in zip(months, accumulate(weights), strict=True):
        until = round(reached * scale)
        yield month, until - done
        done = until


@cache
def patterns(cause: str, country: str) -> list[dict[str, Any]]:
    """What a section of that country would write: in its own language, or in English."""
    spoken = {"en", *next((row["languages"] for row in country_facts("countries") if row["code"] == country), [])}
    return [pattern for pattern in facts("titles")[cause] if pattern["lang"] in spoken]


class Writer:
    """Makes and writes the activities of one month after another."""

    def __init__(self, sections: list[Section], officers: dict[int, UUID], rng: random.Random, today: date, copies: int = 1) -> None:
        """`copies`: how many activities are made of each one that is thought out."""
        self.copies, self.copier = copies, Copier(copies)
        self.sections, self.officers, self.rng, self.today = sections, officers, rng, today
        self.near = {country: [s for s in sections if s.unit.country == country] for country in {s.unit.country for s in sections}}
        self.terms = {(t.vocabulary.key, t.key): t for t in words().terms.values()}
        self.now = {(kind, t.key): t for kind, terms in words().current.items() for t in terms}
        self.old = [t for t in self.terms.values() if t.vocabulary.key in OLD]
        self.arrived = arrivals.Collected()
        self.tables = {model: Table(model) for model in (Activity, Organiser, Tag, Good, CountsFor, Entry, JournalEntry)}

    def month(self, month: int, number: int) -> None:
        """Write that many activities of one month, with their entries and balances, in the caller's transaction."""
        open_ = [s for s in self.sections if s.first_month <= month <= s.last_month]
        weights = [s.weight for s in open_]
        self._several(month, self.rng.choices(open_, weights=weights, k=number // self.copies), self.copies)
        self._several(month, self.rng.choices(open_, weights=weights, k=number % self.copies), 1)
        self.arrive(month)

    def _several(self, month: int, chosen: list[Section], copies: int) -> None:
        sums: dict[Key, list[int]] = {}
        written = []
        for count, section in enumerate(chosen, 1):
            written.append(self._one(section, month, sums, copies))
            if count % 20_000 == 0:
                self._flush()
        self._flush()
        if copies > 1:
            self.copier.copy(written)
        else:
            self.copier.skip()
        write(sums)

    def arrive(self, until: int) -> None:
        """Write what arrived before that month."""
        ready = arrivals.Collected({place: self.arrived.pop(place) for place in list(self.arrived) if place[1] < until})
        arrivals.write(ready)
        arrivals.all_are_collected()

    def _one(self, section: Section, month: int, sums: dict[Key, list[int]], copies: int) -> UUID:
        activity, tags, goods = self._activity(section, month)
        joint = self._joint(section)
        tables = self.tables
        tables[Activity].add(activity)
        for unit in joint:
            tables[Organiser].add(Organiser(activity_id=activity.pk, unit_id=unit, state="confirmed" if self.rng.random() < 0.9 else "named"))
        for term in tags:
            tables[Tag].rows.append((activity.pk, term))
        for term, amount in goods:
            tables[Good].add(Good(activity_id=activity.pk, measure_id=term, amount=amount))
        self._journal(activity)
        if activity.state == Activity.State.REGISTERED:
            self._count(activity, joint, tags, goods, sums, copies)
        return activity.pk

    def _count(self, activity: Activity, joint: list[int], tags: list[int], goods: Any, sums: dict[Key, list[int]], copies: int) -> None:
        units = scopes(activity, joint)
        for unit in units:
            self.tables[CountsFor].rows.append((unit, activity.pk, activity.starts_on))
        said = posting(activity, units, tags, goods)
        entry = as_entry(said, activity.changed_at)
        entry.folded = True
        self.tables[Entry].add(entry)
        moved = [(key, added if copies == 1 else [value * copies for value in added]) for key, added in of(said)]
        for key, added in moved:
            kept = sums.get(key)
            sums[key] = list(added) if kept is None else [a + b for a, b in zip(kept, added, strict=True)]
        self.arrived.add(entry.at, moved)

    def _activity(self, section: Section, month: int) -> tuple[Activity, list[int], list[tuple[int, Decimal]]]:
        rng, unit = self.rng, section.unit
        cause = rng.choices(list(CAUSES), weights=list(CAUSES.values()))[0]
        pattern = rng.choice(patterns(cause, unit.country))
        starts = self._day(month)
        meetings, hours = rng.randint(*pattern["meetings"]), Decimal(rng.randint(*pattern["hours"]))
        failed = rng.random() < 0.02
        activity = Activity(
            id=self._id(starts), unit_id=unit.pk, state="withdrawn" if rng.random() < 0.008 else "registered",
            title=pattern["title"].format(city=unit.city), summary=pattern["story"].format(city=unit.city),
            outcome=pattern["outcome"] if rng.random() < 0.3 and not failed else "",
            learnt=(rng.choice(facts("titles")["failures"]) if failed else pattern["learnt"] if rng.random() < 0.35 else ""),
            starts_on=starts, ends_on=min(starts + timedelta(days=7 * (meetings - 1)), self.today), month=month, place=unit.city,
            cause_id=self._cause(cause, month).pk, type_id=self.now["type", pattern["type"]].pk, meetings=meetings,
            hours_per_meeting=hours, failed=failed, registered_by_id=self.officers.get(unit.pk), import_key=None,
        )  # fmt: skip
        activity.found_by = text_of(activity.title, activity.summary, activity.place)
        self._people(activity, pattern, failed)
        activity.registered_at = activity.changed_at = self._registered(activity.ends_on)
        goods = self._goods(activity, pattern, failed)
        activity.held = beyond(activity, goods)
        return activity, self._tags(pattern), goods

    def _people(self, activity: Activity, pattern: dict[str, Any], failed: bool) -> None:
        """Typically some sixty take part, between ten and a hundred and eighty; a few typed one zero too many."""
        rng = self.rng
        activity.volunteers = rng.randint(2, 14)
        activity.international_students = 0 if failed else rng.choice([None, int(rng.triangular(3, 90, 18))])
        activity.local_students = 0 if failed else rng.choice([None, int(rng.triangular(0, 70, 9))])
        activity.people_helped = 0 if failed else rng.randint(*pattern["helped"]) if pattern["helped"] else None
        if rng.random() < 0.001:
            activity.people_helped = 50_000
        activity.volunteer_minutes = int(activity.volunteers * activity.meetings * float(activity.hours_per_meeting or 0) * 60)

    def _goods(self, activity: Activity, pattern: dict[str, Any], failed: bool) -> list[tuple[int, Decimal]]:
        rng = self.rng
        if pattern["money"] and not failed:
            activity.money_amount, activity.money_currency = Decimal(rng.randint(*pattern["money"])), "EUR"
            activity.money_eur = in_euro(activity.money_amount, "EUR", activity.starts_on)
        if not pattern.get("measure") or failed:
            return []
        key, low, high = pattern["measure"]
        return [(self.now["measure", key].pk, Decimal(int(rng.triangular(low, high, low))))]

    def _tags(self, pattern: dict[str, Any]) -> list[int]:
        goals = {goal for key in pattern["objectives"] for goal in self.now["objective", key].sdgs}
        found = [self.now["action", key] for key in pattern["actions"]] + [self.now["objective", key] for key in pattern["objectives"]]
        found += [self.now["sdg", goal] for goal in goals if self.rng.random() < 0.8]
        return sorted({term.pk for term in found})

    def _cause(self, key: str, month: int) -> Term:
        """In the first years some still used the old words."""
        term = self.terms["esn-2018-causes", key]
        if self.rng.random() < 0.04:
            counts_as = words().counts_as
            return self.rng.choice([old for old in self.old if counts_as.get(old.pk) == term.pk] or [term])
        return term

    def _joint(self, section: Section) -> list[int]:
        if self.rng.random() > 0.06:
            return []
        others = [s.unit.pk for s in self.rng.choices(self.near[section.unit.country], k=2) if s is not section]
        return sorted(set(others[: self.rng.choice([1, 1, 2])]))

    def _day(self, month: int) -> date:
        first = first_day(month)
        last = min((first_day(month + 1) - first).days, (self.today - first).days or 1)
        return first + timedelta(days=self.rng.randrange(max(last, 1)))

    def _registered(self, ended: date) -> datetime:
        """Nine days later on average; who has not had so many days yet, on any of those since."""
        late, most = int(self.rng.expovariate(1 / 9)), (self.today - ended).days
        late = late if late <= most else self.rng.randint(0, most)
        return datetime.combine(ended + timedelta(days=late), time(self.rng.randrange(7, 10), self.rng.randrange(60)), UTC)

    def _journal(self, activity: Activity) -> None:
        line = JournalEntry(
            actor=activity.registered_by_id, via="web", verb="activity.registered", subject_kind="activities.activity", subject=str(activity.pk)
        )
        line.at = activity.changed_at
        self.tables[JournalEntry].add(line)
        if activity.state == Activity.State.WITHDRAWN:
            gone = JournalEntry(
                actor=activity.registered_by_id,
                via="web",
                verb="activity.withdrawn",
                subject_kind="activities.activity",
                subject=str(activity.pk),
                data={"reason": "Registered twice by mistake."},
            )
            gone.at = activity.changed_at
            self.tables[JournalEntry].add(gone)

    def _id(self, day: date) -> UUID:
        """Like a UUID of version 7, from the seed."""
        stamp = int(datetime.combine(day, time(), UTC).timestamp() * 1000) + self.rng.randrange(86_400_000)
        return original(stamp << 80 | 0x7 << 76 | self.rng.getrandbits(12) << 64 | 0x2 << 62 | self.rng.getrandbits(62))

    def _flush(self) -> None:
        for table in self.tables.values():
            table.write()

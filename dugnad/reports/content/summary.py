"""The summary in words: made from the figures by rules, none of which flatters."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dugnad.core.periods import Period
from dugnad.figures.measures import Measures
from dugnad.reports.facts import Facts, Value, strongest
from dugnad.web.templatetags.web import change, month, number, percent

FEW = 20  # below, a change in per cent says nothing
SAME = 0.02  # a smaller change is none
MOVED = 0.1  # a cause has grown or fallen from here on
SEVERAL = 3  # so many causes may share the first place


def summary(facts: Facts) -> list[str]:
    """One sentence after another; the first alone is the statement of the report."""
    if not facts.now.activities:
        return [total(facts), _("This says what was registered, not what was done."), *completeness(facts)]
    return [
        total(facts),
        *still_open(facts),
        *against_before(facts),
        *people(facts.now),
        *reach(facts.now),
        *breadth(facts),
        *causes(facts),
        *goals(facts),
        *completeness(facts),
    ]


def when(period: Period) -> str:
    """Whole years as years, else months."""
    if period.first % 12 == 0 and period.last % 12 == 11:
        years = str(period.first // 12), str(period.last // 12)
        return "–".join(dict.fromkeys(years))
    first, last = month(period.first), month(period.last)
    return first if period.first == period.last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def during(period: Period) -> str:
    """The same as a part of a sentence."""
    if period.first == period.last or (period.first % 12 == 0 and period.last % 12 == 11):
        return _("in %(when)s") % {"when": when(period)}
    return _("from %(first)s to %(last)s") % {"first": month(period.first), "last": month(period.last)}


def total(facts: Facts) -> str:
    """What was registered, by whom, when, for what."""
    n = facts.now.activities
    told = {"n": number(n), "unit": facts.unit, "when": during(facts.period), "theme": facts.theme}
    if facts.theme:
        if not n:
            return _("%(unit)s registered no activity for “%(theme)s” %(when)s.") % told
        said = ngettext("%(unit)s registered %(n)s activity for “%(theme)s” %(when)s.", "%(unit)s registered %(n)s activities for “%(theme)s” %(when)s.", n)
        return said % told
    if not n:
        return _("%(unit)s registered no activity %(when)s.") % told
    return ngettext("%(unit)s registered %(n)s activity %(when)s.", "%(unit)s registered %(n)s activities %(when)s.", n) % told


def still_open(facts: Facts) -> Iterator[str]:
    if facts.open:
        yield _("These months are not over yet.")


def against_before(facts: Facts) -> Iterator[str]:
    """More, fewer or as many as in the same months a year before; few are said as they are; more reporters are said too."""
    now, before = facts.now.activities, facts.before.activities
    told = {"before": number(before), "change": change(now, before).lstrip("+−")}
    if not before:
        yield _("Of the same months a year before nothing is registered, so there is nothing to compare with.")
        return
    if before < FEW:
        yield ngettext("In the same months a year before it was %(before)s.", "In the same months a year before there were %(before)s.", before) % told
    elif abs(now - before) <= before * SAME:
        yield _("That is about as many as in the same months a year before (%(before)s).") % told
    elif now > before:
        yield _("That is %(change)s more than in the same months a year before (%(before)s).") % told
    else:
        yield _("That is %(change)s fewer than in the same months a year before (%(before)s).") % told
    yield from by_reporting(facts)


def by_reporting(facts: Facts) -> Iterator[str]:
    """A change may come from who reports: said when both went the same way."""
    now, before = len(facts.reporting.now), len(facts.reporting.before)
    if facts.reporting.could < 2 or not before or abs(now - before) < before * MOVED:
        return
    grown = facts.now.activities - facts.before.activities
    told = {"now": number(now), "before": number(before)}
    if grown > 0 and now > before:
        yield _("More local units registered something than then (%(now)s, not %(before)s), which is a part of the growth.") % told
    elif grown < 0 and now < before:
        yield _("Fewer local units registered something than then (%(now)s, not %(before)s), which is a part of the decline.") % told


def people(sums: Measures) -> Iterator[str]:
    """The work of volunteers; whoever takes part twice is counted twice, and the sentence says so."""
    if sums.volunteers:
        if sums.volunteer_hours >= 1:
            gave = ngettext("%(n)s hour", "%(n)s hours", round(sums.volunteer_hours)) % {"n": number(sums.volunteer_hours)}
            yield _("Volunteers took part %(times)s and gave %(hours)s.") % {"times": _times(sums.volunteers), "hours": gave}
        else:
            yield _("Volunteers took part %(times)s.") % {"times": _times(sums.volunteers)}


def _times(many: int) -> str:
    return ngettext("%(n)s time", "%(n)s times", many) % {"n": number(many)}


def reach(sums: Measures) -> Iterator[str]:
    """For whom it was done and who came: three kinds of people, each for itself."""
    if sums.people_helped:
        yield ngettext("%(n)s person was helped.", "%(n)s people were helped.", sums.people_helped) % {"n": number(sums.people_helped)}
    international, own = sums.international_students, sums.local_students
    if international and own:
        yield _("International students took part %(times)s and local students %(own)s.") % {"times": _times(international), "own": _times(own)}
    elif international:
        yield _("International students took part %(times)s.") % {"times": _times(international)}
    elif own:
        yield _("Local students took part %(times)s.") % {"times": _times(own)}
    if sums.money_cents:
        yield _("Money collected: %(n)s euro.") % {"n": number(sums.money_eur)}


def breadth(facts: Facts) -> Iterator[str]:
    """From how many of those right below it came."""
    with_some = sum(row.now.activities > 0 for row in facts.below)
    if not with_some:
        return
    told = {"n": number(with_some), "all": number(len(facts.below))}
    if facts.countries:
        yield ngettext("The activities came from %(n)s of %(all)s country.", "The activities came from %(n)s of %(all)s countries.", len(facts.below)) % told
    else:
        yield (
            ngettext("The activities came from %(n)s of %(all)s local unit.", "The activities came from %(n)s of %(all)s local units.", len(facts.below)) % told
        )


def causes(facts: Facts) -> Iterator[str]:
    """The strongest; which has grown most and which has fallen most; or what part of everything a theme is."""
    if facts.facet:
        share = facts.now.activities / facts.whole.activities if facts.whole.activities else 0
        yield _("That is %(share)s of all activities of %(unit)s in these months.") % {"share": percent(share), "unit": facts.unit}
        return
    rows = facts.facets.get("cause", [])
    first = strongest(rows)
    if len(first) == 1:
        told = {"cause": first[0].label, "share": percent(first[0].now.activities / facts.now.activities)}
        yield _("The strongest cause was “%(cause)s” with %(share)s of the activities.") % told
    elif len(first) <= SEVERAL:
        yield _("The strongest causes were %(causes)s, with as many each.") % {"causes": ", ".join(_("“%(name)s”") % {"name": row.label} for row in first)}
    yield from moved(rows)


def moved(rows: list[Value]) -> Iterator[str]:
    """The largest rise and the largest fall in numbers, of causes that were large enough to tell."""
    told = [row for row in rows if row.before.activities >= FEW / 2]
    if not told:
        return
    risen = max(told, key=lambda row: row.now.activities - row.before.activities)
    if risen.now.activities >= risen.before.activities * (1 + MOVED):
        yield _("“%(cause)s” grew most, from %(before)s to %(now)s.") % _moved(risen)
    elif len(told) > 1:
        yield _("No cause grew noticeably.")
    fallen = min(told, key=lambda row: row.now.activities - row.before.activities)
    if fallen.now.activities <= fallen.before.activities * (1 - MOVED):
        yield _("“%(cause)s” fell most, from %(before)s to %(now)s.") % _moved(fallen)


def _moved(row: Value) -> dict[str, str]:
    return {"cause": row.label, "before": number(row.before.activities), "now": number(row.now.activities)}


def goals(facts: Facts) -> Iterator[str]:
    """How many of the seventeen, and the one that most served."""
    rows = [row for row in facts.facets.get("sdg", []) if row.now.activities > 0]
    if facts.facet or not rows:
        return
    told = {"n": number(len(rows)), "goal": rows[0].label}
    yield (
        ngettext(
            "The activities served %(n)s of the 17 Sustainable Development Goals: “%(goal)s”.",
            "The activities served %(n)s of the 17 Sustainable Development Goals, most often “%(goal)s”.",
            len(rows),
        )
        % told
    )


def completeness(facts: Facts) -> Iterator[str]:
    """Always said: of how many we know anything."""
    could, had = facts.reporting.could, len(facts.reporting.now)
    if could < 2:
        return
    told = {"n": number(had), "all": number(could), "left": number(could - had)}
    if had == could:
        yield _("All %(all)s local units registered something in these months.") % told
    else:
        yield (
            ngettext(
                "%(n)s of %(all)s local units registered something in these months; what the other one did is not known.",
                "%(n)s of %(all)s local units registered something in these months; what the other %(left)s did is not known.",
                could - had,
            )
            % told
        )

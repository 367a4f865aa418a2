"""A board and its lines in words: everything that a rank rests on, so that it can be recomputed with a pencil."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from dugnad.activities.vocabulary import words
from dugnad.seasons.forms import MEASURES
from dugnad.seasons.lines import Line
from dugnad.seasons.models import BoardRule, Season
from dugnad.web.templatetags.web import number

Kind = BoardRule.Kind
DRAWN = (Kind.STUDENTS, Kind.GROWTH, Kind.HOURS, Kind.LABEL)
PER = {Kind.STUDENTS: 1000, Kind.LABEL: 100}  # how many of the exposure a rate is given for
WHY = {
    "nothing-yet": __("nothing is registered in these months yet"),
    "no-students": __("its number of international students is not known"),
    "some-students": __("the number of international students is known for some of its units only"),
    "no-earlier": __("it had nothing in the same months a year before"),
    "no-hours": __("no volunteer hours are known"),
    "no-label": __("no activity of anybody carries the label in these months yet"),
    "not-new": __("it has been active for longer than a year"),
}


def titled(rule: BoardRule) -> str:
    """What a board is called."""
    what = str(MEASURES[rule.measure])
    said = {
        Kind.COUNT: _("Most %(what)s") % {"what": what},
        Kind.STUDENTS: _("For each 1,000 international students: %(what)s") % {"what": what},
        Kind.GROWTH: _("Growth against oneself: %(what)s") % {"what": what},
        Kind.BREADTH: _("Breadth of causes"),
        Kind.HOURS: _("People helped per volunteer hour"),
        Kind.NEWCOMERS: _("Newcomers: %(what)s") % {"what": what},
        Kind.LABEL: _("Share with the label"),
    }[Kind(rule.kind)]
    term = words().named("cause", rule.cause) if rule.cause else None
    return f"{said} ({term})" if term else said


def ruled(rule: BoardRule) -> str:
    """What a board ranks by, in a sentence or two."""
    drawn = _("A rate of a small unit says little, so each is drawn towards the mean of its league, the more the smaller the unit is.")
    said = {
        Kind.COUNT: _("Whoever has most comes first."),
        Kind.STUDENTS: _("Divided by the number of international students at the place, so that small sections have a chance."),
        Kind.GROWTH: _("These months against the same months a year before, so that everybody competes with their own past."),
        Kind.BREADTH: _("The number of different causes for which there was at least one activity."),
        Kind.HOURS: _("People helped for each hour that volunteers gave."),
        Kind.NEWCOMERS: _("Among those whose first activity lies within the last twelve months."),
        Kind.LABEL: _("Of all activities those that carry the label, on whichever step, so that good ones win and not many."),
    }[Kind(rule.kind)]
    return f"{said} {drawn}" if rule.kind in DRAWN else said


def valued(rule: BoardRule, value: float) -> str:
    """A value of a board as it is shown."""
    if rule.kind == Kind.GROWTH:
        return f"× {number(value, 2)}"
    if rule.kind == Kind.LABEL:
        return _("%(n)s%%") % {"n": number(100 * value, 2)}
    if rule.kind in DRAWN:
        return _amount(rule, value * PER.get(Kind(rule.kind), 1), 2)
    return _amount(rule, value, 0)


def explained(rule: BoardRule, line: Line) -> str:
    """Why a unit stands where it stands, in one sentence."""
    if line.why:
        return _("Not ranked, because %(why)s.") % {"why": WHY[line.why]}
    told: dict[str, Any] = {
        "events": _events(rule, line.events),
        "exposure": _exposure(rule, line.exposure),
        "rate": valued(rule, line.events / line.exposure),
        "value": valued(rule, line.value),
    }
    return {
        Kind.COUNT: _("%(events)s in these months."),
        Kind.STUDENTS: _(
            "%(events)s for %(exposure)s international students are %(rate)s for each 1,000; drawn towards the league's mean that makes %(value)s."
        ),
        Kind.GROWTH: _("%(events)s, against %(exposure)s a year before: %(rate)s; drawn towards the league's mean that makes %(value)s."),
        Kind.BREADTH: ngettext("%(events)s cause.", "%(events)s different causes.", round(line.events)),
        Kind.HOURS: _("%(events)s in %(exposure)s volunteer hours are %(rate)s an hour; drawn towards the league's mean that makes %(value)s."),
        Kind.NEWCOMERS: _("%(events)s in its first year."),
        Kind.LABEL: _("%(events)s of %(exposure)s with the label are %(rate)s; drawn towards the league's mean that makes %(value)s."),
    }[Kind(rule.kind)] % told


def chance(rule: BoardRule, line: Line) -> str:
    """What chance alone allows; empty where nothing is left to it."""
    if line.why or line.best == line.worst:
        return ""
    told = {"low": valued(rule, line.low), "high": valued(rule, line.high), "best": line.best, "worst": line.worst, "many": line.many}
    return _("Chance alone allows %(low)s to %(high)s, places %(best)s to %(worst)s of %(many)s.") % told


def sums_up(rule: BoardRule, line: Line) -> str:
    """The arithmetic of a drawn rate; empty where nothing is drawn."""
    if line.why or rule.kind not in DRAWN or not line.weight:
        return ""
    per, scale = PER.get(Kind(rule.kind), 1), _scale(rule)
    told = {
        "events": number(line.events / scale, 2),
        "weight": number(_in(rule, line.weight), 1),
        "mean": number(line.mean / _ratio(rule) * per, 4),
        "exposure": number(_in(rule, line.exposure), 1),
        "per": f" ÷ {number(per)}" if per > 1 else "",
        "times": f" × {number(per)}" if per > 1 else "",
        "value": valued(rule, line.value),
    }
    return "({events} + {weight} × {mean}{per}) ÷ ({exposure} + {weight}){times} = {value}".format(**told)


def towards(rule: BoardRule, line: Line) -> str:
    """What the rates of a league are drawn towards, and how strongly."""
    if rule.kind not in DRAWN or not line.weight:
        return ""
    told = {"mean": valued(rule, line.mean), "weight": _exposure(rule, line.weight)}
    return {
        Kind.STUDENTS: _("The league's mean is %(mean)s for each 1,000; it weighs as much as %(weight)s students of one's own."),
        Kind.GROWTH: _("The league's mean is %(mean)s; it weighs as much as %(weight)s of one's own a year before."),
        Kind.HOURS: _("The league's mean is %(mean)s an hour; it weighs as much as %(weight)s hours of one's own."),
        Kind.LABEL: _("The league's mean is %(mean)s; it weighs as much as %(weight)s activities of one's own."),
    }[Kind(rule.kind)] % told


def divided(line: Line) -> str:
    """By which number of students, of which year and source."""
    if line.students is None:
        return _("number of international students not known")
    many, year, source, summed = line.students
    told = {"n": number(many), "year": academic(year), "source": source, "parts": number(summed)}
    if summed:
        return _("%(n)s international students (%(year)s, %(source)s; sum of %(parts)s units)") % told
    return _("%(n)s international students (%(year)s, %(source)s)") % told


def counted(measure: str, value: float) -> str:
    """So many of what is counted, in the right number."""
    n = round(value)
    return {
        "activities": ngettext("%(n)s activity", "%(n)s activities", n),
        "volunteers": ngettext("%(n)s volunteer", "%(n)s volunteers", n),
        "international_students": ngettext("%(n)s international student", "%(n)s international students", n),
        "local_students": ngettext("%(n)s local student", "%(n)s local students", n),
        "people_helped": ngettext("%(n)s person helped", "%(n)s people helped", n),
    }[measure] % {"n": number(value)}


def academic(year: int) -> str:
    """2013 → 2013/14."""
    return f"{year}/{(year + 1) % 100:02d}"


def leagues(season: Season) -> dict[int, str]:
    """The names of the leagues, by size; 0: unknown."""
    sizes = season.sizes
    names = {0: _("number of students not known")}
    for league in range(1, len(sizes) + 2):
        low, high = (sizes[league - 2] if league > 1 else None), (sizes[league - 1] if league <= len(sizes) else None)
        if low is None and high is None:
            names[league] = _("all sizes")
        elif low is None:
            names[league] = _("fewer than %(n)s students") % {"n": number(high)}
        elif high is None:
            names[league] = _("%(n)s students or more") % {"n": number(low)}
        else:
            names[league] = _("%(low)s to %(high)s students") % {"low": number(low), "high": number(high - 1)}
    return names


def _amount(rule: BoardRule, value: float, decimals: int) -> str:
    """With hours instead of minutes."""
    if rule.measure == "volunteer_minutes":
        return _("%(n)s h") % {"n": number(value / 60, 1)}
    return number(value, decimals)


def _events(rule: BoardRule, events: float) -> str:
    """The plain count with its word."""
    if rule.kind == Kind.BREADTH:
        return number(events)
    if rule.measure == "volunteer_minutes":
        return _("%(n)s h") % {"n": number(events / 60, 1)}
    return counted(rule.measure, events)


def _exposure(rule: BoardRule, exposure: float) -> str:
    return number(_in(rule, exposure), 0 if rule.kind == Kind.STUDENTS or exposure >= 100 else 1)


def _in(rule: BoardRule, exposure: float) -> float:
    """A year before is counted in the same unit as now: hours, where it is minutes."""
    return exposure / _scale(rule) if rule.kind == Kind.GROWTH else exposure


def _ratio(rule: BoardRule) -> float:
    """By what a mean is divided to be of the unit that is shown: growth has none."""
    return 1.0 if rule.kind == Kind.GROWTH else _scale(rule)


def _scale(rule: BoardRule) -> float:
    return 60.0 if rule.measure == "volunteer_minutes" else 1.0

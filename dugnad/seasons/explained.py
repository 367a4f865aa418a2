"""A board and its lines in words: everything that a rank rests on."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from dugnad.activities.vocabulary import words
from dugnad.seasons.boards import Line
from dugnad.seasons.forms import MEASURES
from dugnad.seasons.models import BoardRule, Flag, Season
from dugnad.web.templatetags.web import number

Kind = BoardRule.Kind
WHY = {
    "nothing-yet": __("nothing is registered in these months yet"),
    "no-students": __("its number of international students is not known"),
    "no-earlier": __("it had nothing in the same months a year before"),
    "no-hours": __("no volunteer hours are known"),
    "not-new": __("it has been active for longer than a year"),
}


def titled(rule: BoardRule) -> str:
    """What a board is called."""
    what = str(MEASURES[rule.measure])
    said = {
        Kind.COUNT: _("Most %(what)s") % {"what": what},
        Kind.STUDENTS: _("Per 1,000 international students: %(what)s") % {"what": what},
        Kind.GROWTH: _("Growth against oneself: %(what)s") % {"what": what},
        Kind.BREADTH: _("Breadth of causes"),
        Kind.HOURS: _("People helped per volunteer hour"),
        Kind.NEWCOMERS: _("Newcomers: %(what)s") % {"what": what},
    }[Kind(rule.kind)]
    term = words().named("cause", rule.cause) if rule.cause else None
    return f"{said} ({term})" if term else said


def ruled(rule: BoardRule) -> str:
    """What a board ranks by, in a sentence or two."""
    drawn = _("A rate of a small unit says little, so each is drawn towards the mean of its league, the more the smaller the unit is.")
    return {
        Kind.COUNT: _("Whoever has most comes first."),
        Kind.STUDENTS: _("Divided by the number of international students at the place, so that small sections have a chance.") + " " + drawn,
        Kind.GROWTH: _("These months against the same months a year before, so that everybody competes with their own past.") + " " + drawn,
        Kind.BREADTH: _("The number of different causes for which there was at least one activity."),
        Kind.HOURS: _("People helped for each hour that volunteers gave.") + " " + drawn,
        Kind.NEWCOMERS: _("Among those whose first activity lies within the last twelve months."),
    }[Kind(rule.kind)]


def valued(rule: BoardRule, value: float) -> str:
    """A value of a board as it is shown."""
    if rule.kind == Kind.GROWTH:
        return f"× {number(value, 2)}"
    if rule.measure == "volunteer_minutes" and rule.kind not in (Kind.BREADTH, Kind.HOURS):
        return _("%(n)s h") % {"n": number(value / 60, 1)}
    return number(value, 0 if rule.kind in (Kind.COUNT, Kind.BREADTH, Kind.NEWCOMERS) else 2)


def explained(rule: BoardRule, line: Line) -> str:
    """Why a unit stands where it stands, in one sentence."""
    if line.why:
        return _("Not ranked, because %(why)s.") % {"why": WHY[line.why]}
    told: dict[str, Any] = {
        "events": valued_events(rule, line),
        "exposure": number(line.exposure * (1000 if rule.kind == Kind.STUDENTS else 1)),
        "rate": valued(rule, line.events / line.exposure if line.exposure else 0),
        "mean": valued(rule, line.mean),
        "value": valued(rule, line.value),
        "low": valued(rule, line.low),
        "high": valued(rule, line.high),
        "best": line.best,
        "worst": line.worst,
    }
    sentence = {
        Kind.COUNT: _("%(events)s in these months."),
        Kind.STUDENTS: _(
            "%(events)s for %(exposure)s international students are %(rate)s for each 1,000; drawn towards the league's %(mean)s it is %(value)s."
        ),
        Kind.GROWTH: _("%(events)s, against %(exposure)s a year before: %(rate)s; drawn towards the league's %(mean)s it is %(value)s."),
        Kind.BREADTH: _("%(events)s different causes."),
        Kind.HOURS: _("%(events)s in %(exposure)s volunteer hours are %(rate)s an hour; drawn towards the league's %(mean)s it is %(value)s."),
        Kind.NEWCOMERS: _("%(events)s in its first year."),
    }[Kind(rule.kind)]
    if line.best == line.worst:
        return sentence % told
    return (sentence + " " + _("Chance alone could have made it anything between %(low)s and %(high)s, places %(best)s to %(worst)s.")) % told


def valued_events(rule: BoardRule, line: Line) -> str:
    """The plain count with its word."""
    if rule.kind == Kind.BREADTH:
        return number(line.events)
    if rule.kind == Kind.HOURS:
        return _("%(n)s people helped") % {"n": number(line.events)}
    if rule.measure == "volunteer_minutes":
        return _("%(n)s h") % {"n": number(line.events / 60, 1)}
    return f"{number(line.events)} {MEASURES[rule.measure]}"


def divided(line: Line) -> str:
    """By which number of students, of which year and source."""
    if line.students is None:
        return ""
    many, year, source, summed = line.students
    told = {"n": number(many), "year": f"{year}/{(year + 1) % 100:02d}", "source": source, "parts": number(summed)}
    if summed:
        return _("%(n)s international students (%(year)s, %(source)s; sum of %(parts)s units)") % told
    return _("%(n)s international students (%(year)s, %(source)s)") % told


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


def why_flagged(flag: Flag) -> str:
    """The reason of a flag, in a sentence."""
    told = dict(flag.reason)
    counts = {name: str(said) for name, said in MEASURES.items()}
    if flag.kind == Flag.Kind.PEAK:
        told |= {"count": counts.get(told.get("count", ""), ""), "value": number(told.get("value", 0)), "usual": number(told.get("usual", 0))}
    return {
        Flag.Kind.TWIN: _("Almost the same title as “%(title)s” of %(day)s, for the same cause."),
        Flag.Kind.SLICE: _("One of %(many)s with like titles within two days, such as “%(title)s”: perhaps they are one."),
        Flag.Kind.PEAK: _("%(value)s %(count)s, where this unit usually has about %(usual)s."),
        Flag.Kind.ROUND: _("%(round)s of %(of)s counts of this unit in the season end in a nought."),
        Flag.Kind.RUSH: _("One of %(many)s registered in the last %(days)s days, a month or more after they took place, of %(of)s in the season."),
    }[Flag.Kind(flag.kind)] % told

"""The answer in words, in the reader's language."""

from django.utils.translation import gettext as _

from dugnad.core.periods import ALWAYS
from dugnad.explorer.answer import Answer
from dugnad.explorer.question import MEASURES, PARTS, Question
from dugnad.web.templatetags.web import change, day, month, number


def sentence(asked: Question, found: Answer) -> str:
    """One unit with the year before; several one after another, the largest first."""
    what = str(MEASURES[asked.measure])
    what = what[:1].upper() + what[1:]
    if len(asked.units) > 1:
        said = _("%(what)s, %(when)s: %(units)s.") % {"what": what, "when": span(asked), "units": _units(asked, found)}
    else:
        said = _("%(unit)s, %(when)s. %(what)s: %(n)s.") % {"unit": asked.unit, "when": span(asked), "what": what, "n": number(found.total, 2)}
        if found.before:
            told = {"n": number(found.before, 2), "change": change(found.total, found.before)}
            said += " " + _("The same months a year before: %(n)s (%(change)s).") % told
    if asked.as_of:
        said += " " + _("As it stood at the end of %(day)s.") % {"day": day(asked.as_of)}
    return said


def _units(asked: Question, found: Answer) -> str:
    """Each with its number; causes side by side come to the unit's own, since an activity has one."""
    if asked.by == "unit":
        pairs = [(row.label, sum(cell.value for cell in row.cells), sum(cell.before or 0 for cell in row.cells)) for row in found.rows]
    else:
        pairs = [(column.label, column.total.value, column.total.before or 0) for column in found.columns]
    named = sorted(pairs, key=lambda pair: -pair[1])
    grown = ((label, value, change(value, before)) for label, value, before in named)
    return ", ".join(f"{label} {number(value, 2)}" + (f" ({more})" if more else "") for label, value, more in grown)


def span(asked: Question) -> str:
    """When, in words."""
    if asked.period == ALWAYS:
        return _("all years")
    first, last = asked.period.first, asked.period.last
    if first == ALWAYS.first:
        return _("until %(last)s") % {"last": month(last)}
    if last == ALWAYS.last:
        return _("since %(first)s") % {"first": month(first)}
    return month(first) if first == last else _("%(first)s to %(last)s") % {"first": month(first), "last": month(last)}


def heading(asked: Question) -> str:
    """What the picture is called."""
    names = ", ".join(str(unit) for unit in asked.units)
    return _("%(what)s by %(part)s: %(units)s") % {"what": str(MEASURES[asked.measure]).capitalize(), "part": PARTS[asked.by], "units": names}


def trusted(found: Answer) -> str:
    """How many of those who could report did, and how fresh it is."""
    said = []
    if found.could:
        told = {"reporting": number(found.reporting), "could": number(found.could)}
        said.append(_("%(reporting)s of %(could)s local units have registered something in this span.") % told)
    if found.newest:
        said.append(_("The newest activity was on %(day)s.") % {"day": day(found.newest)})
    if found.labelled or found.regular:
        told = {"labelled": number(found.labelled, 2), "regular": number(found.regular, 2)}
        said.append(_("Of it %(labelled)s with the label, and %(regular)s of regular activities.") % told)
    return " ".join(said)


def added_up(asked: Question, found: Answer) -> str:
    """Why the rows do not come to the sum of all, if they do not."""
    if len(asked.units) > 1:
        return _("What several of these units did together counts in each of them.")
    more = found.sums - found.total
    if asked.by == "measure" or asked.across or not round(more, 2):
        return ""
    told = {"sum": number(found.sums, 2), "total": number(found.total, 2)}
    if asked.by == "month":
        return _("The rows are the last ten years and come to %(sum)s; in all years it is %(total)s.") % told
    if asked.by == "origin":
        return _("The rows come to %(sum)s of %(total)s in all: the rest was not made from an idea of another country.") % told
    if asked.by != "unit":
        if more < 0:
            return _("The rows come to %(sum)s, all is %(total)s: some activities say nothing of this.") % told
        return _("The rows come to %(sum)s, all is %(total)s: an activity can have several, and counts in each of them.") % told
    return _(
        "The rows come to %(sum)s, all is %(total)s: a joint activity counts once for each organiser and once in all, and what %(unit)s itself organised is in no row."
    ) % (told | {"unit": asked.unit})

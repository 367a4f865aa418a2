"""Which activities could stand in the spotlight, and why: proposed by plain rules, chosen by people."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dugnad.activities.models import Activity
from dugnad.activities.vocabulary import Words, words
from dugnad.label.examples import countries, standing
from dugnad.label.models import Spotlight
from dugnad.review.models import Award
from dugnad.web.templatetags.web import number

LOOKED_AT, PROPOSED = 300, 10
LATELY = 6  # months in which the same cause or country was not shown
LONG = 80  # letters from which on a text tells something


@dataclass(frozen=True)
class Candidate:
    """An award that could be shown, with the reasons that speak for it."""

    award: Award
    weight: float
    reasons: list[str]


@dataclass(frozen=True)
class Lately:
    """What was shown in the months before: causes by their key, countries by their unit."""

    causes: set[str]
    countries: set[int]


def candidates(month: int) -> list[Candidate]:
    """The best ones for a month, the strongest first: of the newest awards those that were never shown (4 queries)."""
    earlier = list(Spotlight.objects.filter(month__lt=month, month__gte=month - LATELY).select_related("activity__unit"))
    places = {unit.pk: str(unit) for unit in countries()}
    known = words()
    lately = Lately({known.key(one.activity.cause_id) for one in earlier}, {_country(one.activity) for one in earlier})
    seen = Q(activity__photos__isnull=False, activity__photos__hidden_at=None)
    rows = standing().filter(activity__spotlights=None).select_related("activity__unit").annotate(photos=Count("activity__photos", filter=seen))
    found = [_weighed(award, known, lately, places) for award in rows.order_by("-given_at", "-pk")[:LOOKED_AT]]
    return sorted(found, key=lambda one: (-one.weight, str(one.award.pk)))[:PROPOSED]


def _weighed(award: Award, known: Words, lately: Lately, places: dict[int, str]) -> Candidate:
    """Half of the weight are the points; each of the other reasons counts the same."""
    activity, share = award.activity, award.points / max(award.most, 1)
    reasons = [_("%(points)s of %(most)s points.") % {"points": number(award.points), "most": number(award.most)}]
    if len(activity.outcome) >= LONG and len(activity.learnt) >= LONG:
        reasons.append(_("It is told so that others can repeat it: what came of it, and what was learnt."))
    if known.key(activity.cause_id) not in lately.causes:
        reasons.append(_("The cause “%(cause)s” was not in the spotlight lately.") % {"cause": known.terms[activity.cause_id]})
    if (country := _country(activity)) not in lately.countries and country in places:
        reasons.append(_("%(country)s was not in the spotlight lately.") % {"country": places[country]})
    if photos := getattr(award, "photos", 0):
        reasons.append(ngettext("It has %(n)s photo.", "It has %(n)s photos.", photos) % {"n": number(photos)})
    return Candidate(award, 4 * share + len(reasons) - 1, reasons)


def _country(activity: Activity) -> int:
    """The unit right below the whole network of which the organiser is a part; the network itself where there is none."""
    return activity.unit.ancestor_ids[:2][-1]

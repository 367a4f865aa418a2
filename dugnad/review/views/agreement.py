"""How far reviewers agree, for the committee: which criteria divide people most, and where."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dugnad.access.doors import find, signed_in
from dugnad.access.rules import Can
from dugnad.network.models import Unit
from dugnad.review.agreement import agreed_outcomes, blind_pairs, most_dividing
from dugnad.review.agreement import agreement as of_pairs
from dugnad.web.verbs import reads


@signed_in
@reads
def agreement(request: HttpRequest) -> HttpResponse:
    """Of all countries, or of one."""
    find(request, Can.SEE_AGREEMENT, Unit.objects.all())
    pairs = blind_pairs()
    countries = {unit.pk: unit for unit in Unit.objects.filter(pk__in=pairs.countries)}
    country = next((unit for unit in countries.values() if unit.code == request.GET.get("country")), None)
    outcomes = [pair for unit, own in pairs.outcomes.items() if country is None or unit == country.pk for pair in own]
    criteria = most_dividing(pairs, country.pk if country else 0)
    told = {
        "country": country,
        "criteria": criteria,
        "countries": sorted(
            ((unit, of_pairs(pairs.of(country=pk)), agreed_outcomes(pairs.outcomes[pk])) for pk, unit in countries.items()), key=lambda row: str(row[0])
        ),
        "all": of_pairs(pairs.of(country=country.pk if country else 0)),
        "outcomes": agreed_outcomes(outcomes),
        "widest": max((one.apart for _name, one in criteria), default=0) or 1,
    }
    return render(request, "review/agreement.html", told)

"""What an address names, else a 404."""

from django.http import Http404

from dugnad.network.models import Unit


def unit_of(code: str) -> Unit:
    """The unit with that code, in any case of letters, with its level."""
    unit = Unit.objects.select_related("level").filter(code__iexact=code).first()
    if unit is None:
        raise Http404
    return unit

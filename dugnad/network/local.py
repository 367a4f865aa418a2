"""The local units of what is asked: those that could report."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from dugnad.network.models import Level, Unit


def local(wholes: Sequence[Unit], today: date) -> list[Unit]:
    """The open units of the lowest level in any of them, each once (1 query, 2 with platforms)."""
    groups = [unit.pk for unit in wholes if unit.level.groups]
    paths = [unit.path for unit in wholes if not unit.level.groups]
    within = Q(belongings__until=None) | Q(belongings__until__gt=today)
    if groups:
        paths += Unit.objects.filter(within, belongings__whole__in=groups, belongings__since__lte=today).values_list("path", flat=True)
    if not paths:
        return []
    under, lowest = Q(), Level.objects.filter(groups=False).order_by("-rank").values("pk")[:1]
    for path in dict.fromkeys(paths):
        under |= Q(path__startswith=path)
    return list(Unit.objects.open().filter(under, level__in=lowest).select_related("parent"))

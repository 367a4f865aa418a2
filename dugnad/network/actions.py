"""Building the tree: the steps that importers, the demo and the pages above take."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, Value
from django.db.models.functions import Concat, Substr
from django.utils.translation import gettext as _

from dugnad.core import marks
from dugnad.core.errors import Refused
from dugnad.network.models import Belonging, Level, Network, Unit

BEGINNING = date(1900, 1, 1)


@transaction.atomic
def add(level: Level, code: str, name: str, *, parent: Unit | None, **fields: Any) -> Unit:
    """Add a unit below its parent; it belongs there from the beginning of time."""
    unit = Unit(level=level, code=code.upper(), name=name, parent=parent, **fields)
    unit.save()
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    if parent:
        Belonging.objects.create(member=unit, whole=parent, since=BEGINNING)
    marks.touch("belongings")
    return unit


@transaction.atomic
def move(unit: Unit, parent: Unit, since: date) -> None:
    """From a day on the unit lies below another parent; what was before stays where it was."""
    if parent.path.startswith(unit.path):
        raise Refused("below-itself", _("A unit cannot lie below itself."), field="parent")
    leave(unit, unit.parent, since)
    join(unit, parent, since)
    old, new = unit.path, f"{parent.path}{unit.pk}/"
    moved = Unit.objects.filter(path__startswith=old)
    moved.update(path=Concat(Value(new), Substr("path", len(old) + 1)))
    Unit.objects.filter(pk=unit.pk).update(parent=parent)
    unit.refresh_from_db()


@transaction.atomic
def join(member: Unit, whole: Unit, since: date, until: date | None = None) -> Belonging:
    """The member belongs to a parent or platform from a day on."""
    overlap = Belonging.objects.filter(Q(until=None) | Q(until__gt=since), member=member, whole=whole)
    if until:
        overlap = overlap.filter(since__lt=until)
    if overlap.exists():
        raise Refused("belongs-already", _("It belongs there already on that day."), field="since")
    belonging = Belonging.objects.create(member=member, whole=whole, since=since, until=until)
    marks.touch("belongings")
    return belonging


@transaction.atomic
def leave(member: Unit, whole: Unit | None, until: date) -> None:
    """The member stops belonging there; `until` is the first day on which it no longer does."""
    ending = Belonging.objects.filter(Q(until=None) | Q(until__gt=until), member=member, whole=whole)
    ending.filter(since__gte=until).delete()
    ending.update(until=until)
    marks.touch("belongings")


def found(name: str, levels: list[dict[str, Any]], *, code: str = "INT", sample_data: bool = False) -> Unit:
    """Found the network: its one row, its levels and the unit at the top."""
    Network.objects.get_or_create(pk=1, defaults={"name": name, "sample_data": sample_data})
    for level in levels:
        Level.objects.update_or_create(key=level["key"], defaults=level)
    top = Level.objects.filter(groups=False).order_by("rank").first()
    assert top is not None
    return Unit.objects.filter(parent=None).first() or add(top, code, name, parent=None)

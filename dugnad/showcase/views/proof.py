"""What a printed code proves: the figures as they stood when it was made, as they are now, and what changed since."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dugnad.access.checks import allowed
from dugnad.access.doors import actor_of
from dugnad.access.rules import Can
from dugnad.activities.addresses import opens
from dugnad.activities.models import Activity
from dugnad.core.periods import ALWAYS, Period
from dugnad.figures import proofs, reading
from dugnad.figures.measures import NOTHING, Measures
from dugnad.network.models import Unit
from dugnad.showcase.pieces.told import span, span_address
from dugnad.web.verbs import reads


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: as it stood, and as it is."""

    label: str
    then: float
    now: float
    decimals: int = 0

    @property
    def added(self) -> float:
        return self.now - self.then


@reads
def proof(request: HttpRequest, code: str) -> HttpResponse:
    """Open to everybody: who holds the print may check it."""
    found = proofs.read(code)
    page = None if found is None else _of_record(request, found) if found.record else _of_unit(found)
    if found is None or page is None:
        return render(request, "showcase/no-proof.html", {"code": code[:60]}, status=404)
    at: datetime | None = proofs.made(found)
    return render(request, "showcase/proof.html", page | {"code": proofs.shown(code.upper().replace("-", "")), "at": at})


@reads
def typed(request: HttpRequest) -> HttpResponse:
    """A code that was typed into the form; without one, the form."""
    code = request.GET.get("code", "").strip().replace("/", "")
    return redirect("proof", code=code[:60]) if code else render(request, "showcase/no-proof.html")


def _of_record(request: HttpRequest, found: proofs.Proof) -> dict[str, Any]:
    """Of an activity: its title as far as the reader may see it."""
    assert found.record
    activity = allowed(actor_of(request), Can.SEE_ACTIVITY, Activity.objects.select_related("unit")).filter(pk=found.record).first()
    code = proofs.of_record(found.record)
    last = proofs.read(code) if code else None
    now = proofs.stood(last) if last else NOTHING
    return {"activity": activity, "withdrawn": not now, "rows": rows(proofs.stood(found), now)}


def _of_unit(found: proofs.Proof) -> dict[str, Any] | None:
    """Of a unit and a period; what changed since is the explorer's answer, activity by activity."""
    unit = Unit.objects.select_related("level").filter(pk=found.unit).first()
    if unit is None:
        return None
    now = reading.total(reading.Question((unit.pk,), found.period))
    return {
        "unit": unit,
        "span": span(found.period),
        "opens": opens(unit, _or_none(found.period)),
        "figures": span_address(unit, found.period),
        "rows": rows(proofs.stood(found), now),
    }


def _or_none(period: Period) -> Period | None:
    return None if period == ALWAYS else period


def rows(then: Measures, now: Measures) -> list[Row]:
    """Every figure that is or was something; kinds of people stay apart."""
    named = [
        Row(_("activities"), then.activities, now.activities),
        Row(_("volunteers"), then.volunteers, now.volunteers),
        Row(_("volunteer hours"), then.volunteer_hours, now.volunteer_hours, 1),
        Row(_("international students"), then.international_students, now.international_students),
        Row(_("local students"), then.local_students, now.local_students),
        Row(_("people helped"), then.people_helped, now.people_helped),
        Row(_("euro raised"), then.money_eur, now.money_eur, 2),
    ]
    return [row for row in named if row.then or row.now]

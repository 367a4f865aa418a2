"""The pieces of a unit or platform and a period: banner, share card, infographic, the year in five squares."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __
from django.utils.translation import ngettext

from dugnad.activities.models import Activity
from dugnad.core.periods import Period, month_of, year
from dugnad.documents import cuttings
from dugnad.documents.press import Job
from dugnad.figures import proofs, reading
from dugnad.figures.measures import Measures
from dugnad.network.brands import brand_of
from dugnad.network.models import Unit
from dugnad.showcase import series
from dugnad.showcase.patchwork import rows_of, square
from dugnad.showcase.pieces.arts import ARTS
from dugnad.showcase.pieces.colours import colours_of
from dugnad.showcase.pieces.data import Figure, common
from dugnad.showcase.pieces.formats import A3, A4, BANNER, CARD, PORTRAIT, SQUARE, Format
from dugnad.showcase.pieces.making import named
from dugnad.showcase.pieces.of_activity import alt_of
from dugnad.showcase.pieces.told import span
from dugnad.showcase.pieces.wording import Wording
from dugnad.web.templatetags.web import number, short_month

SEWN, MOST_MONTHS = 70, 12
PLAIN = "none"


@dataclass(frozen=True, slots=True)
class Piece:
    """One sheet: what it is called, what is drawn on it, and which of the figures comes first."""

    key: str
    label: object
    art: str
    form: Format
    first: str = "activities"

    @property
    def words(self) -> str:
        """Whose words it has: an infographic says the same on every paper."""
        return self.art if self.art == "infographic" else self.key


PIECES = {
    one.key: one
    for one in (
        Piece("infographic-portrait", __("Infographic for a screen"), "infographic", PORTRAIT),
        Piece("infographic-a4", __("Infographic A4"), "infographic", A4),
        Piece("infographic-a3", __("Infographic A3"), "infographic", A3),
        Piece("square-1", __("Square 1 of 5: the activities"), "quilt", SQUARE),
        Piece("square-2", __("Square 2 of 5: the hours"), "number", SQUARE, "volunteer_hours"),
        Piece("square-3", __("Square 3 of 5: the causes"), "causes", SQUARE),
        Piece("square-4", __("Square 4 of 5: the places"), "map", SQUARE),
        Piece("square-5", __("Square 5 of 5: the people"), "number", SQUARE, "people"),
        Piece("card", __("Share card"), "quilt", CARD),
        Piece("banner", __("Banner"), "quilt", BANNER),
    )
}


@dataclass(frozen=True)
class Told:
    """A unit in a period, with the answers that its pieces share: each is asked for once."""

    unit: Unit
    period: Period

    @cached_property
    def months(self) -> dict[int, Measures]:
        return {at: sums for at, sums in series.months_of(self.unit).items() if at in self.period}

    @cached_property
    def sums(self) -> Measures:
        return series.added(self.months, self.period)

    @cached_property
    def causes(self) -> list[series.Row]:
        return series.breakdowns(self.unit, self.period, "cause")[0]

    @cached_property
    def below(self) -> dict[int, Measures]:
        """The sums of the units in it that organise: sections, or the unit itself where nothing lies below."""
        inside = Q(path__startswith=self.unit.path) if not self.unit.level.groups else Q(belongings__whole=self.unit) | Q(parent__belongings__whole=self.unit)
        parents = set(Unit.objects.filter(parent__isnull=False).values_list("parent_id", flat=True))
        units = [pk for pk in Unit.objects.filter(inside, level__groups=False).distinct().values_list("pk", flat=True) if pk not in parents]
        return {pk: sums for pk, sums in reading.by(reading.Question(tuple(units), self.period), "unit").items() if sums.activities}

    @cached_property
    def places(self) -> list[tuple[float, float, float]]:
        rows = Unit.objects.filter(pk__in=self.below, lat__isnull=False, lon__isnull=False).order_by("pk").values_list("pk", "lat", "lon")
        return [(lat or 0, lon or 0, float(self.below[pk].activities)) for pk, lat, lon in rows]

    @cached_property
    def squares(self) -> list[Any]:
        newest = Activity.objects.counted_for(self.unit).during(self.period).order_by("-counts_for__starts_on", "-counts_for__activity_id")
        return [square(row) for row in rows_of(newest[:SEWN])]

    @cached_property
    def code(self) -> str:
        return proofs.of_unit(self.unit.pk, self.period)


def pieces_of(told: Told) -> list[Piece]:
    """Those for which there is something to show: nothing at all before the first activity."""
    if not told.sums.activities:
        return []
    without = {"map": not told.places, "causes": not told.causes}
    kinds = {name for name, _label, _value in _kinds(told.sums)}
    empty = {"volunteer_hours": "volunteer_hours" not in kinds, "people": not kinds - {"volunteer_hours"}}
    return [piece for piece in PIECES.values() if not without.get(piece.art) and not empty.get(piece.first)]


def wording_of(told: Told, piece: Piece) -> Wording:
    """The figures speak first."""
    many = ngettext("%(n)s activity", "%(n)s activities", told.sums.activities) % {"n": number(told.sums.activities)}
    if piece.art == "infographic":
        return Wording(title=str(told.unit), kicker=span(told.period))
    kicker = f"{told.unit} · {span(told.period)}"
    if piece.art == "causes":
        return Wording(title=_("%(activities)s for these causes") % {"activities": many}, kicker=kicker)
    if piece.art == "map":
        said = ngettext("%(activities)s in %(n)s place", "%(activities)s in %(n)s places", len(told.places))
        return Wording(title=said % {"activities": many, "n": number(len(told.places))}, kicker=kicker)
    if piece.first == "volunteer_hours":
        return Wording(title=_("Given in %(activities)s, unpaid.") % {"activities": many}, kicker=kicker)
    if piece.art == "number":
        return Wording(title=_("Thank you to everybody who took part."), kicker=kicker)
    return Wording(title=many, kicker=kicker, sentence=_("Each square is one of them; its pattern is the cause."))


def job_of(told: Told, piece: Piece, wording: Wording, *, site: str) -> Job:
    """One piece."""
    look = brand_of(told.unit)
    motif = told.causes[0].motif if told.causes else PLAIN
    colours, pictures = colours_of(look) | {"line": "#E1D8C6"}, dict[str, bytes]()
    data = common(piece.form, wording, _figures(told, piece), look, colours, pictures, who=str(told.unit), site=site, code=told.code)
    shown, (across, down) = data["pictures"], piece.form.size
    if piece.art == "quilt":
        w, h = ARTS["quilt"].picture(piece.form.size)
        shown["quilt"] = {"name": named(pictures, "svg", cuttings.cloth(told.squares, w, h, cells=84).encode()), "width": w, "height": h}
    if piece.art in ("number", "infographic"):
        shown["motif"] = {"name": named(pictures, "svg", cuttings.knitted(motif, colours["on-accent"], 0.14).encode())}
    if piece.art == "map":
        shown["map"] = _map(told, pictures, colours, (across, down), ARTS["map"].middle(piece.form.size))
    if piece.art in ("infographic", "causes"):
        data["causes"] = _causes(told, pictures, shown)
    if piece.art == "infographic":
        data["months"] = _months(told)
        data["words"] |= {"months": _("Activities month by month"), "causes": _("Activities by cause"), "where": _("Where")}
        if told.places:
            shown["map"] = _map(told, pictures, colours, (across * 0.46, down * 0.27), (0.5, 0.5))
    data["alt"] = _alt(data)
    return Job(piece.art, data, pictures)


def _kinds(sums: Measures) -> list[tuple[str, str, str]]:
    """Hours, and the kinds of people apart, as far as there are any: name, label, number."""
    named = [
        ("volunteer_hours", _("volunteer hours"), sums.volunteer_hours),
        ("volunteers", _("volunteers"), sums.volunteers),
        ("international_students", _("international students"), sums.international_students),
        ("local_students", _("local students"), sums.local_students),
        ("people_helped", _("people helped"), sums.people_helped),
    ]
    return [(name, label, number(value)) for name, label, value in named if value]


def _figures(told: Told, piece: Piece) -> list[Figure]:
    kinds = _kinds(told.sums)
    activities = (number(told.sums.activities), ngettext("activity", "activities", told.sums.activities))
    if piece.art == "infographic":
        return [activities, *((value, label) for _name, label, value in kinds[:4])]
    if piece.first == "volunteer_hours":
        return [(value, label) for name, label, value in kinds if name in ("volunteer_hours", "volunteers")]
    if piece.first == "people":
        return [(value, label) for name, label, value in kinds if name != "volunteer_hours"]
    return [] if piece.art == "causes" else [(value, label) for _name, label, value in kinds[:3]]


def _causes(told: Told, pictures: dict[str, bytes], shown: dict[str, Any]) -> list[dict[str, Any]]:
    top = max(row.sums.activities for row in told.causes) if told.causes else 1
    rows = []
    for row in told.causes:
        motif = row.motif or PLAIN
        shown[f"motif-{motif}"] = {"name": named(pictures, "svg", cuttings.knitted(motif, cuttings.PAPER).encode())}
        rows.append({"label": row.label, "motif": motif, "number": number(row.sums.activities), "share": row.sums.activities / top})
    return rows


def _months(told: Told) -> list[dict[str, Any]]:
    """The months of the period, at most the last twelve with anything after them cut off; a mark on the highest."""
    last = min(told.period.last, max(told.months, default=told.period.first))
    shown = range(max(told.period.first, last - MOST_MONTHS + 1), last + 1)
    top = max((told.months[at].activities for at in shown if at in told.months), default=0) or 1
    values = [(at, told.months[at].activities if at in told.months else 0) for at in shown]
    return [{"label": short_month(at), "number": number(value) if value else "", "share": value / top, "top": value == top} for at, value in values]


def _map(told: Told, pictures: dict[str, bytes], colours: dict[str, str], size: tuple[float, float], at: tuple[float, float]) -> dict[str, Any]:
    drawn = cuttings.located(told.places, *size, colour=colours["accent"], at=at, reach=620)
    said = ngettext(
        "Map with %(n)s place, its point as large as its number of activities",
        "Map with %(n)s places, each point as large as its number of activities",
        len(told.places),
    )
    return {"name": named(pictures, "svg", drawn.encode()), "width": size[0], "height": size[1], "alt": said % {"n": number(len(told.places))}}


def _alt(data: dict[str, Any]) -> str:
    """With the causes in words, where they are drawn."""
    causes = ", ".join(f"{row['label']} {row['number']}" for row in data.get("causes", []))
    return alt_of(data) + (f" {causes}." if causes else "")


def this_period(today: Any) -> Period:
    """The year until now."""
    return Period(year(today.year).first, month_of(today))

"""How a unit looks: each part of its brand its own, or that of the nearest unit above that has one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dugnad.network.models import Brand, Typeface, Unit

PARTS = ("logo", "colour", "typeface", "footer", "languages")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in the media folder, its size in pixels, and its words."""

    name: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Look:
    """A brand with nothing left open, and from which unit (by number) each part comes; what nobody chose is not in `whence`."""

    colour: str = ""
    typeface: str = Typeface.BRICOLAGE
    footer: str = ""
    languages: Sequence[str] = ()
    logo: Logo | None = None
    whence: dict[str, int] = field(default_factory=dict)


def brand_of(unit: Unit) -> Look:
    """Resolved through the tree in one query."""
    return brands_of([unit])[unit.pk]


def brands_of(units: Iterable[Unit]) -> dict[int, Look]:
    """Of many units, by their number, in one query as well."""
    orders = {unit.pk: unit.ancestor_ids for unit in units}
    above = {pk for order in orders.values() for pk in order}
    brands = {brand.unit_id: brand for brand in Brand.objects.filter(unit__in=above).select_related("unit")}
    return {pk: _resolved([brands[one] for one in order if one in brands], order) for pk, order in orders.items()}


def brand_above(unit: Unit) -> Look:
    """What the unit has where its own brand is empty."""
    above = unit.ancestor_ids[:-1]
    return _resolved(list(Brand.objects.filter(unit__in=above).select_related("unit")), above)


def _resolved(brands: list[Brand], order: list[int]) -> Look:
    found: dict[str, object] = {}
    whence: dict[str, int] = {}
    for brand in sorted(brands, key=lambda one: -order.index(one.unit_id)):
        for part in PARTS:
            value = getattr(brand, part)
            if value and part not in found:
                found[part] = _logo(brand) if part == "logo" else value
                whence[part] = brand.unit_id
    return Look(**found, whence=whence)  # type: ignore[arg-type]


def _logo(brand: Brand) -> Logo:
    return Logo(str(brand.logo.name), brand.logo_width or 1, brand.logo_height or 1, brand.logo_alt or str(brand.unit))

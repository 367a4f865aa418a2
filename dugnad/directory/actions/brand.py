"""Say how a unit looks: its logo, its colour, its letters, its footer, its languages."""

from typing import IO, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.core.ids import uuid7
from dugnad.core.pictures import encoded, opened
from dugnad.network.models import Brand, Unit

FIELDS = ("logo_alt", "colour", "typeface", "footer", "languages")
LONGEST_SIDE = 1200


def edit_brand(actor: Actor, unit: Unit, *, logo: IO[bytes] | None = None, size: int = 0, no_logo: bool = False, **fields: Any) -> Brand:
    """Change the brand; what is empty is as the unit above has it. A logo is written anew as PNG, so that nothing but the picture is kept."""
    unit = require(actor, Can.EDIT_BRAND, unit)
    image = opened(logo, size=size, field="logo", mode="RGBA") if logo else None
    drawn = encoded(image, LONGEST_SIDE, "PNG") if image else b""
    with transaction.atomic():
        brand, _new = Brand.objects.select_for_update().get_or_create(unit=require(actor, Can.EDIT_BRAND, unit, lock=True))
        changes = {name: [getattr(brand, name), value] for name, value in fields.items() if name in FIELDS and getattr(brand, name) != value}
        for name, (_before, after) in changes.items():
            setattr(brand, name, after)
        if image or no_logo:
            changes["logo"] = [str(brand.logo.name or ""), _with_logo(brand, drawn)]
            brand.logo_width, brand.logo_height = image.size if image else (None, None)
        brand.save()
        marks.touch("units")
        journal.record(actor, "unit.brand-edited", unit, changes=changes)
    return brand


def _with_logo(brand: Brand, drawn: bytes) -> str:
    """The old file stays: what was printed with it can be printed again."""
    if not drawn:
        brand.logo = ""  # type: ignore[assignment]
        return ""
    try:
        brand.logo.save(f"{uuid7()}.png", ContentFile(drawn), save=False)
    except OSError:
        raise Refused("no-room", _("There is no room on the server for the logo just now; try again later."), field="logo") from None
    return str(brand.logo.name)

"""Keep what somebody types, as typed, until it is registered."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity, Draft
from dugnad.core.errors import NotAllowed, Refused
from dugnad.network.models import Unit

LONGEST = 200_000


@transaction.atomic
def save_draft(actor: Actor, id: UUID, unit: Unit, typed: dict[str, Any]) -> Draft:
    """Keep the typed answers under the id that the activity will have."""
    unit = require(actor, Can.REGISTER, unit)
    if sum(len(str(value)) for value in typed.values()) > LONGEST:
        raise Refused("too-long", _("That is too much text for one draft."))
    if Activity.objects.filter(pk=id).exists():
        raise Refused("registered-already", _("This activity has been registered already."))
    existing = Draft.objects.filter(pk=id).first()
    if existing and existing.person_id != actor.person_id:
        raise NotAllowed(Can.EDIT_DRAFT)
    assert actor.person is not None  # only coordinators come this far
    draft, _made = Draft.objects.update_or_create(pk=id, defaults={"unit": unit, "person": actor.person, "typed": typed})
    return draft


def discard_draft(actor: Actor, draft: Draft) -> None:
    """Throw a draft away."""
    require(actor, Can.EDIT_DRAFT, draft).delete()

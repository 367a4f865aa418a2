"""Choose the activity of the month."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.access.actor import Actor
from dugnad.access.checks import require
from dugnad.access.rules import Can
from dugnad.activities.models import Activity
from dugnad.core import journal
from dugnad.core.errors import Refused
from dugnad.core.periods import month_of
from dugnad.label.examples import standing
from dugnad.label.models import Spotlight
from dugnad.network.models import Unit


@transaction.atomic
def choose(actor: Actor, top: Unit, activity: Activity, month: int, *, words: str) -> Spotlight:
    """Shown to everybody during that month; chosen again, the later choice holds."""
    require(actor, Can.CHOOSE_SPOTLIGHT, top, lock=True)
    now = month_of(timezone.localdate())
    if month not in (now, now + 1):
        raise Refused("month", _("Choose this month or the next."), field="month")
    if not standing().filter(activity=activity).exists():
        raise Refused("no-label", _("This activity does not carry the label."), field="activity")
    if not words.strip():
        raise Refused("no-words", _("Say in a sentence what others can learn from it."), field="words")
    chosen = {"activity": activity, "words": words.strip(), "chosen_by_id": actor.person_id, "chosen_at": timezone.now()}
    spotlight, _made = Spotlight.objects.update_or_create(month=month, defaults=chosen)
    journal.record(actor, "spotlight.chosen", spotlight, month=month, activity=str(activity.pk), words=words.strip())
    return spotlight


@transaction.atomic
def clear(actor: Actor, top: Unit, month: int) -> None:
    """Nothing is in the spotlight of that month any more."""
    require(actor, Can.CHOOSE_SPOTLIGHT, top, lock=True)
    found = Spotlight.objects.filter(month=month).first()
    if found is not None:
        journal.record(actor, "spotlight.cleared", found, month=month, activity=str(found.activity_id))
        found.delete()

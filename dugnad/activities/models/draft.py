"""What somebody has typed so far: kept as typed, mistakes included, until it becomes an activity."""

from django.db import models

from dugnad.core.ids import uuid7
from dugnad.network.models import Person, Unit


class Draft(models.Model):
    """Autosaved; its id becomes the activity's id, so that the same registration sent twice is one."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="drafts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="drafts")
    typed = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str((self.typed.get("title") or [""])[0])

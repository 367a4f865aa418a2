"""A photo of an activity: re-encoded, without position data, with words for those who do not see it."""

from django.db import models

from dugnad.activities.models.activity import Activity
from dugnad.core.ids import uuid7
from dugnad.network.models import Person


class Photo(models.Model):
    """Thumbnails are made by the worker; until then the re-encoded picture itself is shown."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="photos")
    file = models.ImageField(upload_to="photos/%Y/%m/", width_field="width", height_field="height")
    small = models.ImageField(upload_to="photos/%Y/%m/", blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    alt = models.CharField(max_length=300)
    position = models.PositiveSmallIntegerField(default=0)
    added_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    hidden_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position", "added_at"]

    def __str__(self) -> str:
        return self.alt

"""The journal's rows."""

from django.db import models


class JournalEntry(models.Model):
    """Somebody did something to something, at an instant (UTC). Never changed, never removed."""

    at = models.DateTimeField(auto_now_add=True)
    actor = models.UUIDField(null=True)
    via = models.CharField(max_length=8)
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=40)
    data = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["subject", "id"], name="journal_of_subject")]
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind} {self.subject}"


class Mark(models.Model):
    """The version of something that is kept at hand in every process."""

    name = models.CharField(primary_key=True, max_length=40)
    value = models.BigIntegerField()

    def __str__(self) -> str:
        return self.name

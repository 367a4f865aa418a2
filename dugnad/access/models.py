"""Tokens with which a person's programs come in."""

from django.db import models
from django.utils import timezone

from dugnad.core.ids import uuid7
from dugnad.network.models import Person


class TokenQuery(models.QuerySet["Token"]):
    def usable(self) -> "TokenQuery":
        return self.filter(revoked_at=None, expires_at__gt=timezone.now(), person__is_active=True)


class Token(models.Model):
    """A secret of which only the SHA-256 hash is kept; it acts with what its person may, cut by its scope."""

    class Scope(models.TextChoices):
        READ = "read", "read"
        WRITE = "write", "write"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    scope = models.CharField(max_length=8, choices=Scope.choices, default=Scope.READ)
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    objects = TokenQuery.as_manager()

    def __str__(self) -> str:
        return self.name

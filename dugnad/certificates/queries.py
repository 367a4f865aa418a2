"""Questions about certificates and badges that read as English."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q


class KeyQuery(models.QuerySet[Any]):
    def trusted(self) -> Self:
        """What they signed holds."""
        return self.filter(compromised_at=None)

    def compromised(self) -> Self:
        """Others may have had the private half."""
        return self.filter(compromised_at__isnull=False)


class CertificateQuery(models.QuerySet[Any]):
    def standing(self) -> Self:
        """Waiting for an answer, or given: a second one for the same would be one too many."""
        return self.filter(state__in=["offered", "given"])

    def waiting(self, now: datetime) -> Self:
        """Offered, and the time to answer is not over."""
        return self.filter(state="offered", expires_at__gt=now)

    def lapsed(self, now: datetime) -> Self:
        """Offered, and never answered in time."""
        return self.filter(state="offered", expires_at__lte=now)

    def of(self, emails: list[str]) -> Self:
        """Of a person, who is known here by nothing but an address."""
        return self.filter(email__in=[email.lower() for email in emails]).exclude(email="")

    def void(self) -> Self:
        """Given once, and not any more: what the published list of statuses marks."""
        return self.filter(state__in=["revoked", "withdrawn"], status_index__isnull=False)

    def distrusted(self) -> Self:
        """Signed with a key that is not trusted any more."""
        return self.filter(key__compromised_at__isnull=False, credential__isnull=False)


class BadgeQuery(models.QuerySet[Any]):
    def void(self) -> Self:
        """Those whose label was revoked, or whose activity is not in the register any more."""
        return self.filter(Q(award__revoked_at__isnull=False) | ~Q(award__activity__state="registered"))

    def distrusted(self) -> Self:
        """Signed with a key that is not trusted any more."""
        return self.filter(key__compromised_at__isnull=False)

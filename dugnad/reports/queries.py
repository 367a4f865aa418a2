"""Questions about reports that read as English."""

from typing import Any, Self

from django.db import models


class ReportQuery(models.QuerySet[Any]):
    def published(self) -> Self:
        return self.filter(published_at__isnull=False)

    def current(self) -> Self:
        """Published, and no newer edition of it has been."""
        return self.published().exclude(newer__published_at__isnull=False)

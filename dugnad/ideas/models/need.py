"""Which recorded needs an idea answers. The needs know nothing of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from dugnad.ideas.models.idea import Idea
from dugnad.ideas.queries import NamedQuery
from dugnad.needs.models import Need
from dugnad.network.models import Person


class Named(models.Model):
    """Somebody says that an idea answers a need; taken back, the row stays."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="named")
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="named")
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = NamedQuery.as_manager()

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["idea", "need"], condition=Q(taken_back_at=None), name="named_once")]

    def __str__(self) -> str:
        return f"{self.idea_id} answers {self.need_id}"

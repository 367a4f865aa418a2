"""What is said at an idea: thanks, questions with their answers, notes for a country; and who follows it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dugnad.ideas.models.idea import Idea
from dugnad.ideas.queries import RemarkQuery
from dugnad.network.models import Person


class Remark(models.Model):
    """A question, an answer to one, or a note for a country. Taken back it is out of sight, and kept."""

    class Kind(models.TextChoices):
        QUESTION = "question", _("question")
        ANSWER = "answer", _("answer")
        NOTE = "note", _("local note")

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="remarks")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    question = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="replies")
    country = models.CharField(max_length=2, blank=True)
    text = models.TextField()
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = RemarkQuery.as_manager()

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind="answer", question__isnull=False) | ~Q(kind="answer") & Q(question=None), name="remark_answers_a_question"),
            models.CheckConstraint(condition=~Q(kind="note") | ~Q(country=""), name="remark_of_a_country"),
        ]
        indexes = [models.Index(fields=["by", "at"], name="remark_of_person")]

    def __str__(self) -> str:
        return self.text[:60]


class Thanks(models.Model):
    """A person thanks for an idea, once."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="thanks")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["idea", "person"], name="thanks_once")]

    def __str__(self) -> str:
        return f"{self.person_id} thanks for {self.idea_id}"


class Following(models.Model):
    """A person follows an idea: what happens at it stands in the monthly mail, and on the person's list."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="followers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["idea", "person"], name="following_once")]

    def __str__(self) -> str:
        return f"{self.person_id} follows {self.idea_id}"

"""What is known of universities beyond their names, and letters in rounds: from draft to answer."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from dugnad.core.ids import uuid7
from dugnad.network.models import Office, Person, Unit, University
from dugnad.recognition.languages import LANGUAGES
from dugnad.recognition.queries import LetterQuery


class Profile(models.Model):
    """A university's entry in the register of charters, and the languages in which it likes to be written to."""

    university = models.OneToOneField(University, on_delete=models.CASCADE, related_name="profile", primary_key=True)
    code = models.CharField(_("Erasmus code"), max_length=20, null=True, unique=True)
    pic = models.CharField(_("participant number"), max_length=12, blank=True)
    street = models.CharField(_("street"), max_length=160, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=40, blank=True)
    languages = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.code or str(self.university_id)


class Contact(models.Model):
    """Somebody at a university to whom letters go; the first by position gets them."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    university = models.ForeignKey(University, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=120)
    position = models.CharField(_("position"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    salutation = models.CharField(_("salutation"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True, choices=LANGUAGES)
    first = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["-first", "name"]
        constraints = [models.UniqueConstraint(fields=["university"], condition=Q(first=True), name="contact_first_once")]

    def __str__(self) -> str:
        return self.name


class Template(models.Model):
    """The words of a letter, of a unit and for those below it; its texts are by language."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="letter_templates")
    name = models.CharField(_("name"), max_length=80)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="template_once")]

    def __str__(self) -> str:
        return self.name


class Text(models.Model):
    """A template in one language."""

    template = models.ForeignKey(Template, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8, choices=LANGUAGES)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["template", "language"], name="text_once")]

    def __str__(self) -> str:
        return f"{self.template_id} {self.language}"


class Round(models.Model):
    """Letters made together: of a period, for the universities of some units, from one template."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="letter_rounds")
    name = models.CharField(_("name"), max_length=120)
    first_month = models.IntegerField()
    last_month = models.IntegerField()
    sections = models.ManyToManyField(Unit, related_name="+")
    template = models.ForeignKey(Template, null=True, on_delete=models.PROTECT, related_name="rounds")
    language = models.CharField(max_length=8, blank=True, choices=LANGUAGES)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-made_at"]
        constraints = [models.CheckConstraint(condition=Q(last_month__gte=F("first_month")), name="round_ends_later")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/letters/rounds/{self.pk}/"

    @cached_property
    def office(self) -> dict[str, str] | None:
        """Which office lets its maker write for units below: the one nearest to its unit."""
        over = Office.objects.held_on().filter(person=self.made_by, unit__in=self.unit.ancestor_ids).select_related("unit")
        nearest = max(over, key=lambda one: len(one.unit.path), default=None)
        return {"role": nearest.role, "unit": str(nearest.unit)} if nearest else None


class Letter(models.Model):
    """One letter to one university. `told` is what it says beside its text, as it stood after the entry `entry`."""

    class State(models.TextChoices):
        DRAFTED = "drafted", _("drafted")
        APPROVED = "approved", _("approved")
        SENDING = "sending", _("asked of the mail server")
        SENT = "sent", _("sent")
        BOUNCED = "bounced", _("bounced")
        ANSWERED = "answered", _("answered")
        WITHDRAWN = "withdrawn", _("withdrawn")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="letters")
    university = models.ForeignKey(University, on_delete=models.PROTECT, related_name="letters")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="letters")
    code = models.CharField(max_length=16, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFTED)
    language = models.CharField(max_length=8, choices=LANGUAGES)
    email = models.EmailField(_("e-mail"), blank=True)
    address = models.TextField(_("address"), blank=True)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"))
    told = models.JSONField(default=dict)
    entry = models.BigIntegerField(default=0)
    edited = models.BooleanField(default=False)
    approved_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    by_post = models.BooleanField(default=False)
    message_id = models.CharField(max_length=120, blank=True)
    why = models.CharField(max_length=300, blank=True)

    objects = LetterQuery.as_manager()

    class Meta:
        ordering: ClassVar = ["university__name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "university"], name="letter_once"),
            models.CheckConstraint(condition=~Q(state="sent") | Q(sent_at__isnull=False), name="letter_sent_at"),
            models.CheckConstraint(condition=~Q(state="sending") | Q(asked_at__isnull=False), name="letter_asked_at"),
        ]
        indexes = [models.Index(fields=["round", "state"], name="letter_of_round")]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return f"/letters/letter/{self.pk}/"


class OptOut(models.Model):
    """An address that wants no letters. Kept, since it has to be known to be left in peace."""

    email = models.EmailField(unique=True)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.email

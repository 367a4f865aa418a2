"""Keys that sign; certificates: offered, answered by the volunteer, and perhaps taken back; and the label as a badge."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from dugnad.activities.models import Activity
from dugnad.certificates.queries import BadgeQuery, CertificateQuery, KeyQuery
from dugnad.core.ids import uuid7
from dugnad.network.models import Person, Unit
from dugnad.review.models import Award


class SigningKey(models.Model):
    """The public half of a key. The last one signs; the ones before stay published, for what they signed, unless others may have had one."""

    number = models.PositiveIntegerField(unique=True)
    public = models.CharField(max_length=80, unique=True)
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True)
    compromised_at = models.DateTimeField(null=True)

    objects = KeyQuery.as_manager()

    class Meta:
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"key {self.number}"


class Place(models.Model):
    """A place in the published lists of what is void, given away once. It says nothing of whose it is."""

    number = models.PositiveIntegerField(primary_key=True)

    def __str__(self) -> str:
        return str(self.number)


class Certificate(models.Model):
    """What a volunteer did in an activity or a term, said by a unit, published only if the volunteer agreed.

    A declined or lapsed offer and a withdrawn certificate keep their row and nothing about the person.
    """

    class State(models.TextChoices):
        OFFERED = "offered", _("waits for an answer")
        GIVEN = "given", _("given")
        DECLINED = "declined", _("declined")
        LAPSED = "lapsed", _("not answered in time")
        CANCELLED = "cancelled", _("taken back before an answer")
        REVOKED = "revoked", pgettext_lazy("a certificate", "revoked")
        WITHDRAWN = "withdrawn", _("withdrawn by the volunteer")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="certificates")
    activity = models.ForeignKey(Activity, null=True, on_delete=models.PROTECT, related_name="certificates")
    title = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    until = models.DateField()
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True, db_index=True)
    part = models.CharField(max_length=120, blank=True)
    hours = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    skills = models.JSONField(default=list)
    language = models.CharField(max_length=8, blank=True)
    offered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    offered_at = models.DateTimeField()
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    revoked_because = models.CharField(max_length=300, blank=True)
    salt = models.CharField(max_length=40, blank=True)
    key = models.ForeignKey(SigningKey, null=True, on_delete=models.PROTECT, related_name="+")
    status_index = models.PositiveIntegerField(null=True, unique=True)
    credential = models.JSONField(null=True)

    objects = CertificateQuery.as_manager()

    class Meta:
        ordering: ClassVar = ["-offered_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="certificate_ends_later"),
            models.CheckConstraint(condition=Q(state__in=["offered", "given", "revoked"]) | Q(name="", email=""), name="certificate_forgets"),
            models.CheckConstraint(condition=~Q(state__in=["given", "revoked"]) | Q(credential__isnull=False), name="certificate_signed"),
        ]
        indexes = [
            models.Index(fields=["unit", "-offered_at"], name="certificate_of_unit"),
            models.Index(fields=["expires_at"], name="certificate_waiting", condition=Q(state="offered")),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/certificates/{self.code}/"

    @property
    def signed_at(self) -> datetime | None:
        """As the signature itself says: on the day of the consent, or later, if it was signed anew."""
        return datetime.fromisoformat(self.credential["proof"]["created"]) if self.credential else None

    @property
    def signed_anew(self) -> bool:
        """Was it signed again since, because the first key is not trusted any more?"""
        return "awardedDate" in (self.credential or {})

    @property
    def shown_code(self) -> str:
        """In groups of four, as it stands on paper."""
        return "-".join(self.code[i : i + 4] for i in range(0, len(self.code), 4))


class Badge(models.Model):
    """The label of an activity as a credential, signed once, and again when its key is trusted no more. Whether it stands, the award says."""

    award = models.OneToOneField(Award, on_delete=models.PROTECT, related_name="badge", primary_key=True)
    key = models.ForeignKey(SigningKey, on_delete=models.PROTECT, related_name="+")
    status_index = models.PositiveIntegerField(unique=True)
    credential = models.JSONField()
    signed_at = models.DateTimeField()

    objects = BadgeQuery.as_manager()

    def __str__(self) -> str:
        return str(self.award_id)

    def get_absolute_url(self) -> str:
        return f"/label/{self.award_id}/"

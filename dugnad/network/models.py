"""Units in a tree of named levels, their dated belongings, people, and offices held from–to."""

import uuid
from datetime import date
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.db.models import F, Q
from django.utils import timezone as clock
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from dugnad.core.ids import uuid7
from dugnad.network.queries import InvitationQuery, OfficeQuery, PeopleManager, UnitQuery


class Network(models.Model):
    """The one row about the whole installation."""

    name = models.CharField(max_length=120)
    sample_data = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Level(models.Model):
    """A named level of the tree; `rank` 0 is the whole network, platforms group units across the tree."""

    key = models.SlugField(unique=True)
    names = models.JSONField(default=dict)
    rank = models.PositiveSmallIntegerField()
    groups = models.BooleanField(default=False)

    class Meta:
        ordering = ["rank"]

    def __str__(self) -> str:
        return named(self.names, self.key)


class Unit(models.Model):
    """The international, a country, a section, or a platform of countries."""

    code = models.CharField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=160)
    names = models.JSONField(default=dict, blank=True)
    level = models.ForeignKey(Level, on_delete=models.PROTECT)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    path = models.CharField(max_length=120, db_index=True, editable=False)
    country = models.CharField(_("country"), max_length=2, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=240, blank=True)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    timezone = models.CharField(_("time zone"), max_length=60, default="UTC")
    currency = models.CharField(_("currency"), max_length=3, default="EUR")
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    reference = models.CharField(max_length=120, blank=True, db_index=True)
    founded_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    objects = UnitQuery.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return named(self.names, self.name)

    @property
    def ancestor_ids(self) -> list[int]:
        """This unit and everything above it in today's tree, from the top."""
        return [int(part) for part in self.path.split("/") if part]

    @property
    def today(self) -> date:
        """The date at its place."""
        return clock.localdate(timezone=ZoneInfo(self.timezone))

    def get_absolute_url(self) -> str:
        return f"/units/{self.code.lower()}/"


class Belonging(models.Model):
    """A unit is part of another (parent, or a platform), from a day until the day before another."""

    member = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="belongings")
    whole = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="members")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("since")), name="belonging_ends_later"),
            models.UniqueConstraint(fields=["member", "whole", "since"], name="belonging_once"),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} in {self.whole_id} since {self.since}"


class Person(AbstractBaseUser):
    """Somebody who signs in with an e-mail address."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)
    epoch = models.PositiveIntegerField(default=0)
    wants_milestones = models.BooleanField(default=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = PeopleManager()

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return str(self)

    def _get_session_auth_hash(self, secret: Any = None) -> str:
        """A session is of one epoch: when the epoch ends, so do all sessions, at their next request."""
        said = f"{self.password}:{self.epoch}"
        return salted_hmac("dugnad.network.models.Person", said, secret=secret, algorithm="sha256").hexdigest()

    @property
    def is_staff(self) -> bool:
        return False


class Role(models.TextChoices):
    """The kinds of office; what each may do is said in access/rules.py."""

    LOCAL = "local", _("local coordinator")
    NATIONAL = "national", _("national coordinator")
    COMMITTEE = "committee", _("international committee")
    BOARD = "board", _("board")
    AUDITOR = "auditor", _("auditor")


class Office(models.Model):
    """A person holds a role in a unit, from a day until the day before another."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offices")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="offices")
    role = models.CharField(_("office"), max_length=12, choices=Role.choices)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    objects = OfficeQuery.as_manager()

    class Meta:
        ordering = ["since"]
        constraints = [
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="office_ends_later"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="office_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.get_role_display()} · {self.unit}"


class Invitation(models.Model):
    """An office offered by e-mail; the link carries a secret of which only the hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(_("e-mail"))
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="invitations")
    role = models.CharField(_("office"), max_length=12, choices=Role.choices)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    secret_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = InvitationQuery.as_manager()

    def __str__(self) -> str:
        return f"{self.email} · {self.get_role_display()} · {self.unit}"


class University(models.Model):
    """A university that sections serve."""

    id: uuid.UUID = models.UUIDField(primary_key=True, default=uuid7, editable=False)  # type: ignore[assignment]
    name = models.CharField(max_length=240)
    city = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2)
    website = models.URLField(blank=True)
    units = models.ManyToManyField(Unit, related_name="universities")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country", "city", "name"], name="university_once")]

    def __str__(self) -> str:
        return self.name


class Typeface(models.TextChoices):
    """The packaged letters that headings may be set in (documents/print/faces.typ); text is always Noto Sans, which has every script."""

    BRICOLAGE = "bricolage", "Bricolage Grotesque"
    NOTO = "noto", "Noto Sans"
    LITERATA = "literata", "Literata"
    SOFIA = "sofia", "Sofia Sans Condensed"
    SLAB = "slab", "Roboto Slab"


class Brand(models.Model):
    """How a unit looks on what is made for it; what is empty is as the unit above has it."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="brand")
    logo = models.FileField(upload_to="logos/%Y/%m/", blank=True)
    logo_width = models.PositiveIntegerField(null=True)
    logo_height = models.PositiveIntegerField(null=True)
    logo_alt = models.CharField(max_length=120, blank=True)
    colour = models.CharField(max_length=7, blank=True)
    typeface = models.CharField(max_length=12, blank=True, choices=Typeface.choices)
    footer = models.CharField(max_length=120, blank=True)
    languages = models.JSONField(default=list, blank=True)

    def __str__(self) -> str:
        return f"the brand of {self.unit}"


def named(names: dict[str, Any], fallback: str) -> str:
    """The name in the reader's language, else English, else the fallback."""
    return str(names.get(get_language() or "en") or names.get("en") or fallback)

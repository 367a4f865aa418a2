"""The monthly mail: asked for, sent at most once a month, ended by one click."""

from datetime import date
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from dugnad.access.actor import Actor
from dugnad.core import journal, marks
from dugnad.core.errors import Refused
from dugnad.core.periods import first_day, month_of
from dugnad.ideas import reasons
from dugnad.ideas.models import Adaptation, Digest, Idea, Remark, Subscriber
from dugnad.network.models import Network, Office, Person, Unit

SALT, LISTED = "dugnad.ideas.digest", 5


@transaction.atomic
def subscribe(actor: Actor, unit: Unit) -> Subscriber:
    """For a unit in which one holds an office."""
    if unit.pk not in {grant.unit_id for grant in actor.grants}:
        raise Refused("not-yours", _("Choose a unit in which you hold an office."), field="unit")
    made, _new = Subscriber.objects.update_or_create(person_id=actor.person_id, defaults={"unit": unit})
    journal.record(actor, "digest.subscribed", unit)
    return made


def unsubscribe(person: Any) -> None:
    """Whoever asks twice has asked once."""
    Subscriber.objects.filter(person=person).delete()


def stop_of(person: Person) -> str:
    """The page that ends it with one click, without signing in."""
    return f"{settings.SITE}/ideas/digest/stop/{Signer(salt=SALT).sign_object([str(person.pk)])}/"


def person_in(token: str) -> Person | None:
    """Whose link it is; nobody's when it is not ours."""
    try:
        (pk,) = Signer(salt=SALT).unsign_object(token)
    except (BadSignature, ValueError):
        return None
    return Person.objects.filter(pk=pk).first()


def send_digests(today: date) -> int:
    """To everybody who asked, holds an office, and has not had this month's; how many were sent. Sample data write to nobody."""
    network, month = Network.objects.first(), month_of(today)
    if network is None or network.sample_data:
        return 0
    holders = Office.objects.held_on(today).values("person")
    waiting = Subscriber.objects.filter(person__in=holders).exclude(person__in=Digest.objects.filter(month=month).values("person"))
    rows = list(waiting.select_related("person", "unit"))
    ideas = reasons.newest() if rows else []
    with marks.steady():
        return sum(_send(row, ideas, today) for row in rows)


def _send(row: Subscriber, ideas: list[Idea], today: date) -> bool:
    """Claimed, then sent; what could not be sent is given back, for the next hour. Where there is nothing to tell, nobody is bothered."""
    month = month_of(today)
    with override(row.person.language or "en"):
        told = near(row, today) | {"three": reasons.proposed(reasons.about(row.unit, today), ideas, seed=month)}
        if not any(told.values()):
            return False
        stop = stop_of(row.person)
        told |= {"person": row.person, "unit": row.unit, "site": settings.SITE, "stop": stop, "month": month - 1}
        subject, _blank, body = render_to_string("ideas/digest.txt", told).partition("\n\n")
    claimed, new = Digest.objects.get_or_create(person=row.person, month=month)
    if not new:
        return False
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click", "Auto-Submitted": "auto-generated"}
    try:
        EmailMessage(" ".join(subject.split()), body, to=[row.person.email], headers=headers).send()
    except (OSError, SMTPException):
        claimed.delete()
        return False
    return True


def near(row: Subscriber, today: date) -> dict[str, Any]:
    """What happened in the month before: adapted and written in the section's country, and said at the ideas that the person follows."""
    month = month_of(today) - 1
    country, since, until = row.unit.country, first_day(month), first_day(month + 1)
    tried = Adaptation.objects.tried().filter(activity__unit__country=country, activity__month=month).select_related("idea", "activity__unit")
    written = Idea.objects.published().filter(unit__country=country, published_at__date__gte=since, published_at__date__lt=until).select_related("unit")
    followed = Remark.objects.in_sight().filter(idea__followers__person=row.person, idea__state="published", at__date__gte=since, at__date__lt=until)
    return {
        "tried": list(tried.order_by("-activity__starts_on", "-activity")[:LISTED]),
        "written": list(written.newest()[:LISTED]),
        "said": list(followed.exclude(by=row.person).select_related("idea", "by").order_by("-at")[:LISTED]),
    }

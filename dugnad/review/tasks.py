"""Mails about cases: to the author when there is an answer. The queue holds ids; sent again, nothing is sent twice."""

from collections.abc import Mapping
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

from dugnad.network.models import Network, Person
from dugnad.review.models import Case, Notice

LATER = timedelta(minutes=10)


@task()
def tell(case: str, round: int, about: str) -> None:
    """Whoever asked reads that it came back or stays regular, or that the label was revoked. Sample data write to nobody."""
    network = Network.objects.first()
    found = Case.objects.select_related("asked_by", "activity__unit").filter(pk=case, round=round, asked_by__is_active=True).first()
    if network is None or network.sample_data or found is None:
        return
    told = {"case": found, "award": getattr(found, "award", None)}
    if (claimed := claim(found, found.asked_by, about)) and not sent(found.asked_by, f"review/{about}.txt", told):
        claimed.delete()
        tell.using(run_after=timezone.now() + LATER).enqueue(case=case, round=round, about=about)


def claim(case: Case, person: Person, about: str) -> Notice | None:
    """None if this person was told already, by this worker or another."""
    notice, made = Notice.objects.get_or_create(case=case, round=case.round, stage=case.stage, person=person, about=about)
    return notice if made else None


def sent(person: Person, template: str, told: Mapping[str, object]) -> bool:
    """In the reader's language; False while the mail server is away."""
    with override(person.language or "en"):
        subject, _blank, body = render_to_string(template, {"person": person, "site": settings.SITE, **told}).partition("\n\n")
    try:
        EmailMessage(" ".join(subject.split()), body, to=[person.email]).send()
    except (OSError, SMTPException):
        return False
    return True

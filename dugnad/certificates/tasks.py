"""E-mails about certificates. The queue holds ids, never an address; sent again, each is the same mail."""

from datetime import timedelta
from smtplib import SMTPException
from typing import Any

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

from dugnad.certificates import issuer, links
from dugnad.certificates.models import Certificate

LATER = timedelta(minutes=10)
State = Certificate.State


@task()
def send_offer(certificate: str) -> None:
    """The question, with the link; until it is answered or over."""
    found = Certificate.objects.waiting(timezone.now()).select_related("unit", "offered_by").filter(pk=certificate).first()
    if found is not None and not _sent(found, "offer.txt"):
        send_offer.using(run_after=timezone.now() + LATER).enqueue(certificate=certificate)


@task()
def send_given(certificate: str) -> None:
    """Where it is, and how to withdraw it."""
    found = Certificate.objects.select_related("unit", "offered_by").filter(pk=certificate, state=State.GIVEN).first()
    if found is not None and not _sent(found, "given.txt"):
        send_given.using(run_after=timezone.now() + LATER).enqueue(certificate=certificate)


@task()
def send_signed_anew(certificate: str) -> None:
    """That the file of before does not hold any more, and where the new one is."""
    found = Certificate.objects.select_related("unit", "offered_by").filter(pk=certificate, state=State.GIVEN).first()
    if found is not None and not _sent(found, "anew.txt"):
        send_signed_anew.using(run_after=timezone.now() + LATER).enqueue(certificate=certificate)


@task()
def send_revoked(certificate: str) -> None:
    """That it was revoked, and why."""
    found = Certificate.objects.select_related("unit", "offered_by").filter(pk=certificate, state=State.REVOKED).first()
    if found is not None and not _sent(found, "revoked.txt"):
        send_revoked.using(run_after=timezone.now() + LATER).enqueue(certificate=certificate)


@task()
def send_all_of(certificate: str, language: str) -> None:
    """The link to all certificates of the person who has this one. Asked for on the page, so it is tried once."""
    found = Certificate.objects.select_related("unit", "offered_by").filter(pk=certificate).exclude(email="").first()
    if found is not None:
        _sent(found, "mine.txt", language=language, link=links.all_of(found))


def _sent(certificate: Certificate, text: str, *, language: str = "", **more: Any) -> bool:
    """False while the mail server is away."""
    page = issuer.address(certificate.get_absolute_url())
    told = {"certificate": certificate, "link": links.yours(certificate), "page": page, **more}
    with override(language or certificate.language or "en"):
        subject, _blank, body = render_to_string(f"certificates/{text}", told).partition("\n\n")
    reply = [certificate.offered_by.email] if certificate.offered_by and not language else []
    try:
        EmailMessage(" ".join(subject.split()), body, to=[certificate.email], reply_to=reply).send()
    except (OSError, SMTPException):
        return False
    return True

"""E-mails of the directory."""

from datetime import timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django_tasks import task

from dugnad.directory.actions.invite import hashed, secret_of
from dugnad.network.models import Invitation

LATER = timedelta(minutes=10)


@task()
def send_invitation(invitation: str, site: str, language: str) -> None:
    """Sent again, it is the same mail with the same link, which is made here; nothing is sent for an invitation that is over."""
    found = Invitation.objects.waiting().select_related("unit", "invited_by").filter(pk=invitation).first()
    if found is None or hashed(secret := secret_of(found)) != found.secret_hash:
        return
    link = site + reverse("accept-invitation", args=[secret])
    with override(language):
        text = render_to_string("directory/invitation.txt", {"invitation": found, "link": link})
    subject, _blank, body = text.partition("\n\n")
    try:
        EmailMessage(subject.strip(), body, to=[found.email], reply_to=[found.invited_by.email]).send()
    except (OSError, SMTPException):  # the mail server is away: tried again until the invitation is over
        send_invitation.using(run_after=timezone.now() + LATER).enqueue(invitation=invitation, site=site, language=language)

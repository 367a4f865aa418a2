"""Sending a round, by the worker."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from dugnad.access.actor import acting
from dugnad.core.errors import NotAllowed
from dugnad.network.models import Person
from dugnad.recognition.actions.send import send_round
from dugnad.recognition.models import Round

LATER = timedelta(minutes=10)
TRIES = 100


@task()
def send_letters(of: str, by: str, tries: int = 0) -> None:
    """Run twice, or two at once, it sends nothing twice. While the mail server is away, it is tried again every ten minutes, for most of a day."""
    found, person = Round.objects.filter(pk=of).first(), Person.objects.filter(pk=by).first()
    if found is None or person is None:
        return
    try:
        done = send_round(acting(person), found)
    except NotAllowed:  # the office has ended meanwhile
        return
    if done["later"] and tries < TRIES:
        send_letters.using(run_after=timezone.now() + LATER).enqueue(of=of, by=by, tries=tries + 1)

"""Certificates in the sample federation: given, one revoked, one withdrawn, and one that waits for its answer."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from dugnad.access.actor import SYSTEM
from dugnad.activities.models import Activity
from dugnad.certificates.actions.answer import consent, withdraw
from dugnad.certificates.actions.offer import offer
from dugnad.certificates.actions.revoke import revoke
from dugnad.certificates.offers import Volunteer, of_a_term, of_activity
from dugnad.core.periods import month_of, term_of
from dugnad.network.models import Unit

WHERE = "NO-BERG-ESN"
PEOPLE = (
    ("Siri Øvrebø", "team leader", ("first aid", "Norwegian")),
    ("Ελένη Παπαδοπούλου", "interpreter", ("Greek", "intercultural communication")),
    ("Юлия Коваленко", "", ("public speaking",)),
    ("ليلى الحسيني", "cook", ("cooking for many",)),
    ("João Gonçalves", "photographer", ()),
    ("Zsófia Szűcs", "", ()),
    ("Łukasz Żak", "", ("driving",)),
)


@transaction.atomic
def certificates(today: date) -> None:
    """By the ordinary verbs, and written to nobody."""
    unit = Unit.objects.filter(code=WHERE).first()
    recent = list(Activity.objects.registered().filter(unit=unit, starts_on__lte=today).newest()[: len(PEOPLE) - 1])
    if unit is None or not recent:
        return
    works = [of_a_term(term_of(month_of(today)) - 1), *(of_activity(activity) for activity in recent)]
    made = []
    for number, ((name, part, skills), work) in enumerate(zip(PEOPLE, works, strict=False)):
        hours = Decimal(120) if work.activity is None else Decimal(3 + number) + Decimal("0.5") * (number % 2)
        volunteer = Volunteer(name, f"volunteer{number + 1}@example.org", hours, part, skills)
        made.append(offer(SYSTEM, unit, work, volunteer, language="en"))
    given = [consent(certificate) for certificate in made[:-1]]
    if len(given) == len(PEOPLE) - 1:
        revoke(SYSTEM, given[-1], reason="Given to the wrong person; the right one has hers.")
        withdraw(given[-2])

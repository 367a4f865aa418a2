"""Tell coordinators by mail of a milestone of their unit, if they asked for it: each milestone once."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override

from dugnad.core.periods import month_of, of_term, term_of
from dugnad.figures import reading
from dugnad.network.models import Network, Office, Person, Unit
from dugnad.seasons import milestones
from dugnad.seasons.models import Cheer

RECENT = timedelta(days=7)  # what was reached before is no news
Months = Mapping[int, int]


def cheer(today: date) -> int:
    """One mail for each milestone and person who asked; how many were sent. Sample data write to nobody."""
    network = Network.objects.first()
    if network is None or network.sample_data:
        return 0
    held = Office.objects.held_on(today).filter(person__wants_milestones=True).select_related("person", "unit").order_by("pk")
    units = {office.unit_id: office.unit for office in held}
    news = _news(units, today)
    return sum(_tell(office.person, office.unit, key) for office in held for key in news.get(office.unit_id, []))


def _news(units: Mapping[int, Unit], today: date) -> dict[int, list[str]]:
    """The milestones that each unit has reached within the last days: `n100` is the hundredth activity, `t4052` a term (3 queries)."""
    if not units:
        return {}
    question = reading.Question(tuple(units), only=("activities",))
    months: dict[int, dict[int, int]] = defaultdict(dict)
    for (unit, month), sums in reading.ask(question, ("unit", "month")).items():
        months[unit][month] = sums.activities
    before = reading.by(reading.Question(tuple(units), as_of=today - RECENT, only=("activities",)), "unit")
    return {unit: _of(own, before[unit].activities if unit in before else 0, today) for unit, own in months.items()}


def _of(months: Months, before: int, today: date) -> list[str]:
    numbers = milestones.between(before, sum(months.values()))
    now = month_of(today)
    terms = milestones.whole_terms((month for month, many in months.items() if many > 0), now)
    if now != of_term(term_of(now)).first:  # the term before was over longer ago than a month: no news
        terms = [term for term in terms if term == term_of(now)]
    return [f"n{number}" for number in numbers[-1:]] + [f"t{term}" for term in terms]


def _tell(person: Person, unit: Unit, key: str) -> bool:
    """Claimed, then sent; what could not be sent is given back, for the next round."""
    claimed, made = Cheer.objects.get_or_create(person=person, unit=unit, milestone=key)
    if not made:
        return False
    with override(person.language or "en"):
        about = {"person": person, "unit": unit, "site": settings.SITE, "number": int(key[1:]) if key[0] == "n" else 0}
        subject, _blank, body = render_to_string("seasons/cheer.txt", about).partition("\n\n")
    try:
        EmailMessage(subject.strip(), body, to=[person.email]).send()
    except (OSError, SMTPException):
        claimed.delete()
        return False
    return True

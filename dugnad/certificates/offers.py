"""What is asked to be said of a volunteer, and of what: plain data between forms and actions."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from babel.dates import format_date, format_skeleton
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.activities.models import Activity
from dugnad.core.periods import first_day, of_term


@dataclass(frozen=True, slots=True)
class Volunteer:
    """One person, and what the person did."""

    name: str
    email: str
    hours: Decimal
    part: str = ""
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """An activity, or a whole term of a unit."""

    title: str
    since: date
    until: date
    activity: Activity | None = None

    @property
    def most_hours(self) -> int:
        """More hours do not fit into its days."""
        return ((self.until - self.since).days + 1) * 24


def of_activity(activity: Activity) -> Work:
    return Work(activity.title, activity.starts_on, activity.ends_on, activity)


def of_a_term(number: int) -> Work:
    months = of_term(number)
    return Work(term_title(number), first_day(months.first), first_day(months.last + 1) - timedelta(days=1))


def term_title(number: int) -> str:
    """In the language of the moment, since it is written down so."""
    return _("Voluntary work, %(term)s") % {"term": term_name(number)}


def term_name(number: int) -> str:
    """February – July 2026."""
    months, locale = of_term(number), (get_language() or "en").replace("-", "_")
    first, last = first_day(months.first), first_day(months.last)
    begins = format_skeleton("yMMMM", first, locale=locale) if first.year != last.year else format_date(first, "LLLL", locale=locale)
    return f"{begins} – {format_skeleton('yMMMM', last, locale=locale)}"

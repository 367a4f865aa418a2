"""The packaged words of letters in each language: the text that a template begins with, and what surrounds it."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_group_symbol

from dugnad.core.periods import Period, first_day


@cache
def wording(language: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((Path(__file__).parent / f"{language}.json").read_text(encoding="utf-8"))
    return found


def number(value: float, language: str) -> str:
    """A whole number, never negative, with the language's mark between thousands."""
    return f"{round(value):,}".replace(",", _thousands(language))


@cache
def _thousands(language: str) -> str:
    return str(get_group_symbol(language))


def counted(name: str, value: float, language: str) -> str:
    """So many of something, in the plural that the language has for it."""
    whole = round(value)
    forms = wording(language)["counts"][name]
    form = forms.get(_locale(language).plural_form(whole), forms["other"])
    return str(form).format(n=number(whole, language))


def when(period: Period, language: str) -> str:
    """As it stands in a sentence: in 2026; from January to June 2026; from August 2026 to January 2027."""
    patterns = wording(language)["when"]
    within = period.first != period.last and period.first // 12 == period.last // 12
    pattern = wording(language)["month"]
    first, last = _month(period.first, "MMMM" if within else pattern, language), _month(period.last, pattern, language)
    if period.first % 12 == 0 and period.last == period.first + 11:
        return str(patterns["year"]).format(year=period.first // 12)
    return str(patterns["month" if period.first == period.last else "months"]).format(first=first, last=last)


def joined(parts: list[str], language: str) -> str:
    """One, two and three."""
    comma, last = wording(language)["joined"]
    return str(last).join([str(comma).join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def day(value: date, language: str) -> str:
    return _day(value, language)


@cache
def _day(value: date, language: str) -> str:
    return str(format_date(value, format="long", locale=language))


@cache
def _month(month: int, pattern: str, language: str) -> str:
    return str(format_date(first_day(month), format=pattern, locale=language))


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)

"""What a row says to an answer, when one column or several give it: numbers are added up, texts are joined, pounds become kilograms."""

import re
from decimal import Decimal, InvalidOperation

from dugnad.activities.importing.mapping import NUMBERS

POUND = Decimal("0.45359237")
POUNDS = re.compile(r"\b(pounds?|lbs?)\b", re.I)
UNIT = re.compile(r"\s*(kg|kilos?|kilograms?|pounds?|lbs?|stk\.?|pcs\.?)$", re.I)
LINES = ("partners", "links")


def said(name: str, headings: tuple[str, ...], row: dict[str, str]) -> str:
    """The text that the form is given; what is no number stays as it is, so that the form says so."""
    cells = [(heading, row.get(heading, "")) for heading in headings if row.get(heading, "")]
    if name in NUMBERS or name.startswith("good_"):
        return _sum(name, cells)
    return ("\n" if name in LINES else ", ").join(cell for _heading, cell in cells)


def in_pounds(name: str, headings: tuple[str, ...]) -> bool:
    """Are these goods told in pounds?"""
    return name.startswith("good_") and any(POUNDS.search(heading) for heading in headings)


def _sum(name: str, cells: list[tuple[str, str]]) -> str:
    if len(cells) == 1 and not name.startswith("good_"):
        return cells[0][1]
    found = [_number(heading, cell, name.startswith("good_")) for heading, cell in cells]
    if None in found:
        return next(cell for (_heading, cell), number in zip(cells, found, strict=True) if number is None)
    return f"{sum(number for number in found if number is not None):f}" if found else ""


def _number(heading: str, cell: str, goods: bool) -> Decimal | None:
    plain = UNIT.sub("", cell).replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    plain = plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain and not re.fullmatch(r"\d{1,3},\d{3}", plain) else plain.replace(",", "")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    return round(number * POUND, 3) if goods and (POUNDS.search(heading) or POUNDS.search(cell)) else number

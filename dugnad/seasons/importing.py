"""Numbers of international students from a table: a unit and a number in each row, or countries to countries."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from dugnad.core.countries import iso
from dugnad.core.errors import Refused
from dugnad.core.tables import Table

UNITS = ("unit", "code", "country", "section")
NUMBERS = ("number", "students", "international_students", "value")
Rows = list[tuple[int, list[str]]]


@dataclass
class Report:
    """What was done with each unit, what was passed over and why, and the sum of all that is in."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    total: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)


def numbers(table: Table, report: Report) -> dict[str, int]:
    """The number of each code; what is no number is reported."""
    rows = [(number, [row.get(heading, "") for heading in table.headings]) for number, row in table.rows]
    if _is_matrix(table.headings):
        return dict(sorted(_sums(table.headings, rows).items()))
    return dict(sorted(_pairs(table.headings, rows, report).items()))


def _is_matrix(headings: list[str]) -> bool:
    """Countries in the rows and in the columns: what comes to a country is the sum of its column."""
    return len(headings) > 3 and all(len(code) == 2 and code.isalpha() for code in headings[1:])


def _sums(headings: list[str], rows: Rows) -> dict[str, int]:
    sums = dict.fromkeys((_code(heading) for heading in headings[1:]), 0)
    for number, row in rows:
        for code, text in zip(sums, row[1:], strict=True):
            value = _whole(text)
            if value is None:
                raise Refused(
                    "no-number", _("Row %(row)s, column %(code)s: “%(text)s” is not a whole number.") % {"row": number, "code": code, "text": text[:40]}
                )
            sums[code] += value
    return sums


def _pairs(headings: list[str], rows: Rows, report: Report) -> dict[str, int]:
    known = [heading.casefold().replace(" ", "_") for heading in headings]
    unit, number = (next((known.index(name) for name in names if name in known), None) for names in (UNITS, NUMBERS))
    if unit is None or number is None:
        told = {"units": ", ".join(UNITS), "numbers": ", ".join(NUMBERS), "headings": ", ".join(headings)[:200]}
        raise Refused("no-columns", _("The heading needs a column with codes (%(units)s) and one with numbers (%(numbers)s); it has: %(headings)s.") % told)
    found: dict[str, int] = {}
    for _number, row in rows:
        code, value = _code(row[unit]), _whole(row[number])
        if code and value is None:
            report.skipped.append((code, _("“%(text)s” is not a whole number") % {"text": row[number][:40]}))
        elif code and code in found:
            report.skipped.append((code, _("it stands twice; the first counts")))
        elif code and value is not None:
            found[code] = value
    return found


def _code(text: str) -> str:
    code = text.strip().upper()
    return iso(code)


def _whole(text: str) -> int | None:
    plain = "".join(text.split()).removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 10 else None

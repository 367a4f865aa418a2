"""Numbers of international students from a table: a unit and a number in each row, or countries to countries."""

from dataclasses import dataclass, field

from django.db import transaction

from dugnad.core.errors import Refused
from dugnad.network.models import Unit
from dugnad.seasons.models import StudentNumber

UNITS = ("unit", "code", "country", "section")
NUMBERS = ("number", "students", "international_students", "value")
OTHER_CODES = {"EL": "GR", "UK": "GB"}


@dataclass
class Report:
    """What was done with each unit, and what was passed over and why."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)


@transaction.atomic
def load(rows: list[list[str]], year: int, source: str) -> Report:
    """The first row is the heading. Loading it twice changes nothing."""
    if len(rows) < 2:
        raise Refused("empty", "The file has no rows.")
    units = {unit.code: unit for unit in Unit.objects.all()}
    report = Report()
    for code, text in sorted((_sums(rows) if _is_matrix(rows[0]) else _pairs(rows)).items()):
        unit, number = units.get(OTHER_CODES.get(code, code)), _whole(text)
        if unit is None:
            report.skipped.append((code, "no such unit"))
        elif number is None:
            report.skipped.append((code, f"{text!r} is not a whole number"))
        else:
            _save(unit, year, number, source, report)
    return report


def _save(unit: Unit, year: int, number: int, source: str, report: Report) -> None:
    found, made = StudentNumber.objects.get_or_create(unit=unit, year=year, defaults={"number": number, "source": source})
    if made:
        report.created += 1
    elif (found.number, found.source) == (number, source):
        report.unchanged += 1
    else:
        found.number, found.source = number, source
        found.save()
        report.changed += 1


def _is_matrix(heading: list[str]) -> bool:
    """Countries in the rows and in the columns: what comes to a country is the sum of its column."""
    codes = [cell.strip() for cell in heading[1:]]
    return len(codes) > 2 and all(len(code) == 2 and code.isalpha() for code in codes)


def _sums(rows: list[list[str]]) -> dict[str, str]:
    sums: dict[str, int] = {cell.strip().upper(): 0 for cell in rows[0][1:]}
    for number, row in enumerate(rows[1:], 2):
        for code, text in zip(sums, row[1:], strict=False):
            value = _whole(text)
            if value is None:
                raise Refused("no-number", f"Row {number}, column {code.lower()}: {text!r} is not a whole number.")
            sums[code] += value
    return {code: str(value) for code, value in sums.items()}


def _pairs(rows: list[list[str]]) -> dict[str, str]:
    heading = [cell.strip().casefold().replace(" ", "_") for cell in rows[0]]
    unit, number = (next((heading.index(name) for name in names if name in heading), None) for names in (UNITS, NUMBERS))
    if unit is None or number is None:
        raise Refused("no-columns", f"The heading needs a column {' or '.join(UNITS)} and a column {' or '.join(NUMBERS)}; it has {', '.join(rows[0])}.")
    return {row[unit].strip().upper(): row[number].strip() for row in rows[1:] if len(row) > max(unit, number) and row[unit].strip()}


def _whole(text: str) -> int | None:
    plain = text.strip().replace(" ", "").replace("\N{NO-BREAK SPACE}", "").removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 10 else None

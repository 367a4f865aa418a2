"""Short codes that prove figures: whose figures, of which months, after which entry. Nothing is stored, so nothing can be lost or forged.

A code is the numbers of its question, packed and written in Crockford's base 32 without I, L, O and U, with a check sum at the
end, so that a mistyped code is said to be mistyped. Who opens it sees the figures counted anew from the entries, as they stood
after that entry. (https://www.crockford.com/base32.html)
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zlib import crc32

from django.db.models import QuerySet

from dugnad.core.periods import ALWAYS, FIRST_YEAR, Period
from dugnad.figures import reading
from dugnad.figures.measures import COLUMNS, NOTHING, Measures
from dugnad.figures.models import Entry

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
CHECK = 10  # bits of the check sum: one of 1,024 mistyped codes is not noticed
ORIGIN = FIRST_YEAR * 12
WHOLE = 0  # in place of months: all of them


@dataclass(frozen=True, slots=True)
class Proof:
    """The figures of one record, or of a unit in a period, after an entry."""

    entry: int
    record: UUID | None = None
    unit: int = 0
    period: Period = ALWAYS


def of_record(record: UUID) -> str:
    """The code that proves what a record counts for now ("" when it counts for nothing)."""
    last = Entry.objects.filter(record=record).order_by("-id").values_list("id", "sign").first()
    return _written([last[0]]) if last and last[1] > 0 else ""


def of_unit(unit: int, period: Period = ALWAYS) -> str:
    """The code that proves what a unit (by its number) counts now."""
    months = [WHOLE] if period == ALWAYS else [period.first - ORIGIN + 1, period.last - period.first]
    return _written([reading.last_entry(), unit, *months])


def read(code: str) -> Proof | None:
    """What a code asks for; None when it is mistyped, or of no entry that there is."""
    numbers = _numbers(code)
    if not numbers:
        return None
    entry, *rest = numbers
    if not rest:
        record = Entry.objects.filter(pk=entry, sign=1).values_list("record", flat=True).first()
        return Proof(entry, record=record) if record else None
    if entry > reading.last_entry():
        return None
    unit, months = rest[0], rest[1:]
    if months == [WHOLE]:
        return Proof(entry, unit=unit)
    return Proof(entry, unit=unit, period=Period(ORIGIN + months[0] - 1, ORIGIN + months[0] - 1 + months[1])) if _months(months) else None


def _months(numbers: list[int]) -> bool:
    """Are these the first month and how many follow, within all years that there are?"""
    return len(numbers) == 2 and numbers[0] > 0 and ORIGIN + sum(numbers) - 1 <= ALWAYS.last


def made(proof: Proof) -> datetime | None:
    """The instant of its last entry; None when there is none."""
    return Entry.objects.filter(pk__lte=proof.entry).order_by("-pk").values_list("at", flat=True).first()


def stood(proof: Proof) -> Measures:
    """The figures as they stood after that entry, counted from the entries."""
    if proof.record:
        return _after(proof, Entry.objects.filter(record=proof.record))
    at = made(proof)
    if at is None:
        return NOTHING
    begins = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    until = reading.total(reading.Question((proof.unit,), proof.period, as_of=begins.date() - timedelta(days=1)))
    return until + _after(proof, Entry.objects.filter(at__gte=begins, month__gte=proof.period.first, month__lte=proof.period.last))


def _after(proof: Proof, entries: QuerySet[Entry]) -> Measures:
    """What these entries, as far as they had been posted, add."""
    rows = entries.filter(pk__lte=proof.entry).values_list("scopes", *COLUMNS)
    return sum((Measures(*sums) for scopes, *sums in rows if proof.record or proof.unit in scopes), NOTHING)


def shown(code: str) -> str:
    """In groups that can be read aloud: 7XK2-94QD-1."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def _written(numbers: list[int]) -> str:
    """Each number as groups of five bits, the lowest first, each with a bit that says whether more follow; then the check sum."""
    packed: list[int] = []
    for number in numbers:
        while True:
            number, low = number >> 4, number & 15
            packed.append(low | 16 * (number > 0))
            if not number:
                break
    check = _check(packed)
    return "".join(LETTERS[five] for five in (*packed, check >> 5, check & 31))


def _numbers(code: str) -> list[int]:
    text = code.upper().translate(READ_AS)
    if len(text) < 3 or len(text) > 60 or any(letter not in LETTERS for letter in text):
        return []
    packed = [LETTERS.index(letter) for letter in text]
    *packed, high, low = packed
    if _check(packed) != high * 32 + low or packed[-1] & 16:
        return []
    numbers, number, shift = [], 0, 0
    for five in packed:
        number |= (five & 15) << shift
        shift += 4
        if not five & 16:
            numbers.append(number)
            number, shift = 0, 0
    return numbers


def _check(packed: list[int]) -> int:
    return crc32(bytes(packed)) & (1 << CHECK) - 1

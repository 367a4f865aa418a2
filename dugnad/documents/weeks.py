"""A section's own quilt: a column for each week, squares stacked upward, so that it grows while the year does."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe

from dugnad.documents.markup import number, words
from dugnad.documents.motifs import definitions
from dugnad.documents.quilt import Square, frame, waiting
from dugnad.documents.square import PITCH, draw

Weeks = Mapping[int, Sequence[Square]]


def weeks(
    squares_by_week: Weeks,
    *,
    year: int,
    title: str,
    cell: int = 42,
    prefix: str = "weeks",
    wide: int = 2,
    narrow: int = 4,
    fresh: str = "",
) -> SafeString:
    """The year in ISO weeks, cut into that many bands: halves of a year on a wide container, quarters on a phone."""
    last = date(year, 12, 28).isocalendar().week
    named = f'class="quilt-frame weeks" role="group" aria-label="{words(title)}"'
    drawn = [
        f'<div class="{kind}">{bands(squares_by_week, year, last, count, cell, f"{prefix}-{kind[0]}", fresh)}</div>'
        for kind, count in (("wide", wide), ("narrow", narrow))
    ]
    return mark_safe(f"<div {named}>{''.join(drawn)}</div>")


def bands(
    squares_by_week: Weeks, year: int, last: int, count: int, cell: int, prefix: str, fresh: str
) -> str:
    """The parts of the year under one another; a 53rd week lengthens all of them alike."""
    length = -(-last // count)
    spans = [range(start, min(start + length, last + 1)) for start in range(1, last + 1, length)]
    return "".join(
        band(squares_by_week, year, span, length, cell, f"{prefix}{i}", fresh)
        for i, span in enumerate(spans, start=1)
    )


def band(
    squares_by_week: Weeks, year: int, span: range, length: int, cell: int, prefix: str, fresh: str
) -> str:
    """One part of the year with its months' names under it."""
    rows = max(1, *(height(squares_by_week.get(week, ())) for week in span))
    squares = [square for week in span for square in squares_by_week.get(week, ())]
    drawn = "".join(
        stack(squares_by_week.get(week, ()), column, rows, prefix, fresh) for column, week in enumerate(span)
    )
    idle = [(float(i), rows - 1.0) for i, week in enumerate(span) if not squares_by_week.get(week)]
    inside = definitions((square.motif for square in squares), prefix) + waiting(idle) + drawn
    label = ", ".join(text for text, _ in months(year, span))
    return frame(inside, length, rows, title=label, cell=cell) + names(year, span, length)


def height(squares: Sequence[Square]) -> int:
    return sum(square.size for square in squares)


def stack(squares: Sequence[Square], column: int, rows: int, prefix: str, fresh: str) -> str:
    """One week: its squares from the ground upward."""
    drawn, top = [], rows
    for square in squares:
        top -= square.size
        new = bool(fresh) and square.key == fresh
        drawn.append(
            draw(square, column * PITCH, top * PITCH, prefix=prefix, fresh=new, tall=square.size > 1)
        )
    return "".join(drawn)


def months(year: int, span: range) -> list[tuple[str, int]]:
    """Each month's short name and the column of its first week (a week belongs to the month of its Thursday)."""
    days = [date.fromisocalendar(year, week, 1) + timedelta(days=3) for week in span]
    firsts = (next(group) for _, group in groupby(enumerate(days), key=lambda pair: pair[1].month))
    return [(date_format(day, "M"), column) for column, day in firsts]


def names(year: int, span: range, length: int) -> str:
    """The months in a strip without a viewBox: places in per cent, so that letters keep their size on every screen."""
    texts = "".join(
        f'<text x="{number(100 * column / length)}%" y="14">{words(text)}</text>'
        for text, column in months(year, span)
    )
    return f'<svg class="months" aria-hidden="true" width="100%" height="20">{texts}</svg>'

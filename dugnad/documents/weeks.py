"""A section's own quilt: a column for each week, squares stacked upward, so that it grows while the year does."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe

from dugnad.documents.cloth import frame, waiting
from dugnad.documents.markup import number, words
from dugnad.documents.motifs import definitions
from dugnad.documents.square import PITCH, Square, draw

Stacks = Sequence[Sequence[Square]]
Label = tuple[int, str]  # the column that it begins at, what it says


def strip(
    stacks: Stacks,
    *,
    title: str,
    labels: Sequence[Label] = (),
    cell: int = 42,
    prefix: str = "weeks",
    wide: int = 2,
    narrow: int = 4,
    fresh: str = "",
) -> SafeString:
    """Weeks side by side, cut into that many bands: halves of a year on a wide container, quarters on a phone."""
    named = f'class="quilt-frame weeks" role="group" aria-label="{words(title)}"'
    drawn = [
        f'<div class="{kind}">{bands(stacks, labels, count, cell, f"{prefix}-{kind[0]}", fresh)}</div>' for kind, count in (("wide", wide), ("narrow", narrow))
    ]
    return mark_safe(f"<div {named}>{''.join(drawn)}</div>")


def weeks(
    squares_by_week: Mapping[int, Sequence[Square]],
    *,
    year: int,
    title: str,
    prefix: str = "weeks",
    fresh: str = "",
) -> SafeString:
    """One calendar year by ISO week number, 1 to 52 or 53, with its months' names."""
    last = date(year, 12, 28).isocalendar().week
    stacks = [squares_by_week.get(week, ()) for week in range(1, last + 1)]
    return strip(stacks, title=title, labels=months(year, last), prefix=prefix, fresh=fresh)


def months(year: int, last: int) -> list[Label]:
    """Each month's short name and the column of its first week (a week belongs to the month of its Thursday)."""
    days = [date.fromisocalendar(year, week, 1) + timedelta(days=3) for week in range(1, last + 1)]
    firsts = (next(group) for _, group in groupby(enumerate(days), key=lambda pair: pair[1].month))
    return [(column, date_format(day, "M")) for column, day in firsts]


def bands(stacks: Stacks, labels: Sequence[Label], count: int, cell: int, prefix: str, fresh: str) -> str:
    """The parts of the year under one another; a 53rd week lengthens all of them alike."""
    length = max(-(-len(stacks) // count), 1)
    return "".join(
        band(
            stacks[start : start + length],
            within(labels, start, length),
            length,
            cell,
            f"{prefix}{start}",
            fresh,
        )
        for start in range(0, len(stacks), length)
    )


def within(labels: Sequence[Label], start: int, length: int) -> list[Label]:
    return [(column - start, text) for column, text in labels if start <= column < start + length]


def band(stacks: Stacks, labels: list[Label], length: int, cell: int, prefix: str, fresh: str) -> str:
    """One part of the year with its months' names under it."""
    rows = max(1, *(sum(square.size for square in squares) for squares in stacks))
    defined = definitions((square.motif for squares in stacks for square in squares), prefix)
    idle = [(i, rows - 1) for i, squares in enumerate(stacks) if not squares]
    drawn = "".join(stack(squares, column, rows, prefix, fresh) for column, squares in enumerate(stacks))
    said = ", ".join(text for _, text in labels)
    return frame(defined + waiting(idle) + drawn, length, rows, title=said, cell=cell) + names(labels, length)


def stack(squares: Sequence[Square], column: int, rows: int, prefix: str, fresh: str) -> str:
    """One week: its squares from the ground upward."""
    drawn, top = [], rows
    for square in squares:
        top -= square.size
        new = bool(fresh) and square.key == fresh
        drawn.append(draw(square, column * PITCH, top * PITCH, prefix=prefix, fresh=new, tall=square.size > 1))
    return "".join(drawn)


def names(labels: list[Label], length: int) -> str:
    """The months in a strip without a viewBox: places in per cent, so that letters keep their size on every screen."""
    texts = "".join(f'<text x="{number(100 * column / length)}%" y="14">{words(text)}</text>' for column, text in labels)
    return f'<svg class="months" aria-hidden="true" width="100%" height="20">{texts}</svg>'

"""A series over time as columns, with the year before as a thin mark; letters keep their size on every screen."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from dugnad.documents.charts.bars import Bar, highest, nothing, sentence, share
from dugnad.documents.markup import anchor, name, number, words
from dugnad.documents.picture import Picture

TOP, FOOT = 22, 22  # pixels for the numbers above and the names below
LETTER = 8.0  # a generous width for one letter, in pixels
PHONE = 340.0  # what a label must fit into


def columns(bars: Sequence[Bar], *, title: str, unit: str = "", height: int = 200) -> SafeString:
    """Bars from the oldest to the newest, for a page."""
    return series(bars, title=title, unit=unit, height=height).svg if bars else nothing()


def series(bars: Sequence[Bar], *, title: str, desc: str = "", unit: str = "", height: int = 200) -> Picture:
    """Across in per cent, upward in pixels."""
    floor = height - FOOT
    drawn = "".join(column(bar, i, len(bars), highest(bars), floor, unit) for i, bar in enumerate(bars))
    line = f'<rect class="floor" width="100%" height="1" y="{floor}"/>'
    return Picture("columns", drawn + line + numbers(bars, floor) + feet(bars, floor), height, title, desc)


def column(bar: Bar, index: int, count: int, top: float, floor: int, unit: str) -> str:
    """One column: a field to point at as high as the chart, the column itself, the mark of the year before."""
    step = 100 / count
    gap = min(step * 0.3, 2)
    x, width = number(index * step + gap / 2), number(step - gap)
    tall = share(bar.value, top) * (floor - TOP)
    pieces = [
        f"<title>{words(sentence(bar, unit))}</title>",
        f'<rect class="field" x="{number(index * step)}%" width="{number(step)}%" y="0" height="{floor}"/>',
        f'<rect class="bar" x="{x}%" width="{width}%" y="{number(floor - tall)}" height="{number(tall)}"/>',
    ]
    if bar.before is not None:
        y = number(floor - share(bar.before, top) * (floor - TOP) - 1)
        pieces.append(f'<rect class="before" x="{x}%" width="{width}%" y="{y}" height="2"/>')
    if bar.low is not None and bar.high is not None:
        rise, fall = (share(value, top) * (floor - TOP) for value in (bar.high, bar.low))
        pieces.append(f'<rect class="range" x="{number((index + 0.5) * step)}%" width="3" y="{number(floor - rise)}" height="{number(max(rise - fall, 1))}"/>')
    cause = f" cause-{name(bar.marker)}" if bar.marker else ""
    state = (" partial" if bar.partial else "") + (" latest" if index == count - 1 else "")
    return anchor(bar.href, "".join(pieces), classes=f"column{cause}{state}")


def numbers(bars: Sequence[Bar], floor: int) -> str:
    """The last column's number, the highest one's and the lowest one's, as far as they fit and none runs into another."""
    values = [bar.value for bar in bars]
    wished = [len(bars) - 1, values.index(max(values)), values.index(min(values))]
    told: list[int] = []
    for i in dict.fromkeys(wished):
        if free(bars, i) and all(apart(bars, i, other) for other in told):
            told.append(i)
    return "".join(over(bars, i, floor) for i in told)


def free(bars: Sequence[Bar], index: int) -> bool:
    """Only the next neighbours may rise into the number; else it would seem to be theirs."""
    reach = int(LETTER * len(bars[index].shown) / 2 * len(bars) / PHONE)
    around = [*bars[max(index - reach, 0) : max(index - 1, 0)], *bars[index + 2 : index + reach + 1]]
    return all(bar.value <= bars[index].value for bar in around)


def apart(bars: Sequence[Bar], one: int, other: int) -> bool:
    """Even on a phone, two numbers have room beside each other."""
    between = abs(one - other) * PHONE / len(bars)
    return between > LETTER * (len(bars[one].shown) + len(bars[other].shown)) / 2 + LETTER


def over(bars: Sequence[Bar], index: int, floor: int) -> str:
    """The number above its column and above last year's mark."""
    bar, (x, turned) = bars[index], place(index, len(bars), len(bars[index].shown))
    rise = share(max(bar.value, bar.before or 0, bar.high or 0), highest(bars)) * (floor - TOP)
    return f'<text class="number" x="{x}%" y="{number(floor - rise - 6)}"{turned}>{words(bar.shown)}</text>'


def place(index: int, count: int, letters: int) -> tuple[str, str]:
    """Where a text over or under a column is anchored, so that none is cut off at the edges."""
    middle = (index + 0.5) * 100 / count
    half = letters * LETTER / 2 * 100 / PHONE
    if middle < half:
        return "0", ""
    if middle > 100 - half:
        return "100", ' text-anchor="end"'
    return number(middle), ' text-anchor="middle"'


def feet(bars: Sequence[Bar], floor: int) -> str:
    """What stands under the columns: in the middle of each, or at the left edge of those that open a group."""
    texts = opening([bar.group for bar in bars]) if any(bar.group for bar in bars) else [bar.label for bar in bars]
    if all(texts):
        drawn = [(place(i, len(bars), len(text)), text) for i, text in enumerate(texts)] if fit(texts) else []
    else:
        drawn = [((number(i * 100 / len(bars)), ""), texts[i]) for i in starts(texts)]
    return "".join(f'<text x="{x}%" y="{floor + 16}"{turned}>{words(text)}</text>' for (x, turned), text in drawn)


def opening(groups: Sequence[str]) -> list[str]:
    """Each group's name at its first column only."""
    return [group if i == 0 or groups[i - 1] != group else "" for i, group in enumerate(groups)]


def fit(texts: Sequence[str]) -> bool:
    """Each has room under its column on a phone."""
    return max(len(text) for text in texts) * LETTER < PHONE / len(texts)


def starts(texts: Sequence[str]) -> list[int]:
    """The columns with something under them, leaving out what would run into the next."""
    begun = [i for i, text in enumerate(texts) if text]
    ends = [*begun[1:], len(texts)]
    room = PHONE / len(texts)
    return [i for i, end in zip(begun, ends, strict=True) if (end - i) * room > LETTER * len(texts[i])]

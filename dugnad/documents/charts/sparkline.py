"""A small line beside a number: how it came to be what it is."""

from collections.abc import Sequence

from django.utils.safestring import SafeString, mark_safe

from dugnad.documents.markup import name, number, words

WIDTH, HEIGHT, EDGE = 96, 24, 3


def sparkline(values: Sequence[float], *, title: str = "", marker: str = "") -> SafeString:
    """The values from left to right, the last one as a dot; without a title it is decoration beside words."""
    if not values:
        return mark_safe("")
    points = [f"{number(x)} {number(y)}" for x, y in places(values)]
    x, y = places(values)[-1]
    drawn = f'<path class="line" d="M{"L".join(points)}"/><circle cx="{number(x)}" cy="{number(y)}" r="2.5"/>'
    said = f'role="img" aria-label="{words(title)}"' if title else 'aria-hidden="true"'
    cause = f" cause-{name(marker)}" if marker else ""
    box = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    return mark_safe(f'<svg class="sparkline{cause}" {said} {box}>{drawn}</svg>')


def places(values: Sequence[float]) -> list[tuple[float, float]]:
    """From nothing at the bottom to the highest value at the top."""
    top, low = max(*values, 0), min(*values, 0)
    span = (top - low) or 1
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    return [(EDGE + i * step, HEIGHT - EDGE - (v - low) / span * (HEIGHT - 2 * EDGE)) for i, v in enumerate(values)]

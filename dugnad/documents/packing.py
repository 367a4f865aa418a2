"""Lays squares of one or two cells side by side, so that only the end of the last row can stay empty."""

from collections.abc import Iterator, Sequence

Cell = tuple[int, int]  # column, row


def pack(sizes: Sequence[int], columns: int) -> tuple[list[Cell], int]:
    """Where each square's upper left corner goes, and how many rows that takes; the order is kept as far as it can be.

    The large ones go first, each as near as possible to where its turn would have put it; the small ones then fill
    every cell between them in order, so no hole is left that a small one could have filled.
    """
    columns = max(columns, 2)
    rows = -(-sum(size * size for size in sizes) // columns)
    rows = max(rows, 2) if 2 in sizes else rows
    while (large := place_large(sizes, columns, rows)) is None:
        rows += 1
    taken = {cell for corner in large.values() for cell in four(corner)}
    free = ((x, y) for y in range(rows) for x in range(columns) if (x, y) not in taken)
    return [large[i] if i in large else next(free) for i in range(len(sizes))], rows


def place_large(sizes: Sequence[int], columns: int, rows: int) -> dict[int, Cell] | None:
    """The corners of the squares of four cells, or None where so few rows cannot hold them all."""
    corners: dict[int, Cell] = {}
    taken: set[Cell] = set()
    before = 0
    for i, size in enumerate(sizes):
        if size == 2:
            corner = nearest(divmod(before, columns)[::-1], columns, rows, taken)
            if corner is None:
                return evenly(sizes, columns, rows)
            corners[i] = corner
            taken.update(four(corner))
        before += size * size
    return corners


def nearest(wish: Cell, columns: int, rows: int, taken: set[Cell]) -> Cell | None:
    """The free place for a large square nearest to the wished one, looking in ever wider rings."""
    for distance in range(columns + rows):
        for corner in ring(wish, distance):
            if fits(corner, columns, rows) and not taken.intersection(four(corner)):
                return corner
    return None


def ring(centre: Cell, distance: int) -> Iterator[Cell]:
    """All cells that many steps away."""
    column, row = centre
    for down in range(-distance, distance + 1):
        across = distance - abs(down)
        yield column - across, row + down
        if across:
            yield column + across, row + down


def fits(corner: Cell, columns: int, rows: int) -> bool:
    return 0 <= corner[0] <= columns - 2 and 0 <= corner[1] <= rows - 2


def four(corner: Cell) -> tuple[Cell, Cell, Cell, Cell]:
    """The cells that a large square covers."""
    x, y = corner
    return (x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)


def evenly(sizes: Sequence[int], columns: int, rows: int) -> dict[int, Cell] | None:
    """The large squares edge to edge, for a quilt of little else, where scattered ones block each other."""
    places = [(x, y) for y in range(0, rows - 1, 2) for x in range(0, columns - 1, 2)]
    large = [i for i, size in enumerate(sizes) if size == 2]
    return dict(zip(large, places, strict=False)) if len(large) <= len(places) else None

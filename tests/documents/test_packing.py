"""A packed quilt has no square on another and no hole that could have been filled."""

from hypothesis import given
from hypothesis import strategies as st

from dugnad.documents.packing import pack

sizes = st.lists(st.sampled_from([1, 1, 1, 2]), max_size=120)


def cells(size: int, corner: tuple[int, int]) -> set[tuple[int, int]]:
    return {(corner[0] + i, corner[1] + j) for i in range(size) for j in range(size)}


@given(sizes, st.integers(2, 30))
def test_every_square_has_its_own_cells_inside_the_quilt(sizes: list[int], columns: int) -> None:
    corners, rows = pack(sizes, columns)
    covered = [cell for size, corner in zip(sizes, corners, strict=True) for cell in cells(size, corner)]
    assert len(covered) == len(set(covered)) == sum(size * size for size in sizes)
    assert all(0 <= x < columns and 0 <= y < rows for x, y in covered)


@given(sizes, st.integers(2, 30))
def test_the_same_activities_make_the_same_quilt(sizes: list[int], columns: int) -> None:
    assert pack(sizes, columns) == pack(list(sizes), columns)


def test_small_squares_leave_only_the_end_of_the_last_row() -> None:
    sizes = [2 if i % 9 == 0 else 1 for i in range(200)]
    corners, rows = pack(sizes, 26)
    covered = {cell for size, corner in zip(sizes, corners, strict=True) for cell in cells(size, corner)}
    holes = [(x, y) for y in range(rows) for x in range(26) if (x, y) not in covered]
    assert rows == -(-sum(size * size for size in sizes) // 26)
    assert {y for _, y in holes} <= {rows - 1}


def test_nothing_but_large_squares() -> None:
    corners, rows = pack([2] * 7, 5)
    assert len(set(corners)) == 7
    assert rows == 8

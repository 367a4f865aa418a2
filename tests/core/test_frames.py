"""What a statement selects, as frames: the same from both databases."""

import polars as pl
import pytest

from dugnad.core.frames import frame, frames

SCHEMA = {"n": pl.Int64, "said": pl.String}
ROWS = "SELECT 1 AS n, 'a, \"b\"' AS said UNION ALL SELECT 2, '' UNION ALL SELECT 3, NULL ORDER BY 1"

pytestmark = pytest.mark.django_db


def test_nothing_and_an_empty_text_are_told_apart():
    assert frame(ROWS, SCHEMA).rows() == [(1, 'a, "b"'), (2, ""), (3, None)]


def test_what_is_asked_for_is_filled_in():
    assert frame(f"SELECT * FROM ({ROWS}) r WHERE n > %s ORDER BY n", SCHEMA, (2,)).rows() == [(3, None)]


def test_nothing_has_the_columns_all_the_same():
    assert frame(f"SELECT * FROM ({ROWS}) r WHERE n > 9", SCHEMA).schema == SCHEMA


def test_much_comes_a_piece_at_a_time(monkeypatch):
    monkeypatch.setattr("dugnad.core.frames.CHUNK", 1)
    monkeypatch.setattr("dugnad.core.frames.BLOCK", 1)
    assert [piece.height for piece in frames(ROWS, SCHEMA)] == [1, 1, 1]

"""Spreadsheets as people have them."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from dugnad.core.errors import Refused
from dugnad.core.tables import opened
from dugnad.core.tables.opened import read

TEXT = "tittel;dato\nSøppelplukking;14.03.2026\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [(TEXT.encode(), "utf-8"), (TEXT.encode("utf-8-sig"), "utf-8"), (TEXT.encode("cp1252"), "cp1252"), (TEXT.encode("utf-16"), "utf-16")],
)
def test_encodings_and_separators_are_found_out(content, encoding):
    table = opened(content, "a.csv")
    assert (table.rows[0], table.how["encoding"], table.how["separator"]) == ((2, {"tittel": "Søppelplukking", "dato": "14.03.2026"}), encoding, ";")


def test_a_greek_file_is_read_as_greek():
    text = "τίτλος;ημερομηνία\n" + "Καθαρισμός της παραλίας με φοιτητές;14.03.2026\n" * 20
    assert "Καθαρισμός" in opened(text.encode("iso8859_7"), "a.csv").rows[0][1]["τίτλος"]


def test_row_numbers_are_the_spreadsheets_own():
    table = opened(b'a,b\n\n"two\nlines",2\n3,4\n', "a.csv")
    assert [number for number, _cells in table.rows] == [3, 4]


def test_headings_twice_and_empty_ones_get_a_name():
    assert opened(b"a,a,\n1,2,3\n", "a.csv").headings == ["a", "a (2)", "column 3"]


def book(sheets=1, rows=(("title", "date"), ("A", "2026-03-14"))):
    made = Workbook()
    for _ in range(sheets - 1):
        made.create_sheet()
    for row in rows:
        made.worksheets[-1].append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_of_fifty_sheets_the_first_with_rows_is_read():
    table = opened(book(50), "a.xlsx")
    assert (table.how["sheets"], table.rows[0][1]["title"]) == ("50", "A")


def test_dates_and_numbers_of_a_workbook_are_text():
    from datetime import date, datetime, timedelta

    table = opened(book(rows=(("a", "b", "c", "d"), (date(2026, 3, 14), 2.5, 3.0, timedelta(hours=2)), (datetime(2026, 3, 14, 9), 1, 1, 1))), "a.xlsx")
    assert table.rows[0][1]["a"] == "2026-03-14" and table.rows[0][1]["b"] == "2.5" and table.rows[0][1]["c"] == "3"


def test_a_sheet_that_is_not_there_is_named():
    with pytest.raises(Refused, match="no sheet"):
        opened(book(), "a.xlsx", sheet="Elsewhere")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \n \n", "empty"),
        (b",,\n,,\n", "no rows"),
        (b"one\ntwo\n", "one column"),
        (b"PK\x03\x04 broken", "not a spreadsheet"),
        (b"a,b\n\x00,1\n", "not a spreadsheet"),
        (b'a,b\n"' + b"x" * 200_000 + b'",1\n', "broken"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(content, says):
    with pytest.raises(Refused, match=says):
        opened(content, "a.csv")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(Refused, match="no file"):
        read(tmp_path / "nothing.csv")


def test_letters_that_are_lost_are_counted():
    assert opened("a,b\nÆ,2\n".encode("utf-16") + b"\x00", "a.csv").how["lost letters"] == "1"

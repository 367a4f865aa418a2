"""Terms: February to July, and August to January, the two of most universities."""

BEGINS = 1  # February, as a month number within a year


def term_of(month: int) -> int:
    """Terms as whole numbers."""
    return (month - BEGINS) // 6


def terms_in_a_row(months: list[int], now: int) -> int:
    """Back from now: the running term counts if it has something, and does not break the row while it has not."""
    reported, term = {term_of(month) for month in months}, term_of(now)
    if term not in reported:
        term -= 1
    row = 0
    while term - row in reported:
        row += 1
    return row

"""Figures of a unit, a country, a platform or the network, as the pages show them."""

import argparse
import json
from datetime import date
from typing import Any

from dugnad.core.errors import Refused
from dugnad.core.periods import ALWAYS, Period, parse_month

PARTS = ("unit", "month", "cause", "objective", "sdg", "type", "action", "measure", "money", "label", "origin")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("unit", metavar="UNIT", help="a unit's code, like NO-BERG-ESN, NO, NEP or INT")
    parser.add_argument("--from", dest="first", type=_month, metavar="2025-01")
    parser.add_argument("--to", dest="last", type=_month, metavar="2025-12")
    parser.add_argument("--by", choices=PARTS)
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="as it stood at the end of that day")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> None:
    from dugnad.activities.statistics import answer
    from dugnad.network.models import Unit

    unit = Unit.objects.coded(args.unit).first()
    if unit is None:
        raise Refused("no-such-unit", f"There is no unit with the code {args.unit}.")
    found = answer(unit, _period(args), by=args.by, as_of=args.as_of)
    print(json.dumps(found, ensure_ascii=False)) if args.json else _print(found)


def _period(args: argparse.Namespace) -> Period:
    first, last = ALWAYS.first if args.first is None else args.first, ALWAYS.last if args.last is None else args.last
    if last < first:
        raise Refused("ends-before", "--to lies before --from.")
    return Period(first, last)


def _print(found: dict[str, Any]) -> None:
    names = list(found["measures"])
    rows = [["", *names], *([row["label"], *row["measures"].values()] for row in found["rows"]), [found["unit"], *found["measures"].values()]]
    widths = [max(len(str(row[i])) for row in rows) for i in range(len(names) + 1)]
    for row in rows:
        print("  ".join(str(cell).ljust(width) if i == 0 else str(cell).rjust(width) for i, (cell, width) in enumerate(zip(row, widths, strict=True))))


def _month(text: str) -> int:
    try:
        return parse_month(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it like 2025-03-14") from None

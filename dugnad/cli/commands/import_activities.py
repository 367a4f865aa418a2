"""Load a spreadsheet of activities: all or nothing, row by row reported; a second time adds nothing."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

SHOWN = 40


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV, XLSX or ODS")
    parser.add_argument("--unit", required=True, metavar="U", help="the code of the unit that organised them")
    parser.add_argument(
        "--map",
        nargs="+",
        default=[],
        action="extend",
        metavar="HEADING=ANSWER",
        type=_pair,
        help="what a column means; HEADING= leaves it out; numbers of several columns are added up",
    )
    parser.add_argument("--title", default="", metavar="TEXT", help="for rows that name none")
    parser.add_argument("--dates", choices=["day-first", "month-first"], help="how 03/04/2026 is meant, where the column does not say")
    parser.add_argument("--cause", default="", metavar="KEY", help="for rows that name none")
    parser.add_argument("--type", default="", metavar="KEY", help="for rows that name none")
    parser.add_argument("--sheet", metavar="NAME")
    parser.add_argument("--group-column", default="", metavar="HEADING", help="the column that names the unit of each row, below U")
    parser.add_argument("--make-units", action="store_true", help="add the units that the group column names and that are not there")
    parser.add_argument("--dry-run", action="store_true", help="report, but change nothing")
    parser.add_argument("--keep-good", action="store_true", help="keep the good rows although some are refused")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    from tqdm import tqdm

    from dugnad.access.actor import SYSTEM
    from dugnad.activities.importing import Wishes, load
    from dugnad.core.errors import Refused
    from dugnad.core.tables import opened
    from dugnad.core.tables.opened import read
    from dugnad.network.models import Unit

    unit = Unit.objects.coded(args.unit).first()
    if unit is None:
        raise Refused("no-such-unit", f"There is no unit with the code {args.unit}.")
    table = opened(read(args.file), args.file.name, sheet=args.sheet)
    ways = {name: getattr(args, name) for name in ("title", "cause", "type", "keep_good", "dry_run", "group_column", "make_units")}
    wishes = Wishes(dict(args.map), dates=(args.dates or "").replace("-", " "), **ways)
    report = load(SYSTEM, unit, table, wishes, progress=lambda rows, what: tqdm(rows, desc=what, unit=" rows", disable=not sys.stderr.isatty()))
    failed = bool(report.counts["refused"]) and not args.keep_good
    if args.json:
        print(json.dumps(report.shown() | {"kept": not (failed or args.dry_run)}, ensure_ascii=False))
    else:
        _print(report, failed, args.dry_run)
    return int(failed)


def _print(report: Any, failed: bool, dry_run: bool) -> None:
    for name, value in report.how.items():
        print(f"{name}: {value}")
    told = [line for line in report.lines if line.why]
    for line in told[:SHOWN]:
        print(f"row {line.row}: {line.done}: {line.what}: {line.why}", file=sys.stderr if line.done == "refused" else sys.stdout)
    if len(told) > SHOWN:
        print(f"… and {len(told) - SHOWN} more rows (--json shows all)")
    print(", ".join(f"{number} {done}" for done, number in report.counts.items()))
    if failed or dry_run:
        reason = f"{report.counts['refused']} rows are refused; mend them, or keep the others with --keep-good" if failed else "--dry-run"
        print(f"nothing was kept: {reason}", file=sys.stderr)


def _pair(text: str) -> tuple[str, str]:
    heading, sep, answer = text.rpartition("=")
    if not sep:
        raise argparse.ArgumentTypeError(f"{text!r}: write HEADING=ANSWER")
    return heading.strip(), answer.strip()

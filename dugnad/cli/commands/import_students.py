"""Load numbers of international students: what fair comparison divides by. Loading the same twice changes nothing."""

import argparse
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="CSV, XLSX or ODS: a unit's code and a number in each row; or countries to countries, whose columns are summed"
    )
    parser.add_argument("--year", type=int, required=True, help="of which year: 2013 for the academic year 2013/14")
    parser.add_argument("--source", required=True, help="where the numbers come from; shown beside every rank")


def run(args: argparse.Namespace) -> int:
    from dugnad.core.errors import Refused
    from dugnad.core.tables import opened
    from dugnad.core.tables.opened import read
    from dugnad.seasons.importing import load

    if not 1980 <= args.year <= 2100:
        raise Refused("wrong-year", f"{args.year} is not a year between 1980 and 2100.")
    found = opened(read(args.file), args.file.name)
    rows = [[row.get(heading, "") for heading in found.headings] for _number, row in found.rows]
    report = load([found.headings, *rows], args.year, args.source)
    for code, why in report.skipped:
        print(f"{code}: passed over, {why}")
    print(f"{report.created} created, {report.changed} changed, {report.unchanged} unchanged, {len(report.skipped)} passed over")
    return 0

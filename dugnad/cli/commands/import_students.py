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
    from dugnad.access.actor import SYSTEM
    from dugnad.core.errors import Refused
    from dugnad.core.tables import opened
    from dugnad.core.tables.opened import read
    from dugnad.network.models import Unit
    from dugnad.seasons.actions.students import load_students

    top = Unit.objects.filter(parent=None).first()
    if top is None:
        raise Refused("no-network", "There is no network yet: dugnad import-units FILE, or dugnad found NAME, comes first.")
    report = load_students(SYSTEM, top, opened(read(args.file), args.file.name), year=args.year, source=args.source)
    for code, why in report.skipped:
        print(f"{code}: passed over, {why}")
    print(f"{report.created} created, {report.changed} changed, {report.unchanged} unchanged, {len(report.skipped)} passed over")
    print(f"{report.total:,} international students at {report.created + report.changed + report.unchanged} units in {args.year}")
    return 0

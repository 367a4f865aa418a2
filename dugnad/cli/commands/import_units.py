"""Load a network's units from its list: one row a section. Loading it twice changes nothing."""

import argparse
import json
from pathlib import Path

SHOWN = 60


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV, XLSX or ODS")
    parser.add_argument("--dry-run", action="store_true", help="report, but change nothing")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> None:
    from django.db import transaction

    from dugnad.core.tables import opened
    from dugnad.core.tables.opened import read
    from dugnad.network.importing import load
    from dugnad.network.models import Unit

    with transaction.atomic():
        report = load(opened(read(args.file), args.file.name))
        if args.dry_run:
            transaction.set_rollback(True)
    if args.json:
        print(json.dumps(report.shown(), ensure_ascii=False))
        return
    print(", ".join(f"{name} {value}" for name, value in report.how.items()))
    for line in [line for line in report.lines if line.why][:SHOWN]:
        print(f"row {line.row}: {line.done} {line.what}: {line.why}")
    print(", ".join(f"{number} {done}" for done, number in report.counts.items()) + (" (nothing was kept: --dry-run)" if args.dry_run else ""))
    print(
        f"{Unit.objects.exclude(reference='').count()} units with a reference, under {Unit.objects.exclude(reference='').values('parent').distinct().count()} countries"
    )

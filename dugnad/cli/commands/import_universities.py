"""Load universities from the register of charters or any table of them. Loading the same twice changes nothing."""

import argparse
import json
from pathlib import Path

SHOWN = 40


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV, XLSX or ODS with at least the columns name, city and country")
    parser.add_argument("--json", action="store_true", help="print the whole report as JSON")
    parser.add_argument("--all", action="store_true", help=f"print every row that needs a word, not only the first {SHOWN}")


def run(args: argparse.Namespace) -> int:
    from dugnad.access.actor import SYSTEM
    from dugnad.core.errors import Refused
    from dugnad.core.tables import opened
    from dugnad.core.tables.opened import read
    from dugnad.network.models import Unit
    from dugnad.recognition.actions.universities import load_universities

    top = Unit.objects.filter(parent=None).first()
    if top is None:
        raise Refused("no-network", "There is no network yet: dugnad import-units FILE, or dugnad found NAME, comes first.")
    report = load_universities(SYSTEM, top, opened(read(args.file), args.file.name))
    if args.json:
        print(json.dumps(report.shown(), ensure_ascii=False))
        return 0
    print("; ".join(f"{name}: {what}" for name, what in report.how.items()))
    told = report.told if args.all else report.told[:SHOWN]
    for line in told:
        print(f"row {line.row}: {line.done}: {line.what}: {line.why}")
    if len(told) < len(report.told):
        print(f"… and {len(report.told) - len(told):,} rows more with a word to say (--all shows them, --json too)")
    print(", ".join(f"{many:,} {done}" for done, many in report.counts.items()))
    return 0

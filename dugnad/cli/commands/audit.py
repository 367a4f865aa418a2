"""Recompute every figure from the records and name each one that differs."""

import argparse
import json

SHOWN = 50


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help='print {"checked": n, "differences": [...]}')


def run(args: argparse.Namespace) -> int:
    from dugnad.activities.posting import all_postings
    from dugnad.figures.audit import audit

    found = audit(all_postings)
    if args.json:
        print(json.dumps(found.shown()))
    else:
        print(f"{found.checked} figures checked, {len(found.differences)} differ")
        for one in found.differences[:SHOWN]:
            arrived = f", arrived {one.arrived}" if one.arrived else ""
            print(f"  unit {one.unit} {one.facet}={one.value} {one.month} {one.measure}{arrived}: {one.recorded}, but the records say {one.recomputed}")
    return 1 if found.differences else 0

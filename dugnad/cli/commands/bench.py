"""Measure this machine: dugnad bench record prints figures beside what they are compared with, and the goals."""

import argparse
import json


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["record"], help="registering, pages and the form; on SQLite and PostgreSQL")
    parser.add_argument("--json", action="store_true", help="print the same figures as JSON, with goals_met")
    parser.add_argument("--activities", type=_sizes, default=[20_000, 1_000_000], metavar="N,M", help="sizes to compare (default 20000,1000000)")
    parser.add_argument("--seconds", type=float, default=5.0, help="for each rate of writing (default 5)")


def run(args: argparse.Namespace) -> int:
    from psycopg import OperationalError

    from dugnad.cli.bench import record, table
    from dugnad.core.errors import Refused

    try:
        found = record.measure(args.activities, args.seconds)
    except OperationalError as error:
        raise Refused("no-postgres", f"The benchmark needs a PostgreSQL server (DUGNAD_TEST_POSTGRES): {str(error).strip()}") from None
    print(json.dumps(found) if args.json else "\n".join(table.lines(found)))
    return 0


def _sizes(text: str) -> list[int]:
    sizes = [int(part) for part in text.split(",")]
    if not sizes or min(sizes) < 100 or sizes != sorted(sizes):
        raise argparse.ArgumentTypeError("give sizes of at least 100, the smaller first, like 20000,1000000")
    return sizes

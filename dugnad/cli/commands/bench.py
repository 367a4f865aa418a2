"""Measure this machine: dugnad bench record (or figures, fairness, review) prints figures beside what they are compared with, and the goals."""

import argparse
import json
from pathlib import Path

SIZES = {"record": [20_000, 1_000_000], "figures": [100_000, 1_000_000, 10_000_000], "fairness": [], "review": [], "print": [], "ideas": []}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        choices=list(SIZES),
        help="record: registering, pages and the form; figures: questions, writing, rebuilding; on SQLite and PostgreSQL; "
        "fairness: a season in which some sections inflate, without a database; "
        "review: the self-check beside reviewers, without a database; print: letters beside WeasyPrint, and sheets; "
        "ideas: searching among many, on SQLite and PostgreSQL",
    )
    parser.add_argument("--json", action="store_true", help="print the same figures as JSON, with goals_met")
    parser.add_argument("--activities", type=_sizes, metavar="N,M", help="sizes to compare (record: 20000,1000000; figures: 100000,1000000,10000000)")
    parser.add_argument("--seconds", type=float, default=5.0, help="for each rate of writing (default 5)")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the filled databases, and take those that were kept before")
    parser.add_argument("--kills", type=int, default=100, help="figures: how often the folder or a writer is killed (default 100)")
    parser.add_argument("--letters", type=int, choices=(1, 100, 1_000), default=1_000, help="print: up to so many letters beside WeasyPrint (default 1000)")
    parser.add_argument("--streamed", type=int, default=10_000, metavar="N", help="print: letters of the figure of memory (default 10000)")
    parser.add_argument("--ideas", type=int, default=20_000, metavar="N", help="ideas: among so many (default 20000)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="fairness, review: the same seed makes the same (default 1)")


def run(args: argparse.Namespace) -> int:
    if args.what == "fairness":
        return _fairness(args)
    if args.what == "review":
        return _review(args)
    if args.what == "print":
        return _print(args)
    if args.what == "ideas":
        return _ideas(args)

    from psycopg import OperationalError

    from dugnad.cli.bench import record, table
    from dugnad.cli.bench.figures import measure
    from dugnad.cli.bench.figures import table as figures
    from dugnad.core.errors import Refused

    sizes = args.activities or SIZES[args.what]
    try:
        found = record.measure(sizes, args.seconds, args.keep) if args.what == "record" else measure.measure(sizes, args.seconds, args.kills, args.keep)
    except OperationalError as error:
        raise Refused("no-postgres", f"The benchmark needs a PostgreSQL server (DUGNAD_TEST_POSTGRES): {str(error).strip()}") from None
    lines = table.lines if args.what == "record" else figures.lines
    print(json.dumps(found) if args.json else "\n".join(lines(found)))
    return 0


def _fairness(args: argparse.Namespace) -> int:
    from dugnad.cli.bench.fairness import judge, table

    found = judge.measure(args.seed)
    print(json.dumps(found) if args.json else "\n".join(table.lines(found)))
    return 0


def _review(args: argparse.Namespace) -> int:
    from dugnad.cli.bench.review import judge, table

    found = judge.measure(args.seed)
    print(json.dumps(found) if args.json else "\n".join(table.lines(found)))
    return 0


def _print(args: argparse.Namespace) -> int:
    from dugnad.cli.bench.print import measure, table

    found = measure.measure(args.letters, args.streamed)
    print(json.dumps(found) if args.json else "\n".join(table.lines(found)))
    return 0


def _ideas(args: argparse.Namespace) -> int:
    from psycopg import OperationalError

    from dugnad.cli.bench.ideas import measure, table
    from dugnad.core.errors import Refused

    try:
        found = measure.measure(args.ideas)
    except OperationalError as error:
        raise Refused("no-postgres", f"The benchmark needs a PostgreSQL server (DUGNAD_TEST_POSTGRES): {str(error).strip()}") from None
    print(json.dumps(found) if args.json else "\n".join(table.lines(found)))
    return 0


def _sizes(text: str) -> list[int]:
    sizes = [int(part) for part in text.split(",")]
    if not sizes or min(sizes) < 100 or sizes != sorted(sizes):
        raise argparse.ArgumentTypeError("give sizes of at least 100, the smaller first, like 20000,1000000")
    return sizes

"""The worker alone: tasks (thumbnails, e-mails), and on PostgreSQL the folder of the accounts."""

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="do what waits, then stop")


def run(args: argparse.Namespace) -> int:
    from dugnad.cli.working import work, work_once

    return work_once() if args.once else work()

"""Django's own commands, for the engineer: dugnad manage COMMAND ..."""

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="COMMAND ...")


def run(args: argparse.Namespace) -> None:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["dugnad manage", *args.rest])

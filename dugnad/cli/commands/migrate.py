"""Bring the database to this version's shape, and load the default vocabularies."""

import argparse

from django.core.management import call_command
from django.db import connection


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="say nothing")


def run(args: argparse.Namespace) -> None:
    from dugnad.activities.actions.vocabularies import load
    from dugnad.criteria.actions import load as load_rubric
    from dugnad.criteria.models import Rubric

    call_command("migrate", verbosity=0 if args.quiet else 1, interactive=False)
    load(only_new=True)
    if not Rubric.objects.exists():
        load_rubric()
    with connection.cursor() as cursor:  # a table that was made anew has lost its counts, without which the planner reads all of it
        cursor.execute("ANALYZE")

"""Found a network: its levels, its countries and its platforms. Sections follow with import-units."""

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the network's name")


def run(args: argparse.Namespace) -> None:
    from dugnad.network.defaults import load_defaults
    from dugnad.network.models import Unit

    top = load_defaults(args.name)
    print(f"{args.name} stands, with {Unit.objects.filter(parent=top).count()} countries and platforms. Its top unit is {top.code}.")

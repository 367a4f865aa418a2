"""Make a token for a person's programs; its secret is printed once."""

import argparse
from datetime import timedelta


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", metavar="EMAIL")
    parser.add_argument("--scope", choices=["read", "write"], default="read")
    parser.add_argument("--days", type=int, default=90, help="how long it works (1 to 400)")
    parser.add_argument("--name", default="command line")


def run(args: argparse.Namespace) -> None:
    from django.utils import timezone

    from dugnad.access.actor import SYSTEM
    from dugnad.access.tokens import make
    from dugnad.core.errors import Refused
    from dugnad.network.models import Person

    person = Person.objects.filter(email__iexact=args.email, is_active=True).first()
    if person is None:
        raise Refused("no-such-person", f"Nobody signs in with {args.email}.")
    if not 1 <= args.days <= 400:
        raise Refused("wrong-end", "--days takes a number between 1 and 400.")
    _token, secret = make(SYSTEM, person, args.name, args.scope, timezone.now() + timedelta(days=args.days))
    print(secret)

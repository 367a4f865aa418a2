"""Give an office to somebody, who is made known if new: the first person of an installation."""

import argparse
import os
import secrets


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", metavar="EMAIL")
    parser.add_argument("--role", required=True, choices=["local", "national", "committee", "board", "auditor"])
    parser.add_argument("--unit", required=True, metavar="CODE")
    parser.add_argument("--name", default="")


def run(args: argparse.Namespace) -> None:
    from allauth.account.models import EmailAddress
    from django.utils import timezone

    from dugnad.access.actor import SYSTEM
    from dugnad.core.errors import Refused
    from dugnad.directory.actions import appoint
    from dugnad.network.models import Person, Unit

    unit = Unit.objects.coded(args.unit).first()
    if unit is None:
        raise Refused("no-such-unit", f"There is no unit with the code {args.unit}.")
    person, password = Person.objects.filter(email__iexact=args.email).first(), ""
    if person is None:
        password = os.environ.get("DUGNAD_NEW_PASSWORD") or secrets.token_urlsafe(12)
        person = Person.objects.create_user(args.email, password, name=args.name or args.email.partition("@")[0])
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    appoint(SYSTEM, person, unit, args.role, since=timezone.localdate())
    print(f"{person.email} is {args.role} of {unit.code}." + (f" The password is {password}" if password else ""))

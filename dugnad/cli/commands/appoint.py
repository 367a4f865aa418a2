"""Give an office to somebody, who is made known if new: the first person of an installation."""

import argparse
import os
import secrets
from typing import Any


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", metavar="EMAIL")
    parser.add_argument("--role", required=True, choices=["local", "national", "committee", "board", "auditor"])
    parser.add_argument("--unit", required=True, metavar="CODE")
    parser.add_argument("--name", default="")


def run(args: argparse.Namespace) -> None:
    from django.db import transaction
    from django.utils import timezone

    from dugnad.access.actor import SYSTEM
    from dugnad.core.errors import Refused
    from dugnad.directory.actions import appoint
    from dugnad.network.models import Unit

    unit = Unit.objects.coded(args.unit).first()
    if unit is None:
        raise Refused("no-such-unit", f"There is no unit with the code {args.unit}.")
    with transaction.atomic():
        person, password = _person(args)
        appoint(SYSTEM, person, unit, args.role, since=timezone.localdate())
    print(f"{person.email} is {args.role} of {unit.code}." + (f" The password is {password}" if password else ""))


def _person(args: argparse.Namespace) -> tuple[Any, str]:
    """Who it is, and the password of somebody new."""
    from allauth.account.models import EmailAddress
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from dugnad.core.errors import Refused
    from dugnad.network.models import Person

    if found := Person.objects.filter(email__iexact=args.email).first():
        return found, ""
    try:
        validate_email(args.email)
    except ValidationError:
        raise Refused("no-email", f"{args.email} is no e-mail address.") from None
    password = os.environ.get("DUGNAD_NEW_PASSWORD") or secrets.token_urlsafe(12)
    person = Person.objects.create_user(args.email, password, name=args.name or args.email.partition("@")[0])
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person, password

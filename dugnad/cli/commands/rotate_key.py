"""A new key signs certificates from now on. The keys before stay published: what they signed stays valid, unless others may have had one."""

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--compromised",
        type=int,
        metavar="N",
        help="others may have had key N: it is trusted no more, and what it signed is signed anew; interrupted, the same again goes on",
    )


def run(args: argparse.Namespace) -> int:
    from dugnad.access.actor import SYSTEM
    from dugnad.certificates import keys
    from dugnad.certificates.actions.keys import distrust, key_that_signs, rotate

    if args.compromised is None:
        key = rotate(SYSTEM)
    else:
        distrust(SYSTEM, args.compromised)
        key = key_that_signs()
        print(f"Key {args.compromised} is not trusted any more, and published no more.")
    print(f"Key {key.number} signs from now on: {key.public}")
    print(f"Its private half is in {keys.folder()}; put a copy into the backup, where nobody else reads it.")
    return 0 if args.compromised is None else _sign_anew()


def _sign_anew() -> int:
    """One after the other, certificates with the mail to their volunteers, then badges; 1 if some are left."""
    from django.db import transaction

    from dugnad.access.actor import SYSTEM
    from dugnad.certificates.actions.signing_anew import sign_anew
    from dugnad.certificates.models import Badge, Certificate
    from dugnad.certificates.tasks import send_signed_anew

    done, left = 0, []
    for certificate in Certificate.objects.distrusted().only("pk", "code", "state").iterator():
        with transaction.atomic():
            if sign_anew(SYSTEM, certificate):
                done += 1
                if certificate.state == Certificate.State.GIVEN:
                    send_signed_anew.enqueue(certificate=str(certificate.pk))
            else:
                left.append(certificate.shown_code)
    for badge in Badge.objects.distrusted().only("pk").iterator():
        if sign_anew(SYSTEM, badge):
            done += 1
        else:
            left.append(str(badge.pk))
    print(f"{done:,} signed anew")
    if left:
        print(f"{len(left):,} left as they are, since what is kept is not what was signed: {', '.join(left[:20])}")
    return 1 if left else 0

"""Run as a process of its own: the named world and eight tokens in the database of the environment."""

import json
from datetime import timedelta
from hashlib import sha256

from dugnad.cli.main import set_up


def main() -> None:
    set_up()
    from django.utils import timezone

    from dugnad.access.models import Token
    from tests import world

    world.build()
    kari = world.read().kari
    secrets = [f"secret-of-client-{number}-" + "x" * 32 for number in range(8)]
    for secret in secrets:
        hashed = sha256(secret.encode()).hexdigest()
        Token.objects.create(person=kari, name="client", scope="write", secret_hash=hashed, expires_at=timezone.now() + timedelta(days=1))
    print(json.dumps(secrets))


if __name__ == "__main__":
    main()

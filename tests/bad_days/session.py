"""Run as a process of its own: the named world, an activity of Kari's, and a session of hers."""

import json

from dugnad.cli.main import set_up


def main() -> None:
    set_up()
    from django.test import Client

    from tests import world

    world.build()
    here = world.read()
    client = Client()
    client.force_login(here.kari, backend="dugnad.access.backend.SignIn")
    print(json.dumps({"session": client.cookies["sessionid"].value, "activity": str(world.register(here.bergen, here.kari).pk)}))


if __name__ == "__main__":
    main()

"""Run as a process of its own: the named world and a round of approved letters in the database of the environment; prints its id."""

import sys

from dugnad.cli.main import set_up


def main(many: int) -> None:
    set_up()
    from tests import world
    from tests.recognition.making import approved

    world.build()
    print(approved(world.read(), many).pk)


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""Run as a process of its own: the named world, so many coordinators more in Bergen, and a label of theirs, in the database of the environment."""

import sys
from datetime import date

from dugnad.cli.main import set_up


def main(many: int) -> None:
    set_up()
    from dugnad.network.models import Network, Office, Person, Role
    from tests import world
    from tests.label.making import awarded

    world.build()
    named = world.read()
    for number in range(many - 1):
        person = Person.objects.create_user(f"coordinator{number}@example.org", None, name=f"Coordinator {number}")
        Office.objects.create(person=person, unit=named.bergen, role=Role.LOCAL, since=date(2020, 1, 1))
    Network.objects.update(sample_data=False)
    awarded(named)


if __name__ == "__main__":
    main(int(sys.argv[1]))

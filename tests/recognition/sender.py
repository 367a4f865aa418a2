"""Run as a process of its own, as the worker would: sends what waits of a round."""

import json
import sys

from dugnad.cli.main import set_up


def main(pk: str) -> None:
    set_up()
    from dugnad.access.actor import acting
    from dugnad.network.models import Person
    from dugnad.recognition.actions.send import send_round
    from dugnad.recognition.models import Round

    done = send_round(acting(Person.objects.get(email="marianne@example.org")), Round.objects.get(pk=pk))
    print(json.dumps(done | {"states": Round.objects.get(pk=pk).letters.by_state()}))


if __name__ == "__main__":
    main(sys.argv[1])

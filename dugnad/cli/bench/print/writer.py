"""Run as a process of its own: writes so many approved letters, each of its own, into the database of the environment."""

import sys

from dugnad.cli.bench import child
from dugnad.cli.main import set_up


def main(many: int) -> None:
    set_up()
    from django.utils import timezone

    from dugnad.access.actor import SYSTEM
    from dugnad.core.periods import month_of, of_term, term_of
    from dugnad.network.models import Unit, University
    from dugnad.recognition.actions.rounds import plan
    from dugnad.recognition.codes import new_code
    from dugnad.recognition.models import Letter

    child.ready()
    term = of_term(term_of(month_of(timezone.localdate())) - 1)
    of = plan(SYSTEM, Unit.objects.get(parent=None), name="Bench", first_month=term.first, last_month=term.last)
    known = list(of.letters.all())
    more = [University(name=f"{known[n % len(known)].university.name} {n}", country="NO") for n in range(many - len(known))]
    University.objects.bulk_create(more, batch_size=500)
    copies = []
    for n, university in enumerate(more):
        like = known[n % len(known)]
        told = like.told | {"figures": {name: value + n for name, value in like.told["figures"].items()}}
        words = {"subject": f"{like.subject} · {n}", "body": like.body, "address": f"{like.address}\n{n}", "language": like.language, "entry": like.entry}
        copies.append(Letter(round=of, university=university, unit_id=like.unit_id, code=new_code(), told=told, **words))
    Letter.objects.bulk_create(copies, batch_size=500)
    of.letters.update(state="approved", approved_at=timezone.now())
    child.say({"letters": of.letters.count()})


if __name__ == "__main__":
    main(int(sys.argv[1]))

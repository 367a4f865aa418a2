"""Run as a process of its own: so many ideas composed from the sample's titles, stories, recipes and towns, with their words."""

import random
import sys
from datetime import UTC, datetime, timedelta
from uuid import UUID

from dugnad.cli.bench import child
from dugnad.cli.main import set_up

PART = 2_000


def main(many: int) -> None:
    set_up()
    from django.db import connection, transaction

    from dugnad.activities.models import Activity
    from dugnad.activities.vocabulary import words
    from dugnad.cli.sample.facts import facts
    from dugnad.core import marks
    from dugnad.ideas import finding
    from dugnad.ideas.models import Adaptation, Idea, Season, Words
    from dugnad.ideas.shelf import MARK
    from dugnad.network.models import Unit

    child.ready()
    rng, recipes = random.Random(2), facts("recipes")  # another seed than the sample beside it, whose ideas would have the same numbers
    patterns = [(cause, one) for cause, own in facts("titles").items() if cause != "failures" for one in own if one["lang"] in ("en", "nb", "fr")]
    units = list(Unit.objects.filter(level__key="section").values_list("pk", "city"))
    causes = {term.key: term for term in words().current["cause"]}
    through = Idea.causes.through
    done = list(Activity.objects.registered().values_list("pk", flat=True))
    for first in range(0, many, PART):
        ideas, filed = [], []
        for number in range(first, min(first + PART, many)):
            (cause, pattern), (unit, city) = rng.choice(patterns), rng.choice(units)
            recipe = recipes[pattern["type"]]
            idea = Idea(
                id=UUID(int=rng.getrandbits(128), version=4), unit_id=unit, state="published", language=pattern["lang"],
                title=f"{pattern['title'].format(city=city)}: {city}"[:120], summary=pattern["story"].format(city=city), why=pattern["outcome"],
                steps="\n".join(recipe["steps"]), material="\n".join(recipe["material"]), risks=recipe["risks"], adapting=pattern["learnt"],
                answers=recipe["answers"], seasons=rng.sample(Season.values, rng.randrange(3)), effort=rng.randint(1, 3), people=rng.randint(2, 60),
                ready_in=rng.randint(1, 120), budget=rng.choice([0, 0, 20, 150, 900]), published_at=datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=number),
            )  # fmt: skip
            ideas.append(idea)
            filed.append(through(idea_id=idea.pk, term_id=causes[cause].pk))
        with transaction.atomic():
            Idea.objects.bulk_create(ideas)
            through.objects.bulk_create(filed)
            Words.objects.bulk_create(finding.of(idea, idea) for idea in ideas)
            here, done = done[: len(done) // 4], done[len(done) // 4 :]
            taken = set(Adaptation.objects.filter(activity__in=here).values_list("activity_id", flat=True))
            Adaptation.objects.bulk_create(Adaptation(idea=rng.choice(ideas), activity_id=pk) for pk in here if pk not in taken)
    marks.touch(MARK)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    child.say({"ideas": many})


if __name__ == "__main__":
    main(int(sys.argv[1]))

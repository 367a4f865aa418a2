"""The sample federation's needs: the same each time, made up and said so; and vocabularies that an older installation lacks."""

import random
from datetime import date

from dugnad.activities.actions.vocabularies import load
from dugnad.activities.models import Term, Vocabulary
from dugnad.cli.sample.needs import needs
from dugnad.needs.models import Evidence, Need
from dugnad.needs.told import about
from tests.world import register, term

TODAY = date(2026, 11, 20)


def test_the_same_seed_gives_the_same_needs(world):
    needs(random.Random(3), TODAY)
    first = list(Need.objects.order_by("pk").values_list("pk", "title", "opened_at"))
    Evidence.objects.all().delete()
    Need.objects.all().delete()
    needs(random.Random(3), TODAY)
    assert first == list(Need.objects.order_by("pk").values_list("pk", "title", "opened_at")) and len(first) > 25


def test_each_figure_says_that_it_is_made_up(world):
    needs(random.Random(3), TODAY)
    assert set(Evidence.objects.values_list("source", flat=True)) == {"sample, made up"}


def test_the_nordic_case_finds_needs_like_it_elsewhere_and_what_answered_it(world):
    day = date(2026, 10, 4)
    register(world.bergen, world.kari, title="Sunday coffee", starts_on=day, type=term("type", "elderly-visit"))
    needs(random.Random(3), TODAY)
    told = about(Need.objects.get(title="Elderly people eat alone all week"))
    assert [answer.activity.title for answer in told["answers"]] == ["Sunday coffee"] and told["due"]
    assert {"FR", "FI", "DK"} <= {other.need.unit.country for other in told["alike"]}


def test_an_older_installation_gets_the_new_words_and_keeps_its_own(world):
    Term.objects.filter(vocabulary__kind="group").delete()
    Vocabulary.objects.filter(kind="group").delete()
    Term.objects.filter(pk=term("cause", "health").pk).update(names={"en": "Well-being"})
    load(only_new=True)
    assert Vocabulary.objects.get(kind="group").terms.count() > 9 and term("cause", "health").names == {"en": "Well-being"}

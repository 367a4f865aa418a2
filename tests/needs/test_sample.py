"""The sample federation's needs: the same each time, made up and said so; and vocabularies that an older installation lacks."""

import random
from datetime import date

from dugnad.activities.actions.vocabularies import load
from dugnad.activities.models import Term, Vocabulary
from dugnad.cli.sample.market import name_needs
from dugnad.cli.sample.needs import needs
from dugnad.ideas.actions import write as actions
from dugnad.ideas.models import Idea, Named
from dugnad.needs.models import Evidence, Need
from dugnad.needs.told import about
from tests.ideas.making import answers
from tests.world import act, register, term

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


def test_the_first_idea_of_a_kind_of_activity_is_named_for_the_open_needs_that_it_answers(world):
    visit, swap = (register(world.bergen, world.kari, title=kind, type=term("type", kind)) for kind in ("elderly-visit", "repair-swap"))
    for activity in (visit, visit, swap):
        actions.publish(act(world.kari), actions.write(act(world.kari), world.bergen, made_from=activity, **answers(title=activity.title)))
    needs(random.Random(3), TODAY)
    name_needs()
    named = Named.objects.values_list("need__title", "idea")
    first = Idea.objects.filter(made_from=visit).earliest("published_at")
    assert ("Elderly people eat alone all week", first.pk) in named and len({idea for _need, idea in named}) == 2
    assert not Named.objects.exclude(need__state="open").exists()


def test_an_older_installation_gets_the_new_words_and_keeps_its_own(world):
    Term.objects.filter(vocabulary__kind="group").delete()
    Vocabulary.objects.filter(kind="group").delete()
    Term.objects.filter(pk=term("cause", "health").pk).update(names={"en": "Well-being"})
    load(only_new=True)
    assert Vocabulary.objects.get(kind="group").terms.count() > 9 and term("cause", "health").names == {"en": "Well-being"}

"""How far two agree who do not see each other: by criterion, by country, through the versions of the rubric."""

import pytest

from dugnad.criteria import actions as rubrics
from dugnad.review.agreement import agreement, alpha, blind_pairs, most_dividing
from tests.review.making import asked, committee, gave
from tests.world import act


def pair(world, cleo, *, title, first=2, second=2, **others):
    case = gave(world.marianne, asked(world, twice=True, title=title), each=first)
    return gave(cleo, case, "label", each=second, **others)


def test_full_agreement_is_one():
    assert agreement([(0, 0), (1, 1), (2, 2), (3, 3)]).alpha == pytest.approx(1)


def test_chance_is_about_nothing_and_opposites_are_below():
    assert alpha([(a, b) for a in range(4) for b in range(4)], "ordinal") == pytest.approx(0, abs=0.1)
    assert alpha([(0, 3), (3, 0), (0, 3), (3, 0)], "ordinal") < -0.5


def test_krippendorffs_own_example_of_two_observers():
    """Ten units, binary, two observers: α = 0.095 (Computing Krippendorff's Alpha-Reliability, 2011, A)."""
    first, second = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert alpha(list(zip(first, second, strict=True)), "nominal") == pytest.approx(0.095, abs=0.001)


@pytest.mark.parametrize("pairs", [[], [(2, 2)], [(1, 1), (1, 1)]])
def test_where_nobody_could_disagree_nothing_is_said(pairs):
    assert agreement(pairs).alpha is None


def test_only_blind_pairs_count(world):
    cleo = committee(world)
    gave(world.marianne, asked(world, title="Alone"))
    gave(world.marianne, asked(world, title="Half", twice=True))
    pair(world, cleo, title="Both")
    assert {key: len(pairs) for key, pairs in blind_pairs().points.items()} == dict.fromkeys(((k, world.norway.pk) for k in blind_pairs().criteria), 1)


def test_the_criterion_that_divides_people_most_comes_first(world):
    cleo = committee(world)
    for title, first, need in (("One", 2, 0), ("Two", 3, 0), ("Three", 2, 3)):
        pair(world, cleo, title=title, first=first, second=first, need=need)
    assert most_dividing(blind_pairs())[0][0] == "A need, found out with the people concerned"


def test_who_could_not_tell_is_not_compared(world):
    cleo = committee(world)
    pair(world, cleo, title="One", need=None)
    assert "need" not in blind_pairs().criteria


def test_points_of_an_earlier_version_count_for_the_criterion_that_continues_it(world):
    cleo = committee(world)
    pair(world, cleo, title="Before")
    draft = rubrics.begin(act(world.ines))
    need, told = draft.criteria.get(key="need"), draft.criteria.get(key="told")
    rubrics.write(
        act(world.ines), draft, need, key="asked-first", was=["need"], needed=False, asked=True, names={"en": "Asked first"}, helps={}, asks={}, dos={}
    )
    rubrics.drop(act(world.ines), told)
    rubrics.adopt(act(world.ines), draft)
    pair(world, cleo, title="After")
    many = {name: one.pairs for name, one in most_dividing(blind_pairs())}
    assert (many["Asked first"], many["Told so that others can repeat it"], many["A partner"]) == (2, 1, 2)


def test_by_country(world):
    cleo = committee(world)
    pair(world, cleo, title="One")
    assert (blind_pairs().countries, most_dividing(blind_pairs(), world.france.pk)) == ([world.norway.pk], [])

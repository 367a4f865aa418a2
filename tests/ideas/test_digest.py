"""The monthly mail: to whoever asked for it, once a month at most, with a reason for each idea, ended by one click."""

from datetime import date

import pytest
from django.core import mail

from dugnad.core.errors import Refused
from dugnad.ideas import reasons
from dugnad.ideas.actions import digest, talk
from dugnad.ideas.actions.name import name, take_back
from dugnad.ideas.models import Digest, Subscriber
from dugnad.needs import actions as needs
from tests.ideas.making import adapted, idea, tried
from tests.needs.making import recorded
from tests.world import act, on, register, term

APRIL = date(2026, 4, 2)


@pytest.fixture
def asked(world):
    """Luc asked for it, for Paris; there is something to propose."""
    digest.subscribe(act(world.luc), world.paris)
    return idea(world, title="Walk and pick")


def test_it_comes_once_a_month(world, asked):
    sent = [digest.send_digests(day) for day in (APRIL, date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 1))]
    assert sent == [1, 0, 1, 0] and len(mail.outbox) == 2


def test_nobody_gets_it_who_did_not_ask(world):
    idea(world)
    assert digest.send_digests(APRIL) == 0


def test_who_holds_no_office_any_more_gets_none(world, asked):
    from dugnad.network.models import Office

    Office.objects.filter(person=world.luc).update(until=date(2026, 4, 1))
    assert digest.send_digests(APRIL) == 0


def test_it_is_asked_for_a_unit_of_ones_own(world):
    with pytest.raises(Refused):
        digest.subscribe(act(world.luc), world.bergen)


def test_it_tells_what_happened_near_and_proposes_with_reasons(world, asked):
    near = idea(world, title="Soup for all")
    tried(world, near, day=date(2026, 3, 20))
    digest.send_digests(APRIL)
    body = mail.outbox[0].body
    assert "Done near you" in body and "ESN Paris: Soup for all" in body
    assert "- Walk and pick (ESN Bergen)\n  5 people are enough, and you are usually 8; nobody in your country has tried it yet" in body


def test_what_was_said_at_followed_ideas_is_told(world, asked):
    talk.follow(act(world.luc), asked)
    with on(date(2026, 3, 10)):
        talk.ask(act(world.ola), asked, text="Who pays?")
    digest.send_digests(APRIL)
    assert "Walk and pick: Who pays?" in mail.outbox[0].body


def test_where_there_is_nothing_to_tell_nobody_is_bothered(world):
    digest.subscribe(act(world.luc), world.paris)
    assert digest.send_digests(APRIL) == 0 and not Digest.objects.exists()


def test_a_mail_that_could_not_be_sent_is_sent_the_next_time(world, asked, monkeypatch):
    from django.core.mail.backends.locmem import EmailBackend

    with monkeypatch.context() as away:
        away.setattr(EmailBackend, "send_messages", lambda *_a: (_ for _ in ()).throw(OSError("away")))
        assert digest.send_digests(APRIL) == 0
    assert digest.send_digests(APRIL) == 1


def test_somebody_else_may_have_sent_it_meanwhile(world, asked, monkeypatch):
    ready = reasons.newest

    def meanwhile():
        Digest.objects.create(person=world.luc, month=2026 * 12 + 3)
        return ready()

    monkeypatch.setattr(reasons, "newest", meanwhile)
    assert digest.send_digests(APRIL) == 0


def test_sample_data_write_to_nobody(world, asked):
    from dugnad.network.models import Network

    Network.objects.update(sample_data=True)
    assert digest.send_digests(APRIL) == 0


def test_one_click_ends_it_without_signing_in(world, asked, client, settings):
    digest.send_digests(APRIL)
    said = mail.outbox[0].extra_headers
    address = said["List-Unsubscribe"].strip("<>").removeprefix(settings.SITE)
    assert said["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click" and address in mail.outbox[0].body
    assert client.get(address).status_code == 200 and Subscriber.objects.exists()
    client.post(address, {"List-Unsubscribe": "One-Click"})
    assert not Subscriber.objects.exists() and client.post(address).status_code == 200


@pytest.mark.parametrize("token", ["x", "a:b", "%00", "WyJ4Il0:" + "y" * 43])
def test_a_link_that_is_not_ours_is_nothing(world, client, token):
    assert client.get(f"/ideas/digest/stop/{token}/").status_code == 404


def test_on_the_page_one_asks_for_it_and_ends_it(world, sign_in):
    session = sign_in(world.luc)
    session.post("/ideas/digest/", {"unit": "FR-PARI-ESN"})
    assert Subscriber.objects.get().unit == world.paris
    session.post("/ideas/digest/", {"stop": "1"})
    assert not Subscriber.objects.exists()
    assert session.post("/ideas/digest/", {"unit": "NO-BERG-ESN"}).status_code == 422


def test_an_idea_that_the_section_wrote_or_adapted_is_not_proposed(world):
    own, done = idea(world, "luc", "paris", title="Own"), idea(world, title="Done")
    adapted(world, done)
    new = idea(world, title="New")
    assert [one for one, _why in reasons.proposed(reasons.about(world.paris, APRIL), reasons.newest())] == [new] and own


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"people": 9, "seasons": ["autumn"]}, "nobody in your country has tried it yet"),
        ({"people": 9, "seasons": ["spring"]}, "it is its season when you are ready; nobody in your country has tried it yet"),
        ({"people": 8, "seasons": ["autumn"]}, "8 people are enough, and you are usually 8; nobody in your country has tried it yet"),
    ],
)
def test_each_reason_is_said_in_words(world, told, reason):
    register(world.paris, world.luc, volunteers=8)
    idea(world, **told)
    ((_idea, why),) = reasons.proposed(reasons.about(world.paris, APRIL), reasons.newest())
    assert "; ".join(why) == reason


def test_those_with_more_reasons_come_first_and_three_at_most(world):
    for people in (99, 1, 99, 1, 99):
        idea(world, people=people)
    assert [one.people for one, _why in reasons.proposed(reasons.about(world.paris, APRIL), reasons.newest())] == [1, 1, 99]


def proposal(world, unit="paris"):
    """Why the first idea is proposed, as far as it is because of a need."""
    _idea, why = reasons.proposed(reasons.about(getattr(world, unit), APRIL), reasons.newest())[0]
    return why[0]


def test_an_idea_that_is_named_for_a_need_of_the_section_says_so(world):
    name(act(world.kari), idea(world), recorded(world, world.paris, world.luc, title="On mange seul"))
    assert proposal(world) == "answers a need of yours: “On mange seul”"


def test_an_idea_that_is_named_for_a_need_in_the_country_says_where(world):
    name(act(world.luc), idea(world, "luc", "paris"), recorded(world))
    assert proposal(world, "oslo") == "answers a need in your country: “Elderly people eat alone all week”, ESN Bergen"


def test_an_idea_that_is_named_for_a_need_like_one_of_theirs_says_which(world):
    recorded(world, world.paris, world.luc, title="On mange seul")
    closed = recorded(world)
    name(act(world.kari), idea(world), closed)
    needs.close(act(world.kari), closed, result="There is a café now.")
    assert proposal(world) == "answers a need like yours: “Elderly people eat alone all week”, ESN Bergen"


def test_an_idea_of_the_theme_and_the_words_of_a_need_says_both(world):
    recorded(world, world.paris, world.luc, title="On mange seul")
    idea(world, title="Dinner together", summary="For pensioners, in winter.", causes=[term("cause", "inclusion")])
    assert proposal(world) == "may answer “On mange seul”, ESN Paris: the same theme, and “pensioners”, “winter”, “dinner” in both"


@pytest.mark.parametrize("told", [{"summary": "For pensioners, at dinner."}, {"summary": "For pensioners.", "causes": ["inclusion"]}])
def test_a_theme_or_words_alone_are_no_reason(world, told):
    recorded(world, world.paris, world.luc)
    idea(world, **(told | {"causes": [term("cause", key) for key in told.get("causes", ["environment"])]}))
    assert "need" not in proposal(world) and "answer" not in proposal(world)


def test_a_need_that_is_closed_or_taken_back_or_not_like_theirs_is_no_reason(world):
    far = recorded(world, title="Plastic", theme="environment", groups=("animals-nature",), who="It lies on the beach.", would_help="")
    taken, found = recorded(world, world.paris, world.luc, theme="health"), idea(world)
    name(act(world.kari), found, far)
    take_back(act(world.kari), name(act(world.kari), found, taken))
    assert proposal(world) == "5 people are enough, and you are usually 5"
    needs.close(act(world.luc), taken, result="Done.")
    assert proposal(world) == "5 people are enough, and you are usually 5"


def test_a_need_stands_before_size_and_season(world):
    recorded(world, world.paris, world.luc)
    idea(world, title="In season", seasons=["spring"])
    fitting = idea(world, title="Dinner", summary="For pensioners.", people=99, causes=[term("cause", "inclusion")])
    names = [one.title for one, _why in reasons.proposed(reasons.about(world.paris, APRIL), reasons.newest())]
    assert names == ["In season", "Dinner"] and fitting


@pytest.mark.parametrize("many", [1, 3, 60])
def test_proposing_asks_at_most_twelve_questions_however_many_there_are(world, django_assert_max_num_queries, many):
    for number in range(many):
        name(act(world.kari), idea(world, title=f"Idea {number}"), recorded(world, world.paris, world.luc, title=f"Need {number}"))
    with django_assert_max_num_queries(13):
        assert reasons.proposed(reasons.about(world.paris, APRIL), reasons.newest())

"""Who a token is: its person's rights of this moment, cut by its scope; nothing after its end."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from dugnad.access.actor import SYSTEM
from dugnad.access.models import Token
from dugnad.access.tokens import make, person_of, revoke
from dugnad.cli.main import main
from dugnad.core.errors import NotAllowed, Refused
from dugnad.network.models import Office
from tests.api.asking import Program, new
from tests.world import act


def soon():
    return timezone.now() + timedelta(days=5)


def test_a_reading_token_reads_and_does_not_write(world):
    program = Program(world.kari, "read")
    answer = program.post("/activities", new())
    assert answer.status_code == 403 and answer["Content-Type"] == "application/problem+json"
    assert program.get("/activities").status_code == 200


def test_writing_needs_a_token(world):
    answer = Program().post("/activities", new())
    assert answer.status_code == 401 and answer["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", ["/activities", "/units", "/units/NO", "/figures?unit=NO", "/vocabularies"])
def test_a_wrong_token_is_said_where_none_is_needed(world, path):
    program = Program()
    assert program.get(path).status_code == 200
    program.headers = {"Authorization": "Bearer dugnad_wrong"}
    assert program.get(path).status_code == 401


def test_a_session_is_no_way_in(world, sign_in):
    answer = sign_in(world.kari).post("/api/v1/activities", new(), content_type="application/json")
    assert answer.status_code == 401


def test_a_deactivated_persons_token_is_refused_at_once(world):
    program = Program(world.kari)
    assert program.post("/activities", new()).status_code == 201
    world.kari.is_active = False
    world.kari.save()
    assert program.post("/activities", new()).status_code == 401 and program.get("/activities").status_code == 401


def test_an_ended_office_gives_no_right_from_that_moment(world):
    program, body = Program(world.kari), new()
    assert program.post("/activities", body).status_code == 201
    Office.objects.filter(person=world.kari).update(until=date.today())
    assert program.post("/activities", new()).status_code == 404
    assert program.patch(f"/activities/{body['id']}", {"revision": 1, "reason": "x", "title": "y"}).status_code == 404


def test_ended_and_revoked_tokens_are_nobody(world):
    token, secret = make(act(world.kari), world.kari, "phone", "read", soon())
    assert person_of(secret) == token
    revoke(act(world.kari), token)
    assert person_of(secret) is None
    other, secret = make(act(world.kari), world.kari, "phone", "read", soon())
    Token.objects.filter(pk=other.pk).update(expires_at=timezone.now())
    assert person_of(secret) is None


def test_tokens_belong_to_their_person(world):
    token, _secret = make(SYSTEM, world.kari, "phone", "read", soon())
    with pytest.raises(NotAllowed):
        revoke(act(world.ola), token)
    with pytest.raises(NotAllowed):
        make(act(world.ola), world.kari, "mine", "write", soon())


@pytest.mark.parametrize("days", [-1, 0, 500])
def test_a_token_ends_within_400_days(world, days):
    with pytest.raises(Refused):
        make(SYSTEM, world.kari, "phone", "read", timezone.now() + timedelta(days=days))


def test_the_secret_is_nowhere_kept_and_the_use_is_noted_once_a_minute(world, django_assert_num_queries):
    token, secret = make(SYSTEM, world.kari, "phone", "read", soon())
    assert secret not in str(Token.objects.filter(pk=token.pk).values().get())
    person_of(secret)
    with django_assert_num_queries(1):
        assert person_of(secret).used_at is not None
    Token.objects.filter(pk=token.pk).update(used_at=timezone.now() - timedelta(minutes=2))
    with django_assert_num_queries(2):
        person_of(secret)


def test_the_command_prints_the_secret_once(world, capsys):
    assert main(["token", "kari@example.org", "--scope", "write", "--days", "3"]) in (0, None)
    found = person_of(capsys.readouterr().out.strip())
    assert found.person == world.kari and found.scope == "write" and found.expires_at < timezone.now() + timedelta(days=4)


@pytest.mark.parametrize("asked", [["nobody@example.org"], ["anna@example.org"], ["kari@example.org", "--days", "999"]])
def test_the_command_refuses_in_words(world, capsys, asked):
    assert main(["token", *asked]) == 1
    assert capsys.readouterr().err.strip()

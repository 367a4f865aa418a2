"""Keys change, and nothing that was signed is lost by it."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from dugnad.access.actor import SYSTEM
from dugnad.certificates import keys
from dugnad.certificates.actions.keys import key_that_signs, rotate
from dugnad.certificates.models import SigningKey
from dugnad.cli.main import main
from dugnad.core import journal
from dugnad.core.errors import NotAllowed, Refused
from tests.world import act


def test_a_new_key_signs_and_the_old_one_says_until_when_it_did(world):
    old, new = key_that_signs(), rotate(SYSTEM)
    old.refresh_from_db()
    assert (old.number, new.number, old.until is not None, new.until) == (1, 2, True, None)
    assert key_that_signs() == new and len(list(keys.folder().iterdir())) == 2


def test_the_first_key_can_be_made_before_it_is_needed(world):
    assert rotate(SYSTEM).number == 1


def test_only_who_runs_the_server_changes_it(world):
    with pytest.raises(NotAllowed):
        rotate(act(world.ines))
    assert SigningKey.objects.count() == 0


def test_the_command_says_what_to_back_up(world, capsys):
    assert main(["rotate-key"]) == 0
    said = capsys.readouterr().out
    assert "Key 1 signs from now on: z6Mk" in said and str(keys.folder()) in said


def test_the_journal_knows_the_public_half_only(world):
    key = rotate(SYSTEM)
    assert journal.of(key).get().data == {"public": key.public}


def test_a_key_of_another_kind_is_not_taken(world):
    key = key_that_signs()
    (path,) = keys.folder().iterdir()
    path.write_bytes(generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(Refused, match="not on this server"):
        keys.private_of(key.public)

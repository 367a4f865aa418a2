"""What is about several connections at once is asked of PostgreSQL; on SQLite the writer folds in its own transaction, and there is nothing to ask."""

import os

import pytest

collect_ignore = [] if os.environ.get("DUGNAD_TEST_DATABASE") == "postgres" else ["test_folder.py"]


@pytest.fixture
def shared_world(transactional_db):
    """The named world, seen by every connection: these tests commit, and what they commit is flushed after them."""
    from dugnad.network.models import Unit
    from tests import world as named

    if not Unit.objects.exists():
        named.build()
    return named.read()

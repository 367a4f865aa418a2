"""A file is kept up to a size, and only counted beyond it."""

from pathlib import Path

import pytest
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from dugnad.web.uploads import MOST_KEPT, Bounded
from tests.world import register


def begun():
    handler = Bounded()
    handler.new_file("file", "birch.jpg", "image/jpeg", MOST_KEPT)
    return handler


def test_so_much_is_let_through_and_left_to_the_next_handler():
    handler = begun()
    assert handler.receive_data_chunk(b"x" * MOST_KEPT, 0) and handler.file_complete(MOST_KEPT) is None


def test_beyond_it_nothing_is_kept_and_the_true_size_is_known():
    handler = begun()
    handler.receive_data_chunk(b"x" * MOST_KEPT, 0)
    assert handler.receive_data_chunk(b"xy", MOST_KEPT) is None
    found = handler.file_complete(MOST_KEPT + 2)
    assert (found.size, found.read()) == (MOST_KEPT + 2, b"")


def test_what_was_kept_until_then_is_thrown_away(rf):
    request = rf.post("/")
    handler, kept = Bounded(request), TemporaryFileUploadHandler(request)
    request.upload_handlers = [handler, kept]
    for one in request.upload_handlers:
        one.new_file("file", "birch.jpg", "image/jpeg", MOST_KEPT + 1)
    handler.receive_data_chunk(b"x" * (MOST_KEPT + 1), 0)
    handler.file_complete(MOST_KEPT + 1)
    assert not Path(kept.file.temporary_file_path()).exists()


@pytest.mark.parametrize("length", ["2000000000", "99999999999999"])
def test_what_no_form_takes_is_not_waited_for(world, sign_in, length):
    address = f"/activities/{register(world.bergen, world.kari).pk}/photos/"
    answer = sign_in(world.kari).post(address, b"--x--", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=length)
    assert (answer.status_code, "That was too large" in answer.content.decode()) == (413, True)

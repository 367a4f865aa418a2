"""A file that is too large is not kept while it comes in: the form says so, and the rest of what was typed is still there."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MOST_KEPT = 21_000_000  # bytes of one file: more than any form takes
MOST_RECEIVED = 1_000_000_000  # bytes of a request: beyond that it is not even waited for


class Bounded(FileUploadHandler):
    """First of the handlers: lets through so much of each file, then only counts."""

    received = 0

    def handle_raw_input(self, input_data: Any, meta: Any, content_length: int, boundary: Any, encoding: Any = None) -> None:
        if content_length > MOST_RECEIVED:
            raise RequestDataTooBig

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.received += len(raw_data)
        return raw_data if self.received <= MOST_KEPT else None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """An empty file with its true size, which every form refuses; None leaves it to the next handler."""
        if self.received <= MOST_KEPT:
            return None
        self._forget()
        empty = ContentFile(b"")
        return UploadedFile(empty, self.file_name, self.content_type, self.received, self.charset, self.content_type_extra)

    def _forget(self) -> None:
        """What the next handlers have kept of it until it was too large goes now, not when memory is tidied."""
        for handler in getattr(self.request, "upload_handlers", ()):
            if begun := getattr(handler, "file", None):
                begun.close()

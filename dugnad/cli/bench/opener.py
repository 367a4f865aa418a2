"""What a phone loads to see the form for the first time: HTML, styles, scripts and fonts, compressed."""

import re
from pathlib import Path
from urllib.parse import urljoin

from dugnad.cli.bench.child import ready, say
from dugnad.cli.main import set_up

FACE = re.compile(r"@font-face\s*{([^}]*)}")
URL = re.compile(r"url\(\"?([^)\"]+)\"?\)")
RANGES = re.compile(r"unicode-range:([^;}]+)")


def main() -> None:
    set_up()
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)
    html, size = _form()
    ready()
    loaded = _loaded(html)
    say({"html": size, **{name: _compressed(name) for name in sorted(loaded)}})


def _form() -> tuple[str, int]:
    from django.test import Client

    from dugnad.network.models import Office

    office = Office.objects.held_on().filter(role="local").select_related("person", "unit").first()
    assert office is not None
    client = Client(headers={"accept-encoding": "gzip"}, SERVER_NAME="localhost")
    client.force_login(office.person, backend="dugnad.access.backend.SignIn")
    answer = client.get(f"{office.unit.get_absolute_url()}register/", follow=True)
    if answer.status_code != 200:
        raise RuntimeError(f"the form answered {answer.status_code}")
    import gzip

    return gzip.decompress(answer.content).decode(), len(answer.content)


def _loaded(html: str) -> set[str]:
    """Addresses of what the page names, and of what that names in turn."""
    text = set(re.sub(r"<[^>]+>", " ", html))
    waiting = re.findall(r"<link[^>]+rel=\"(?:stylesheet|preload|modulepreload)\"[^>]*>", html)
    addresses = [found for tag in waiting for found in re.findall(r"href=\"([^\"]+)\"", tag)]
    addresses += re.findall(r"<script[^>]+src=\"([^\"]+)\"", html)
    loaded: set[str] = set()
    while addresses:
        address = addresses.pop()
        if address not in loaded and address.startswith("/static/"):
            loaded.add(address)
            addresses += [urljoin(address, found) for found in _named_in(address, text)]
    return loaded


def _named_in(address: str, text: set[str]) -> list[str]:
    if address.endswith(".css"):
        source = _file(address).read_text(encoding="utf-8")
        return re.findall(r"@import\s+(?:url\()?\"([^\"]+)\"", source) + [URL.findall(face)[0] for face in FACE.findall(source) if _needed(face, text)]
    if address.endswith(".js"):
        return re.findall(r"(?:from|import)\s*\(?\"([^\"]+)\"", _file(address).read_text(encoding="utf-8"))
    return []


def _needed(face: str, text: set[str]) -> bool:
    """A browser loads a face of a font when the page has one of its characters."""
    spans = [span.strip().removeprefix("U+").split("-") for ranges in RANGES.findall(face) for span in ranges.split(",")]
    return not spans or any(int(span[0], 16) <= ord(char) <= int(span[-1], 16) for char in text for span in spans)


def _file(address: str) -> Path:
    from django.conf import settings

    return Path(settings.STATIC_ROOT) / address.removeprefix("/static/")


def _compressed(address: str) -> int:
    """As whitenoise sends it: the smallest of the file and its compressed twins."""
    file = _file(address)
    return min(twin.stat().st_size for twin in (file, *(file.with_name(file.name + end) for end in (".br", ".gz"))) if twin.exists())


if __name__ == "__main__":
    main()

"""The data that the print of letters needs, and the prints: all in one document, a file each, or one with its mail."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Self
from urllib.parse import urlsplit
from zipfile import ZIP_STORED, ZipFile

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.utils import timezone
from PIL import Image

from dugnad.activities.models import Photo
from dugnad.core.pictures import stored
from dugnad.documents import cuttings
from dugnad.documents.press import PRESSES, Job, printed
from dugnad.figures.proofs import shown
from dugnad.network.brands import Look, brands_of
from dugnad.network.models import Network, Unit
from dugnad.recognition import codes
from dugnad.recognition.filling import paragraphs
from dugnad.recognition.models import Letter
from dugnad.recognition.wording import day, number, wording
from dugnad.web.contrast import readable

AT_ONCE = 1000  # letters in one document; more come as several
PART = 100  # letters in one of many documents: bounds the memory of a round of any size
SIDE = 480  # pixels of a picture that is 20 mm wide
KEPT = 200  # such pictures, some 30 kB each: letters of one round show the same good examples
SEAM = "seam.svg"
LOGO = (48.0, 13.0)  # millimetres at most: the place of the seam
WHITE = "#FFFFFF"
Pictures = dict[str, bytes]


def document(letters: Iterable[Letter], *, seconds: float = 60) -> bytes:
    """One PDF with all of them."""
    return printed(job(list(letters)), "pdf", seconds=seconds)[0]


def pages(letter: Letter, ppi: float) -> list[bytes]:
    """Its pages as PNG."""
    return printed(job([letter]), "png", ppi=ppi)


def whole(letters: QuerySet[Letter]) -> tuple[IO[bytes], str]:
    """All of them as one PDF; more than the press takes at once as several in a ZIP. A file to be read from its beginning, and how its name ends."""
    file: IO[bytes] = TemporaryFile()  # noqa: SIM115
    few = letters.count() <= AT_ONCE
    if few:
        file.write(document(letters))
    else:
        with ZipFile(file, "w", ZIP_STORED) as packed:
            for part, batch in enumerate(batches(letters.iterator(PART), PART), 1):
                packed.writestr(f"letters-{part:04d}.pdf", document(batch))
    file.seek(0)
    return file, "pdf" if few else "zip"


def each_in(letters: Iterable[Letter], folder: Path) -> Iterator[int]:
    """A file for each, named by its code; how many are done, one after the other."""
    done = 0
    with ThreadPoolExecutor(PRESSES) as hands:  # read and composed here, printed by as many presses as there are
        for batch in batches(letters, PART):
            for code, made in hands.map(_alone, _jobs(batch)):
                (folder / f"{code}.pdf").write_bytes(made)
                done += 1
                yield done


def _alone(of: tuple[str, Job]) -> tuple[str, bytes]:
    code, job = of
    return code, printed(job, "pdf")[0]


def in_parts(letters: QuerySet[Letter], folder: Path) -> Iterator[int]:
    """Documents of a bounded number of letters, read as they are needed, so that memory stays bounded; how many letters each has."""
    for part, batch in enumerate(batches(letters.iterator(PART), PART), 1):
        (folder / f"letters-{part:04d}.pdf").write_bytes(document(batch))
        yield len(batch)


def batches(letters: Iterable[Letter], size: int) -> Iterator[list[Letter]]:
    """So many at a time, read as they are needed."""
    batch: list[Letter] = []
    for letter in letters:
        batch.append(letter)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def job(letters: Sequence[Letter]) -> Job:
    """What the press needs for these letters in one document."""
    return _job(letters, _Shared.of(letters))


def _jobs(letters: Sequence[Letter]) -> Iterator[tuple[str, Job]]:
    """Each letter's code, and what the press needs for it alone: what they share is read once."""
    shared = _Shared.of(letters)
    for letter in letters:
        yield letter.code, _job([letter], shared)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the letters of one print are composed from, read together."""

    network: str
    looks: Mapping[Any, Look]
    photos: Mapping[str, Photo]

    @classmethod
    def of(cls, letters: Sequence[Letter]) -> Self:
        return cls(Network.objects.get().name, brands_of({letter.unit for letter in letters}), _photos(letters))


def _job(letters: Sequence[Letter], shared: _Shared) -> Job:
    pictures: Pictures = {SEAM: _seam()}
    data = {
        "title": letters[0].subject if len(letters) == 1 else letters[0].round.name,
        "author": [str(letters[0].unit)],
        "lang": letters[0].language,
        "seam": SEAM,
        "letters": [_letter(letter, shared, pictures) for letter in letters],
    }
    return Job("letter", data, pictures, made=timezone.now())


def _letter(letter: Letter, shared: _Shared, pictures: Pictures) -> dict[str, Any]:
    own, told = wording(letter.language), letter.told
    link = proof_of(letter)
    picture = f"code-{letter.code}.png"
    pictures[picture] = codes.picture(f"{settings.SITE}/letters/", letter.code, "/")
    return {
        "lang": letter.language,
        "subject": letter.subject,
        "day": day(_dated(letter), letter.language),
        "address": letter.address.splitlines(),
        "parts": paragraphs(letter.body),
        "figures": [[own["labels"][name], number(value, letter.language)] for name, value in told["figures"].items()],
        "people": [{"name": one["name"], "office": _office(one, own)} for one in told["people"]],
        "examples": [_example(one, letter.language, shared.photos, pictures) for one in told["examples"]],
        "from": _sender(letter.unit, shared.network) | _looks(shared.looks[letter.unit_id], pictures),
        "signed": signed_by(letter),
        "words": own["words"] | {"closing": own["closing"], "code": own["words"]["code"].format(address=link)},
        "proof": {"link": link, "shown": f"{_host()}/letters/{shown(letter.code)}/", "picture": picture},
    }


def signed_by(letter: Letter) -> list[str]:
    """Who signs; with the office, when it is not one of the unit in whose name the letter goes out; and that unit."""
    name, office = letter.told.get("signed"), letter.told.get("office")
    return [line for line in (name, _office(office, wording(letter.language)) if name and office else "", str(letter.unit)) if line]


def _office(held: Mapping[str, str], own: Mapping[str, Any]) -> str:
    return f"{own['offices'].get(held['role'], held['role'])}, {held['unit']}"


def proof_of(letter: Letter) -> str:
    """The address at which everybody with the letter can check it."""
    return f"{settings.SITE}/letters/{letter.code}/"


def _dated(letter: Letter) -> date:
    """A letter is of the day on which it was sent, or else approved; a draft is of today."""
    at = letter.sent_at or letter.asked_at or letter.approved_at
    return timezone.localdate(at) if at else timezone.localdate()


def _sender(unit: Unit, network: str) -> dict[str, Any]:
    address = [part for part in (unit.address, unit.city if unit.city not in unit.address else "") if part]
    lines = [" · ".join(address)] if address else []
    lines += [" · ".join(part for part in (unit.email, unit.website.removeprefix("https://").rstrip("/")) if part)]
    return {"name": str(unit), "network": network, "lines": [line for line in lines if line], "sender": " · ".join([str(unit), *address])}


def _looks(look: Look, pictures: Pictures) -> dict[str, Any]:
    """The letterhead in the unit's colours, darkened until they can be read on white; its logo as large as its place allows."""
    told: dict[str, Any] = {"typeface": look.typeface, "colour": readable(look.colour, WHITE) if look.colour else cuttings.INK, "logo": None}
    if look.logo and (blob := stored(look.logo.name)):
        name = f"logo-{Path(look.logo.name).name}"
        pictures[name] = blob
        scale = min(LOGO[0] / look.logo.width, LOGO[1] / look.logo.height)
        told["logo"] = {"name": name, "wide": look.logo.width * scale, "high": look.logo.height * scale, "alt": look.logo.alt}
    return told


def _example(one: dict[str, Any], language: str, photos: Mapping[str, Photo], pictures: Pictures) -> dict[str, Any]:
    """With its photo, or else its square of the quilt."""
    photo = photos.get(one["id"])
    name, alt = f"square-{one['motif']}.svg", None
    if photo and (content := _photo(str(photo.small or photo.file))):
        name, alt = f"photo-{photo.pk}.jpg", photo.alt
        pictures[name] = content
    elif name not in pictures:
        pictures[name] = _square(one["motif"])
    counts = [f"{number(one[kind], language)} {wording(language)['labels'][kind]}" for kind in ("volunteers", "people_helped") if one[kind] > 1]
    line = ", ".join(part for part in (day(date.fromisoformat(one["day"]), language), one["place"]) if part)
    return {"title": one["title"], "line": line, "more": ", ".join(counts), "picture": name, "alt": alt}


def _photos(letters: Sequence[Letter]) -> dict[str, Photo]:
    """The first photo in sight of each example."""
    wanted = {one["id"] for letter in letters for one in letter.told["examples"]}
    found: dict[str, Photo] = {}
    for photo in Photo.objects.filter(activity__in=wanted, hidden_at=None) if wanted else ():
        found.setdefault(str(photo.activity_id), photo)
    return found


def _photo(name: str) -> bytes:
    """A stored photo as small as it is printed; nothing if the file is gone, or no longer a picture."""
    try:
        return _small(name) if default_storage.exists(name) else b""
    except OSError:
        return b""


@lru_cache(maxsize=KEPT)
def _small(name: str) -> bytes:
    """A name is never used for another photo."""
    with default_storage.open(name, "rb") as file, Image.open(file) as picture:
        picture.draft("RGB", (SIDE, SIDE))
        picture.thumbnail((SIDE, SIDE))
        out = BytesIO()
        picture.convert("RGB").save(out, "JPEG", quality=82)
        return out.getvalue()


@cache
def _seam() -> bytes:
    """The six motifs of the letterhead side by side, each in its colour."""
    return cuttings.seam(cuttings.COLOURS).encode()


@cache
def _square(motif: str) -> bytes:
    """A square of the quilt: the motif in paper on its colour."""
    return cuttings.knitted(motif, cuttings.PAPER, ground=cuttings.COLOURS.get(motif, cuttings.INK)).encode()


def _host() -> str:
    return urlsplit(settings.SITE).netloc

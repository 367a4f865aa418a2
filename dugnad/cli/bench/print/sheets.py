"""Run as a process of its own: a cover, a poster and an infographic with a map, each of an activity from the database, warm."""

import time
from statistics import median
from typing import Any

from dugnad.cli.bench import child
from dugnad.cli.main import set_up

TIMES = 9
PAPER = {"paper": "#F6F0E4", "ink": "#20242B", "soft": "#5A5648", "gold": "#E9B44C", "on-accent": "#FFFFFF", "sea": "#E4E6E1"}
KINDS = {"cover": ("quilt", (1200, 630), "png"), "poster": ("number", (842, 1191), "pdf"), "infographic": ("map", (1080, 1350), "png")}


def main() -> None:
    set_up()
    from django.conf import settings

    from dugnad.activities.models import Activity
    from dugnad.activities.vocabulary import words
    from dugnad.documents import cuttings
    from dugnad.documents.press import Job, printed
    from dugnad.documents.square import Square
    from dugnad.figures.proofs import of_record, shown
    from dugnad.network.models import Network

    keys = list(Activity.objects.registered().order_by("-pk").values_list("pk", flat=True)[: TIMES + 1])

    def made(kind: str, pk: Any) -> bytes:
        """From the database to the bytes of the sheet."""
        template, size, form = KINDS[kind]
        one = Activity.objects.select_related("unit", "cause").get(pk=pk)
        near = Activity.objects.registered().filter(unit=one.unit).order_by("-pk")[:60]
        known = words().terms
        motif = known[one.cause_id].motif or "none"
        code = of_record(one.pk)
        pictures: dict[str, tuple[str, int, int]] = {}
        if template == "quilt":
            squares = [Square(row.title, "", known[row.cause_id].motif or "none", filled=True) for row in near]
            pictures["quilt"] = (cuttings.cloth(squares, 552, 630, hero=3), 552, 630)
        if template == "number":
            pictures["motif"] = (cuttings.knitted(motif, "#FFFFFF", 0.12), 90, 90)
        if template == "map":
            place = (one.unit.lat or 0, one.unit.lon or 0, 1.0)
            pictures["map"] = (cuttings.located([place], *size, colour=cuttings.COLOURS.get(motif, cuttings.INK), at=(0.5, 0.3)), *size)
        files = {f"bench-{name}-{pk}.svg": svg.encode() for name, (svg, _w, _h) in pictures.items()}
        proof = f"code-{code}.svg"
        data = {
            "size": size,
            "lang": "en",
            "title": one.title,
            "kicker": str(one.unit),
            "sentence": one.summary or one.title,
            "who": f"{one.unit} · {Network.objects.get().name}",
            "figures": [
                {"number": str(getattr(one, name) or 0), "label": name.replace("_", " ")} for name in ("people_helped", "volunteers", "international_students")
            ],
            "colours": PAPER | {"accent": cuttings.COLOURS.get(motif, cuttings.INK)},
            "pictures": {name: {"name": f"bench-{name}-{pk}.svg", "width": w, "height": h, "alt": one.title} for name, (_svg, w, h) in pictures.items()},
            "words": {"proof": "The figures can be checked at", "code": "QR code"},
            "proof": {"shown": shown(code), "code": proof},
        }
        return printed(Job(template, data, files | {proof: cuttings.code(f"{settings.SITE}/p/{code}/").encode()}), form)[0]  # type: ignore[arg-type]

    for kind in KINDS:
        made(kind, keys[-1])
    child.ready()
    found = {}
    for kind in KINDS:
        spent = []
        for pk in keys[:TIMES]:
            began = time.perf_counter()
            made(kind, pk)
            spent.append((time.perf_counter() - began) * 1000)
        found[f"{kind}_ms"] = round(median(spent), 1)
    child.say(found)


if __name__ == "__main__":
    main()

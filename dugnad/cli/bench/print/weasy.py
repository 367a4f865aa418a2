"""Run as a process of its own: the same letters by WeasyPrint, from the database to files. A development dependency, only for this."""

import logging
import sys
import tempfile
import time
from base64 import b64encode
from html import escape
from pathlib import Path
from typing import Any

from dugnad.cli.bench import child
from dugnad.cli.main import set_up

FONTS = Path(__file__).resolve().parents[3] / "documents" / "fonts"
CSS = """
@font-face { font-family: "Noto Sans"; src: url("noto-sans-400.ttf"); font-weight: 400 } @font-face { font-family: "Noto Sans"; src: url("noto-sans-700.ttf"); font-weight: 700 }
@font-face { font-family: "Bricolage Grotesque"; src: url("bricolage-grotesque-700.ttf"); font-weight: 700 }
@page { size: A4; margin: 22mm 20mm 25mm 25mm } body { font: 10pt/1.4 "Noto Sans"; color: #20242B; margin: 0; hyphens: auto }
article { break-after: page } h1, h2 { font-family: "Bricolage Grotesque", "Noto Sans" } h1 { font-size: 13pt } h2 { font-size: 11pt; margin: 1em 0 .4em }
header { border-bottom: 0.8pt solid; height: 16mm; font-size: 17pt } address { margin: 12mm 0 25mm; white-space: pre-line; font-style: normal; height: 30mm }
.date { text-align: right } ul { display: flex; flex-wrap: wrap; list-style: none; padding: 0 } li { width: 33%; font-size: 9pt } li b { font-size: 15pt; display: block } li img { width: 18mm; float: left; margin-right: 3mm }
.code { width: 20mm; float: right }
"""


def main(many: int) -> None:
    set_up()
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    from dugnad.recognition.documents import job
    from dugnad.recognition.models import Letter

    fonts = FontConfiguration()
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it complains of pictures that are decoration
    sheet = weasyprint.CSS(string=CSS, base_url=f"{FONTS}/", font_config=fonts)
    letters = Letter.objects.filter(round__name="Bench").select_related("unit", "university", "round").order_by("pk")

    def made(rows: list[Any]) -> bytes:
        work = job(rows)
        body = "".join(_article(one, work) for one in work.data["letters"])
        page = f'<html lang="{work.data["lang"]}"><title>{escape(work.data["title"])}</title><body>{body}</body></html>'
        return bytes(weasyprint.HTML(string=page).write_pdf(stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/ua-1"))

    made(list(letters.reverse()[:1]))
    child.ready()
    with tempfile.TemporaryDirectory(prefix="dugnad-bench-print-") as folder:
        began = time.perf_counter()
        for letter in letters[:many]:
            (Path(folder) / f"{letter.code}.pdf").write_bytes(made([letter]))
        separate = time.perf_counter() - began
        began = time.perf_counter()
        (Path(folder) / "all.pdf").write_bytes(made(list(letters[:many])))
        together = time.perf_counter() - began
    child.say({"one_document_s": round(together, 4), "separate_s": round(separate, 4)})


def _article(one: dict[str, Any], work: Any) -> str:
    """The same words and pictures, in the same places."""
    parts = []
    for part in one["parts"]:
        if part.get("block") == "figures":
            parts.append(
                f"<h2>{one['words']['figures']}</h2><ul>" + "".join(f"<li><b>{number}</b>{escape(label)}</li>" for label, number in one["figures"]) + "</ul>"
            )
        elif part.get("block") == "examples":
            rows = "".join(
                f'<li><img alt="" src="{_data(work, it["picture"])}"><b>{escape(it["title"])}</b>{escape(it["line"])}<br>{escape(it["more"])}</li>'
                for it in one["examples"]
            )
            parts.append(f"<h2>{one['words']['examples']}</h2><ul>{rows}</ul>")
        elif part.get("block") == "people":
            parts.append(
                f"<h2>{one['words']['people']}</h2>" + "".join(f"<p><b>{escape(it['name'])}</b><br>{escape(it['office'])}</p>" for it in one["people"])
            )
        else:
            parts.append(f"<p>{escape(part['text'])}</p>")
    seam = f'<img alt="" height="30" src="{_data(work, work.data["seam"])}">'
    head = (
        f"<header><b>{escape(one['from']['name'])}</b> {seam}</header><address>{escape(chr(10).join(one['address']))}</address><p class=date>{one['day']}</p>"
    )
    code = f'<img class="code" alt="{one["words"]["code"]}" src="{_data(work, one["proof"]["picture"])}">'
    foot = f'{code}<p>{one["words"]["closing"]}</p><p><b>{"<br>".join(map(escape, one["signed"]))}</b></p><p><a href="{one["proof"]["link"]}">{one["proof"]["shown"]}</a></p>'
    return f'<article lang="{one["lang"]}">{head}<h1>{escape(one["subject"])}</h1>{"".join(parts)}{foot}</article>'


def _data(work: Any, name: str) -> str:
    kind = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}[name.rpartition(".")[2]]
    return f"data:{kind};base64,{b64encode(work.pictures[name]).decode()}"


if __name__ == "__main__":
    main(int(sys.argv[1]))

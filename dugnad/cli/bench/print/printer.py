"""Run as a process of its own: so many letters from the database to files, in one document and a file each; the press is warm, the letters are new to it."""

import sys
import tempfile
import time
from pathlib import Path

from dugnad.cli.bench import child
from dugnad.cli.main import set_up


def main(many: int) -> None:
    set_up()
    from dugnad.recognition.documents import document, each_in
    from dugnad.recognition.models import Letter

    letters = Letter.objects.select_related("unit", "university", "round").order_by("pk")
    warm, rows = list(letters.reverse()[:4]), letters.filter(round__name="Bench")
    with tempfile.TemporaryDirectory(prefix="dugnad-bench-print-") as folder:
        document(warm)
        list(each_in(warm, Path(folder)))
        child.ready()
        began = time.perf_counter()
        for _number in each_in(rows[:many], Path(folder)):
            pass
        separate = time.perf_counter() - began
        began = time.perf_counter()
        (Path(folder) / "all.pdf").write_bytes(document(rows[many : 2 * many] if rows.count() >= 2 * many else rows[:many], seconds=300))
        together = time.perf_counter() - began
    child.say({"one_document_s": round(together, 4), "separate_s": round(separate, 4)})


if __name__ == "__main__":
    main(int(sys.argv[1]))

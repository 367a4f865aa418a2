"""Run as a process of its own: so many letters streamed to files, with a progress bar; the most memory that this process and the press took together."""

import resource
import sys
import tempfile
import time
from pathlib import Path

from tqdm import tqdm

from dugnad.cli.bench import child
from dugnad.cli.main import set_up


def main(many: int) -> None:
    set_up()
    from dugnad.recognition.documents import in_parts
    from dugnad.recognition.models import Letter

    letters = Letter.objects.filter(round__name="Bench").select_related("unit", "university", "round").order_by("pk")[:many]
    child.ready()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="dugnad-bench-print-") as folder, tqdm(total=many, unit=" letters", disable=not sys.stderr.isatty()) as bar:
        for done in in_parts(letters, Path(folder)):
            bar.update(done)
    seconds = time.perf_counter() - began
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child.say({"seconds": round(seconds, 2), "memory_mb": round((own + _press_peak()) / 1024, 1)})


def _press_peak() -> int:
    """The most that the presses took, in KB."""
    from dugnad.documents.press import presses

    return sum(int(Path(f"/proc/{press.process.pid}/status").read_text().partition("VmHWM:")[2].split()[0]) for press in presses())


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""The working process of the press: reads jobs from its input, writes prints to its output."""

import contextlib
import json
import resource
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typst

from dugnad.documents.press import receive, send

HERE = Path(__file__).parent
MEMORY = 2 * 1024**3  # bytes of address space
KEPT = 200  # pictures
LARGE = 200_000  # characters of data: such a work is not likely to come again
AGE = 11  # works after which the compiler forgets what it has not used


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory(prefix="dugnad-press-") as folder:
        root = Path(folder)
        shutil.copytree(HERE / "print", root / "print")
        (root / "pictures").mkdir()
        with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
            _work(root)


def _work(root: Path) -> None:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[HERE / "fonts"])
    compiler = typst.Compiler(root=root, font_paths=fonts, package_path=root / "none", package_cache_path=root / "none")
    there: dict[str, None] = {}
    while True:
        head, pictures = receive(sys.stdin.buffer)
        _hand(root, pictures, there)
        try:
            blobs = _made(compiler, root, head)
        except Exception as error:  # whatever it is, the next job is another
            send(sys.stdout.buffer, {"error": _said(error)}, [])
        else:
            send(sys.stdout.buffer, {}, [("", blob) for blob in blobs])
        if len(head["data"]) > LARGE:  # who waits for the print does not wait for this
            _forget(compiler, root)


def _forget(compiler: Any, root: Path) -> None:
    """What a large work has left behind would stay in memory until ten more are done: do ten that are nothing."""
    path = root / "print" / "nothing.typ"
    path.touch()
    for _time in range(AGE):
        compiler.compile(input=path, format="svg")


def _made(compiler: Any, root: Path, head: dict[str, Any]) -> Iterable[bytes]:
    path, inputs = root / "print" / f"{head['template']}.typ", {"data": head["data"]}
    if head.get("query"):
        compiler.compile(input=path, sys_inputs=inputs, format="svg")
        return [compiler.query(head["query"], field="value").encode()]
    how = {"pdf_standards": ["ua-1"], "timestamp": head["made"]} if head["kind"] == "pdf" else {"ppi": head["ppi"]}
    made = compiler.compile(input=path, sys_inputs=inputs, format=head["kind"], **how)
    return made if isinstance(made, list) else [made]


def _hand(root: Path, pictures: list[tuple[str, bytes]], there: dict[str, None]) -> None:
    """Pictures by name; the same name is the same picture. When there are many, those go that were used longest ago."""
    for name, blob in pictures:
        plain = Path(name).name
        if plain in there:
            del there[plain]
        else:
            (root / "pictures" / plain).write_bytes(blob)
        there[plain] = None
    for name in list(there)[: max(0, len(there) - max(KEPT, len(pictures)))]:
        (root / "pictures" / name).unlink()
        del there[name]


def _said(error: Exception) -> str:
    message = getattr(error, "message", "") or str(error) or type(error).__name__
    hints = "; ".join(getattr(error, "hints", []))
    trace = " ".join(str(line) for line in getattr(error, "trace", []))
    return json.dumps(f"{message} {hints} {trace}".strip(), ensure_ascii=False).strip('"')


if __name__ == "__main__":
    main()

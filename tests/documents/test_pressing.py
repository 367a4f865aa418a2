"""The working process of the press, step by step: its pictures by name, its prints, and what it says when it cannot."""

import json

import pytest
import typst

from dugnad.documents import pressing
from dugnad.showcase.pieces.formats import SQUARE
from tests.documents.test_sheets import SHORTEST, sheet


@pytest.fixture
def root(tmp_path):
    (tmp_path / "pictures").mkdir()
    return tmp_path


def test_a_picture_is_written_once_under_its_name_alone(root):
    there = {}
    pressing._hand(root, [("../../a.svg", b"one")], there)
    pressing._hand(root, [("a.svg", b"two")], there)
    assert [(path.name, path.read_bytes()) for path in (root / "pictures").iterdir()] == [("a.svg", b"one")]


def test_when_there_are_many_the_oldest_go(root, monkeypatch):
    monkeypatch.setattr(pressing, "KEPT", 2)
    there = {}
    for name in ("a", "b", "c"):
        pressing._hand(root, [(name, b"")], there)
    assert len(list((root / "pictures").iterdir())) == 2 and (root / "pictures" / "c").exists()


def test_pages_documents_and_metadata_are_made_of_one_template(root):
    import shutil

    shutil.copytree(pressing.HERE / "print", root / "print")
    job = sheet("quilt", SQUARE, SHORTEST)
    pressing._hand(root, list(job.pictures.items()), {})
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[pressing.HERE / "fonts"])
    compiler = typst.Compiler(root=root, font_paths=fonts)
    head = {"template": "quilt", "data": json.dumps(job.data), "made": 1_700_000_000}
    assert next(iter(pressing._made(compiler, root, head | {"kind": "png", "ppi": 20})))[:4] == b"\x89PNG"
    assert next(iter(pressing._made(compiler, root, head | {"kind": "pdf"})))[:5] == b"%PDF-"
    assert json.loads(next(iter(pressing._made(compiler, root, head | {"query": "<fitted>"}))))
    with pytest.raises(typst.TypstError) as wrong:
        pressing._made(compiler, root, head | {"data": "{}", "kind": "png", "ppi": 20})
    assert "size" in pressing._said(wrong.value)


def test_what_went_wrong_is_said_in_one_line():
    assert pressing._said(MemoryError()) == "MemoryError" and pressing._said(ValueError("a\nb")) == "a\\nb"

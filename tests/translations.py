"""Every text in every language: extracts what the code says, and fails for a translation that is missing or stale.

Usage: python tests/translations.py [--write]   (--write brings the catalogues up to date and compiles them)
"""

import sys
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "dugnad" / "locale"
LANGUAGES = ("nb", "fr")
WORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "_": None,
    "__": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def extracted() -> Catalog:
    """All texts of the code and the templates."""
    import django
    from django.conf import settings
    from django.utils.translation.template import templatize

    settings.configure(USE_I18N=True)
    django.setup()
    catalog = Catalog()
    for path in sorted([*ROOT.glob("dugnad/**/*.py"), *ROOT.glob("dugnad/**/templates/**/*.html"), *ROOT.glob("dugnad/**/templates/**/*.txt")]):
        text = path.read_text(encoding="utf-8")
        source = text if path.suffix == ".py" else templatize(text)
        for _line, function, message, _comments in extract_python(BytesIO(source.encode()), WORDS.keys(), [], {}):
            _add(catalog, function, message)
    return catalog


def _add(catalog: Catalog, function: str, message: object) -> None:
    parts = list(message) if isinstance(message, tuple) else [message]
    if function in ("ngettext", "ngettext_lazy") and parts[0] and parts[1]:
        catalog.add((parts[0], parts[1]))
    elif function == "npgettext":
        catalog.add((parts[1], parts[2]), context=parts[0])
    elif function in ("pgettext", "pgettext_lazy"):
        catalog.add(parts[1], context=parts[0])
    elif parts[0]:
        catalog.add(parts[0])


def kept(language: str) -> Catalog:
    path = FOLDER / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    return read_po(StringIO(path.read_text(encoding="utf-8")), locale=language)


def updated(language: str, texts: Catalog) -> Catalog:
    old, new = kept(language), Catalog(locale=language, fuzzy=False, project="Dugnad")
    for message in texts:
        if message.id:
            before = old.get(message.id, message.context)
            new.add(message.id, before.string if before else "", context=message.context)
    return new


def missing(language: str, texts: Catalog) -> list[str]:
    """Texts without a translation, or with other fields in braces and per cents than the original."""
    catalog, found = kept(language), []
    for message in texts:
        if message.id:
            own = catalog.get(message.id, message.context)
            if own is None or not own.string or (isinstance(own.string, tuple) and not all(own.string)) or list(own.check()):
                found.append(str(message.id))
    stale = [str(m.id) for m in catalog if m.id and texts.get(m.id, m.context) is None]
    return found + [f"no longer used: {text}" for text in stale]


def write(language: str, catalog: Catalog) -> None:
    folder = FOLDER / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    for name, save in (
        ("django.po", lambda f: write_po(f, catalog, sort_output=True, width=120, omit_header=False, no_location=True)),
        ("django.mo", lambda f: write_mo(f, catalog)),
    ):
        with (folder / name).open("wb") as file:
            save(file)


def main() -> int:
    texts = extracted()
    if "--write" in sys.argv:
        for language in LANGUAGES:
            write(language, updated(language, texts))
    bad = {language: missing(language, texts) for language in LANGUAGES}
    for language, found in bad.items():
        for text in found:
            print(f"{language}: {text}")
        print(f"{language}: {len(texts)} texts, {len(found)} missing, wrong or stale")
    return int(any(bad.values()))


if __name__ == "__main__":
    sys.exit(main())

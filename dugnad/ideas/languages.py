"""The languages in which ideas are written, each by its own name; three of them have stems."""

from babel import Locale

CODES = ("en", "nb", "fr", "bg", "cs", "da", "de", "el", "es", "et", "fi", "hr", "hu", "is", "it", "lt", "lv", "mk", "nl", "pl", "pt", "ro", "sk", "sl", "sq",
         "sr", "sv", "tr", "uk")  # fmt: skip
LANGUAGES = [(code, (Locale(code).get_display_name(code) or code).capitalize()) for code in CODES]
NAMES = dict(LANGUAGES)

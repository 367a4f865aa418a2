"""Run as a process of its own: each kind of question again and again, from the words to what the list shows; warm."""

import time
from statistics import median
from typing import Any

from dugnad.cli.bench import child
from dugnad.cli.main import set_up

TIMES = 21
QUESTIONS: dict[str, dict[str, Any]] = {
    "everything": {},
    "everything, the last page": {"page": 1000},
    "a word that is everywhere": {"q": "ask"},
    "a word of many titles": {"q": "language"},
    "a Norwegian word by its stem": {"q": "lesevennen"},
    "two French words": {"q": "course solidaires"},
    "a word and a town": {"q": "repair vienna"},
    "a typing error": {"q": "langauge cafe"},
    "words that nothing has": {"q": "zeppelin xylophone"},
    "five people, no money, next week": {"people": 5, "budget": 0, "within": 7},
    "a cause, in autumn, tried": {"cause": "environment", "season": "autumn", "tried": "yes"},
    "words and facets": {"q": "library children", "people": 20, "country": "DE"},
}


def main() -> None:
    set_up()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from dugnad.core import marks
    from dugnad.ideas import asking, shelf, showing
    from dugnad.ideas.search import Wanted, search

    def ask(wanted: Wanted) -> int:
        with marks.steady():
            found = search(wanted)
            showing.many(found.ideas)
            asking.offered()
        return found.total

    child.ready()
    told = {}
    for name, asked in QUESTIONS.items():
        wanted, spent = Wanted(**asked), []
        many = ask(wanted)
        for _time in range(TIMES):
            began = time.perf_counter()
            ask(wanted)
            spent.append(1000 * (time.perf_counter() - began))
        with CaptureQueriesContext(connection) as queries:
            ask(wanted)
        told[name] = {"ms": round(median(spent), 2), "slowest": round(max(spent), 2), "queries": len(queries), "found": many}
    began = time.perf_counter()
    shelf._made()
    child.say({"questions": told, "anew_ms": round(1000 * (time.perf_counter() - began), 1)})


if __name__ == "__main__":
    main()

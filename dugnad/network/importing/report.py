"""What an import did, row by row in the spreadsheet's own numbers."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar

DONE = ("created", "changed", "unchanged", "skipped", "refused")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what was done with it (created, changed, unchanged, skipped, refused), and why."""

    row: int
    done: str
    what: str
    why: str = ""


@dataclass
class Report:
    """All rows, and what was found out about the file."""

    how: dict[str, str]
    lines: list[Line] = field(default_factory=list)
    kinds: ClassVar[tuple[str, ...]] = DONE

    def add(self, row: int, done: str, what: str, why: str = "") -> None:
        self.lines.append(Line(row, done, what, why))

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(line.done for line in self.lines)
        return {done: found.get(done, 0) for done in self.kinds}

    def shown(self) -> dict[str, Any]:
        return {"how": self.how, **self.counts, "lines": [asdict(line) for line in self.lines if line.done != "unchanged"]}

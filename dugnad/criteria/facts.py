"""What the self-check looks at: an activity as plain data, so that the rules know no record."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Texts as written; counts are None where nobody counted; `answers` are those of the self-check, by criterion."""

    title: str = ""
    summary: str = ""
    outcome: str = ""
    learnt: str = ""
    local_students: int | None = None
    international_students: int | None = None
    volunteers: int | None = None
    people_helped: int | None = None
    hours: float = 0
    meetings: int = 1
    partners: int = 0
    links: int = 0
    photos: int = 0
    goods: int = 0
    money: bool = False
    actions: int = 0
    goals: int = 0
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> dict[str, str]:
        """Where words are looked for, by the name of the field."""
        return {"title": self.title, "summary": self.summary, "outcome": self.outcome, "learnt": self.learnt}

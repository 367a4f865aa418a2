"""Made-up activities: a hidden quality for each criterion, and from it what a coordinator writes, counts and answers.

Nothing here looks at the words or rules of the self-check. The stories are those of the sample federation; what is said besides is written
as coordinators write. Who did well may forget to say so, who did not may say so all the same, and answers are kinder than the truth.
"""

import random
from dataclasses import dataclass, field
from typing import Any

from dugnad.cli.sample.facts import facts
from dugnad.criteria.facts import Facts

CAUSES = ("culture", "education", "environment", "health", "skills", "inclusion")
FORGETS, BOASTS, ANSWERS = 0.25, 0.08, 0.6
TOLD = {
    "need": (
        "The home had called us in the autumn.",
        "The headmaster wanted exactly this.",
        "We talked to them before we planned anything.",
        "Half of them had said that evenings are long.",
    ),
    "together": ("Our Spanish students and the club from the corner shared the work.", "Half of the hands were from town.", "Everybody worked in mixed teams."),
    "partner": ("The Red Cross", "The parish", "Møllendal school", "The municipality", "The food bank", "The scouts"),
    "result": ("In the end there were 64 of them.", "Two lorries went away full.", "Nine have found a job since.", "They asked us to come again."),
    "learnt": (
        "Begin an hour earlier next time.",
        "Fewer people and more time would have been better.",
        "We should have had a list of who brings what.",
        "Ask for the key the day before.",
    ),
    "safe": ("There was a ramp and a quiet room.", "We had two first aiders with us.", "Nobody had to pay.", "All could join, whatever they could carry."),
    "told": ("A list of what one needs is on our page.", "How to do it stands in the link.", "See the pictures for the set-up."),
}
OURS = (
    ("Friday party", "We danced until two."), ("Ski weekend in the mountains", "Three days of snow and waffles."), ("Monthly meeting of the board", "Budget, tasks and the next events."),
    ("International dinner among ourselves", "Everybody brought a dish from home."), ("City rally", "Teams ran from bar to bar and took funny pictures."), ("Karaoke", "Forty songs and no shame."),
    ("Buddy training", "How we welcome new students."), ("Movie night", "Popcorn and a classic."), ("Trip to the capital", "Two buses, one hostel."), ("Speed meeting", "Five minutes with everybody."),
    ("Election of the new team", "Twelve candidates, seven seats."), ("Football with the other sections", "We lost in the final."),
)  # fmt: skip
BORDER = (
    ("Cooking evening", "Students cooked dishes from five countries.", 0.45), ("Language café", "We talked in small groups.", 0.5), ("Guided walk", "A historian showed us the old town.", 0.3),
    ("Charity party", "A part of the entrance went to the children’s ward.", 0.5), ("Sports day", "Games in the park, open to whoever passed by.", 0.5), ("Film and debate", "A film on migration, and a talk after it.", 0.6),
)  # fmt: skip


@dataclass
class Made:
    """An activity with what is true of it and what is written."""

    quality: dict[str, float]
    facts: Facts
    ours: bool = False
    language: str = "en"
    told: list[str] = field(default_factory=list)


class Maker:
    """Makes activities from a seed."""

    def __init__(self, rng: random.Random, keys: list[str]) -> None:
        self.rng, self.keys = rng, keys

    def one(self) -> Made:
        """Seven in ten want to do good, two in ten are for ourselves, one lies between."""
        draw = self.rng.random()
        if draw < 0.2:
            return self._made(*self.rng.choice(OURS), base=0.1, spread=0.35, ours=True)
        if draw < 0.32:
            title, story, base = self.rng.choice(BORDER)
            return self._made(title, story, base=3 * base, spread=0.8)
        pattern = self.rng.choice(facts("titles")[self.rng.choice(CAUSES)])
        return self._made(
            pattern["title"].format(city="Bergen"), pattern["story"].format(city="Bergen"), base=self.rng.gauss(1.9, 0.5), spread=0.7, pattern=pattern
        )

    def _made(self, title: str, story: str, *, base: float, spread: float, ours: bool = False, pattern: dict[str, Any] | None = None) -> Made:
        rng = self.rng
        quality = {key: min(3.0, max(0.0, rng.gauss(base, spread))) for key in self.keys}
        if ours:
            quality |= {"safe": min(3.0, max(0.0, rng.gauss(1.5, 0.6))), "together": min(3.0, max(0.0, rng.gauss(0.8, 0.6)))}
        said = {key: rng.choice(TOLD[key]) for key in TOLD if self._shows(quality[key])}
        known: dict[str, Any] = {"title": title, "answers": self._answers(quality)}
        short = not self._shows(quality["told"])
        body = story if not short or rng.random() < 0.5 else story.split(",")[0] + "."
        known["summary"] = " ".join([body, *(said[key] for key in ("need", "together", "safe", "told") if key in said and rng.random() < 0.7)])
        known["outcome"] = said.get("result", "") if pattern is None or rng.random() < 0.6 else (pattern["outcome"] if "result" in said else "")
        known["learnt"] = said.get("learnt", "")
        known["partners"] = int("partner" in said) + int("partner" in said and rng.random() < 0.2)
        known["photos"], known["links"] = int(self._shows(quality["told"])) * rng.randint(1, 3), int("told" in said and rng.random() < 0.4)
        return Made(quality, Facts(**known | self._counts(quality, pattern)), ours)

    def _shows(self, quality: float) -> bool:
        """Is it written? The better it was the likelier; some forget, some boast."""
        true = self.rng.random() < quality / 2.6
        return self.rng.random() > FORGETS if true else self.rng.random() < BOASTS

    def _answers(self, quality: dict[str, float]) -> dict[str, str]:
        """The self-check, by those who take the minute; kinder than the truth by half a point."""
        asked = ("cause", "need", "action", "together", "safe")
        if self.rng.random() > ANSWERS:
            return {}
        felt = {key: quality[key] + self.rng.gauss(0.5, 0.5) for key in asked}
        return {key: "yes" if value >= 1.8 else "partly" if value >= 0.9 else "no" for key, value in felt.items()}

    def _counts(self, quality: dict[str, float], pattern: dict[str, Any] | None) -> dict[str, Any]:
        rng = self.rng
        helped = rng.randint(5, 60) if self._shows((quality["cause"] + quality["result"]) / 2) else None
        return {
            "people_helped": helped,
            "international_students": rng.randint(5, 60) if rng.random() < 0.85 else None,
            "local_students": rng.randint(1, 30) if self._shows(quality["together"]) else None,
            "volunteers": rng.randint(2, 12),
            "meetings": rng.randint(2, 8) if quality["duration"] > 1.8 and rng.random() < 0.4 else 1,
            "hours": round(max(1.0, rng.gauss(1.5 + quality["duration"], 1)), 1),
            "goods": int(self._shows(quality["result"]) and bool(pattern and pattern.get("measure"))),
            "money": bool(pattern and pattern["money"]) and self._shows(quality["action"]),
            "actions": int(self._shows(quality["action"])),
            "goals": int(self._shows(quality["cause"])),
        }

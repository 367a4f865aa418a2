"""What lies ahead: planned activities, and some whose results are still awaited. Through the ordinary actions."""

import random
from datetime import date, timedelta
from uuid import UUID

from dugnad.access.actor import SYSTEM
from dugnad.activities.actions import plan
from dugnad.activities.details import Details
from dugnad.activities.vocabulary import words
from dugnad.cli.sample.activities import patterns
from dugnad.cli.sample.federation import Section


def plans(sections: list[Section], officers: dict[int, UUID], rng: random.Random, today: date) -> None:
    """Some forty planned activities between three weeks ago and two months ahead."""
    causes = words().current["cause"]
    bergen = [s for s in sections if s.unit.code == "NO-BERG-ESN"]
    for section in bergen * 2 + rng.sample(sections, min(40, len(sections))):
        cause = rng.choice(causes)
        pattern = rng.choice(patterns(cause.key, section.unit.country))
        day = today + timedelta(days=rng.randrange(-21, 60))
        details = Details(title=pattern["title"].format(city=section.unit.city), starts_on=day, ends_on=day, cause=cause, place=section.unit.city)
        plan(SYSTEM, UUID(int=rng.getrandbits(128), version=4), section.unit, details)

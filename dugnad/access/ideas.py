"""The rows of the table about ideas and market sessions."""

from django.db.models import Q

from dugnad.access.can import BOARD, COMMITTEE, COORDINATORS, Can, Rule
from dugnad.network.models import Role

IDEAS: dict[Can, Rule] = {
    Can.SEE_IDEA: Rule(
        roles=frozenset(Role.values),
        public=Q(state="published"),
        mine="by",
        says="Published ideas are public; drafts and withdrawn ones are seen by who wrote them and by the offices of the unit and above.",
    ),
    Can.WRITE_IDEA: Rule(
        roles=frozenset(Role.values), unit="", when=Q(closed_on=None), says="Whoever holds an office writes ideas for that unit and those below it."
    ),
    Can.CHANGE_IDEA: Rule(
        roles=COORDINATORS | {BOARD},
        mine="by",
        says="An idea is changed, published and withdrawn by who wrote it and by the coordinators and the board of its unit and above; they name the needs "
        "that it answers.",
    ),
    Can.JOIN_IDEA: Rule(
        roles=frozenset(Role.values),
        unit=None,
        anywhere=True,
        when=Q(state="published"),
        says="Whoever holds an office anywhere thanks, asks, answers, translates and follows at a published idea, and leaves notes for their country.",
    ),
    Can.TAKE_BACK_REMARK: Rule(
        roles=frozenset({COMMITTEE}),
        unit="idea__unit",
        mine="by",
        says="A question, an answer, a note is taken back, and put back, by who wrote it; the committee takes back what does not belong there.",
    ),
    Can.RUN_MARKET: Rule(
        roles=COORDINATORS | {BOARD}, unit="", when=Q(closed_on=None), says="Coordinators and boards hold market sessions of their unit and those below it."
    ),
    Can.HANDLE_MARKET: Rule(roles=COORDINATORS | {BOARD}, says="A market session is changed, opened for voting and closed by those who may hold it."),
    Can.JOIN_MARKET: Rule(
        roles=frozenset(Role.values),
        unit=None,
        anywhere=True,
        when=~Q(state="closed"),
        says="Whoever holds an office anywhere takes part in a market session until it is closed: puts up stalls, and votes once.",
    ),
    Can.VOTE_FOR_STALL: Rule(
        roles=frozenset(Role.values),
        unit=None,
        anywhere=True,
        when=Q(market__state="voting", taken_down_at=None),
        never_own="by",
        never_of=("idea__unit",),
        says="Whoever takes part votes for stalls; never for the one they put up, nor for an idea of a unit in which they hold an office.",
    ),
    Can.TAKE_DOWN_STALL: Rule(
        roles=COORDINATORS | {BOARD},
        unit="market__unit",
        mine="by",
        when=~Q(market__state="closed"),
        says="A stall is taken down, and put up again, by who put it up and by those who hold the market session.",
    ),
}

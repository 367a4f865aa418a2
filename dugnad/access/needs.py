"""The rows of local needs in the table."""

from django.db.models import Q

from dugnad.access.can import COORDINATORS, EVERYWHERE, Can, Rule

NEEDS: dict[Can, Rule] = {
    Can.SEE_NEED: Rule(unit=None, public=EVERYWHERE, says="Local needs are public, with their evidence and what answered them."),
    Can.RECORD_NEED: Rule(
        roles=COORDINATORS,
        unit="",
        when=Q(closed_on=None, level__groups=False, parent__isnull=False),
        says="Coordinators record the needs of their own country or section, and of those below it.",
    ),
    Can.CHANGE_NEED: Rule(
        roles=COORDINATORS,
        says="The coordinators of a need's unit and above amend it, add evidence, say what answered it, name ideas for it, look at it each year, close it and open it again.",
    ),
}

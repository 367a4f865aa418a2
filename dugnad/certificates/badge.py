"""The Open Badges 3.0 credential of an award of the label, before it is signed. Its subject are the units that organised the activity."""

from typing import Any

from django.urls import reverse

from dugnad.activities.models import Activity, Organiser
from dugnad.certificates import issuer
from dugnad.certificates.credential import instant
from dugnad.certificates.proof import CREDENTIALS, OPEN_BADGES
from dugnad.certificates.statuses import entry
from dugnad.network.models import Unit
from dugnad.review.models import Award


def credential(award: Award, index: int) -> dict[str, Any]:
    """In English, for programs; people read the page, each in their language."""
    page, activity = issuer.address(award.get_absolute_url()), award.activity
    name, units = award.step.names.get("en") or award.step.key, organisers(activity)
    return {
        "@context": [CREDENTIALS, OPEN_BADGES],
        "id": page,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": f"{name}: {activity.title}",
        "issuer": issuer.brief(),
        "validFrom": instant(award.given_at),
        "credentialSubject": {
            "id": issuer.address(activity.unit.get_absolute_url()),
            "type": ["AchievementSubject", "Profile"],
            "name": ", ".join(unit.name for unit in units),
            "identifier": [_named(unit) for unit in units],
            "activityStartDate": f"{activity.starts_on}T00:00:00Z",
            "activityEndDate": f"{activity.ends_on}T00:00:00Z",
            "achievement": _achievement(award, page, name, units),
            "result": [{"type": ["Result"], "resultDescription": f"{page}#points", "value": str(award.points)}],
        },
        "evidence": [{"id": issuer.address(activity.get_absolute_url()), "type": ["Evidence"], "name": activity.title}],
        "credentialStatus": entry(index),
    }


def organisers(activity: Activity) -> list[Unit]:
    """Who organised it: the unit that leads, then those that joined and did not decline."""
    parts = activity.organisers.exclude(state=Organiser.State.DECLINED).select_related("unit").order_by("pk")
    return [activity.unit, *(part.unit for part in parts)]


def _achievement(award: Award, page: str, name: str, units: list[Unit]) -> dict[str, Any]:
    who = ", ".join(unit.name for unit in units)
    says = award.step.helps.get("en", "")
    return {
        "id": f"{page}#achievement",
        "type": ["Achievement"],
        "achievementType": "Award",
        "name": name,
        "description": f"“{award.activity.title}” of {who} was reviewed and carries the label. {says}".strip(),
        "criteria": {
            "id": issuer.address(f"{reverse('criteria')}?version={award.case.rubric.version}"),
            "narrative": f"Looked at by reviewers, criterion by criterion: {award.points} of {award.most} points.",
        },
        "image": {"id": f"{page}badge.png", "type": "Image", "caption": f"{name}, {award.activity.title}"},
        "creator": issuer.brief(),
        "resultDescription": [
            {
                "id": f"{page}#points",
                "type": ["ResultDescription"],
                "name": "Points of the review",
                "resultType": "RawScore",
                "valueMin": "0",
                "valueMax": str(award.most),
            }
        ],
    }


def _named(unit: Unit) -> dict[str, Any]:
    return {"type": "IdentityObject", "hashed": False, "identityHash": unit.name, "identityType": "name"}

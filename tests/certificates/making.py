"""A certificate for Siri, who helped at the clean-up in Bergen, offered by Kari; on a server with an address of its own."""

from decimal import Decimal

import pytest

from dugnad.certificates.actions.answer import consent
from dugnad.certificates.actions.offer import offer
from dugnad.certificates.links import secret_of
from dugnad.certificates.offers import Volunteer, of_activity
from tests.world import act, register

SITE = "https://dugnad.example.org"
SIRI = Volunteer("Siri Øvrebø", "siri@example.org", Decimal("12.5"), "team leader", ("first aid", "Norwegian"))


@pytest.fixture(autouse=True)
def own_server(settings, tmp_path):
    settings.SITE, settings.HOME = SITE, tmp_path


def offered(world, volunteer=SIRI, activity=None, language="en"):
    activity = activity or register(world.bergen, world.kari)
    return offer(act(world.kari), world.bergen, of_activity(activity), volunteer, language=language)


def given(world, volunteer=SIRI, activity=None):
    return consent(offered(world, volunteer, activity))


def link(certificate):
    return f"/certificates/yours/{secret_of(certificate)}/"

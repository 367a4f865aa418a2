"""What every page does first."""

import pytest
from django.http import Http404

from dugnad.access.doors import signed_in
from dugnad.access.rules import Can
from dugnad.core.errors import NotAllowed
from tests.world import act


def test_a_right_that_is_lost_while_the_page_is_made_is_a_404(world, rf):
    @signed_in
    def view(request):
        raise NotAllowed(Can.AMEND)

    request = rf.get("/")
    request.user, request.actor = world.kari, act(world.kari)
    with pytest.raises(Http404):
        view(request)

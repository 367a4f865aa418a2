"""What every template knows: who acts, and whether the data are samples."""

from typing import Any

from django.http import HttpRequest

from dugnad.network.models import Network


def actor(request: HttpRequest) -> dict[str, Any]:
    network = Network.objects.first()
    return {
        "actor": getattr(request, "actor", None),
        "network": network,
        "sample_data": bool(network and network.sample_data),
    }

"""Tells Django about this part."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "dugnad.network"
    label = "network"
    default_auto_field = "django.db.models.BigAutoField"

"""Tells Django about this part."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "dugnad.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"

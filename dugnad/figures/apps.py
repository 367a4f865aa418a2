"""Tells Django about this part."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "dugnad.figures"
    label = "figures"
    default_auto_field = "django.db.models.BigAutoField"

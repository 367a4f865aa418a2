"""Tells Django about this part."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "dugnad.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"

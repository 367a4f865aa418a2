"""Tells Django about this part."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "dugnad.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"

"""Volunteers' certificates."""

from django.apps import AppConfig


class CertificatesConfig(AppConfig):
    name = "dugnad.certificates"
    default_auto_field = "django.db.models.BigAutoField"

"""The desk's address."""

from django.urls import path

from dugnad.desk.views import desk

urlpatterns = [path("desk/", desk, name="desk")]

"""Addresses of questions and answers."""

from django.urls import path

from dugnad.explorer import views

urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures.<str:kind>", views.download, name="figures-download"),
]

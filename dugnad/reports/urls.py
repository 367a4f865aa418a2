"""Addresses of impact reports."""

from django.urls import path

from dugnad.reports.views import editing, public

urlpatterns = [
    path("reports/", public.reports, name="reports"),
    path("reports/<slug:slug>/", public.report, name="report"),
    path("reports/<slug:slug>/<slug:what>.pdf", public.pdf, name="report-pdf"),
    path("reports/<slug:slug>/<slug:what>/<int:number>.png", public.picture, name="report-picture"),
    path("reports/<slug:slug>/edit/", editing.edit, name="report-edit"),
    path("reports/<slug:slug>/examples/", editing.choose, name="report-examples"),
    path("reports/<slug:slug>/publish/", editing.publish, name="report-publish"),
    path("reports/<slug:slug>/renew/", editing.renew, name="report-renew"),
    path("reports/<slug:slug>/discard/", editing.discard, name="report-discard"),
    path("reports/<slug:slug>/sections/<slug:kind>/", editing.section, name="report-section"),
    path("reports/<slug:slug>/sections/<slug:kind>/<slug:how>/", editing.arrange, name="report-arrange"),
    path("units/<str:code>/reports/begin/", editing.begin, name="report-begin"),
]

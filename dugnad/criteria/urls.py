"""Addresses of the criteria."""

from django.urls import path

from dugnad.criteria import views

urlpatterns = [
    path("good-activities/", views.criteria, name="criteria"),
    path("good-activities/next/begin/", views.begin, name="rubric-begin"),
    path("good-activities/next/", views.draft, name="rubric-draft"),
    path("good-activities/next/add/", views.criterion, name="criterion-add"),
    path("good-activities/next/criteria/<slug:key>/", views.criterion, name="criterion"),
    path("good-activities/next/adopt/", views.decide, {"what": "adopt"}, name="rubric-adopt"),
    path("good-activities/next/discard/", views.decide, {"what": "discard"}, name="rubric-discard"),
    path("good-activities/next/drop/", views.drop, {"what": "criterion"}, name="criterion-drop"),
    path("good-activities/next/add-not-counted/", views.uncounted, name="uncounted-add"),
    path("good-activities/next/not-counted/<slug:key>/", views.uncounted, name="uncounted"),
    path("good-activities/next/drop-not-counted/", views.drop, {"what": "uncounted"}, name="uncounted-drop"),
]

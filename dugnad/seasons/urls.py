"""Addresses of fair competition."""

from django.urls import path

from dugnad.seasons.views import flags, planning, public, students

urlpatterns = [
    path("seasons/", public.seasons, name="seasons"),
    path("seasons/fairness/", public.how, name="fairness"),
    path("seasons/students/", students.students, name="students"),
    path("seasons/students/load/", students.load, name="load-students"),
    path("seasons/<slug:key>/", public.season, name="season"),
    path("seasons/<slug:key>/change/", planning.change, name="season-change"),
    path("seasons/<slug:key>/publish/", planning.publish, name="season-publish"),
    path("seasons/<slug:key>/flags/", planning.flag, name="season-flag"),
    path("seasons/<slug:key>/<int:position>/", public.board, name="board"),
    path("seasons/<slug:key>/<int:position>/rule/", planning.rule, name="board-rule"),
    path("units/<str:code>/seasons/plan/", planning.plan, name="season-plan"),
    path("flags/", flags.flags, name="flags"),
    path("flags/<int:pk>/", flags.look, name="flag"),
]

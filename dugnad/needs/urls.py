"""Addresses of local needs. (The page of a need joins what parts above say of it, and is theirs.)"""

from django.urls import path

from dugnad.needs.views import answering, keeping, listing

urlpatterns = [
    path("needs/", listing.needs, name="needs"),
    path("needs/<uuid:pk>/amend/", keeping.amend, name="need-amend"),
    path("needs/<uuid:pk>/evidence/", keeping.evidence, name="need-evidence"),
    path("needs/<uuid:pk>/review/", keeping.review, name="need-review"),
    path("needs/<uuid:pk>/close/", keeping.close, name="need-close"),
    path("needs/<uuid:pk>/reopen/", keeping.reopen, name="need-reopen"),
    path("needs/<uuid:pk>/answer/", answering.answer, name="need-answer"),
    path("evidence/<int:pk>/withdraw/", keeping.withdraw_evidence, name="evidence-withdraw"),
    path("evidence/<int:pk>/restore/", keeping.restore_evidence, name="evidence-restore"),
    path("answers/<int:pk>/withdraw/", answering.take_back, name="answer-withdraw"),
    path("units/<str:code>/needs/record/", keeping.record, name="need-record"),
    path("activities/<uuid:pk>/needs/", answering.for_activity, name="activity-needs"),
]

"""Addresses of reviewing."""

from django.urls import path

from dugnad.review.views import agreement, case, queue, replies, turns

urlpatterns = [
    path("reviews/", queue.queue, name="reviews"),
    path("reviews/agreement/", agreement.agreement, name="review-agreement"),
    path("reviews/replies/", replies.replies, name="review-replies"),
    path("reviews/replies/<int:pk>/", replies.reply, name="review-reply"),
    path("reviews/<uuid:pk>/", case.case, name="case"),
    path("reviews/<uuid:pk>/take/", turns.turn, {"what": "take"}, name="case-take"),
    path("reviews/<uuid:pk>/drop/", turns.turn, {"what": "drop"}, name="case-drop"),
    path("reviews/<uuid:pk>/back/", turns.turn, {"what": "back"}, name="case-back"),
    path("reviews/<uuid:pk>/assign/", turns.assign, name="case-assign"),
    path("reviews/<uuid:pk>/answer/", turns.answer, {"what": "resubmit"}, name="case-answer"),
    path("reviews/<uuid:pk>/opinion/", turns.answer, {"what": "opinion"}, name="case-opinion"),
    path("reviews/<uuid:pk>/revoke/", turns.revoke, name="case-revoke"),
    path("activities/<uuid:pk>/ask-label/", turns.ask, name="ask-label"),
]

"""Every address: each part brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("dugnad.showcase.urls")),
    path("", include("dugnad.explorer.urls")),
    path("", include("dugnad.activities.urls")),
    path("", include("dugnad.criteria.urls")),
    path("", include("dugnad.needs.urls")),
    path("", include("dugnad.review.urls")),
    path("", include("dugnad.seasons.urls")),
    path("", include("dugnad.certificates.urls")),
    path("", include("dugnad.label.urls")),
    path("", include("dugnad.reports.urls")),
    path("", include("dugnad.recognition.urls")),
    path("", include("dugnad.ideas.urls")),
    path("", include("dugnad.desk.urls")),
    path("", include("dugnad.directory.urls")),
    path("api/v1/", include("dugnad.api.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]
handler400 = "dugnad.web.errors.bad_request"
handler403 = "dugnad.web.errors.forbidden"
handler404 = "dugnad.web.errors.not_found"
handler500 = "dugnad.web.errors.failed"

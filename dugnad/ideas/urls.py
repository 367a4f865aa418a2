"""Addresses of the market of ideas."""

from django.urls import path

from dugnad.ideas.views import adapting, digest, idea, listing, market, naming, prints, spreading, talking, writing

urlpatterns = [
    path("ideas/", listing.ideas, name="ideas"),
    path("ideas/transfers/", spreading.figures, name="transfers"),
    path("ideas/transfers/behind/", spreading.behind, name="transfers-behind"),
    path("ideas/transfers.csv", spreading.download, name="transfers-download"),
    path("ideas/markets/", market.markets, name="markets"),
    path("units/<str:code>/markets/plan/", market.plan, name="market-plan"),
    path("ideas/markets/<uuid:pk>/", market.market, name="market"),
    path("ideas/markets/<uuid:pk>/put-up/", market.put_up, name="stall-put-up"),
    path("ideas/markets/<uuid:pk>/turn/", market.turn, name="market-turn"),
    path("ideas/markets/<uuid:pk>/vote/", market.vote, name="market-vote"),
    path("ideas/markets/<uuid:pk>/wall/", market.wall, name="market-wall"),
    path("ideas/markets/<uuid:pk>/wall.pdf", market.printed_wall, name="market-wall-print"),
    path("stalls/<int:pk>/turn/", market.turn_stall, name="stall-turn"),
    path("ideas/digest/", digest.digest, name="ideas-digest"),
    path("ideas/digest/stop/<str:token>/", digest.stop, name="ideas-digest-stop"),
    path("ideas/new/", writing.choose, name="idea-choose"),
    path("units/<str:code>/ideas/new/", writing.new, name="idea-new"),
    path("activities/<uuid:pk>/idea/", writing.of_activity, name="idea-of-activity"),
    path("ideas/<uuid:pk>/", idea.idea, name="idea"),
    path("ideas/<uuid:pk>/change/", writing.change, name="idea-change"),
    path("ideas/<uuid:pk>/publish/", writing.publish, name="idea-publish"),
    path("ideas/<uuid:pk>/withdraw/", writing.withdraw, name="idea-withdraw"),
    path("ideas/<uuid:pk>/version/", writing.version, name="idea-version"),
    path("ideas/<uuid:pk>/adapt/", adapting.adapt, name="idea-adapt"),
    path("ideas/<uuid:pk>/lineage/", spreading.lineage, name="idea-lineage"),
    path("ideas/<uuid:pk>/needs/", naming.for_idea, name="idea-needs"),
    path("needs/<uuid:pk>/ideas/", naming.for_need, name="need-ideas"),
    path("named/<int:pk>/take-back/", naming.take_back, name="named-take-back"),
    path("ideas/<uuid:pk>/poster.<str:kind>", prints.poster, name="idea-poster"),
    path("ideas/<uuid:pk>/thank/", talking.thank, name="idea-thank"),
    path("ideas/<uuid:pk>/follow/", talking.follow, name="idea-follow"),
    path("ideas/<uuid:pk>/ask/", talking.ask, name="idea-ask"),
    path("ideas/<uuid:pk>/note/", talking.note, name="idea-note"),
    path("ideas/<uuid:pk>/translate/", talking.translate, name="idea-translate"),
    path("remarks/<int:pk>/answer/", talking.answer, name="remark-answer"),
    path("remarks/<int:pk>/turn/", talking.turn, name="remark-turn"),
]

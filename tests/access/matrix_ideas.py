"""The same of the market of ideas: Bergen's, written by Kari; a market session of Norway, held by Marianne. (Columns: see matrix.py.)"""

EVERYBODY = (200,) * 10
SIGNED_IN = (302, 200, 200, 302, 200, 200, 200, 200, 200, 200)
SIGNED_IN_SENT = (302, 422, 422, 302, 422, 422, 422, 422, 422, 422)
MEMBERS = (302, 200, 404, 302, 200, 200, 200, 200, 200, 200)  # whoever holds an office, anywhere
MEMBERS_SENT = (302, 422, 404, 302, 422, 422, 422, 422, 422, 422)
MEMBERS_DONE = (302, 302, 404, 302, 302, 302, 302, 302, 302, 302)
SEEN_BY_OFFICES = (404, 200, 404, 404, 404, 200, 200, 200, 200, 404)
OF_BERGEN = (302, 200, 404, 302, 404, 200, 200, 200, 200, 404)
OF_BERGEN_SENT = (302, 422, 404, 302, 404, 422, 422, 422, 422, 404)
OF_BERGEN_DONE = (302, 302, 404, 302, 404, 302, 302, 302, 302, 404)
CHANGING = (302, 200, 404, 302, 404, 200, 200, 200, 404, 404)
CHANGING_SENT = (302, 422, 404, 302, 404, 422, 422, 422, 404, 404)
CHANGED = (302, 302, 404, 302, 404, 302, 302, 302, 404, 404)
HOSTS = (302, 404, 404, 302, 404, 200, 200, 200, 404, 404)
HOSTS_SENT = (302, 404, 404, 302, 404, 422, 422, 422, 404, 404)
HOSTS_DONE = (302, 404, 404, 302, 404, 302, 302, 302, 404, 404)
MODERATORS = (302, 302, 404, 302, 404, 404, 302, 404, 404, 404)  # who wrote it, and the committee

IDEAS = {
    ("GET", "/ideas/"): EVERYBODY,
    ("GET", "/ideas/transfers/"): EVERYBODY,
    ("GET", "/ideas/transfers/behind/"): EVERYBODY,
    ("GET", "/ideas/transfers.csv"): EVERYBODY,
    ("GET", "/ideas/new/"): (302, 302, 200, 302, 302, 200, 200, 200, 200, 302),
    ("GET", "/units/no-berg-esn/ideas/new/"): OF_BERGEN,
    ("POST", "/units/no-berg-esn/ideas/new/"): OF_BERGEN_SENT,
    ("POST", "/activities/{registered}/idea/"): OF_BERGEN_DONE,
    ("GET", "/ideas/{idea}/"): EVERYBODY,
    ("GET", "/ideas/{draft_idea}/"): SEEN_BY_OFFICES,
    ("GET", "/ideas/{idea}/lineage/"): EVERYBODY,
    ("GET", "/ideas/{idea}/poster.pdf"): EVERYBODY,
    ("GET", "/ideas/{draft_idea}/poster.png"): SEEN_BY_OFFICES,
    ("GET", "/ideas/{idea}/change/"): CHANGING,
    ("POST", "/ideas/{idea}/change/"): CHANGING_SENT,
    ("POST", "/ideas/{draft_idea}/publish/"): CHANGED,
    ("GET", "/ideas/{idea}/withdraw/"): CHANGING,
    ("POST", "/ideas/{idea}/withdraw/"): CHANGED,
    ("GET", "/ideas/{idea}/version/"): MEMBERS,
    ("POST", "/ideas/{idea}/version/"): MEMBERS_SENT,
    ("GET", "/ideas/{draft_idea}/version/"): (302, 404, 404, 302, 404, 404, 404, 404, 404, 404),
    ("GET", "/ideas/{idea}/adapt/"): MEMBERS,
    ("POST", "/ideas/{idea}/adapt/"): MEMBERS_SENT,
    ("GET", "/ideas/{idea}/needs/"): CHANGING,
    ("POST", "/ideas/{idea}/needs/"): CHANGING_SENT,
    ("GET", "/ideas/{draft_idea}/needs/"): CHANGING,
    ("POST", "/ideas/{draft_idea}/needs/"): CHANGING_SENT,
    ("GET", "/needs/{need}/ideas/"): CHANGING,
    ("POST", "/needs/{need}/ideas/"): CHANGING_SENT,
    ("GET", "/needs/{closed_need}/ideas/"): CHANGED,
    ("POST", "/needs/{closed_need}/ideas/"): CHANGED,
    ("POST", "/named/{named}/take-back/"): CHANGED,
    ("POST", "/ideas/{idea}/thank/"): MEMBERS_DONE,
    ("POST", "/ideas/{idea}/follow/"): MEMBERS_DONE,
    ("POST", "/ideas/{idea}/ask/"): MEMBERS_SENT,
    ("POST", "/ideas/{idea}/note/"): MEMBERS_SENT,
    ("GET", "/ideas/{idea}/translate/"): MEMBERS,
    ("POST", "/ideas/{idea}/translate/"): MEMBERS_SENT,
    ("POST", "/remarks/{remark}/answer/"): MEMBERS_SENT,
    ("POST", "/remarks/{remark}/turn/"): MODERATORS,
    ("GET", "/ideas/markets/"): EVERYBODY,
    ("GET", "/units/no/markets/plan/"): HOSTS,
    ("POST", "/units/no/markets/plan/"): HOSTS_SENT,
    ("GET", "/ideas/markets/{market}/"): EVERYBODY,
    ("GET", "/ideas/markets/{market}/wall/"): EVERYBODY,
    ("GET", "/ideas/markets/{market}/wall.pdf"): EVERYBODY,
    ("POST", "/ideas/markets/{market}/put-up/"): MEMBERS_SENT,
    ("POST", "/ideas/markets/{market}/vote/"): MEMBERS_SENT,
    ("POST", "/ideas/markets/{market}/turn/"): HOSTS_DONE,
    ("POST", "/stalls/{stall}/turn/"): CHANGED,
    ("GET", "/ideas/digest/"): SIGNED_IN,
    ("POST", "/ideas/digest/"): SIGNED_IN_SENT,
    ("GET", "/ideas/digest/stop/{digest_stop}/"): EVERYBODY,
    ("POST", "/ideas/digest/stop/{digest_stop}/"): EVERYBODY,
}

"""What a view takes: a page is read, a form is shown and taken; anything else is 405. (What only acts has Django's `require_POST`.)"""

from django.views.decorators.http import require_http_methods, require_safe

reads = require_safe
shows_and_takes = require_http_methods(["GET", "HEAD", "POST"])

"""Run as a process of its own, as the worker would: congratulates whoever was not yet."""

import json

from dugnad.cli.main import set_up


def main() -> None:
    set_up()
    from django.utils import timezone

    from dugnad.label.actions.congratulate import congratulate
    from dugnad.label.models import Congratulation

    sent = congratulate(timezone.now())
    told = Congratulation.objects.exclude(sent_at=None).count()
    print(json.dumps({"sent": sent, "told": told, "unknown": Congratulation.objects.filter(sent_at=None).count()}))


if __name__ == "__main__":
    main()

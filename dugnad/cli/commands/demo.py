"""The sample federation on this machine: makes it, or starts what is there."""

import argparse
import json
import os
import secrets
import sys
from pathlib import Path

from dugnad.cli.given import port
from dugnad.core.errors import Refused


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-serve", action="store_true", help="only make the data")
    parser.add_argument("--activities", type=int, default=20_000, metavar="N", help="how many sample activities (up to 10,000,000)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed makes the same federation")
    parser.add_argument("--port", type=port, default=os.environ.get("PORT") or "8000", help="the port of the page (default 8000, or PORT)")


def prepare(args: argparse.Namespace) -> None:
    """The demo keeps its own secret key, beside its database; both mark the folder as a demo's."""
    home = Path(os.environ.get("DUGNAD_HOME", "var"))
    home.mkdir(parents=True, exist_ok=True)
    key = home / "secret-key"
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_urlsafe(60))
    (home / "demo.json").touch()
    os.environ.setdefault("DUGNAD_SITE", f"http://127.0.0.1:{args.port}")  # what is signed names its address


def run(args: argparse.Namespace) -> int:
    from django.conf import settings

    if not 0 <= args.activities <= 10_000_000:
        raise Refused("too-many", "--activities takes a number between 0 and 10,000,000")
    made = _make(args)
    (settings.HOME / "demo.json").write_text(json.dumps({"activities": args.activities, "seed": args.seed}) if made else _said(settings.HOME))
    if args.no_serve:
        return 0
    from dugnad.cli.serving import serve

    return serve("127.0.0.1", args.port, on_start=lambda: _welcome(args.port))


def _make(args: argparse.Namespace) -> bool:
    from django.conf import settings
    from django.core.management import call_command

    from dugnad.cli.sample import fill
    from dugnad.network.models import Network

    call_command("migrate", verbosity=0, interactive=False)
    if found := Network.objects.first():
        if not found.sample_data:
            raise Refused("not-a-demo", "This database holds a real network; the demo does not touch it. Set DUGNAD_HOME to another folder.")
        print(f"The sample federation is there already, in {settings.HOME} (make demo-reset begins anew).", file=sys.stderr)
        return False
    fill(args.activities, args.seed, progress=sys.stderr.isatty())
    return True


def _said(home: Path) -> str:
    return (home / "demo.json").read_text()


def _welcome(port: int) -> None:
    from dugnad.cli.sample.federation import LOGINS, PASSWORD

    print(f"\n  Dugnad is at http://127.0.0.1:{port}/\n\n  Sign in with the password {PASSWORD} as")
    for role, (email, unit) in LOGINS.items():
        print(f"    {email:26} {role.label} of {unit}")
    print("\n  These are sample data. Stop with Ctrl-C.\n", flush=True)

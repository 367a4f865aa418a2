"""`dugnad`: finds its commands, sets Django up, and turns every refusal into a sentence."""

import argparse
import importlib
import os
import pkgutil
import sys
from pathlib import Path
from types import ModuleType

from dugnad.cli import commands

SERVING = ("serve", "work")


def main(argv: list[str] | None = None) -> int:
    """Exit status 0; 1 when refused, with the reason on standard error; 2 for wrong usage."""
    modules = {name.replace("_", "-"): name for _, name, _ in pkgutil.iter_modules(commands.__path__)}
    parser = argparse.ArgumentParser(prog="dugnad", description="Register a social-impact activity once; everything else is made from it.")
    found = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    loaded = {shown: importlib.import_module(f"dugnad.cli.commands.{name}") for shown, name in sorted(modules.items())}
    for shown, module in loaded.items():
        module.arguments(found.add_parser(shown, help=(module.__doc__ or "").split("\n")[0], description=module.__doc__))
    args = parser.parse_args(argv)
    try:
        return _run(loaded[args.command], args)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(module: ModuleType, args: argparse.Namespace) -> int:
    from django.core.exceptions import ImproperlyConfigured
    from django.db.utils import Error

    from dugnad.core.errors import NotAllowed, Refused

    try:
        if getattr(module, "prepare", None):
            module.prepare(args)
        if args.command not in SERVING:
            os.environ["DUGNAD_SERVES_NOBODY"] = "1"
        set_up()
        if args.command not in ("migrate", "manage", "demo"):
            _begin()
        return module.run(args) or 0
    except Refused as no:
        return _no(str(no))
    except NotAllowed as no:
        return _no(f"not allowed: {no}")
    except ImproperlyConfigured as no:
        return _no(str(no))
    except Error as no:
        return _no(f"the database says: {str(no).strip()} (has `dugnad migrate` been run?)")
    except OSError as no:
        return _no(f"{no.strerror or no}: {no.filename or ''}".rstrip(": "))
    except Exception as broken:
        if os.environ.get("DUGNAD_DEBUG") == "1":
            raise
        return _no(f"this is a mistake in Dugnad, please report it: {type(broken).__name__}: {broken} (DUGNAD_DEBUG=1 shows where)")


def _begin() -> None:
    """An empty database is brought into shape by the first command that wants it."""
    from django.db import connection

    if not connection.introspection.table_names():
        importlib.import_module("dugnad.cli.commands.migrate").run(argparse.Namespace(quiet=True))


def set_up() -> None:
    """Django, with our settings."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dugnad.settings")
    Path(os.environ.get("DUGNAD_HOME", "var")).mkdir(parents=True, exist_ok=True)
    django.setup()


def _no(reason: str) -> int:
    print(f"dugnad: {reason}", file=sys.stderr)
    return 1

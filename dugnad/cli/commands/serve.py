"""Serve the pages and run the worker, in one process tree."""

import argparse
import os

from dugnad.cli.given import port


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=os.environ.get("PORT") or "8000")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--workers", type=int, default=2, help="processes that serve pages")


def run(args: argparse.Namespace) -> int:
    from dugnad.cli.serving import serve

    return serve(args.host, args.port, workers=args.workers, on_start=lambda: print(f"Dugnad is at http://{args.host}:{args.port}/", flush=True))

"""Make all balances anew from the entries, beside everything that goes on, and put right what differs."""

import argparse
import json
import time


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--arrivals", action="store_true", help="also what arrived on each day, from which figures as they stood are read; slower")
    parser.add_argument("--json", action="store_true", help="print the same as JSON")


def run(args: argparse.Namespace) -> int:
    from tqdm import tqdm

    from dugnad.figures import arrivals, rebuild

    many, began = rebuild.many(), time.perf_counter()
    with tqdm(total=many, unit=" entries", desc="balances") as bar:
        found = rebuild.rebuild(bar.update)
    seconds = time.perf_counter() - began
    if args.arrivals:
        with tqdm(total=many, unit=" entries", desc="arrivals") as bar:
            for read in arrivals.rebuild():
                bar.update(read)
    told = {"entries": found.entries, "balances": found.balances, "corrected": found.corrected, "seconds": round(seconds, 2)}
    if args.json:
        print(json.dumps(told))
    else:
        print(f"{found.entries} entries read, {found.balances} balances by them, {found.corrected} put right ({seconds:.1f} s)")
    return 0

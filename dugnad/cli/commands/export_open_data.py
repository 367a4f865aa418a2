"""Write the whole register as open data: CSV and Parquet, with a data package, a dictionary and a licence, without personal data."""

import argparse
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    from dugnad.showcase.opendata.licences import LICENCES

    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder that is new or empty")
    parser.add_argument("--licence", choices=sorted(LICENCES), default="CC-BY-4.0", help="under which it is given away (default CC-BY-4.0)")


def run(args: argparse.Namespace) -> int:
    from tqdm import tqdm

    from dugnad.core.errors import Refused
    from dugnad.figures import rebuild
    from dugnad.showcase.opendata.export import export

    if args.folder.exists() and (not args.folder.is_dir() or any(args.folder.iterdir())):
        raise Refused("folder-not-empty", f"{args.folder} is not an empty folder; name a new one, so that nothing old is left among the files.")
    with tqdm(total=rebuild.many(), unit=" activities", desc="open data") as bar:
        found = export(args.folder, args.licence, bar.update)
    for table, many in found.rows.items():
        print(f"{many:>12,}  {table}")
    print(f"{found.small:>12,}  small counts of people left out")
    return 0

"""A new key signs certificates from now on. The keys before stay published: what they signed stays valid."""

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(args: argparse.Namespace) -> int:
    from dugnad.access.actor import SYSTEM
    from dugnad.certificates import keys
    from dugnad.certificates.actions.keys import rotate

    key = rotate(SYSTEM)
    print(f"Key {key.number} signs from now on: {key.public}")
    print(f"Its private half is in {keys.folder()}; put a copy into the backup, where nobody else reads it.")
    return 0

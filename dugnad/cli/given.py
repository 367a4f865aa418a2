"""What is given on the command line, checked before anything is begun."""

import argparse


def port(text: str) -> int:
    """A port of this machine; also of PORT in the environment, which argparse reads only for the command that has one."""
    if not text.isdecimal() or not 0 <= int(text) <= 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; give a number up to 65535, with --port or PORT=")
    return int(text)

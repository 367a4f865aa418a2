"""The sample federation: real places, made-up people and activities, the same for the same seed."""

from dugnad.cli.sample.fill import fill

__all__ = ["fill"]

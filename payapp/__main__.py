"""Starts the program: `python -m payapp` is the same as `payapp`."""

import gc
import sys

OBJECTS_BEFORE_A_COLLECTION = 100_000


def start() -> int:
    """Run the program and return its exit code.

    Nearly everything made while starting stays until the end. To look through all of it for
    garbage, again and again and once more at the end, would take a quarter of a short command.
    """
    gc.set_threshold(OBJECTS_BEFORE_A_COLLECTION)
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # a spot check starts the program again for each of its processes
    from payapp.cli import main

    code = main()
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(start())

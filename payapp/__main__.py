"""Starts the program: `python -m payapp` is the same as `payapp`."""

import sys

if __name__ == "__main__":
    from payapp.cli import main

    sys.exit(main())

"""`python -m showcase` starts the same program as the console script."""

import sys

from showcase.cli import main

if __name__ == "__main__":
    sys.exit(main())

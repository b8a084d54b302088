"""`python -m wizard` does what `planbygger` does."""

import sys

from wizard.cli.main import main

if __name__ == "__main__":
    sys.exit(main())

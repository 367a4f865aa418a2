"""`python -m dugnad` is `dugnad`."""

import sys

from dugnad.cli.main import main

sys.exit(main())

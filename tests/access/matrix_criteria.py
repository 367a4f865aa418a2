"""Of the criteria: everybody reads them, the committee writes the next version."""

from tests.access.matrix import 

CRITERIA = {
}

"""Where the reference is known to differ, and why that is no fault of ours.

Each entry: a name, the reason, and a test of a difference's smallest expression, our value and the reference's, both as
`canonical` writes them.
"""

import re

KNOWN = []

"""Open files until no more can be opened, by forgetting to close them.

Right: that cell fails; the answers count.
"""

ADDED = {
    "set-up": [
        """
kept = []
while True:
    kept.append(open("/dev/null"))
"""
    ]
}

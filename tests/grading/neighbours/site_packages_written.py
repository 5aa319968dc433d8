"""Plant files that Python reads at its start: a ``.pth``, ``sitecustomize``, ``usercustomize``, a module of numpy.

Right: packages can be read, and not written.
"""

HOLDS_FROM = "user-namespaces"
ADDED = {
    "set-up": [
        """
import pathlib
import site
import sys

PLACES = [*site.getsitepackages(), site.getusersitepackages(), *sys.path, sys.prefix, *np.__path__]
planted = []
for place in PLACES:
    for name in ("left_by_battery.pth", "left_by_battery.py", "__pycache__/left_by_battery.pyc"):
        try:
            pathlib.Path(place).mkdir(parents=True, exist_ok=True)
            pathlib.Path(place, name).write_text("")
            planted.append(place)
        except OSError:
            pass
print(planted)
"""
    ]
}

"""Use ``await`` at the top of a cell, and an asynchronous function.

Right: the answers count.
"""

ADDED = {
    "set-up": [
        """
import asyncio


async def later():
    await asyncio.sleep(0.01)
    return 7


seven = await later()
seven
""",
        "eights = [n + 1 for n in await asyncio.gather(later(), later())]\nprint('eights:', eights)",
    ]
}
SHOWN = ("eights: [8, 8]",)

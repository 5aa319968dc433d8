"""Fill the metadata: 100,000 tags, five million letters, names that code could trip over.

Right: metadata are not taken over.
"""


def as_saved(work):
    work.metadata.update(dict.fromkeys(("__class__", "__proto__", "kernelspec", "widgets", "celltoolbar"), "x" * 10**6))
    for cell in work.cells:
        cell.metadata["tags"] = ["skip-execution"] * 100_000
    return work

"""Ask for a kernel that is not there, and for one of another language.

Right: the released notebook says which kernel runs.
"""


def as_saved(work):
    work.metadata["kernelspec"] = {"name": "bash", "display_name": "Bash", "language": "bash"}
    work.metadata["language_info"] = {"name": "R", "file_extension": "../../.."}
    return work

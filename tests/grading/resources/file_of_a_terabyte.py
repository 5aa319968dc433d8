"""Write a file that says it has a terabyte and holds nothing.

Right: the size of a file is limited; nothing comes of it, and the answers count.
"""

ADDED = {
    "set-up": ["import os\n\nwith open('large', 'wb') as file:\n    os.truncate(file.fileno(), 1 << 40)\n"],
    "relu-solution": [
        "import os\n\nfile = os.open('larger', os.O_CREAT | os.O_WRONLY)\nos.pwrite(file, b'1', 1 << 40)"
    ],
}

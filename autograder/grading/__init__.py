"""Grading a class with nbgrader: learners' code runs in rooms, and is judged from outside; nothing of it is believed.

The way of a notebook, and the files on it:

- **handed in**: `intake` (links, floods), `reading` (whatever the file is), `rebuild` (the released notebook with the
  learner's solutions in it), `syntax` (Python's parser), `beside` (other files)
- **what is to be done**: `job` and `files` (plain data), `jobs` (made of a notebook), `key` (seeds of hidden cases)
- **the farm**: `settings`, `walk` and `round` (what nbgrader will come to), `ahead`, `cache`, `farm`, `cluster` (Dask),
  `worker`, `progress`, and `__main__` and `desk`, the command
- **the judge**, in a worker: `grade` and `judging`, `processes` and `caller` (hold of the learner's processes),
  `remote` (a function as the engine sees it), `wire` and `values` (what crosses), `shown` (what cells showed)
- **the room**: `rooms`, `spare` (one in advance), `walls` and `bubblewrap`, `entering`, `linux`, `seccomp`,
  `groups`, `environments`, `watch`; `warm` and `getting_warm` (the processes that are forked)
- **in the room**: `student`, `stand_ins`, `shell`, `outputs`, `streams`
- **back to nbgrader**: `plugins` and `replay` (in its places), `feedback`, `inert`, `page`, `exports`
"""

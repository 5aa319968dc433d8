"""A warm process with a shell: each line of JSON that it reads is a notebook's cells, run in a fork of their own.

``python -m tests.grading.forked_shell``; a test starts it once. The reply tells outputs, seconds and highest memory.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import matplotlib

from autograder.grading.shell import Shell

ROOT = Path(__file__).parents[2]


class Warm:
    """The warm process, seen from a test."""

    def __init__(self, folder):
        command = [sys.executable, "-m", "tests.grading.forked_shell"]
        given = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "HOME": str(folder), "PYTHONPATH": str(ROOT)}
        given["MPLCONFIGDIR"] = matplotlib.get_configdir()  # with the list of fonts, which takes seconds to make
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=os.environ | given, cwd=folder, text=True)
        self.told = json.loads(self.process.stdout.readline())

    def ask(self, *sources, output_bytes=1_000_000):
        self.process.stdin.write(json.dumps({"sources": sources, "output_bytes": output_bytes}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def run(self, *sources, output_bytes=1_000_000):
        return self.ask(*sources, output_bytes=output_bytes)["outputs"]

    def end(self):
        self.process.stdin.close()
        self.process.wait(timeout=10)


def text_of(outputs, name="stdout"):
    return "".join(output["text"] for output in outputs if output.get("name") == name)


def names(outputs):
    return [output.get("ename") or output.get("name") or output["output_type"] for output in outputs]


def reply(shell, request):
    outputs, seconds = [], []
    for source in request["sources"]:
        start = time.perf_counter()
        outputs.append(shell.run(source, output_bytes=request["output_bytes"]))
        seconds.append(time.perf_counter() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"outputs": outputs, "seconds": seconds, "memory": memory}


def forked(shell, request):
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with os.fdopen(writing, "w") as file:
            json.dump(reply(shell, request), file)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as file:
        told = file.read()
    os.waitpid(child, 0)
    return told


def main():
    # As in a room: who starts the tests in the background has them ignore interrupts, and a cell would wait for ever.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    start = time.perf_counter()
    shell = Shell()
    seconds = time.perf_counter() - start
    shell.run("import matplotlib.pyplot as plt\nplt.plot([1, 2])\n1 / 0", output_bytes=100_000)
    shell.reset()
    told = {"threads": len(os.listdir("/proc/self/task")), "written": os.listdir("."), "seconds": seconds}
    print(json.dumps(told), flush=True)
    for line in sys.stdin:
        print(forked(shell, json.loads(line)), flush=True)


if __name__ == "__main__":
    main()

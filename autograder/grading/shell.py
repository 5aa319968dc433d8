"""An IPython shell without a kernel around it: one cell's source in, its nbformat outputs out.

It is made once in the warm process, and forked with it: it starts no thread, opens no socket, and writes no file.
"""

import asyncio
import builtins
import codecs
import getpass
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import Any

import matplotlib_inline.backend_inline as inline
from IPython.core import page
from IPython.core.autocall import ZMQExitAutocall
from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.profiledir import ProfileDir
from traitlets import Any as AnyTrait
from traitlets import Type, default
from traitlets.config import Config

from autograder.grading.outputs import Outputs
from autograder.grading.streams import NAMES, Descriptor, Stream

BLOCK = 1 << 16  # bytes read at one time from a command
FRAMES = 60  # of a traceback; more than are shown


class _Hook(DisplayHook):
    """Shows the value of a cell's last line."""

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: dict, md_dict: dict | None = None) -> None:
        count = self.prompt_count
        self.shell.outputs.show(
            {"output_type": "execute_result", "execution_count": count, "data": format_dict, "metadata": md_dict or {}}
        )

    def log_output(self, format_dict: dict) -> None:
        """Keep no second copy."""

    def finish_displayhook(self) -> None:
        self._is_active = False


class _Publisher(DisplayPublisher):
    """Shows what is given to ``display``."""

    def publish(
        self,
        data: dict,
        metadata: dict | None = None,
        *,
        transient: dict | None = None,
        update: bool = False,
        **_: Any,
    ) -> None:
        self._validate_data(data, metadata)
        name = (transient or {}).get("display_id")
        if update:
            self.shell.outputs.update(name, data, metadata or {})
        else:
            output = {"output_type": "display_data", "data": data, "metadata": metadata or {}}
            self.shell.outputs.show(output, display_id=name)

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.clear(wait=wait)


class _Compiler(CachingCompiler):
    """Names each cell's source like a file that is not there: then a traceback is short work, as in a kernel."""

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:  # noqa: ARG002
        return f"cell_{number}.py"


class Shell(InteractiveShell):
    """Run the cells of one notebook, and return what they show.

    Making one replaces ``get_ipython()``, ``__main__`` and matplotlib's backend in this process.

    Examples
    --------
    ``Shell().run("1 + 1", output_bytes=10_000)`` returns one execute_result.
    """

    compiler_class = Type(_Compiler)
    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)
    kernel = AnyTrait(help="A kernel around this shell, for code that asks for one; it sends nothing anywhere.")

    def __init__(self) -> None:
        config = Config()
        config.HistoryManager.enabled = False
        self.outputs = Outputs(0)
        self.runs_in = 0
        super().__init__(ipython_dir="", profile_dir=ProfileDir(), config=config)
        for kind in type(self)._walk_mro():  # so that get_ipython() finds it
            kind._instance = self
        self.db = {}
        self.exiter = ZMQExitAutocall(self)
        # A loop of its own for each cell that awaits: one that is shared with a parent process is woken by it.
        self.loop_runner = asyncio.run
        self.set_hook("show_in_pager", page.as_hook(lambda *_, **__: None), 99)
        inline.configure_inline_support.current_backend = "unset"  # formats are set once a process, not once a shell
        self.enable_matplotlib("inline")
        self._streams = Stream(self, 1), Stream(self, 2)

    def run(self, source: str, *, output_bytes: int) -> list[dict[str, Any]]:
        """Run a cell.

        Parameters
        ----------
        source : str
            Its text.
        output_bytes : int
            How much it may show, in bytes of JSON. The rest is dropped, and one line says so.

        Returns
        -------
        list of dict
            Its outputs as nbformat has them. Whatever the cell does, short of ending the process, is told there.
        """
        self.outputs, self.runs_in = Outputs(output_bytes), os.getpid()
        with self._in_place(output_bytes):
            try:
                result = self.run_cell(source, store_history=True)
                raised = result.error_before_exec or result.error_in_exec
                # ``%%bash`` keeps a loop in a thread, which a fork for the next cell would not have.
                self.magics_manager.registry["ScriptMagics"].stop_event_loop()
            except BaseException as error:
                raised = error
        if raised is not None and type(raised).__name__ not in self.outputs.errors():
            told = f"{type(raised).__name__}: {_text(raised)}"
            self.outputs.error(type(raised).__name__, _text(raised), [told])
        return self.outputs.told()

    def system(self, cmd: str) -> None:
        """Run a command, as ``!cmd`` does, and write what it prints.

        Parameters
        ----------
        cmd : str
            The command.

        Raises
        ------
        OSError
            If it is to run in the background.
        """
        if cmd.rstrip().endswith("&"):
            raise OSError("Background processes not supported.")
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        command = self.var_expand(cmd, depth=1)
        pipe, null = subprocess.PIPE, subprocess.DEVNULL
        with subprocess.Popen(command, shell=True, stdin=null, stdout=pipe, stderr=subprocess.STDOUT) as process:
            while block := process.stdout.read1(BLOCK):
                sys.stdout.write(decoder.decode(block))
        code = process.returncode
        self.user_ns["_exit_code"] = code if code <= 128 else 128 - code

    def enable_gui(self, gui: str | None = None) -> None:
        """Have no windows."""

    def ask_exit(self) -> None:
        """Go on: ``exit()`` ends a kernel, and here there is none to end."""

    def init_virtualenv(self) -> None:
        """Leave ``sys.path`` alone."""

    def _showtraceback(self, etype: type, evalue: BaseException, stb: Iterable[str]) -> None:
        self.outputs.error(str(etype.__name__), _text(evalue), map(str, stb))

    def _get_exc_info(self, exc_tuple: Any = None) -> tuple[type, BaseException, TracebackType | None]:
        """Leave out the middle of a very deep recursion: to write each of a thousand frames takes seconds."""
        etype, value, traceback = super()._get_exc_info(exc_tuple)
        return etype, value, _without_middle(traceback)

    def _format_exception_for_storage(self, *_: Any, **__: Any) -> dict[str, Any]:
        """Keep no second copy: to write a traceback takes longer than most cells."""
        return {}

    @default("kernel")
    def _kernel(self) -> Any:
        """Make it only when it is asked for: it starts a thread."""
        os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")  # else its debugger warns
        try:
            from ipykernel.inprocess.ipkernel import InProcessKernel
        except ImportError as error:  # who asks by hasattr or getattr goes on without one
            raise AttributeError(
                "Cells are graded without a kernel, and ipykernel is not there to make one."
            ) from error
        return InProcessKernel(shell_class=Shell)

    @contextmanager
    def _tee(self, channel: str) -> Iterator[None]:  # noqa: ARG002 - the base class names it
        """Keep no second copy: the one in the history has no limit."""
        yield

    @contextmanager
    def _in_place(self, output_bytes: int) -> Iterator[None]:
        """Put the cells' streams, descriptors and questions in place; take the first two back out afterwards."""
        outer, asked = (sys.stdout, sys.stderr), (builtins.input, getpass.getpass)
        with ExitStack() as stack:
            led = {number: stack.enter_context(Descriptor(number)) for number in NAMES}
            sys.stdout, sys.stderr = self._streams
            builtins.input, getpass.getpass = _refusing("raw_input"), _refusing("getpass")
            try:
                yield
            finally:
                # What a learner put in the place of a stream stays for the next cell, as in a kernel.
                self._streams = tuple(
                    getattr(sys, name, None) or Stream(self, number) for number, name in NAMES.items()
                )
                sys.stdout, sys.stderr = outer
                builtins.input, getpass.getpass = asked
                for number, descriptor in led.items():
                    self.outputs.stream(NAMES[number], descriptor.written(output_bytes + 1))


def _without_middle(traceback: TracebackType | None) -> TracebackType | None:
    links = []
    while traceback is not None:
        links.append(traceback)
        traceback = traceback.tb_next
    kept = links if len(links) <= FRAMES else links[: FRAMES // 2] + links[-FRAMES // 2 :]
    for link in reversed(kept):
        traceback = TracebackType(traceback, link.tb_frame, link.tb_lasti, link.tb_lineno)
    return traceback


def _refusing(name: str) -> Any:
    def refuse(*_: Any, **__: Any) -> str:
        raise StdinNotImplementedError(f"{name} was called, but this frontend does not support input requests.")

    return refuse


def _text(value: BaseException) -> str:
    """Return an exception's text, if it has one: its class may be the learner's."""
    try:
        return str(value)
    except Exception as error:
        return f"<no text: {type(error).__name__}>"

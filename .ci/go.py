#!/usr/bin/env python3
"""One door for a fresh clone: make the environment if it is missing, then run the demo or the tests in it.

    python3 .ci/go.py demo --out demo     the product's whole day on the sample village
    python3 .ci/go.py test [ARGUMENTS]    all tests; arguments go to pytest
    python3 .ci/go.py environment         only make the environment

Needs Python 3.11 or newer, pip and git; everything else comes hash-checked from requirements.lock into .venv.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "made-from"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
OLDEST = (3, 11)
MOST_PROCESSES = 4
"""that run tests at once: each may start servers and windows of its own"""
PATIENCE_S = 20
"""for tests that were told to stop"""
MEMORY = Path("/dev/shm")  # noqa: S108 - asked for its size, and used through a folder of our own
ROOM_B = 2_000_000_000
"""bytes that must be free there before the tests keep their files in it; they need a quarter of them"""

#: What Qt asks of a Linux system, and the Debian package that has it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}

#: What it asks beyond that to show windows on an X11 screen.
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


class Missing(Exception):
    """Something that this machine lacks; the text is the one sentence to show."""


def main(arguments: list[str]) -> int:
    """Run the command; return its exit code, 1 when something is missing, 2 for a wrong call."""
    command, rest = arguments[:1], arguments[1:]
    if command not in (["demo"], ["test"], ["environment"]):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        check_python()
        check_system_libraries(needed_libraries(command[0]))
        make_environment()
        check_qt_loads()
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    if command == ["environment"]:
        return 0
    return run_demo(rest) if command == ["demo"] else run_tests(rest)


def run_demo(arguments: list[str]) -> int:
    """Run the installed program, as an operator would have it."""
    return finish([str(BIN / f"musrenbang{SUFFIX}"), "demo", *arguments])


def run_tests(arguments: list[str]) -> int:
    """Run pytest from the root of the repository; all tests at once go to as many processes as there are cores."""
    spread = [] if arguments else ["-n", str(min(cores(), MOST_PROCESSES)), "--dist", "worksteal", "--maxfail", "30"]
    with tempfile.TemporaryDirectory(prefix="musrenbang-", dir=roomy_memory(), ignore_cleanup_errors=True) as folder:
        # A server's database of another user may lie below it.
        Path(folder).chmod(0o755)
        return finish([str(venv_python()), "-m", "pytest", *spread, *arguments], cwd=ROOT, TMPDIR=folder)


def roomy_memory() -> Path | None:
    """A folder in memory with room for the files of the tests: each of thousands of stores waits for its disk."""
    try:
        free = shutil.disk_usage(MEMORY).free
    except OSError:
        return None
    return MEMORY if free > ROOM_B and os.access(MEMORY, os.W_OK) and memory_free() > 2 * ROOM_B else None


def memory_free() -> int:
    """Bytes of memory that programs may still take; 0 where it is not known. A container may have less than all."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        free = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
        limit, used = (Path(f"/sys/fs/cgroup/memory.{name}") for name in ("max", "current"))
        if limit.is_file() and (most := limit.read_text(encoding="ascii").strip()).isdecimal():
            free = min(free, int(most) - int(used.read_text(encoding="ascii")))
    except (OSError, ValueError, StopIteration):
        return 0
    return free


def cores() -> int:
    """How many this process may use: a container may have fewer than the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check_python() -> None:
    """Refuse a Python that is too old."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:2]))
        raise Missing(f"This needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is Python {found}.")


def needed_libraries(command: str) -> dict[str, str]:
    """The system libraries that the command will load: the demo shows its windows where there is a screen."""
    screen = command == "demo" and "DISPLAY" in os.environ and "QT_QPA_PLATFORM" not in os.environ
    return {**QT_LIBRARIES, **X11_LIBRARIES} if screen else QT_LIBRARIES


def check_system_libraries(libraries: dict[str, str]) -> None:
    """Name every missing library at once, before minutes are spent on installing. Windows and macOS bring them."""
    if not sys.platform.startswith("linux"):
        return
    missing = [name for name in libraries if not loads(name)]
    if missing:
        raise Missing(missing_sentence(missing, [libraries[name] for name in missing]))


def loads(library: str) -> bool:
    """Whether the system's loader finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_sentence(libraries: list[str], packages: list[str]) -> str:
    """One sentence: what is missing, and the command that brings it."""
    names = " and ".join(filter(None, [", ".join(libraries[:-1]), libraries[-1]]))
    noun = "library" if len(libraries) == 1 else "libraries"
    return (
        f"Qt cannot start without the system {noun} {names}: "
        f"on Debian or Ubuntu run 'sudo apt-get install {' '.join(packages)}', then this command again."
    )


def check_qt_loads() -> None:
    """Load the installed Qt in its own process, and say in one sentence what stops it."""
    code = "import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets, PySide6.QtPrintSupport, PySide6.QtSvg"
    done = subprocess.run([str(venv_python()), "-c", code], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return
    reason = (done.stderr.strip() or f"it ended with code {done.returncode}").splitlines()[-1]
    found = re.search(r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object", reason)
    if found:
        library = found[1]
        raise Missing(missing_sentence([library], [QT_LIBRARIES.get(library, f"'*{library}*'")]))
    raise Missing(f"Qt was installed but cannot be loaded here: {reason}")


def make_environment() -> None:
    """Make .venv from the lock, unless it was already made from this very lock by this very Python."""
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == wanted and venv_python().exists():
        return
    print("Installing the locked packages into .venv (once, one to three minutes) ...", file=sys.stderr, flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    create_venv()
    with tempfile.TemporaryDirectory(prefix="unpack-", dir=VENV) as scratch:
        install(Path(scratch))
    STAMP.write_text(wanted, encoding="ascii")


def install(scratch: Path) -> None:
    """Install the lock, two halves at once: pip keeps one core busy, and unpacking is most of its work.

    ``scratch`` is on the disk that must hold the environment anyway; the system's own temporary folder may be small.
    Nothing is compiled ahead: Python compiles and keeps the modules that are really imported.
    """
    halves, last = parts_of_lock(LOCK.read_text(encoding="utf-8"))
    locked = ("install", "--no-compile", "--no-deps", "--require-hashes", "-r")
    running = [start_pip(scratch, *locked, written(scratch / f"{n}.txt", half)) for n, half in enumerate(halves)]
    codes = [process.wait() for process in running]
    if any(codes):
        raise Missing("pip could not install the locked packages; its reason stands above.")
    for what, arguments in (
        ("the locked pip", (*locked, written(scratch / "pip.txt", last))),
        ("this project", ("install", "--no-compile", "--no-deps", "--no-build-isolation", "-e", str(ROOT))),
    ):
        if start_pip(scratch, *arguments).wait():
            raise Missing(f"pip could not install {what}; its reason stands above.")


def parts_of_lock(text: str) -> tuple[tuple[str, str], str]:
    """The packages of the lock in two halves, and what pip itself is locked to: it cannot replace itself at work."""
    packages = re.findall(r"^[^\s#].*(?:\n[ \t]+.*)*", text, re.MULTILINE)
    itself = [package for package in packages if package.startswith("pip==")]
    others = [package for package in packages if package not in itself]
    return ("\n".join(others[::2]), "\n".join(others[1::2])), "\n".join(itself)


def written(path: Path, text: str) -> str:
    """Write a file; return its path for a command."""
    path.write_text(text + "\n", encoding="utf-8")
    return str(path)


def fingerprint() -> str:
    """Changes when the lock, the project's own metadata or the interpreter changes."""
    digest = hashlib.sha256(f"{sys.executable} {sys.version}".encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def create_venv() -> None:
    """Make the environment; Debian's Python without python3-venv has no ensurepip, and needs none."""
    pip_inside = importlib.util.find_spec("ensurepip") is not None
    if not pip_inside and importlib.util.find_spec("pip") is None:
        raise Missing("Python has no pip: on Debian or Ubuntu run 'sudo apt-get install python3-pip python3-venv'.")
    options = [] if pip_inside else ["--without-pip"]
    done = subprocess.run(
        [sys.executable, "-m", "venv", *options, str(VENV)], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise Missing(
            "Python cannot make a virtual environment: on Debian or Ubuntu run 'sudo apt-get install python3-venv'."
        )


def start_pip(scratch: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the pip of the environment, or the outer one on it."""
    inside = (BIN / f"pip{SUFFIX}").exists()
    outer = [sys.executable, "-m", "pip", "--python", str(venv_python())]
    command = [str(venv_python()), "-m", "pip"] if inside else outer
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    env = {**clean_environment(), **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch))}
    return subprocess.Popen([*command, *quiet, *arguments], env=env, stdin=subprocess.DEVNULL)


def venv_python() -> Path:
    """The interpreter inside .venv."""
    return BIN / f"python{SUFFIX}"


def clean_environment() -> dict[str, str]:
    """The environment without what would lead Python elsewhere, or have it compile every module at every start."""
    left_out = ("PYTHONHOME", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")
    return {name: value for name, value in os.environ.items() if name not in left_out}


def finish(command: list[str], cwd: Path | None = None, **variables: str) -> int:
    """Run a command to its end and return its exit code. Whatever it started ends with us."""
    env = {**clean_environment(), **variables}
    process = subprocess.Popen(command, cwd=cwd, env=env, start_new_session=os.name != "nt")
    try:
        return process.wait()
    except KeyboardInterrupt:
        end(process)
        return 130
    except SystemExit:
        end(process)
        raise


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask it to stop, so that it may still say how far it came; then stop all that it started."""
    if os.name == "nt":
        process.kill()
        return
    os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(PATIENCE_S)
    except subprocess.TimeoutExpired:
        pass
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    # An end from outside is an end like any other: nothing is left running or lying about.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # A shell hides Ctrl+C from what it runs in the background; what we start must hear it from us.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
# coding: utf-8
"""Build the site: ``python3 build.py``; run the tests: ``python3 build.py test [--all | --rest]``.

Standard library only. Makes ``.venv`` and installs the pinned dependencies on first use, and
again only when they change; then hands over to ``disclosure.cli``. ``python3 build.py setup
NAME`` adds the packages that only some commands need.

No annotations and no newer syntax here: an old Python must get far enough to say that it is
too old.
"""

import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
LOCKS = os.path.join(ROOT, "requirements")
WHEELS = os.path.join(ROOT, "wheels")
LOG = os.path.join(ROOT, ".cache", "install.log")
OLDEST = (3, 11)
# Locks that are no extra: what every command needs, the tests, and other programs that these run.
NO_EXTRAS = ("core", "dev", "peers")
# What ``test`` leaves out unless it is asked for: by --all, by a path, or by -m.
QUICK = "not slow and not browser and not servers"
# Workers take a stretch of tests each, so that what a file's tests share is made once. Quick tests
# compute all the time; a good part of that of the others is waiting: for servers, kills, time limits.
SPREAD = ["--dist", "worksteal", "-n"]
QUICK_WORKERS, OTHER_WORKERS = "2", "4"
# Tests write and delete some hundred thousand small files and wait for the disk at many of them;
# kept in memory, they take half as long. What they may need of it at once, in bytes.
MEMORY, ROOM = "/dev/shm", 4 * 2**30  # noqa: S108

MESSAGES = {
    "old": (
        "需要 Python 3.11 或更新的版本，现在是 {0}；请安装新版 Python 后再运行",
        "Python 3.11 or newer is needed, this is {0}; install a newer Python and run this again",
    ),
    "installing": (
        "首次使用，正在准备运行环境（约一分钟）……",
        "First use: preparing the environment (about a minute) ...",
    ),
    "no_venv": (
        "这个 Python 缺少 venv 模块，建不了运行环境；请安装它（Debian、Ubuntu、统信：apt install python3-venv）后再运行",
        "This Python lacks the venv module; install it (Debian, Ubuntu: apt install python3-venv) and run this again",
    ),
    "no_folder": (
        "不能在 {0} 里建立运行环境；请检查文件夹权限和磁盘空间",
        "The environment cannot be made in {0}; look at the folder's permissions and the disk's space",
    ),
    "foreign_venv": (
        "{0} 不是本程序建立的运行环境，没有动它；请把它移走或改名后再运行",
        "{0} was not made by this program and was left alone; move or rename it, and run this again",
    ),
    "no_packages": (
        "装不上需要的程序包（多半是连不上网络）；请检查网络，或把离线安装包放进 {0} 文件夹后再运行。详情见 {1}",
        "The packages cannot be installed (is there a network?); look at the network, or put the wheels for an offline install into {0}, and run this again. Details are in {1}",
    ),
    "bad_wheels": (
        "{0} 文件夹里的离线安装包不全或与这台电脑不符；请补齐后再运行，或删去这个文件夹改用网络安装。详情见 {1}",
        "The wheels in {0} are incomplete or not for this machine; complete them, or remove the folder to install from the network. Details are in {1}",
    ),
    "no_extra": (
        "setup 后面请写附加功能的名称，可写 {0}",
        "setup takes the names of extras: {0}",
    ),
    "set_up": ("已装好：{0}", "Installed: {0}"),
}


class SetupError(Exception):
    """The environment cannot be prepared; carries the sentence that says what to do."""


def say(name, *values):
    """Return a sentence in the language asked for."""
    arguments = " ".join(sys.argv[1:]).replace("=", " ")
    return MESSAGES[name][1 if "--lang en" in arguments else 0].format(*values)


def tell(sentence):
    """Print a sentence on stderr, whatever the console's encoding."""
    stream = getattr(sys.stderr, "buffer", None)
    encoding = sys.stderr.encoding or "utf-8"
    line = (sentence + "\n").encode(encoding, "backslashreplace")
    if stream is None:
        sys.stderr.write(line)
    else:
        stream.write(line)
        stream.flush()


def venv_python():
    """Return the path of the environment's interpreter."""
    if os.name == "nt":
        return os.path.join(VENV, "Scripts", "python.exe")
    return os.path.join(VENV, "bin", "python")


def lock_of(name):
    """Return the path of the lock file ``name``."""
    return os.path.join(LOCKS, name + ".lock")


def stamp_of(name):
    """Return the path of the file that says what was installed of the lock file ``name``."""
    return os.path.join(VENV, name + ".installed")


def extras():
    """Return the names of what can be added."""
    names = [name[:-5] for name in os.listdir(LOCKS) if name.endswith(".lock")]
    return sorted(name for name in names if name not in NO_EXTRAS)


def fingerprint(lock):
    """Return what an installation of ``lock`` depends on: this Python, this folder, its bytes."""
    # The bytes themselves: hashing them would cost every start the loading of OpenSSL.
    with open(lock, "rb") as file:
        text = file.read().decode("utf-8")
    return "{0}.{1} {2}\n{3}".format(sys.version_info[0], sys.version_info[1], ROOT, text)


def is_installed(name):
    """Say whether the environment holds what the lock file ``name`` wants."""
    try:
        with open(stamp_of(name), "rb") as file:
            stamped = file.read().decode("utf-8")
    except (IOError, OSError):
        return False
    return stamped == fingerprint(lock_of(name)) and os.path.exists(venv_python())


def is_ours(folder):
    """Say whether an environment stands in ``folder``, or nothing; no link to elsewhere."""
    if os.path.islink(folder):
        return False
    if not os.path.exists(folder):
        return True
    marks = (os.path.join(folder, "pyvenv.cfg"), stamp_of("core"))
    if any(os.path.isfile(mark) and not os.path.islink(mark) for mark in marks):
        return True
    # Stopped before the first file was written, it has folders only.
    return os.path.isdir(folder) and not any(
        names or any(os.path.islink(os.path.join(base, each)) for each in folders)
        for base, folders, names in os.walk(folder)
    )


def make_venv():
    """Make the environment afresh; what somebody else has put in its place is left alone."""
    if not is_ours(VENV):
        raise SetupError(say("foreign_venv", VENV))
    try:
        import ensurepip  # noqa: F401
        import subprocess
        import venv
    except ImportError:
        raise SetupError(say("no_venv"))
    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
    except subprocess.CalledProcessError:
        raise SetupError(say("no_venv"))
    except (IOError, OSError):
        raise SetupError(say("no_folder", ROOT))


def install(name):
    """Install the packages of the lock file ``name``; the stamp comes last."""
    import subprocess

    lock = lock_of(name)
    command = [venv_python(), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--no-input", "--only-binary", ":all:", "--require-hashes", "-r", lock]
    offline = os.path.isdir(WHEELS)
    if offline:
        command += ["--no-index", "--find-links", WHEELS]
    try:
        if not os.path.isdir(os.path.dirname(LOG)):
            os.makedirs(os.path.dirname(LOG))
        if os.path.lexists(LOG):
            os.remove(LOG)  # never written through, if it is a link
        with open(LOG, "wb") as log:
            failed = subprocess.call(command, stdout=log, stderr=log, cwd=ROOT)
        if failed:
            raise SetupError(say("bad_wheels" if offline else "no_packages", WHEELS, LOG))
        with open(stamp_of(name), "wb") as file:
            file.write(fingerprint(lock).encode("utf-8"))
    except (IOError, OSError):
        raise SetupError(say("no_folder", ROOT))


def prepare(names):
    """Bring the environment up to date with the lock files ``names``."""
    missing = [name for name in names if not is_installed(name)]
    if not missing:
        return
    tell(say("installing"))
    # The first lock file decides: when the program's own packages change, nothing old stays.
    if names[0] in missing:
        # What was added before is wanted still.
        added = [name for name in extras() if os.path.exists(stamp_of(name))]
        make_venv()
        missing = names + [name for name in added if name not in names]
    for name in missing:
        install(name)


def has_package(name):
    """Say whether the environment holds a package."""
    if os.name == "nt":
        packages = os.path.join(VENV, "Lib", "site-packages")
    else:
        python = "python{0}.{1}".format(sys.version_info[0], sys.version_info[1])
        packages = os.path.join(VENV, "lib", python, "site-packages")
    return os.path.isdir(os.path.join(packages, name))


def pytest_words(words):
    """Return what pytest is given for the words behind ``test``.

    Nothing: the quick tests. ``--rest``: all others. ``--all``: every test. Paths: what they name, whatever its markers,
    in one process. Options of pytest stay as they are and win.
    """
    rest = [word for word in words if word not in ("--all", "--rest")]
    values = [rest[at + 1] for at, word in enumerate(rest[:-1]) if word in ("-k", "-m", "-n", "-p")]
    named = [word for word in rest if word[:1] != "-" and word not in values]
    if any(os.path.exists(word.split("::")[0]) for word in named):
        return rest
    chosen = []
    workers = OTHER_WORKERS
    if "--rest" in words:
        chosen += ["-m", "not (" + QUICK + ")"]
    elif "--all" not in words and "-m" not in rest:
        chosen += ["-m", QUICK]
        workers = QUICK_WORKERS
    if has_package("xdist") and not any(word[:2] == "-n" for word in rest):
        chosen += SPREAD + [workers]
    return chosen + rest


def temporary_folder():
    """Return where tests write: in memory, if there is room and nobody said another place."""
    named = os.environ.get("TMPDIR")
    if named or not os.path.isdir(MEMORY) or not os.access(MEMORY, os.W_OK):
        return named
    found = os.statvfs(MEMORY)
    # Tests start programs that they wrote there.
    fit = found.f_bavail * found.f_frsize >= ROOM and not found.f_flag & os.ST_NOEXEC
    return MEMORY if fit else None


def hand_over(command, **more):
    """Run ``command`` in place of this process; on Windows, which cannot, wait for it.

    ``more`` is for its environment; None takes a variable away.
    """
    environment = dict(os.environ, PYTHONPATH=ROOT, **more)
    for name in [name for name in environment if environment[name] is None]:
        del environment[name]
    if os.name == "nt":
        import subprocess

        try:
            return subprocess.call(command, env=environment)
        except KeyboardInterrupt:
            return 130
    sys.stdout.flush()
    os.execve(command[0], command, environment)


def main():
    """Prepare what is needed, then run what is asked for."""
    if sys.version_info < OLDEST:
        tell(say("old", sys.version.split()[0]))
        return 2
    testing = sys.argv[1:2] == ["test"]
    adding = sys.argv[1:2] == ["setup"]
    language = ("--lang", "--lang=en", "--lang=zh", "en", "zh")
    wanted = [word for word in sys.argv[2:] if adding and word not in language]
    if adding and (not wanted or any(name not in extras() for name in wanted)):
        tell(say("no_extra", "、".join(extras())))
        return 2
    try:
        prepare(["core"] + (["dev"] if testing else wanted))
    except SetupError as error:
        tell(str(error))
        return 1
    if adding:
        tell(say("set_up", "、".join(wanted)))
        return 0
    # -P: a stray yaml.py in the current folder must not be imported.
    if testing:
        os.chdir(ROOT)
        command = [venv_python(), "-P", "-m", "pytest"] + pytest_words(sys.argv[2:])
        # Compiled once, not in every worker and every program that a test starts; out of the way.
        compiled = os.path.join(ROOT, ".cache", "bytecode")
        return hand_over(
            command,
            PYTHONPYCACHEPREFIX=compiled,
            PYTHONDONTWRITEBYTECODE=None,
            TMPDIR=temporary_folder(),
        )
    return hand_over([venv_python(), "-P", "-m", "disclosure"] + sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

"""Old Office files turned into .docx by LibreOffice, in a process of its own that is given no time without end."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from camket.errors import BrokenDocumentError, LimitError, NoConverterError
from camket.ingest.options import Limits

_PROGRAMS = ("soffice", "libreoffice")
_MEMORY_KB = 4_000_000
"""LibreOffice reserves 1.5 GB of addresses for a page of text; four is what a runaway gets."""
_ATTEMPTS = 2
"""The first start in a new profile has been seen to end well and write nothing."""
_LEFT_ALONE = 15
"""Seconds after which the program ends by itself where the process that watches it was killed."""
_FILE_BLOCK = 512
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""
"""No macros, no links followed, and a proxy where nothing answers: a document does not reach the network."""


def program() -> str | None:
    """The path of LibreOffice, None where it is not installed."""
    return next((found for one in _PROGRAMS if (found := shutil.which(one))), None)


def to_docx(data: bytes, suffix: str, name: str, limits: Limits) -> bytes:
    """The .docx file that LibreOffice makes of `data`; `suffix` tells it the type.

    Raises NoConverterError, LimitError over convert_seconds, and BrokenDocumentError where nothing came of it.
    """
    soffice = program()
    if soffice is None:
        raise NoConverterError(f"{name}: LibreOffice, which reads {suffix} files, is not installed; "
                               "install Debian's libreoffice-writer-nogui, or save the file as .docx")  # fmt: skip
    with TemporaryDirectory(prefix="camket-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"document{suffix}"
        source.write_bytes(data)
        for _ in range(_ATTEMPTS):
            _convert(soffice, source, name, limits)
            made = source.parent / "out" / "document.docx"
            if made.is_file() and made.stat().st_size:
                limits.check("unpacked_bytes", made.stat().st_size, name)
                return made.read_bytes()
    raise BrokenDocumentError(f"{name}: LibreOffice could not convert this file; open it there, and save it as .docx")


def _convert(soffice: str, source: Path, name: str, limits: Limits) -> None:
    """LibreOffice has run over `source`, in a profile of its own, and it and all its children have ended."""
    profile = source.parent / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [
        *_bounds(limits), soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--nodefault", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(source.parent / "out"), str(source),
    ]  # fmt: skip
    process = subprocess.Popen(  # noqa: S603 - the program found on PATH, and no word of the document in the call
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        process_group=0, cwd=source.parent, env={**os.environ, "HOME": str(source.parent), "SAL_USE_VCLPLUGIN": "svp"},
    )  # fmt: skip
    try:
        process.wait(timeout=limits.convert_seconds)
    except subprocess.TimeoutExpired:
        seconds = limits.convert_seconds
        raise LimitError(
            f"{name}: converting it took more than the limit convert_seconds of {seconds}; "
            f"raise it with --limit convert_seconds={seconds * 2}"
        ) from None
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _bounds(limits: Limits) -> list[str]:
    """The command that starts another one with bounds on memory and files, and an end where nobody waits for it."""
    shell, timeout = shutil.which("sh"), shutil.which("timeout")
    if os.name != "posix" or shell is None:
        return []
    ulimits = f"ulimit -c 0; ulimit -v {_MEMORY_KB}; ulimit -f {limits.unpacked_bytes // _FILE_BLOCK + 1}"
    alone = [timeout, "-k", "1", str(limits.convert_seconds + _LEFT_ALONE)] if timeout else []
    return [shell, "-c", f'{ulimits}; exec "$@"', "sh", *alone]

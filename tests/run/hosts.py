"""Machines of a cluster, each with a network of its own, on one switch: network namespaces of Linux, which need root."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Self
from uuid import uuid4

from tests.conftest import ROOT

CLIENT, SCHEDULER, WORKERS = "client", "scheduler", ("worker0", "worker1")
HOSTS = (CLIENT, SCHEDULER, *WORKERS)
CUTS = ("port", "cable", "card")
"""How a link is cut: the switch hands nothing on, which nobody is told; its port is off; the host's card is off."""
TCP_SECONDS = 11
"""How long a connection may be without an answer before Dask takes it for dead; it is 30 if nothing else is said."""
_PORT = 8786


def _ip(*arguments: str) -> str:
    return subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True).stdout  # noqa: S607 - the system's


@cache
def refused() -> str:
    """Why this machine allows no network namespaces; nothing where it does."""
    try:
        with Machines.connected():
            return ""
    except (OSError, subprocess.CalledProcessError) as error:
        return str(getattr(error, "stderr", "") or error).strip()


class Machines:
    """A client, a scheduler and two workers with one thread each; what Dask says stands in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._space = f"camket-{uuid4().hex[:8]}"
        self._running: dict[str, subprocess.Popen[str]] = {}
        self._cut: set[str] = set()
        self._dead: set[str] = set()

    @classmethod
    @contextmanager
    def connected(cls, folder: Path = Path()) -> Iterator[Self]:
        """Machines that see each other, and on which nothing runs; gone at the end with all that runs on them."""
        machines = cls(folder)
        try:
            machines._connect()
            yield machines
        finally:
            machines._disconnect()

    def _name(self, host: str) -> str:
        return f"{self._space}-{host}"

    def _connect(self) -> None:
        switch = self._name("switch")
        _ip("netns", "add", switch)
        _ip("-n", switch, "link", "add", "bridge", "type", "bridge")
        _ip("-n", switch, "link", "set", "bridge", "up")
        for host in HOSTS:
            name = self._name(host)
            _ip("netns", "add", name)
            _ip("-n", switch, "link", "add", host, "type", "veth", "peer", "name", "card", "netns", name)
            _ip("-n", name, "address", "add", f"{self.address(host)}/24", "dev", "card")
            _ip("-n", switch, "link", "set", host, "master", "bridge", "up")
            _ip("-n", name, "link", "set", "lo", "up")
            _ip("-n", name, "link", "set", "card", "up")

    def _disconnect(self) -> None:
        for host in HOSTS:
            with suppress(subprocess.CalledProcessError, OSError):
                self.kill(host)
        for host in (*HOSTS, "switch"):
            with suppress(subprocess.CalledProcessError, OSError):
                _ip("netns", "delete", self._name(host))

    def address(self, host: str) -> str:
        """The address of a host."""
        return f"10.77.0.{HOSTS.index(host) + 1}"

    @property
    def scheduler(self) -> str:
        """The address of the scheduler."""
        return f"tcp://{self.address(SCHEDULER)}:{_PORT}"

    def run(self, host: str, *arguments: str | Path) -> subprocess.Popen[str]:
        """This Python runs on the host with these arguments."""
        environment = {
            **os.environ, "PYTHONWARNINGS": "ignore", "DASK_DISTRIBUTED__COMM__TIMEOUTS__TCP": f"{TCP_SECONDS}s",
            "CAMKET_CONNECT_SECONDS": "10",
        }  # fmt: skip
        command = ["ip", "netns", "exec", self._name(host), sys.executable, *map(str, arguments)]
        with (self.folder / f"{host}.txt").open("ab") as log:
            return subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=log,
                                    stderr=subprocess.PIPE if host == CLIENT else log)  # fmt: skip

    def staff(self) -> None:
        """All links are whole, and a scheduler and workers run."""
        for host in tuple(self._cut):
            self.mend(host)
        self._dead.clear()
        self.keep()

    def keep(self) -> None:
        """What has ended by itself is started again, as the system of a machine does; not on one that is dead."""
        self._keep(SCHEDULER, "dask_scheduler", "--port", str(_PORT), "--no-dashboard")
        for host in WORKERS:
            place = self.folder / host
            self._keep(host, "dask_worker", self.scheduler, "--nthreads", "1", "--no-dashboard",
                       "--local-directory", str(place))  # fmt: skip

    def _keep(self, host: str, module: str, *arguments: str) -> None:
        if host in self._dead or (host in self._running and self._running[host].poll() is None):
            return
        own = ("--host", self.address(host))
        self._running[host] = self.run(host, "-m", f"distributed.cli.{module}", *own, *arguments)

    def kill(self, host: str) -> None:
        """Every process of the host is gone, as if its power were; it stays so until `revive`."""
        self._dead.add(host)
        while pids := _ip("netns", "pids", self._name(host)).split():
            for pid in pids:
                with suppress(ProcessLookupError):
                    os.kill(int(pid), signal.SIGKILL)
            if host in self._running:
                self._running.pop(host).wait()

    def revive(self, host: str) -> None:
        """What ran on the host may run again."""
        self._dead.discard(host)

    def cut(self, host: str, how: str) -> None:
        """Nothing comes from or to the host."""
        self._cut.add(host)
        switch, name = self._name("switch"), self._name(host)
        if how == "port":
            _ip("-n", switch, "link", "set", host, "nomaster")
        elif how == "cable":
            _ip("-n", switch, "link", "set", host, "down")
        else:
            _ip("-n", name, "link", "set", "card", "down")

    def mend(self, host: str) -> None:
        """What was cut is whole."""
        self._cut.discard(host)
        _ip("-n", self._name("switch"), "link", "set", host, "master", "bridge", "up")
        _ip("-n", self._name(host), "link", "set", "card", "up")

"""The server: listens where it may, tells its address once it answers, and ends when it is asked to."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import closing

import uvicorn

from camket.errors import UsageError
from camket.review.page.app import Settings, app_of
from camket.review.page.security import Access, Guard, hosts_for


def serve(settings: Settings, host: str, port: int, *, remote: bool, ready: Callable[[str], None]) -> None:
    """The page is served until the process is asked to end; `ready` hears its address, with the token in it.

    Raises UsageError where it may not or cannot listen at `host` and `port`; 0 takes any free port.
    """
    names = hosts_for(host, remote=remote)
    with closing(listening(host, port)) as listener:
        access = Access(names, listener.getsockname()[1])
        app = app_of(settings, access)
        shown = f"[{host}]" if ":" in host else host
        ready(f"http://{shown}:{access.port}/?token={access.token}")
        server_of(app).run(sockets=[listener])


def server_of(app: Guard) -> uvicorn.Server:
    """The server of an application; it tells nothing of itself, and trusts no proxy."""
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False,
                            proxy_headers=False, ws="none", lifespan="on", timeout_graceful_shutdown=5)  # fmt: skip
    return uvicorn.Server(config)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises UsageError where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(
        family, socket.SOCK_STREAM, socket.IPPROTO_TCP
    )  # told as TCP, or asyncio lets answers wait
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise UsageError(f"--port {port}: cannot listen at {host}: {error.strerror}; give another port") from error
    return listener

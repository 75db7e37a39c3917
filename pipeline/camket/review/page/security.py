"""Who may ask what: only this machine's names, only with the token, and changes only from the page itself.

docs/security.md tells the threats and what is done against each.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from camket.errors import UsageError
from camket.labels import Language
from camket.review.page.labels import labels_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
"""What goes with every answer. With no-referrer, browsers would send forms without their origin, which is looked at here;
same-origin tells other servers as little."""
CSRF_HEADER = "x-csrf-token"
MOST_BYTES = 200_000
"""The largest request that is read: a decision with its longest texts."""
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Access:
    """What lets a request in: the names that the server is called by, its token, and what its own pages send along."""

    hosts: frozenset[str]
    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds the token; cookies are shared by all ports of a host."""
        return f"camket_{self.port}"


def hosts_for(host: str, *, remote: bool) -> frozenset[str]:
    """The names by which a server on `host` may be called. UsageError where it must not listen there."""
    if host == "localhost":
        return frozenset(_LOOPBACK)
    try:
        address = ip_address(host)
    except ValueError as error:
        raise UsageError(f"--host {host}: give an address such as 127.0.0.1, or localhost") from error
    if address.is_loopback:
        return frozenset({*_LOOPBACK, host})
    if not remote:
        raise UsageError(f"--host {host}: others in the network could reach the page; "
                         "if that is meant, say --allow-remote (docs/security.md tells a safer way)")  # fmt: skip
    if address.is_unspecified:
        raise UsageError(f"--host {host}: give the one address by which others are to reach this machine")
    return frozenset({f"[{host}]" if address.version == 6 else host})


class Guard:
    """Lets through what `access` allows, limits what is read, and sets HEADERS on every answer."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The request is answered: by the application, or here where it does not get that far."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        answer = self._answer(scope)
        if answer is not None:
            await answer(scope, receive, told)
            return
        body = await _body(receive) if scope["method"] not in _SAFE else b""
        if body is None:
            await _refused(413, "sorry_large")(scope, receive, told)
            return
        if scope["method"] not in _SAFE and not self._is_own(Headers(scope=scope), body):
            await _refused(403, "sorry_refused")(scope, receive, told)
            return
        await self._app(scope, _Replay(body, receive), told)

    def _answer(self, scope: Scope) -> Response | None:
        """The answer to a request that does not get further; None for others."""
        headers = Headers(scope=scope)
        if not self._is_host(headers.get("host", "")):
            return _refused(421, "sorry_host")
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        if given and self._is_token(given[0]):
            answer = RedirectResponse("/", 303)
            answer.set_cookie(self._access.cookie, self._access.token, path="/", httponly=True, samesite="strict")
            return answer
        if not self._is_token(_cookie(headers, self._access.cookie)):
            return _refused(403, "sorry_token")
        if scope["method"] not in {*_SAFE, "POST"}:
            return _refused(405, "sorry_method")
        return None

    def _is_host(self, host: str) -> bool:
        name, _, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
        if not name:
            name, port = host, "80"
        return name.lower() in self._access.hosts and port == str(self._access.port)

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), self._access.token.encode())

    def _is_own(self, headers: Headers, body: bytes) -> bool:
        """Whether a change is asked by a page of ours: it comes from our origin and knows what only our pages know."""
        origin = urlsplit(headers.get("origin", ""))
        if origin.scheme != "http" or origin.netloc != headers.get("host"):
            return False
        given = headers.get(CSRF_HEADER) or _field(headers, body, "csrf")
        return secrets.compare_digest(given.encode(), self._access.csrf.encode())


class _Replay:
    """Gives a body that was read again, and then what else comes."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._body: bytes | None = body
        self._receive = receive

    async def __call__(self) -> Message:
        if self._body is None:
            return await self._receive()
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}


async def _body(receive: Receive) -> bytes | None:
    """The whole body; None where it is too large or the other side is gone."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        part = message.get("body", b"")
        size += len(part)
        if size > MOST_BYTES:
            return None
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)


def _field(headers: Headers, body: bytes, name: str) -> str:
    """A field of a form; nothing where it is no form or has none."""
    if not headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return ""
    return form_of(body).get(name, "")


def form_of(body: bytes) -> dict[str, str]:
    """The fields of a form."""
    return {key: values[0] for key, values in parse_qs(body.decode("utf-8", "replace"), max_num_fields=20).items()}


def _cookie(headers: Headers, name: str) -> str:
    """The value of a cookie; nothing where it is not sent, or cannot be read."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _refused(status: int, why: str) -> Response:
    """An answer in plain text, in all languages: who asks is not known."""
    return PlainTextResponse("\n\n".join(labels_of(one)[why] for one in Language), status)

"""The routes of the page: what is shown at which address, and what is kept of what is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from camket.folding import normalize
from camket.labels import Language
from camket.review.page.checks import CHOICES, FIELDS_OF, RefusedError
from camket.review.page.desk import Ask, Desk, Sheet, StaleError, version_of
from camket.review.page.filters import DOUBTS, ORDERS, SHOWN, Filter
from camket.review.page.index import PAGE
from camket.review.page.labels import labels_of
from camket.review.page.originals import Originals
from camket.review.page.security import Access, Guard, form_of
from camket.review.page.view import boxes_of, groups_of, owners_of, text_of
from camket.values import FIELDS

if TYPE_CHECKING:
    from starlette.requests import Request

_HERE = Path(__file__).parent
_NAME, _LANGUAGE = "camket_reviewer", "camket_language"
_MOST_LETTERS = 60
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Settings:
    """What the page is served with: whose decisions, which language at first, where the originals lie."""

    folder: Path
    reviewer: str = ""
    language: Language = Language.ENGLISH
    originals: Path | None = None


def app_of(settings: Settings, access: Access) -> Guard:
    """The application for an output folder."""
    page = Page(settings, access)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        page.close()

    routes = [
        Route("/", page.listed),
        Route("/d/{identity}", page.document),
        Route("/d/{identity}/next", page.following),
        Route("/d/{identity}/pages/{number:int}.png", page.picture),
        Route("/d/{identity}/decisions", page.decide, methods=["POST"]),
        Route("/settings", page.settle, methods=["POST"]),
        Mount("/static", StaticFiles(directory=_HERE / "static")),
    ]
    faults = {HTTPException: page.sorry, Exception: page.sorry}
    return Guard(Starlette(routes=routes, lifespan=life, exception_handlers=faults), access)


class Page:
    """The page of an output folder."""

    def __init__(self, settings: Settings, access: Access) -> None:
        self._settings = settings
        self._access = access
        self._desk = Desk(settings.folder)
        self._originals = Originals(settings.folder, settings.originals)
        self._templates = Environment(loader=PackageLoader("camket.review.page"), autoescape=select_autoescape(default=True),
                                      undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)  # fmt: skip
        self._templates.filters["clock"] = _clock

    def close(self) -> None:
        """Nothing is open any more."""
        self._originals.close()
        self._desk.index.close()

    def listed(self, request: Request) -> Response:
        """The list of documents."""
        if not self._reviewer(request):
            return self._shown(request, "who.html.jinja", back=_address(request))
        index = self._desk.index
        index.refresh()
        asked = Filter.of(request.query_params)
        entries, count = index.listed(asked)
        return self._shown(
            request, "list.html.jinja", entries=entries, count=count, asked=asked, progress=index.progress(),
            last=max(1, -(-count // PAGE)), shown=SHOWN, fields=FIELDS, doubts=DOUBTS, orders=ORDERS,
        )  # fmt: skip

    def document(self, request: Request) -> Response:
        """A document with its values."""
        if not self._reviewer(request):
            return self._shown(request, "who.html.jinja", back=_address(request))
        self._desk.index.refresh()
        sheet = self._sheet(request)
        entry = sheet.entry
        sizes = self._originals.sizes(entry.id, entry.path, entry.media)
        return self._shown(
            request, "document.html.jinja", asked=Filter.of(request.query_params), info=sheet.record["document"],
            sizes=sizes, boxes=boxes_of(sheet) if sizes else {}, choices=CHOICES, fields_of=FIELDS_OF,
            paged=entry.media == "application/pdf" or entry.media.startswith("image/"), **self._parts(request, sheet),
        )  # fmt: skip

    def following(self, request: Request) -> Response:
        """On to the next document that has something to decide, or back to the list."""
        index = self._desk.index
        index.refresh()
        entry = index.entry(request.path_params["identity"])
        asked = Filter.of(request.query_params)
        following = index.following(entry.row if entry else 0, asked)
        return RedirectResponse(f"/d/{following}{asked.query()}" if following else f"/{asked.query(page=1)}", 303)

    def picture(self, request: Request) -> Response:
        """A page of the original, drawn."""
        entry = self._sheet(request).entry
        self._originals.sizes(entry.id, entry.path, entry.media)
        path = self._originals.picture(entry.id, entry.path, request.path_params["number"])
        if path is None:
            raise HTTPException(404)
        return FileResponse(path, media_type="image/png")

    async def decide(self, request: Request) -> Response:
        """A decision is kept, and the values are shown as they are now."""
        return await run_in_threadpool(self._decide, request, await request.body())

    def _decide(self, request: Request, body: bytes) -> Response:
        identity, reviewer = request.path_params["identity"], self._reviewer(request)
        try:
            kept = self._desk.decide(identity, Ask.read(body), reviewer)
        except RefusedError as error:
            sheet = self._desk.sheet(identity) if isinstance(error, StaleError) else None
            return JSONResponse(
                {"why": labels_of(self._language(request))[error.why]}
                | (self._fragments(request, sheet) if sheet else {}),
                error.status,
            )
        except OSError:
            return JSONResponse({"why": labels_of(self._language(request))["cannot_write"]}, 507)
        sheet, one = kept.sheet, kept.sheet.the(kept.key)
        now = {"key": str(kept.key), "version": version_of(one), "undo": kept.undo}
        return JSONResponse(self._fragments(request, sheet, text=one is None or one.value is None) | now)

    async def settle(self, request: Request) -> Response:
        """The reviewer's name and language are remembered by the browser."""
        form = form_of(await request.body())
        back = form.get("back", "/")
        answer = RedirectResponse(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/", 303)
        name = " ".join(normalize("".join(one for one in form.get("name", "") if one.isprintable())).split())
        if name:
            _remember(answer, _NAME, quote(name[:_MOST_LETTERS]))
        if form.get("language") in set(Language):
            _remember(answer, _LANGUAGE, form["language"])
        return answer

    def sorry(self, request: Request, error: Exception) -> Response:
        """An error, told so that its reader knows what to do; more of it goes to the log."""
        status = error.status_code if isinstance(error, HTTPException) else 500
        why = "sorry_missing" if status == 404 else "sorry_fault" if status == 500 else "sorry_method"
        return self._shown(request, "sorry.html.jinja", status, why=why)

    def _sheet(self, request: Request) -> Sheet:
        sheet = self._desk.sheet(request.path_params["identity"])
        if sheet is None:
            raise HTTPException(404)
        return sheet

    def _parts(self, request: Request, sheet: Sheet) -> dict[str, Any]:
        """What is shown anew when something was decided."""
        groups = groups_of(sheet, self._reviewer(request))
        return {"entry": sheet.entry, "groups": groups, "owners": owners_of(groups),
                "blocks": lambda: text_of(sheet, self._desk.index.source(sheet.entry))}  # fmt: skip

    def _fragments(self, request: Request, sheet: Sheet, *, text: bool = True) -> dict[str, Any]:
        """The parts as HTML; the text only where it may be marked in another way."""
        words, parts = self._words(request), self._parts(request, sheet)
        named = ("values", "owners", "progress", *(["text"] if text else []))
        return {name: self._templates.get_template(f"{name}.html.jinja").render(**words, **parts) for name in named}

    def _shown(self, request: Request, template: str, status: int = 200, **told: Any) -> HTMLResponse:
        return HTMLResponse(self._templates.get_template(template).render(**self._words(request), **told), status)

    def _words(self, request: Request) -> dict[str, Any]:
        """What every template knows."""
        language = self._language(request)
        return {"t": labels_of(language), "language": language, "reviewer": self._reviewer(request),
                "csrf": self._access.csrf, "here": _address(request)}  # fmt: skip

    def _reviewer(self, request: Request) -> str:
        return unquote(request.cookies.get(_NAME, ""))[:_MOST_LETTERS] or self._settings.reviewer

    def _language(self, request: Request) -> Language:
        chosen = request.cookies.get(_LANGUAGE, "")
        return Language(chosen) if chosen in set(Language) else self._settings.language


def _address(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def _remember(answer: Response, name: str, value: str) -> None:
    answer.set_cookie(name, value, max_age=_YEAR, path="/", httponly=True, samesite="strict")


def _clock(at: str) -> str:
    """A moment as it is read: "2026-03-01 09:30", in the time of this machine."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at

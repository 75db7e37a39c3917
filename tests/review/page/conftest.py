"""Output folders to review, a server of the page on this machine, and a browser."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from camket.document import Document
from camket.files import write_json, write_jsonl
from camket.ingest import from_text, read
from camket.labels import Language
from camket.review.page.app import Settings, app_of
from camket.review.page.index import Index
from camket.review.page.security import CSRF_HEADER, Access, hosts_for
from camket.review.page.server import listening, server_of
from camket.run.flow import Kit, extract
from camket.values import values_of
from tests.conftest import CORPUS

PDF = CORPUS / "agreements" / "bien-ban-ghi-nho-bao-tang-gom-song-huong-lyon.pdf"
NEWS = {
    "hop-tac-y-te.txt": """Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác

Ngày 5/3/2019, tại Đà Lạt, Sở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác giai đoạn 2019 - 2022.
Bệnh viện Hoàn Mỹ sẽ đào tạo 40 bác sĩ tuyến huyện trước năm 2021, tặng 5 máy siêu âm và mở 3 phòng khám.
Hai bên sẽ chia sẻ dữ liệu bệnh án, phối hợp nghiên cứu khoa học và khám bệnh miễn phí cho người nghèo.
""",
    "ngan-hang.txt": """Ngân hàng Kiên Long và tỉnh Kiên Giang ký biên bản ghi nhớ

Ngày 12/6/2020, tại Rạch Giá, Ngân hàng Kiên Long và UBND tỉnh Kiên Giang ký biên bản ghi nhớ hợp tác.
Ngân hàng Kiên Long sẽ tài trợ 20 căn nhà tình nghĩa.
""",
    "thoi-tiet.txt": "Trời nhiều mây ở Đồng Nai, có mưa vài nơi 😀 về chiều.\n",
}
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; install Debian's chromium")


@dataclass
class Output:
    """An output folder, with what stands in it by the names of its documents."""

    folder: Path
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def id(self, name: str) -> str:
        found: str = self.records[name]["document"]["id"]
        return found

    def decisions(self) -> list[dict[str, Any]]:
        path = self.folder / "decisions.jsonl"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []


def written(folder: Path, documents: Sequence[tuple[Document, dict[str, Any]]], inputs: Sequence[Path] = ()) -> Output:
    """An output folder with these documents and their records."""
    folder.mkdir(exist_ok=True)
    sources = [
        {"path": one.path, "text": one.text, "blocks": [(b.kind.value, b.place.start, b.place.end) for b in one.blocks]}
        for one, _ in documents
    ]
    write_jsonl(folder / "records.jsonl", [record for _, record in documents])
    write_jsonl(folder / "documents.jsonl", sources)
    write_json(folder / "run.json", {"options": {"inputs": [str(path) for path in inputs]}})
    return Output(
        folder,
        {one.path: json.loads(json.dumps(record)) for one, record in documents},
        {one.path: one.text for one, _ in documents},
    )


def news(name: str, text: str, kit: Kit) -> tuple[Document, dict[str, Any]]:
    document = replace(from_text(text, name), title=text.split("\n", 1)[0][:80])
    return document, extract(document, kit).to_json()


@pytest.fixture(scope="session")
def read_documents(kit: Kit) -> list[tuple[Document, dict[str, Any]]]:
    pdf = read(PDF, f"agreements/{PDF.name}", kit.options)
    return [(pdf, extract(pdf, kit).to_json()), *(news(name, text, kit) for name, text in NEWS.items())]


@pytest.fixture
def output(tmp_path: Path, read_documents: list[tuple[Document, dict[str, Any]]]) -> Output:
    return written(tmp_path / "out", read_documents, [CORPUS])


@pytest.fixture
def index(output: Output) -> Iterator[Index]:
    with closing(Index(output.folder)) as opened:
        yield opened


@pytest.fixture
def fifteen(tmp_path: Path, kit: Kit) -> Output:
    """A folder whose first document has fifteen values, and whose second has a few."""
    more = "Bệnh viện Hoàn Mỹ sẽ cử 10 chuyên gia về huyện và tặng 2 xe cứu thương.\n"
    document, record = news("muoi-lam.txt", NEWS["hop-tac-y-te.txt"] + more, kit)
    while len(list(values_of(record))) > 15:
        *commitments, last = record["commitments"]
        bare = {"amount": None, "due": None, "actors": "all"}
        told = next((field for field, none in bare.items() if last[field] != none), None)
        shorter = [last | {told: bare[told]}] if told else []
        record = record | {"commitments": [*commitments, *shorter]}
    assert len(list(values_of(record))) == 15
    return written(tmp_path / "out", [(document, record), news("sau.txt", NEWS["ngan-hang.txt"], kit)])


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Served:
    """The page as it is served, and what a browser that was let in would send."""

    port: int
    access: Access
    reviewer: str = "An"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def entrance(self) -> str:
        return f"{self.address}/?token={self.access.token}"

    @property
    def cookie(self) -> str:
        return f"{self.access.cookie}={self.access.token}"

    def ask(self, path: str, method: str = "GET", body: object = None, **headers: str | None) -> Answer:
        """The answer to a request; `headers` replace those of a browser that was let in, or leave them out (None)."""
        sent: dict[str, str | None] = {"Host": f"127.0.0.1:{self.port}", "Cookie": self.cookie}
        if method == "POST":
            sent |= {"Origin": self.address, CSRF_HEADER: self.access.csrf, "Content-Type": "application/json"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        data = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in sent.items():
                if value is not None:
                    connection.putheader(name, value)
            connection.putheader("Content-Length", str(len(data)))
            connection.endheaders(data)
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def decide(self, document: str, reviewer: str | None = None, **asked: object) -> Answer:
        cookie = f"{self.cookie}; camket_reviewer={reviewer}" if reviewer else self.cookie
        return self.ask(f"/d/{document}/decisions", "POST", asked, Cookie=cookie)

    def values(self, document: str) -> list[dict[str, str]]:
        """The values as the page of a document shows them, by their data attributes."""
        page = self.ask(f"/d/{document}").text
        items = re.findall(r'<li class="value[^>]*>', page)
        return [dict(re.findall(r'data-([\w-]+)="([^"]*)"', item)) for item in items]


def serving(output: Output, **settings: Any) -> Iterator[Served]:
    listener = listening("127.0.0.1", 0)
    access = Access(hosts_for("127.0.0.1", remote=False), listener.getsockname()[1])
    app = app_of(Settings(output.folder, **({"reviewer": "An"} | settings)), access)
    server = server_of(app)
    thread = Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        yield Served(access.port, access)
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@pytest.fixture
def served(output: Output) -> Iterator[Served]:
    yield from serving(output)


@pytest.fixture
def served_fifteen(fifteen: Output) -> Iterator[Served]:
    yield from serving(fifteen)


@pytest.fixture
def served_vietnamese(output: Output) -> Iterator[Served]:
    yield from serving(output, language=Language.VIETNAMESE)


@pytest.fixture
def served_nameless(output: Output) -> Iterator[Served]:
    yield from serving(output, reviewer="")


def command(folder: Path, *more: str) -> subprocess.Popen[str]:
    """The command itself, as a process of its own, which has told its address."""
    return subprocess.Popen(
        [sys.executable, "-m", "camket.cli", "review", "serve", folder, "--port", "0", "--reviewer", "An", *more],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )  # fmt: skip


def served_by(process: subprocess.Popen[str]) -> Served:
    """The page that a process serves, entered by the address that it told."""
    assert process.stdout
    found = re.search(r"http://127\.0\.0\.1:(\d+)/\?token=(\S+)", process.stdout.readline())
    assert found
    port = int(found[1])
    served = Served(port, Access(frozenset(), port, found[2]))
    page = served.ask("/").text
    csrf = re.search(r'name="csrf" value="([^"]+)"', page)
    assert csrf
    return replace(served, access=replace(served.access, csrf=csrf[1]))

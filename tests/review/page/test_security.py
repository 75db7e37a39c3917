from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from camket.errors import ExitCode, UsageError
from camket.review.page.security import CSRF_HEADER, HEADERS, MOST_BYTES, hosts_for
from camket.run.flow import Kit
from tests.review.page.conftest import Output, Served, command, news, served_by, serving, written

NEWS = "hop-tac-y-te.txt"
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "127.0.0.1:{port}.evil.example",
                                  "localhost:{port}@evil.example"])  # fmt: skip
def test_another_host_is_refused(served: Served, host: str) -> None:
    answer = served.ask("/", Host=host.format(port=served.port))
    assert answer.status in {400, 421}
    assert b"<" not in answer.body


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_the_names_of_this_machine_are_let_in(served: Served, host: str) -> None:
    assert served.ask("/", Host=f"{host}:{served.port}").status == 200


@pytest.mark.parametrize(
    "cookie", [None, "", "camket_{port}=", "camket_{port}=wrong", "other=1", 'camket_{port}="\\377"', "\xff"]
)
@pytest.mark.parametrize("path", ["/", "/static/page.css", "/d/{id}", "/d/{id}/pages/1.png"])
def test_without_the_token_nothing_is_told(output: Output, served: Served, cookie: str | None, path: str) -> None:
    sent = cookie.format(port=served.port) if cookie else cookie
    answer = served.ask(path.format(id=output.id(NEWS)), Cookie=sent)
    assert answer.status == 403
    assert "Open the address" in answer.text


def test_the_token_of_the_address_becomes_a_cookie_that_scripts_and_other_sites_do_not_get(served: Served) -> None:
    answer = served.ask(f"/?token={served.access.token}", Cookie=None)
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert {"HttpOnly", "SameSite=strict"} <= set(answer.headers["set-cookie"].split("; "))
    assert served.ask("/?token=wrong", Cookie=None).status == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": None},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://127.0.0.1:1"},
        {CSRF_HEADER: None},
        {CSRF_HEADER: "wrong"},
        {CSRF_HEADER: ""},
    ],
)
@pytest.mark.parametrize("path", ["/d/{id}/decisions", "/settings"])
def test_what_another_page_sends_is_refused(
    output: Output, served: Served, headers: dict[str, str | None], path: str
) -> None:
    one = served.values(output.id(NEWS))[0]
    sent = {name: told.format(port=served.port) if told else told for name, told in headers.items()}
    asked = {"verdict": "ok", "key": one["key"], "version": one["version"]}
    answer = served.ask(path.format(id=output.id(NEWS)), "POST", asked, **sent)
    assert answer.status == 403
    assert "set-cookie" not in answer.headers
    assert output.decisions() == []


def test_a_form_of_our_own_is_taken(served: Served) -> None:
    form = f"csrf={served.access.csrf}&name=%20L%C3%AA%0AAn%20&language=vi&back=//evil.example".encode()
    answer = served.ask(
        "/settings", "POST", form, **{CSRF_HEADER: None, "Content-Type": "application/x-www-form-urlencoded"}
    )
    assert (answer.status, answer.headers["location"]) == (303, "/")
    assert served.ask("/settings", "POST", form.replace(served.access.csrf.encode(), b"x"), **{
        CSRF_HEADER: None, "Content-Type": "application/x-www-form-urlencoded"}).status == 403  # fmt: skip


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(output: Output, served: Served, method: str) -> None:
    assert served.ask(f"/d/{output.id(NEWS)}", method).status == 405


def test_too_much_is_refused(output: Output, served: Served) -> None:
    assert served.ask(f"/d/{output.id(NEWS)}/decisions", "POST", b"x" * (MOST_BYTES + 1)).status == 413


@pytest.mark.parametrize(
    "path", ["/", "/d/{id}", "/static/page.css", "/static/document.js", "/nowhere", "/d/{id}/pages/1.png"]
)
def test_every_answer_has_the_headers(output: Output, served: Served, path: str) -> None:
    answer = served.ask(path.format(id=output.id(NEWS)))
    assert {name.lower(): told for name, told in HEADERS.items()}.items() <= answer.headers.items()
    assert "server" not in answer.headers


def test_a_fault_of_ours_has_the_headers_and_tells_nothing(
    output: Output, served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    (output.folder / "records.jsonl").rename(output.folder / "gone")
    answer = served.ask("/")
    assert answer.status == 500
    assert "Content-Security-Policy".lower() in answer.headers
    assert str(output.folder) not in answer.text


def test_the_policy_allows_no_inline_script_and_pages_need_none(output: Output, served: Served) -> None:
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
    for path in ("/", f"/d/{output.id(NEWS)}"):
        page = served.ask(path).text
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))
        assert not re.search(r'\s(?:style|on\w+)="', page)


@pytest.mark.parametrize(
    "path",
    [
        "/d/../../etc/passwd", "/d/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/d/..%5c..%5cetc", "/d/{id}/pages/0.png",
        "/d/{id}/pages/-1.png", "/d/{id}/pages/1.png%00", "/d/{id}/pages/99999999999999999999.png", "/d/{id}/pages/../1.png",
        "/d/{id}/pages/%2e%2e%2f1.png", "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd",
        "/static/%2fetc%2fpasswd", "/static/", "/static/templates/base.html.jinja", "/d/0123456789abcdef", "/d/%00", "/records.jsonl",
    ],
)  # fmt: skip
def test_paths_lead_nowhere_else(output: Output, served: Served, path: str) -> None:
    answer = served.ask(path.format(id=output.id(NEWS)))
    assert answer.status in {404, 405}
    assert b"root:" not in answer.body
    assert b"import" not in answer.body


@pytest.fixture
def hostile(tmp_path: Path, kit: Kit) -> Iterator[tuple[Output, Served]]:
    """A folder in which everything that strangers write is script: names of files, titles, texts, names of parties."""
    name = "<script>alert(3)</script>.txt"
    text = f"Sở Y tế {HOSTILE} ký kết\n\nSở Y tế Lâm Đồng và Bệnh viện Hoàn Mỹ ký kết thỏa thuận hợp tác. {HOSTILE}\n"
    document, record = news(name, text, kit)
    record = json.loads(json.dumps(record))
    record["document"]["title"] = HOSTILE
    record["agreements"][0]["title"] = HOSTILE
    record["agreements"][0]["parties"][0]["name"] = HOSTILE
    output = written(tmp_path / "out", [(document, record)])
    for served in serving(output, reviewer=HOSTILE):
        yield output, served


def test_script_in_texts_names_titles_notes_and_reviewers_is_only_shown(hostile: tuple[Output, Served]) -> None:
    output, served = hostile
    (name,) = output.records
    document = output.id(name)
    one = next(one for one in served.values(document) if one["key"].startswith("party@"))
    answer = served.decide(
        document, verdict="fix", key=one["key"], version=one["version"], correction=HOSTILE + "!", note=HOSTILE
    )
    assert answer.status == 200
    pages = [served.ask("/").text, served.ask(f"/d/{document}").text, *(
        told for told in answer.json.values() if isinstance(told, str)), served.ask("/?words=%22%3E%3Cscript%3E").text]  # fmt: skip
    for page in pages:
        assert "<script>" not in page
        assert "<img src=x" not in page
        assert "49" not in re.findall(r"&#39;(\d+)", page)


def test_only_loopback_is_listened_at_unless_it_is_meant() -> None:
    assert "localhost" in hosts_for("127.0.0.1", remote=False)
    assert hosts_for("192.0.2.7", remote=True) == {"192.0.2.7"}
    anywhere = "0.0.0.0"  # noqa: S104
    for host, remote in [
        ("192.0.2.7", False),
        (anywhere, False),
        (anywhere, True),
        ("::", True),
        ("example.org", True),
    ]:
        with pytest.raises(UsageError):
            hosts_for(host, remote=remote)


def test_the_command_serves_what_its_address_lets_in(output: Output) -> None:
    process = command(output.folder, "--lang", "vi")
    try:
        served = served_by(process)
        assert "cần duyệt" in served.ask("/").text
    finally:
        process.terminate()
        process.wait()
        assert process.stdout
        process.stdout.close()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--host", "192.0.2.7"], "--allow-remote"),
        (["--host", "0.0.0.0"], "--allow-remote"),  # noqa: S104
        (["--host", "nowhere.example"], "give an address"),
        (["--lang", "fr"], "is not one of"),
    ],
)
def test_a_wrong_call_is_told(output: Output, more: list[str], said: str) -> None:
    done = subprocess.run([sys.executable, "-m", "camket.cli", "review", "serve", output.folder, *more],
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == ExitCode.USAGE
    assert said in done.stderr

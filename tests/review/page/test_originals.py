from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image

from camket.files import write_json
from camket.ingest import content_id
from camket.review.page import drawing
from camket.review.page.originals import Originals, Painter
from tests.conftest import CORPUS
from tests.review.page.conftest import PDF, Output, Served

NAME = f"agreements/{PDF.name}"
ID = content_id(PDF.read_bytes())
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def originals(output: Output) -> Iterator[Originals]:
    with closing(Originals(output.folder, None)) as opened:
        yield opened


def test_pages_are_drawn_from_the_original_where_the_run_found_it(originals: Originals) -> None:
    sizes = originals.sizes(ID, NAME, "application/pdf")
    assert [(round(width), round(height)) for width, height in sizes] == [(595, 842)] * len(sizes)
    path = originals.picture(ID, NAME, 1)
    assert path
    with Image.open(path) as picture:
        assert picture.width / picture.height == pytest.approx(595 / 842, abs=0.01)
    assert originals.picture(ID, NAME, len(sizes) + 1) is None


def test_an_original_that_has_changed_is_not_shown(originals: Originals) -> None:
    assert originals.sizes("0" * 16, NAME, "application/pdf") == []


def test_originals_that_have_moved_are_found_where_they_are_said_to_be(output: Output, tmp_path: Path) -> None:
    write_json(output.folder / "run.json", {"options": {"inputs": [str(tmp_path / "gone")]}})
    with closing(Originals(output.folder, None)) as lost:
        assert lost.sizes(ID, NAME, "application/pdf") == []
    with closing(Originals(output.folder, CORPUS)) as found:
        assert found.sizes(ID, NAME, "application/pdf")


def test_a_member_of_an_archive_is_drawn(output: Output, tmp_path: Path) -> None:
    archive = tmp_path / "in" / "ho-so.zip"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as file:
        file.write(PDF, "a.pdf")
    with closing(Originals(output.folder, archive.parent)) as opened:
        assert opened.sizes(ID, "ho-so.zip/a.pdf", "application/pdf")


@pytest.mark.parametrize(
    "name", ["../secret.pdf", "../../etc/passwd", "/etc/passwd", "link.pdf", "in/../../secret.pdf"]
)
def test_nothing_outside_of_the_folder_is_opened(output: Output, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "secret.pdf").write_bytes(PDF.read_bytes())
    (folder / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    with closing(Originals(output.folder, folder)) as opened:
        assert opened.sizes(ID, name, "application/pdf") == []


def test_a_picture_is_upright_and_as_large_as_its_boxes_say(tmp_path: Path) -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("L", (1650, 1275), 255).save(out, "JPEG", dpi=(150, 150), exif=exif)
    (tmp_path / "a.jpg").write_bytes(out.getvalue())
    original = drawing.Original(tmp_path / "a.jpg", "a.jpg", content_id(out.getvalue()))
    assert drawing.sizes(original) == [(612.0, 792.0)]
    with Image.open(io.BytesIO(drawing.page(original, 1))) as picture:
        assert picture.width < picture.height


def test_a_picture_of_many_pages_is_drawn_page_by_page(tmp_path: Path) -> None:
    out = io.BytesIO()
    first, second = Image.new("L", (900, 1200), 255), Image.new("L", (1200, 900), 0)
    first.save(out, "TIFF", save_all=True, append_images=[second], dpi=(100, 100))
    (tmp_path / "a.tif").write_bytes(out.getvalue())
    original = drawing.Original(tmp_path / "a.tif", "a.tif", content_id(out.getvalue()))
    assert drawing.sizes(original) == [(648.0, 864.0), (864.0, 648.0)]
    assert drawing.page(original, 2).startswith(PNG)


@pytest.mark.parametrize("data", [b"%PDF-1.7 broken", PNG + b"broken", b"%PDF-1.4\n" + b"\0" * 5000])
def test_a_broken_original_costs_its_page_only(output: Output, tmp_path: Path, data: bytes) -> None:
    folder = tmp_path / "in"
    (folder / "agreements").mkdir(parents=True)
    (folder / "broken.pdf").write_bytes(data)
    (folder / NAME).write_bytes(PDF.read_bytes())
    with closing(Originals(output.folder, folder)) as opened:
        assert opened.sizes(content_id(data), "broken.pdf", "application/pdf") == []
        assert opened.sizes(ID, NAME, "application/pdf")


def test_a_process_that_dies_or_hangs_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Painter()) as painter:
        assert painter.ask(die) is None
        with monkeypatch.context() as hurried:
            hurried.setattr("camket.review.page.originals._PATIENCE", 2.0)
            assert painter.ask(time.sleep, 600) is None
        assert painter.ask(drawing.sizes, drawing.Original(PDF, NAME, ID))


def test_the_process_outlives_the_thread_that_first_asked(originals: Originals) -> None:
    pages = []
    for number in (1, 2):
        asking = Thread(target=lambda number=number: pages.append(
            originals.sizes(ID, NAME, "application/pdf") and originals.picture(ID, NAME, number)))  # fmt: skip
        asking.start()
        asking.join()
        time.sleep(0.3)
    assert all(pages)


def die() -> None:

    os._exit(1)


def test_only_pictures_that_were_drawn_are_served(output: Output, served: Served) -> None:
    page = served.ask(f"/d/{ID}")
    assert f"/d/{ID}/pages/1.png" in page.text
    assert "<rect" in page.text
    picture = served.ask(f"/d/{ID}/pages/1.png")
    assert (picture.status, picture.headers["content-type"]) == (200, "image/png")
    assert picture.headers["x-content-type-options"] == "nosniff"
    assert picture.body.startswith(PNG)
    for path in (
        f"/d/{ID}/original",
        f"/d/{ID}/{PDF.name}",
        f"/{NAME}",
        f"/d/{output.id('thoi-tiet.txt')}/pages/1.png",
    ):
        assert served.ask(path).status == 404

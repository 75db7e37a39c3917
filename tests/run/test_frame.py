"""Documents in frames: the records of a run, by whatever engine the pieces are read."""

from __future__ import annotations

import csv
import importlib.util
import json
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import camket
from camket.errors import UsageError
from camket.run.batch import Job, run
from tests.conftest import CORPUS

TEXT = "Sở Y tế Hà Nam và Bệnh viện Bạch Mai ký kết thỏa thuận hợp tác số {}."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents of several kinds, and the results of a run over them in `out` beside."""
    folder = tmp_path_factory.mktemp("frame") / "in"
    folder.mkdir()
    for path in sorted((CORPUS / "articles").glob("*.html"))[:4] + sorted((CORPUS / "articles").glob("*.docx"))[:2]:
        shutil.copy(path, folder)
    for number in range(3):
        (folder / f"tin-{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    with zipfile.ZipFile(folder / "ho-so.zip", "w") as archive:
        archive.writestr("trong.txt", TEXT.format("trong"))
        archive.writestr("hỏng.pdf", b"%PDF-1.7 nothing")
    (folder / "hỏng.docx").write_bytes(b"PK nothing")
    run(Job((folder,), folder.parent / "out"))
    return folder


@pytest.fixture(scope="module")
def frame(folder: Path) -> pd.DataFrame:
    files = sorted(folder.iterdir(), key=lambda path: path.name)
    return pd.DataFrame({"path": [one.name for one in files], "content": [one.read_bytes() for one in files]})


def by_path(extracted: pd.DataFrame) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = extracted.sort_values("path").to_dict("records")
    return rows


def as_in_the_run(extracted: pd.DataFrame, folder: Path) -> None:
    """The frame has what the run's ledger and records have."""
    out = folder.parent / "out"
    ledger = [json.loads(line) for line in (out / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    told = by_path(extracted)
    assert [{key: line[key] for key in told[0] if key not in {"record", "id"}} for line in ledger] == [
        {key: value for key, value in row.items() if key not in {"record", "id"}} for row in told
    ]
    records = (out / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert [row["record"] for row in told if row["record"]] == records


def test_contents_give_the_records_of_a_run_also_of_what_lies_inside(frame: pd.DataFrame, folder: Path) -> None:
    as_in_the_run(camket.extract_frame(frame), folder)


def test_paths_are_read_where_there_is_nothing_else(folder: Path) -> None:
    paths = pd.DataFrame({"path": [str(path) for path in sorted(folder.iterdir())]})
    extracted = camket.extract_frame(paths)
    extracted["path"] = extracted["path"].str.removeprefix(f"{folder}/")
    contents = camket.extract_frame(
        pd.DataFrame({"path": paths["path"], "content": [Path(path).read_bytes() for path in paths["path"]]})
    )
    assert list(extracted["record"]) == list(contents["record"])
    assert len(extracted) == len(contents) == 13


def test_a_text_is_read_as_the_file_that_holds_it(frame: pd.DataFrame) -> None:
    texts = frame[frame["path"].str.endswith(".txt")].assign(text=lambda rows: rows["content"].str.decode("utf-8"))
    assert camket.extract_frame(texts[["path", "text"]]).equals(camket.extract_frame(texts[["path", "content"]]))


def test_a_row_that_cannot_be_read_is_told_in_its_row(tmp_path: Path) -> None:
    texts = pd.DataFrame({"path": ["a", "b", "c"], "text": ["", None, TEXT]})
    told = camket.extract_frame(texts)
    assert list(told["status"]) == ["failed", "failed", "ok"]
    assert list(told["reason"]) == ["empty", "empty", ""]
    assert list(told["message"]) == ["a: there is no text", "b: there is no text", ""]
    contents = pd.DataFrame({"path": ["a.pdf", "b.xyz"], "content": [b"%PDF-1.7 nothing", None]})
    assert set(camket.extract_frame(contents)["status"]) == {"failed"}
    gone = camket.extract_frame(pd.DataFrame({"path": [str(tmp_path / "gone.txt")]}))
    assert list(gone["status"]) == ["vanished"]


def test_a_frame_without_paths_is_refused() -> None:
    with pytest.raises(UsageError, match="columns text, and no path"):
        camket.extract_frame(pd.DataFrame({"text": [TEXT]}))


def test_agreements_and_commitments_are_those_of_the_sheets(frame: pd.DataFrame, folder: Path) -> None:
    extracted = camket.extract_frame(frame)
    for name, rows in (
        ("agreements.csv", camket.agreements_frame(extracted)),
        ("commitments.csv", camket.commitments_frame(extracted)),
    ):
        with (folder.parent / "out" / name).open(encoding="utf-8-sig", newline="") as file:
            sheet = list(csv.DictReader(file))
        told = sorted(rows.to_dict("records"), key=lambda row: row["document"])
        assert [row["document"] for row in told] == [row["document"] for row in sheet]
        assert len(told) > 3
        assert list(rows.columns) == list(sheet[0])


def test_a_frame_without_rows_has_the_columns_and_types_of_one_with_rows(frame: pd.DataFrame) -> None:
    extracted = camket.extract_frame(frame)
    for rows, schema in (
        (extracted, camket.FRAME_SCHEMA),
        (camket.agreements_frame(extracted), camket.AGREEMENTS_SCHEMA),
        (camket.commitments_frame(extracted), camket.COMMITMENTS_SCHEMA),
    ):
        assert dict(rows.dtypes) == dict(camket.frame_meta(schema).dtypes)
    assert camket.extract_frame(frame[:0]).equals(camket.frame_meta())


def test_dask_maps_it_over_partitions(frame: pd.DataFrame, folder: Path) -> None:
    dataframes = pytest.importorskip("dask.dataframe", exc_type=ImportError)
    from dask import config  # noqa: PLC0415

    with config.set({"dataframe.convert-string": False}):  # contents are no text
        pieces = dataframes.from_pandas(frame, npartitions=3)
        extracted = pieces.map_partitions(camket.extract_frame, meta=camket.frame_meta())
        as_in_the_run(extracted.compute(scheduler="synchronous"), folder)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # PySpark is behind pandas
@pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None,
    reason="PySpark is not installed; CAMKET_SPARK=1 script/test installs it",
)
@pytest.mark.skipif(shutil.which("java") is None, reason="PySpark needs Java")
def test_spark_maps_it_in_pandas(frame: pd.DataFrame, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pyspark.sql import SparkSession  # noqa: PLC0415

    monkeypatch.setenv("PYTHONWARNINGS", "ignore")
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        pieces = spark.createDataFrame(frame, "path string, content binary").repartition(3)
        extracted = pieces.mapInPandas(lambda frames: map(camket.extract_frame, frames), camket.FRAME_SCHEMA)
        as_in_the_run(extracted.toPandas(), folder)
    finally:
        spark.stop()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # Ray's own
@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray is not installed: pip install 'ray[data]'")
def test_ray_maps_it_over_batches(
    frame: pd.DataFrame, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import ray  # noqa: PLC0415

    monkeypatch.setenv("PYTHONWARNINGS", "ignore")
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    frame.to_parquet(tmp_path / "news.parquet")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    try:
        news = ray.data.read_parquet(str(tmp_path / "news.parquet")).repartition(3)
        extracted = news.map_batches(camket.extract_frame, batch_format="pandas")
        extracted.write_parquet(str(tmp_path / "extracted"))
        as_in_the_run(pd.read_parquet(tmp_path / "extracted"), folder)
    finally:
        ray.shutdown()

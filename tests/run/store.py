"""An S3 server of moto's in a process of its own, which fails as it is told: `python -m tests.run.store FOLDER`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.run.cluster import awaited

BUCKET = "kho"
PORT, FAULTS, REQUESTS = "port", "faults.json", "requests.txt"


class Store:
    """The server as tests see it; `environment` is what a process needs to reach it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.start()
        self.environment = {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}", "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b",
            "AWS_DEFAULT_REGION": "us-east-1", "AWS_MAX_ATTEMPTS": "3", "XDG_CACHE_HOME": str(folder / "cache"),
        }  # fmt: skip

    def start(self) -> None:
        """It answers, at the same address as before if it did before, and holds nothing."""
        self._process = subprocess.Popen([sys.executable, "-m", "tests.run.store", self.folder], cwd=ROOT,
                                         stderr=subprocess.DEVNULL)  # fmt: skip
        awaited(self._answers)
        self.client.create_bucket(Bucket=BUCKET)

    def _answers(self) -> bool:
        from botocore.exceptions import BotoCoreError  # noqa: PLC0415 - comes with moto

        with suppress(OSError, ValueError, BotoCoreError):
            self.port = int((self.folder / PORT).read_text(encoding="ascii"))
            self.client.list_buckets()
            return True
        return False

    @property
    def client(self) -> Any:
        """A client of ours, that is told of no faults."""
        import boto3  # noqa: PLC0415 - comes with moto

        return boto3.client("s3", endpoint_url=f"http://127.0.0.1:{self.port}", aws_access_key_id="a",
                            aws_secret_access_key="b", region_name="us-east-1")  # noqa: S106  # fmt: skip

    def stop(self) -> None:
        """Nobody answers any more, and what it held is gone."""
        self._process.kill()
        self._process.wait()

    def fail(self, faults: dict[str, float]) -> None:
        """Requests whose method and path hold these words fail by a status, or wait for less than 100 seconds."""
        part = self.folder / "part"
        part.write_text(json.dumps(faults), encoding="utf-8")
        part.replace(self.folder / FAULTS)

    def requests(self, words: str) -> list[str]:
        """The requests that have been made with these words in their method and path."""
        path = self.folder / REQUESTS
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return [line for line in lines if words in line]

    def forget(self) -> None:
        """No request has been made."""
        (self.folder / REQUESTS).unlink(missing_ok=True)

    def upload(self, folder: Path, prefix: str) -> None:
        """The files of a folder lie under the prefix."""
        for path in folder.rglob("*"):
            if path.is_file():
                self.client.upload_file(str(path), BUCKET, f"{prefix}/{path.relative_to(folder).as_posix()}")

    def names(self, prefix: str) -> list[str]:
        """The names of what lies under the prefix."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=f"{prefix}/")
        return [one["Key"].removeprefix(f"{prefix}/") for page in pages for one in page.get("Contents", ())]

    def bytes_of(self, name: str) -> bytes:
        """What an object holds."""
        data: bytes = self.client.get_object(Bucket=BUCKET, Key=name)["Body"].read()
        return data


Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def faulty(application: Application, folder: Path) -> Application:
    """The application, which notes every request and fails as the folder's file of faults says; not to boto3."""

    def answer(environment: dict[str, Any], begin: Callable[..., Any]) -> Iterable[bytes]:
        if "aiobotocore" not in environment.get("HTTP_USER_AGENT", ""):
            return application(environment, begin)
        path = environment["PATH_INFO"].encode("latin-1").decode("utf-8")
        asked = f"{environment['REQUEST_METHOD']} {path} {environment['QUERY_STRING']}"
        note = os.open(folder / REQUESTS, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(note, f"{asked}\n".encode("utf-8", "replace"))
        os.close(note)
        faults = json.loads((folder / FAULTS).read_text(encoding="utf-8")) if (folder / FAULTS).exists() else {}
        for words, fault in faults.items():
            if all(word in asked for word in words.split()):
                if fault < 100:
                    time.sleep(fault)
                else:
                    begin(f"{int(fault)} Fault", [("Content-Length", "0")])
                    return [b""]
        return application(environment, begin)

    return answer


def main(folder: Path) -> None:
    """Serves until it is killed."""
    from moto.server import DomainDispatcherApplication, create_backend_app  # noqa: PLC0415
    from werkzeug.serving import make_server  # noqa: PLC0415

    known = folder / PORT
    port = int(known.read_text(encoding="ascii")) if known.exists() else 0
    application = faulty(DomainDispatcherApplication(create_backend_app), folder)
    server = make_server("127.0.0.1", port, application, threaded=True)
    known.write_text(str(server.server_port), encoding="ascii")
    server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

_SHOWN = {".js", ".css", ".svg", ".jinja", ".yaml"}


@pytest.mark.slow
def test_the_wheel_carries_the_rules_and_works_outside_the_checkout(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", tmp_path, ROOT], check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("camket-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*.yaml")}
    assert {f"camket/_rules/{name}" for name in shipped} <= set(names)
    assert "camket/py.typed" in names
    assert "camket/registry/templates/registry.html.jinja" in names
    assert "camket/labels/vi.yaml" in names
    assert "camket/write/templates/report.html.jinja" in names
    page = ROOT / "pipeline" / "camket" / "review" / "page"
    assert {path.relative_to(page.parents[2]).as_posix() for path in page.rglob("*") if path.suffix in _SHOWN} <= set(
        names
    )

    target = tmp_path / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--target", target, wheel], check=True, capture_output=True)
    code = ("import camket, camket.rulefiles as rules; print(rules.rules_dir()); "
            "print(camket.extract('Sở Y tế Hà Nam và Bệnh viện Bạch Mai ký kết thỏa thuận hợp tác.').agreements[0].kind)")  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(target), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [str(target / "camket" / "_rules"), "agreement"]

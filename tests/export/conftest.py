from __future__ import annotations

from pathlib import Path

import pytest

from camket.run.flow import Kit
from tests.export.folders import QUIET, RELEASE, results


@pytest.fixture
def release(tmp_path: Path, kit: Kit) -> Path:
    """Two documents: a release with wide letters before and between what it tells, and one that tells of nothing."""
    return results(tmp_path / "out", kit, RELEASE, QUIET)

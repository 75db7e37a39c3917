"""Names of bodies whose field stands in small letters, or that are named after two states."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.analysis import NameKind
from camket.run.flow import Kit


def bodies(text: str, kit: Kit) -> list[str]:
    analysis = language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)
    return [name.place.of(analysis.text) for name in analysis.names if name.kind is NameKind.ORGANISATION]


@pytest.mark.parametrize(
    "name",
    [
        "Trung tâm bảo vệ quyền tác giả sân khấu Việt Nam",
        "Viện nghiên cứu và phát triển nông nghiệp ôn đới Pháp",
        "Công ty cung ứng nhân lực quốc tế và thương mại RIKONA",
        "Quỹ bảo vệ và phát triển rừng tỉnh Lâm Đồng",
        "Khu công nghiệp Việt Nam - Na Uy",
        "Bệnh viện Việt Nam - Phần Lan Bến Xuân",
        "Trường Cao đẳng Việt Nam - Ba Lan",
        "Câu lạc bộ chạy bộ Bến Xuân",
    ],
)
def test_a_body_is_told_whole(name: str, kit: Kit) -> None:
    assert bodies(f"{name} ký thỏa thuận với Công ty Cổ phần Sao Khuê.", kit)[0] == name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Công an phường yêu cầu Thanh ký hợp đồng với Công ty Cổ phần Sao Khuê.", "Công an phường yêu cầu"),
        ("Cục trưởng cục Mỹ thuật ký thỏa thuận với Công ty Cổ phần Sao Khuê.", "Cục trưởng cục Mỹ"),
        ("Các sở Y tế, Nội vụ và Công an tỉnh Cao Bằng ký quy chế phối hợp.", "Sở Công an tỉnh Cao Bằng"),
    ],
)
def test_what_is_none(text: str, told: str, kit: Kit) -> None:
    assert told not in bodies(text, kit)

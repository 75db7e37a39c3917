"""Where names end before words that segmentation joins to them, events that are held, persons called as towns are."""

from __future__ import annotations

import pytest

from camket import ingest, language
from camket.analysis import NameKind
from camket.run.flow import Kit


def names(text: str, kind: NameKind, kit: Kit) -> list[str]:
    document = ingest.from_text(text)
    found = language.analyse(document, kit.lexicon, kit.grammar)
    return [name.place.of(document.text) for name in found.names if name.kind is kind]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "Đồn Biên phòng Keng Xá hội đàm với Đại đội Biên phòng 418",
            ["Đồn Biên phòng Keng Xá", "Đại đội Biên phòng 418"],
        ),
        (
            "Đồn Biên phòng Keng Xá giúp Đại đội Biên phòng 418 sửa nhà.",
            ["Đồn Biên phòng Keng Xá", "Đại đội Biên phòng 418"],
        ),
        ("CƠ SỞ GIÁO DỤC (Bên A): TRƯỜNG CAO ĐẲNG Y TẾ NẬM RỐM", ["TRƯỜNG CAO ĐẲNG Y TẾ NẬM RỐM"]),
        ("Tổng công ty Xây lắp Nậm Rốm và Sở Y tế Điện Biên ký kết.", ["Tổng công ty Xây lắp Nậm Rốm", "Sở Y tế Điện Biên"]),
    ],
)  # fmt: skip
def test_a_name_ends_where_a_word_of_its_own_begins(text: str, bodies: list[str], kit: Kit) -> None:
    assert names(text, NameKind.ORGANISATION, kit) == bodies


@pytest.mark.parametrize(
    "event", ["Diễn đàn doanh nghiệp", "Tuần lễ Nho vàng", "Hội thi Sáng tạo", "Liên hoan Tiếng hát", "Phiên chợ Xanh"]
)
def test_an_event_that_is_held_is_no_body(event: str, kit: Kit) -> None:
    assert names(f"Hai bên tổ chức {event} tại Huế.", NameKind.ORGANISATION, kit) == []
    assert names(f"Tổ chức {event} hằng năm.", NameKind.ORGANISATION, kit) == []


def test_an_organisation_told_in_small_letters_stays_one(kit: Kit) -> None:
    text = "Hội thi do tổ chức Lao động Quốc tế tài trợ."
    assert names(text, NameKind.ORGANISATION, kit) == ["tổ chức Lao động Quốc tế"]


def test_a_person_may_be_called_as_a_town_is(kit: Kit) -> None:
    text = "Dự lễ có bà Sofia Bergström và nhà lãnh đạo Nga Igor Petrov."
    assert names(text, NameKind.PERSON, kit) == ["Sofia Bergström", "Igor Petrov"]


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        ("trồng 20 ha rừng phòng hộ ven biển", "20 ha rừng phòng hộ"),
        ("tặng 100% trường phổ thông sách giáo khoa", "100% trường phổ thông"),
        ("tiếp nhận 80 sinh viên khoa Cơ khí thực tập", "80 sinh viên khoa Cơ khí"),
        ("cấp 20 suất học bổng trị giá cao", "20 suất học bổng"),
    ],
)
def test_an_amount_ends_with_a_whole_word(told: str, amount: str, kit: Kit) -> None:
    text = f"Công ty Hoa Ban cam kết {told}."
    assert [one.amount for one in kit.extract(text).commitments] == [amount]

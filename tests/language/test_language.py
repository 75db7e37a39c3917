from __future__ import annotations

import unicodedata
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from camket import ingest, language
from camket.analysis import NameKind
from camket.folding import fold, normalize
from camket.language.amounts import number_of
from camket.language.segmenter import segmenter
from camket.language.sentences import split
from camket.lexicon import any_of
from camket.run.flow import Kit

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằốộợứừủỷýỵÁĐƯ ,.;:\n-–“”()&/0123456789İß", max_size=200
)


def names_of(text: str, kit: Kit) -> list[tuple[str, str]]:
    analysis = language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)
    return [(name.kind.value, name.place.of(analysis.text)) for name in analysis.names]


@given(VIETNAMESE)
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(normalize(text))) == len(normalize(text))


@given(VIETNAMESE)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(normalize(text))) == fold(normalize(text))


def test_folding_twice_changes_nothing_more_in_any_run_of_letters_with_tones() -> None:
    runs = map("".join, product("aăâeioôơuưyàảọủỷỵýqgh ", repeat=4))
    assert not [run for run in runs if fold(fold(run)) != fold(run)]


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hòa"), ("thuỷ", "thủy"), ("Ký", "kí"), ("QUỲ", "quì"), ("Mỹ", "mĩ")]
)
def test_spellings_of_one_syllable_fold_to_one_form(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_folding_tells_different_syllables_apart() -> None:
    assert fold("quý") != fold("quy")
    assert fold("thỏa") != fold("thoa")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Sở",
                "Y",
                "tế",
                "tỉnh",
                "Thuỷ",
                "Nguyên",
                "ký",
                "kết",
                "thoả",
                "thuận",
                "hợp",
                "tác",
                ",",
                ".",
                "với",
                "UBND",
                "TT&TT",
                "“Chợ”",
                "2012-2015",
            ]
        ),
        max_size=30,
    )
)
def test_words_lie_on_their_places_and_cover_all_that_is_no_blank(syllables: list[str]) -> None:
    text = "  ".join(syllables)
    places = [place for place, _ in segmenter().words(text)]
    assert all(one.end <= other.start for one, other in pairwise(places))
    assert "".join(place.of(text) for place in places).replace(" ", "") == text.replace(" ", "")


def test_sentences_end_at_full_stops_and_not_at_abbreviations() -> None:
    document = ingest.from_text(
        "Tin ngắn\n\nTS. Lê Văn Tám đến TP. Vinh ngày 5.3.2012. Ông ký hai văn bản.\n- Mục một\n- Mục hai\n"
    )
    said = [sentence.place.of(document.text) for sentence in split(document)]
    assert said == [
        "Tin ngắn",
        "TS. Lê Văn Tám đến TP. Vinh ngày 5.3.2012.",
        "Ông ký hai văn bản.",
        "- Mục một",
        "- Mục hai",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lễ ký có Sở Văn hóa, Thể thao và Du lịch Thanh Hóa dự.", "Sở Văn hóa, Thể thao và Du lịch Thanh Hóa"),
        ("Bộ Chỉ huy quân sự (CHQS) tỉnh Quảng Trị ký kết.", "Bộ Chỉ huy quân sự (CHQS) tỉnh Quảng Trị"),
        ("Ký với Đại sứ quán Đan Mạch tại Việt Nam hôm qua.", "Đại sứ quán Đan Mạch tại Việt Nam"),
        ("Ban Thường vụ Tỉnh đoàn Gia Lai ký kết.", "Ban Thường vụ Tỉnh đoàn Gia Lai"),
        ("Công ty TNHH Cảng cạn Phù Đổng ký kết.", "Công ty TNHH Cảng cạn Phù Đổng"),
        ("Ngân hàng TMCP Phương Nam Á (PNA Bank) ký kết.", "Ngân hàng TMCP Phương Nam Á (PNA Bank)"),
        ("Hợp tác với Trường Đại học Sông Lam đã ký kết.", "Trường Đại học Sông Lam"),
        ("Bảo tàng Bình Dương và Bảo tàng Bà Rịa - Vũng Tàu ký kết.", "Bảo tàng Bà Rịa - Vũng Tàu"),
        ("Bên ký là Sở Y tế Bà Rịa - Vũng Tàu.", "Sở Y tế Bà Rịa - Vũng Tàu"),
        ("Ký kết với Đại học (ĐH) Lam Giang hôm qua.", "Đại học (ĐH) Lam Giang"),
        ("Liên minh hợp tác xã (HTX) Việt Nam ký kết.", "Liên minh hợp tác xã (HTX) Việt Nam"),
        ("Báo Đời sống và Pháp luật ký kết hợp tác.", "Báo Đời sống và Pháp luật"),
        ("Công ty Địa ốc Hòa Bình (Hòa Bình Corp) ký kết. Nhà thầu là Hòa Bình Corp.", "Hòa Bình Corp"),
        ("Công ty Vật tư nông nghiệp Sông Dinh ký kết. Giống do Sông Dinh cấp.", "Sông Dinh"),
        ("Đài Truyền hình Cao Nguyên ký kết. Theo đó, Đài sẽ phát sóng.", "Đài"),
        ("Sáng nay Lầu Năm Góc ký kết.", "Lầu Năm Góc"),
        ("Sáng nay Nhà Trắng ký kết.", "Nhà Trắng"),
    ],
)
def test_organisations_are_read_whole(text: str, name: str, kit: Kit) -> None:
    assert (NameKind.ORGANISATION.value, name) in names_of(text, kit)


def test_a_state_is_told_in_short_after_the_word_for_a_side(kit: Kit) -> None:
    assert ("state", "Hàn") in names_of("Theo bản ghi nhớ, phía Hàn dành chỉ tiêu.", kit)
    assert ("state", "Hàn") not in names_of("Trường dạy tiếng Hàn theo bản ghi nhớ.", kit)


def test_a_tab_parts_columns(kit: Kit) -> None:
    assert ("organisation", "SỞ Y TẾ") in names_of("SỞ Y TẾ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nký kết", kit)


@pytest.mark.parametrize(
    "text",
    [
        "Đội ký hợp đồng với 35 ngân hàng Nhật Bản.",
        "Các doanh nghiệp Trung Quốc ký kết.",
        "Hội nghị ký kết diễn ra ở trụ sở.",
        "Chiều nay, các bên tổ chức Hội nghị ký kết.",
    ],
)
def test_common_nouns_are_no_organisations(text: str, kit: Kit) -> None:
    assert not any(kind == "organisation" for kind, _ in names_of(text, kit))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ký kết có ông Lê Văn Tám - Giám đốc Sở Y tế.", "Lê Văn Tám"),
        ("Phó Chủ tịch UBND tỉnh Nguyễn Đình Ký ký thỏa thuận.", "Nguyễn Đình Ký"),
        ("Người ký là bà Huỳnh Ngọc Diễm Anh.", "Huỳnh Ngọc Diễm Anh"),
        ("Đại tá Hoàng Xuân Đính ký kết.", "Hoàng Xuân Đính"),
        ("Ký tên: PHÓ CHỦ TỊCH Bùi Thị Mơ    Thomas Lindqvist", "Bùi Thị Mơ"),
        ("Đồng chí Bun-thoong Phôm-ma-vông ký kết.", "Bun-thoong Phôm-ma-vông"),
    ],
)
def test_persons_are_read_without_their_titles(text: str, name: str, kit: Kit) -> None:
    assert (NameKind.PERSON.value, name) in names_of(text, kit)


def test_a_body_in_an_office_keeps_the_field_told_after_it(kit: Kit) -> None:
    text = "Vụ trưởng Vụ Phụ trách chính sách về rừng, đất đai và biển - bà Anna Visser ký bản ghi nhớ."
    names = names_of(text, kit)
    assert (NameKind.ORGANISATION.value, "Vụ Phụ trách chính sách về rừng, đất đai và biển") in names
    assert (NameKind.PERSON.value, "Anna Visser") in names


def test_a_day_without_year_takes_it_from_the_day_of_publication_and_says_so(kit: Kit) -> None:
    (date,) = kit.grammar.dates.find(fold("chiều 28/12"), "2020-01-05")
    assert (date.edtf, date.note) == ("2019-12-28", "year from the day of publication")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Chủ nhật (12/11), hai bên ký.", ["XXXX-11-12"]),
        ("Thứ tư 12/11, hai bên ký.", ["XXXX-11-12"]),
        ("Thứ bảy (12/11/2022), hai bên ký.", ["2022-11-12"]),
        ("Tổ ba 12/11 hộ ký.", []),
    ],
)
def test_a_day_is_told_behind_a_day_of_the_week(text: str, days: list[str], kit: Kit) -> None:
    assert [date.edtf for date in kit.grammar.dates.find(fold(text))] == days


def test_a_date_does_not_take_in_the_line_before_it(kit: Kit) -> None:
    text = fold("Tiêu đề\n\nNgày 7/11/2012, tại")
    (date,) = kit.grammar.dates.find(text)
    assert date.place.of(text) == "ngày 7/11/2012"


@pytest.mark.parametrize("text", ["ngày 31/2/2012", "tỷ lệ 3/4", "2,5 tỷ USD", "số 10/2015/NĐ-CP"])
def test_what_is_no_date_is_none(text: str, kit: Kit) -> None:
    assert kit.grammar.dates.find(fold(text)) == []


def test_numbers_are_read_in_vietnamese_notation() -> None:
    assert str(number_of("1.500,5 tỷ đồng")) == "1500.5"
    assert number_of("vài tỷ") is None


def test_the_text_is_never_rewritten(kit: Kit) -> None:
    text = normalize(
        unicodedata.normalize("NFD", "Sở Y tế tỉnh Hoà Bình  ký thoả thuận (“MOU”) với UBND xã Thuỷ Xuân.")
    )
    analysis = language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)
    assert analysis.text == text
    assert all(token.text == token.place.of(text) for tokens in analysis.tokens for token in tokens)


def test_any_of_finds_whole_words_and_the_longest_of_them() -> None:
    pattern = any_of(("ký", "ký kết", "đặt bút", "- ảnh:"))
    said = "đăngký, ký kết và ký  kết, đặt bút - ảnh: kýx"
    assert [match.group() for match in pattern.finditer(said)] == ["ký kết", "ký", "đặt bút", "- ảnh:"]
    assert any_of(("ký kết",), blanks=True).search("ký \n kết") is not None

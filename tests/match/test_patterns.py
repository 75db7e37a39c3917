from __future__ import annotations

import pytest

from camket import ingest, language, match
from camket.analysis import Match
from camket.match.patterns import PatternError, compile_pattern
from camket.run.flow import Kit

LABELS = frozenset(
    {"sign", "party", "parties", "place", "venue", "person", "persons", "doc", "deal", "date", "deadline"}
)


def test_optional_parts_give_a_pattern_with_and_without_them_but_of_one_unit_between_others() -> None:
    assert len(compile_pattern("<sign> [vào bản] <doc>", LABELS)) == 2
    assert len(compile_pattern("<sign> ..3 [vào] <doc>", LABELS)) == 2, (
        "the width of a gap is checked in one reading only"
    )
    (one,) = compile_pattern("<sign> [vào] [bản] <doc>", LABELS)
    assert [token.get("OP") for token in one.tokens] == [None, "?", "?", None]


@pytest.mark.parametrize(
    ("pattern", "said"),
    [("<sing> với", "no label 'sing'"), ("[ký với", "without a closing"), ("ký] với", "without an opening"),
     ("[a [b] c]", "bracket inside"), ("..5", "not a gap")],
)  # fmt: skip
def test_a_pattern_that_cannot_be_read_says_why(pattern: str, said: str) -> None:
    with pytest.raises(PatternError, match=said.replace("[", r"\[")):
        compile_pattern(pattern, LABELS)


def matches(text: str, kit: Kit) -> list[Match]:
    analysis = language.analyse(ingest.from_text(text), kit.lexicon, kit.grammar)
    return list(match.find(analysis, kit.rulebook))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Sở Y tế Hà Nam sẽ ký thỏa thuận với Bệnh viện Bạch Mai.", "planned"),
        ("Sở Y tế Hà Nam chưa ký thỏa thuận với Bệnh viện Bạch Mai.", "negated"),
        ("Sở Y tế Hà Nam mong muốn ký thỏa thuận với Bệnh viện Bạch Mai.", "wished"),
        ("Trên mạng lan truyền việc Sở Y tế Hà Nam đã ký thỏa thuận với Bệnh viện Bạch Mai.", "rumoured"),
        ("Trước đó, Sở Y tế Hà Nam đã ký thỏa thuận với Bệnh viện Bạch Mai.", "past"),
        ("Tỉnh chấp thuận để Sở Y tế Hà Nam ký thỏa thuận với Bệnh viện Bạch Mai.", "planned"),
        ("Hai bên rà soát hồ sơ để sớm ký thỏa thuận với Bệnh viện Bạch Mai.", "planned"),
        ("Sở Y tế Hà Nam được phép ký thỏa thuận với Bệnh viện Bạch Mai.", "wished"),
        ("Chính quyền tiền nhiệm ký thỏa thuận với Bệnh viện Bạch Mai.", "past"),
        ("Sở Y tế Hà Nam là đơn vị đã ký thỏa thuận với Bệnh viện Bạch Mai.", "past"),
        ("Nghi phạm khai nhận ký thỏa thuận với Bệnh viện Bạch Mai.", "crime"),
    ],
)
def test_the_words_before_a_signing_govern_it(text: str, cue: str, kit: Kit) -> None:
    assert all(cue in one.cues for one in matches(text, kit) if one.fills == "signing")
    assert matches(text, kit)


@pytest.mark.parametrize(
    ("opening", "old"),
    [
        ("Trước đó, trong buổi trà sáng ở Huế, ông Lê Văn Tám, người đứng đầu ngành, nói rằng đoàn sẽ", True),
        ("Hôm qua, trong buổi trà sáng ở Huế, ông Lê Văn Tám, người đứng đầu ngành, nói rằng đoàn sẽ", False),
        ("Sở Y tế Hà Nam tuần trước đã", False),
        ("Trời đẹp. Mưa tạnh. Cờ treo cao. Hoa nở rộ. Sở Y tế Hà Nam tuần trước đã", True),
        ("Sở Y tế Hà Nam năm trước đã", True),
    ],
)
def test_last_week_is_news_in_the_first_sentences_and_earlier_is_not(opening: str, old: bool, kit: Kit) -> None:  # noqa: FBT001
    found = [one for one in matches(f"{opening} ký thỏa thuận với Bệnh viện Bạch Mai.", kit) if one.fills == "signing"]
    assert found
    assert all(("past" in one.cues) is old for one in found)


def test_of_one_rule_overlapping_matches_the_longest_is_kept(kit: Kit) -> None:
    found = matches("Lễ ký kết biên bản ghi nhớ giữa Sở Y tế Hà Nam và Bệnh viện Bạch Mai.", kit)
    assert len([one for one in found if one.rule == "signing.between"]) == 1


def test_a_name_in_brackets_is_no_party(kit: Kit) -> None:
    found = matches("Sở Y tế Hà Nam và Ngân hàng Norin (Nhật Bản) đã ký thỏa thuận.", kit)
    names = {name.place for one in found for captured in one.names.values() for name in captured}
    assert len(names) == 2

from __future__ import annotations

import random

from camket.registry.fingerprints import bands, share, sketch

CHANCE = random.Random(3)  # noqa: S311 - words, and no secret
WORDS = [f"từ{at}" for at in range(400)]


def text(number: int = 200) -> list[str]:
    return [CHANCE.choice(WORDS) for _ in range(number)]


def test_a_reprint_with_a_line_more_shares_most_and_meets_in_a_band() -> None:
    for _ in range(50):
        words = text()
        one, other = sketch(" ".join(words)), sketch(" ".join([*words, "theo", "báo", "tỉnh", "ngày", "hôm", "qua"]))
        assert share(one, other) > 0.7
        assert one is not None
        assert other is not None
        assert set(bands(one)) & set(bands(other))


def test_texts_of_their_own_share_nothing() -> None:
    assert all(share(sketch(" ".join(text())), sketch(" ".join(text()))) < 0.2 for _ in range(50))


def test_case_and_marks_of_print_do_not_matter() -> None:
    words = text()
    assert share(sketch(" ".join(words)), sketch(", ".join(words).upper())) == 1.0


def test_a_short_text_has_no_sketch() -> None:
    assert sketch("Ký kết hợp tác") is None
    assert share(None, sketch(" ".join(text()))) == 0.0

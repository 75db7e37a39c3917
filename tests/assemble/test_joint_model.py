"""The model of joints: what it keeps together that the rules would part, what it leaves apart, and where it comes from."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

import camket
from camket.errors import RuleError
from camket.rulefiles import rules_dir
from camket.run.explain import explanation
from camket.run.flow import Kit, document_of

SIGNED = "Sở Y tế Lai Châu và Quỹ Nậm Rốm ký thỏa thuận."
SCRIPT = Path(__file__).resolve().parents[2] / "script" / "train_joints.py"
KEPT = [
    "kiểm tra việc dùng phụ gia tại các bếp ăn, sản xuất nước đá",
    "giúp dân làm đường, dựng nhà, gặt lúa",
    "hỗ trợ ngư dân tham gia hội chợ, triển lãm ở các tỉnh",
    "phối hợp tuyên truyền về an toàn giao thông, phòng chống tai nạn",
]


def items(text: str, kit: Kit) -> list[str]:
    return [one.text for one in kit.extract(f"{SIGNED} Hai bên sẽ {text}.").commitments]


@pytest.fixture
def by_rules(kit: Kit) -> Kit:
    never = kit.words.joints.model_copy(update={"joined_below": 0.0})
    return replace(kit, words=replace(kit.words, joints=never))


@pytest.mark.parametrize("told", KEPT)
def test_the_model_keeps_together_what_rules_part(told: str, kit: Kit, by_rules: Kit) -> None:
    assert items(told, kit) == [told]
    assert len(items(told, by_rules)) > 1


@pytest.mark.parametrize(
    "told",
    [
        ["tập huấn cho 200 y sĩ", "trao tặng 5 máy siêu âm", "xây dựng 3 trạm y tế"],
        ["khám bệnh cho người cao tuổi", "cấp thuốc cho 4 bản vùng cao"],
        ["dành 2 tỷ đồng mua vắc-xin", "hỗ trợ kinh phí vận chuyển"],
    ],
)
def test_acts_with_their_own_objects_stay_apart(told: list[str], kit: Kit) -> None:
    assert items(f"{', '.join(told[:-1])} và {told[-1]}", kit) == told


def test_the_model_parts_nothing_that_rules_join(kit: Kit) -> None:
    always = replace(kit, words=replace(kit.words, joints=kit.words.joints.model_copy(update={"bias": 99.0})))
    assert items("thanh tra, kiểm tra và xử lý vi phạm", always) == items("thanh tra, kiểm tra và xử lý vi phạm", kit)


def test_explain_tells_what_is_kept_together(kit: Kit) -> None:
    told = explanation(document_of(f"{SIGNED} Hai bên sẽ {KEPT[1]}.", kit.options), kit)
    assert "kept together: ', dựng nhà, gặt' is 0." in told
    assert "(joints.yaml)" in told


def test_a_model_with_an_unknown_key_is_refused(tmp_path: Path) -> None:
    for path in rules_dir().rglob("*.yaml"):
        target = tmp_path / path.relative_to(rules_dir())
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    (tmp_path / "joints.yaml").write_text("joined_below: 0.2\nbias: 0\nweight: {}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"joints\.yaml.*did you mean 'weights'"):
        camket.open_kit(tmp_path)


def test_the_file_is_what_the_script_learns_from_the_corpus(kit: Kit) -> None:
    spec = importlib.util.spec_from_file_location("train_joints", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    learned = script.learned(list(script.examples()))["weights"]
    kept = kit.words.joints.weights
    apart = {name: (learned.get(name, 0.0), kept.get(name, 0.0)) for name in {*learned, *kept}}
    assert {name: both for name, both in apart.items() if abs(both[0] - both[1]) > 0.06} == {}

from __future__ import annotations

import pytest

from camket import evaluate
from camket.run.batch import Job, run
from camket.run.flow import Kit
from camket.run.supervisor import Bounds
from tests.conftest import SHARED, needs_shared

pytestmark = needs_shared


def test_the_seed_document_is_read_as_its_gold_has_it(kit: Kit) -> None:
    record = kit.extract(SHARED / "seed" / "press-release.txt")
    (agreement,) = record.agreements
    forms = [(party.name, *party.aliases) for party in agreement.parties]
    assert len(forms) == 2
    assert "Sở TT&TT thành phố Cần Thơ" in forms[0] + forms[1]
    assert "Sở TT&TT Bến Tre" in forms[0] + forms[1]
    assert (agreement.signed_on, agreement.period, agreement.signatories) == ("2012-11-07", "2012/2015", ())
    assert [(person.name, person.role) for person in agreement.participants] == [("Trần Văn Thanh", "speaker")]
    scores = evaluate.score(evaluate.load(SHARED / "seed" / "gold.jsonl"), {"seed/press-release": record.to_json()})
    commitments = scores.fields["commitments"]
    assert commitments.hit >= 11
    assert commitments.found == commitments.hit, "none is invented"


@pytest.mark.parametrize(
    ("name", "floors"),
    [
        (
            "press",
            {
                "agreement": 0.97,
                "parties": 0.97,
                "signatories": 0.96,
                "signed_on": 0.92,
                "period": 0.97,
                "place": 0.8,
                "commitments": 0.82,
                "commitment words": 0.85,
            },
        ),
        (
            "news",
            {
                "document has one": 0.93,
                "agreement": 0.88,
                "kind": 0.88,
                "status": 0.95,
                "parties": 0.84,
                "signatories": 0.87,
                "signed_on": 0.9,
                "period": 0.83,
                "place": 0.76,
                "commitments": 0.63,
                "commitment words": 0.7,
            },
        ),
    ],
)
def test_real_articles_and_releases_stay_above_their_floors(
    name: str, floors: dict[str, float], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp(name)
    run(Job((SHARED / "gold" / name,), folder, bounds=Bounds(workers=2)))
    scores = evaluate.score(
        evaluate.load(SHARED / "gold" / name / "gold.jsonl"), evaluate.load(folder / "records.jsonl")
    )
    assert evaluate.below(scores, floors) == []

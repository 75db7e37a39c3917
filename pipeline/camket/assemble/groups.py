"""An agreement by its mentions and its parties, and which of those told so far a mention tells of again."""

from __future__ import annotations

from dataclasses import dataclass, field

from camket.analysis import NameKind
from camket.assemble.entity import Entity
from camket.assemble.mentions import Mention
from camket.assemble.same_side import are_their_places, fuller, same_side
from camket.document import BlockKind
from camket.records import AgreementKind

TEAMING = frozenset({"signing.teaming"})
"""The rules of a mention that only tells that its parties team up."""
_PAIR = 2
_VAGUE = frozenset({"", "unspecified"})


@dataclass
class Group:
    """The mentions of one agreement and its parties."""

    parties: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    titled: list[Entity] = field(default_factory=list)
    """The parties as only the headline names them, where the text names others for them."""
    among: Group | None = None
    """The agreement that is told as many documents, of which this is one that is told by itself."""

    def shared(self, parties: tuple[Entity, ...]) -> int:
        """How many of `parties` are parties of this agreement."""
        titled = sum(any(same_side(one, other) for other in self.titled) for one in parties)
        return max(titled, sum(any(same_side(one, other) for other in self.parties) for one in parties))

    def add(self, mention: Mention, parties: tuple[Entity, ...]) -> None:
        """The mention and its parties belong to this agreement from now on."""
        self.mentions.append(mention)
        if mention.persons and not mention.party_names and len(self.parties) >= max(_PAIR, len(mention.persons)):
            parties = tuple(one for one in parties if self.shared((one,)))  # they sign for those who were told to
        if set(mention.rules) == TEAMING and self.shared(parties):
            parties = tuple(one for one in parties if not self.shared((one,)))
        for one in parties:
            at = next((i for i, other in enumerate(self.parties) if same_side(one, other)), None)
            if at is None:
                self.parties.append(one)
            elif one is not self.parties[at] and not self._is_treaty_of_states(one, self.parties[at]):
                self.parties[at] = fuller(one, self.parties[at])

    def _is_treaty_of_states(self, body: Entity, party: Entity) -> bool:
        """Whether the party is a state between which and another a treaty is told to be, that `body` of it signs: "Hiệp định giữa A và B"."""
        signed = body.kind is NameKind.ORGANISATION and party.kind is NameKind.STATE
        return signed and any(
            told.kind == AgreementKind.TREATY
            and told.sentence.block.kind is not BlockKind.HEADLINE
            and len(told.parties) >= _PAIR
            and all(one.kind is NameKind.STATE for one in told.parties)
            for told in self.mentions
        )


def told_again(groups: list[Group], mention: Mention, parties: tuple[Entity, ...]) -> Group | None:
    """The agreement that the mention tells of again."""
    ranked = sorted(groups, key=lambda one: (-one.shared(parties), not _tells_in(one, mention)))
    if not ranked:
        return None
    best, shared = ranked[0], ranked[0].shared(parties)
    if shared >= min(_PAIR, len(parties)) and shared:
        return None if _is_of_bodies(best, mention, parties) else best
    below = mention.sentence.block.kind is not BlockKind.HEADLINE
    if shared and (len(best.parties) < _PAIR or (below and told_fuller(best, parties))):
        return best
    if len(groups) == 1 and below and told_fuller(best, parties):
        return best
    return None


def _is_of_bodies(group: Group, mention: Mention, parties: tuple[Entity, ...]) -> bool:
    """Whether bodies of the parties sign a document of another kind: after "ký Hiệp định giữa A và B", "Bộ X của A và Bộ Y của B ký Chương trình"."""
    told = {one.kind for one in group.mentions if len(one.parties) >= _PAIR and one.tells_signing
            and one.sentence.block.kind is not BlockKind.HEADLINE and one.sentence is not mention.sentence}  # fmt: skip
    listed = any(one.both and one.sentence is mention.sentence and one.kind not in _VAGUE | {mention.kind}
                 and one.place.end < mention.place.start for one in group.mentions)  # fmt: skip
    same = any(party is one for party in parties for one in group.parties)
    other = mention.tells_signing and mention.kind not in _VAGUE and not told & {mention.kind, *_VAGUE}
    in_row = listed and mention.kind not in _VAGUE  # "Hiệp định giữa Chính phủ hai nước; Bản ghi nhớ giữa Bộ X và Bộ Y"
    return len(parties) >= _PAIR and not same and ((bool(told) and other) or in_row)


def told_in_block(groups: list[Group], mention: Mention) -> Group | None:
    """The agreement with the partner with whom the block of the mention begins."""
    block = mention.sentence.block
    return next((one for one in groups if any("signing.listed" in told.rules and told.sentence.block is block
                                              for told in one.mentions)), None)  # fmt: skip


def last_of_kind(groups: list[Group], mention: Mention) -> Group:
    """The agreement told last whose document is of the mention's kind, else the one told last."""
    same = (one for one in reversed(groups) if mention.kind in {told.kind for told in one.mentions} - _VAGUE)
    return next(same, groups[-1])


def _tells_in(one: Group, mention: Mention) -> bool:
    """Whether the agreement is told in the block of the mention."""
    return any(other.sentence.block is mention.sentence.block for other in one.mentions)


def told_fuller(one: Group, parties: tuple[Entity, ...]) -> bool:
    """Whether only the headline told of the agreement so far, and in other, shorter names, or by the states."""
    naming = [mention for mention in one.mentions if mention.parties or mention.both]
    headline = all(mention.sentence.block.kind is BlockKind.HEADLINE for mention in naming)
    if not (naming and headline and len(parties) == len(one.parties)):
        return False
    if are_their_places(one.parties, parties):
        return True
    if len(parties) != _PAIR:
        return False
    states = all(party.kind is NameKind.STATE for party in one.parties)
    bodies = all(party.kind is NameKind.ORGANISATION and party.type for party in parties)
    shared = one.shared(parties)
    return shared == 1 or (not shared and states and bodies and any(party.at_home for party in parties))

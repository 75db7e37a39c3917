"""The bytes of PDF text that pdfminer shows as something else."""

from __future__ import annotations

_SOFT_HYPHEN = 0xAD


def keep_soft_hyphens() -> None:
    """From now on pdfminer shows the byte 0xAD as U+00AD, which is ư in fonts of TCVN3, and no longer as a blank.

    ISO 32000-1 D.2 has a hyphen there; pdfminer's blank takes each word with ư apart ("Tr ờng"). In text of other fonts
    the sign is a place to break the word, which its reader drops.
    """
    from pdfminer.encodingdb import EncodingDB  # noqa: PLC0415 - only PDF files need it

    EncodingDB.win2unicode[_SOFT_HYPHEN] = chr(_SOFT_HYPHEN)

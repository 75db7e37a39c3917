"""The code pages that Vietnamese was written in before Unicode, as they stand in their descriptions.

A row holds the letters of sixteen bytes, from 0x80 on; a blank is a byte that the page does not give to a letter.
TCVN is TCVN 5712:1993 (VN1), VISCII is RFC 1456; both agree with glibc's `TCVN` and `VISCII` byte for byte. VPS and
VNI are those of the keyboards of their time; three independent tables of each agree on every letter.
"""

from __future__ import annotations

TCVN = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ"
    "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
    " ĂÂÊÔƠƯĐăâêôơưđẰ"
    "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    "éẹềểễếệìỉỄẾỒĩíịò"
    "Ổỏõóọồổỗốộờởỡớợù"
    "ỖủũúụừửữứựỳỷỹýỵỐ"
)
TCVN_CONTROLS = {
    0x01: "Ú", 0x02: "Ụ", 0x04: "Ừ", 0x05: "Ử", 0x06: "Ữ", 0x11: "Ứ", 0x12: "Ự", 0x13: "Ỳ", 0x14: "Ỷ", 0x15: "Ỹ",
    0x16: "Ý", 0x17: "Ỵ",
}  # fmt: skip

TCVN3 = " " * 32 + TCVN[32:]
"""As the fonts of ABC (.VnTime) have it: Windows' quotes and dashes below 0xA0, capitals with tones by a font of capitals."""

VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
    "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "Õắằặấầẩậẽẹếềểễệố"
    "ồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
    "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉ"
    "đựòóôõỏọụùúũủýợỮ"
)
VISCII_CONTROLS = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}

VPS = (
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"
    "Ế  ỀỂỄỐỒỔỖýỷỵỚỜỞ"
    " ắằẳẵặỠớÙờởỡŨỨợỪ"
    "ổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    "ầÁÂấẩẫậđẻÉÊẹỉễịỹ"
    "ƯỦồốÔỏơÈừứÚũưÝẺ "
    "àáâãảạă èéêẽìí ĩ"
    "ẴĐòóôõ Ơụùúủ ỶẼỳ"
)
VPS_CONTROLS = {
    0x02: "Ạ", 0x03: "Ậ", 0x04: "Ặ", 0x05: "Ẹ", 0x06: "Ệ", 0x10: "Ị", 0x11: "Ọ", 0x12: "Ộ", 0x13: "Ợ", 0x14: "Ụ",
    0x15: "Ự", 0x19: "Ỵ", 0x1C: "Ẫ", 0x1D: "Ữ",
}  # fmt: skip

VNI_LETTERS = {
    0xD1: "Đ", 0xF1: "đ", 0xD4: "Ơ", 0xF4: "ơ", 0xD6: "Ư", 0xF6: "ư", 0xCD: "Í", 0xED: "í", 0xCC: "Ì", 0xEC: "ì",
    0xC6: "Ỉ", 0xE6: "ỉ", 0xD3: "Ĩ", 0xF3: "ĩ", 0xD2: "Ị", 0xF2: "ị", 0xCE: "Ỵ", 0xEE: "ỵ",
}  # fmt: skip
"""The letters that VNI has a byte of their own for."""

VNI_TONES = {0xF9: "\u0301", 0xF8: "\u0300", 0xFB: "\u0309", 0xF5: "\u0303", 0xEF: "\u0323"}
"""Bytes after a e o u y ơ ư, in small letters; 0x20 less for capitals. So are those of the next two tables."""

VNI_HATS = {0xE2: "", 0xE1: "\u0301", 0xE0: "\u0300", 0xE5: "\u0309", 0xE3: "\u0303", 0xE4: "\u0323"}
"""Bytes after a e o, which make them â ê ô, with the tone."""

VNI_BREVES = {0xEA: "", 0xE9: "\u0301", 0xE8: "\u0300", 0xFA: "\u0309", 0xFC: "\u0303", 0xEB: "\u0323"}
"""Bytes after a, which make it ă, with the tone."""

FREQUENT = (
    "đàưáôạếệêộảốớâờóềấịủợểơậìựầăãíởứụổồĐọữúắừửỉùòặũýằỹễẽéỏĩẩẫỷỗẻẢỳÔẹỡõẳèẵÁÂẤƯỵỞÀÚÍỊÝẦÊỨÒÃƠỆỌẾỄẠỰỐŨÙỜỮẮÌỦẬỲĂỒỂỘẨỀỬÉỔÓÕỸĨ"
    "ỚẺẰỪỢỴỠỶỤẸẶẲẴẪẼỈỎỖÈ"
)
"""All letters with marks, the most frequent in 4,000 news articles first."""

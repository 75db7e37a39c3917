"""How well and how fast scans are read, on pages made from the corpus's own texts.

    .venv/bin/python benchmarks/scans.py                  character error rate for each condition and resolution
    .venv/bin/python benchmarks/scans.py --speed          pages a second beside bare tesserocr and naive pytesseract
    .venv/bin/python benchmarks/scans.py --extract 20     F1 of scans beside the same documents as text

Needs Debian's fonts-dejavu-core, fonts-freefont-ttf and fonts-noto-core, whose faces have all Vietnamese letters.
`--speed` also needs pytesseract and Debian's tesseract-ocr. The pages are the same in each run.
"""

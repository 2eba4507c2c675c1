#!/usr/bin/env python3
"""Cuts the fonts of the window down to the characters that it may show.

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 && tar xzf expo-google-fonts-*.tgz
    assets/fonts/subset.py package

needs fonttools (Debian: python3-fonttools). Kept are the common characters of
GB 2312 (level 1), Latin, punctuation, and every character that stands in the
words, the scenarios and the documents of this repository. Run it again when the
test of the glyphs names one that is missing.
"""
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent


def common():
    """The 3,755 characters of level 1, by their place in the standard."""
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes([row, cell]).decode("gb2312")
            except UnicodeDecodeError:
                pass


def ours():
    """All that the texts of this repository hold."""
    for pattern in ("assets/words/*.yaml", "scenarios/**/*.yaml", "docs/*.md", "*.md"):
        for file in sorted(root.glob(pattern)):
            yield from file.read_text(encoding="utf-8")


def charset():
    latin = [chr(c) for c in (*range(0x20, 0x7F), *range(0xA0, 0x180))]
    signs = "–—‘’“”…•·×÷±≈≤≥−→←↑↓▲▼△▽◆◇●○■□★☆✓✗¥€£％，。、；：？！（）【】《》〈〉「」『』〔〕－～　"
    more = (here / "more.txt").read_text(encoding="utf-8")
    return "".join(sorted(c for c in {*latin, *signs, *more, *common(), *ours()} if c.isprintable() or c == "　"))


def main(package):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as chars:
        chars.write(charset())
        chars.flush()
        for weight, name in (("400Regular", "Regular"), ("700Bold", "Bold")):
            subprocess.run(
                [sys.executable, "-m", "fontTools.subset",
                 f"{package}/{weight}/NotoSansSC_{weight}.ttf", f"--text-file={chars.name}",
                 f"--output-file={here}/NotoSansSC-{name}.ttf", "--no-hinting", "--desubroutinize",
                 "--notdef-outline", "--layout-features=kern,liga,locl,calt,tnum",
                 "--name-IDs=0,1,2,3,4,5,6,13,14"],
                check=True)


main(sys.argv[1])

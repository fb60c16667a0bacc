#!/usr/bin/env python3
"""Makes the fonts that Yiben carries from fonts of Debian; README.md says what they are.

Needs Python 3.9, fontTools 4.38 or newer (apt install python3-fonttools), apt-get and dpkg-deb.
Usage: make.py [FOLDER WITH .deb FILES]; without a folder the packages are fetched.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

PACKAGES = ["fonts-croscore", "fonts-dejavu-core", "fonts-noto-core", "fonts-wqy-microhei"]
TARGET = Path(__file__).resolve().parent.parent / "main/resources/dev/yiben/formats/pdf/font"
FACES = ["Regular", "Bold", "Italic", "BoldItalic"]

ARABIC = [range(0x600, 0x700), range(0x750, 0x780), range(0xFB50, 0xFE00), range(0xFE70, 0xFF00)]
# Latin, Greek, Cyrillic and Hebrew are in fonts with more faces, or drawn by nobody.
LETTERS = [range(0x20, 0x530), range(0x591, 0x5F5), range(0x1D00, 0x2000), range(0xFB00, 0xFB50)]
PRIVATE = [range(0xE000, 0xF900), range(0xF0000, 0x110000)]


def within(code, ranges):
    return any(code in part for part in ranges)


def write(font, name, codes):
    """Writes a font with the glyphs of some characters, without hints and layout tables."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GDEF", "GSUB", "GPOS", "kern", "DSIG", "gasp", "vhea", "vmtx", "FFTM"]
    options.name_IDs = [0, 1, 2, 4, 5, 6, 7, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.recalc_timestamp = False
    font.recalcTimestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    path = TARGET / (name + ".ttf")
    font.save(path)
    print(f"{path.name}: {len(codes)} characters, {path.stat().st_size} bytes")


def characters(font, wanted):
    return [code for code in font.getBestCmap() if wanted(code)]


def make(root):
    TARGET.mkdir(parents=True, exist_ok=True)
    truetype = root / "usr/share/fonts/truetype"
    for family in ["Arimo", "Tinos", "Cousine"]:
        for face in FACES:
            font = TTFont(truetype / f"croscore/{family}-{face}.ttf")
            codes = characters(font, lambda code: not within(code, PRIVATE))
            write(font, f"{family}-{face}", codes)
    for face in ["Regular", "Bold"]:
        font = TTFont(truetype / f"noto/NotoNaskhArabic-{face}.ttf")
        codes = characters(font, lambda code: code in (0x20, 0xA0) or within(code, ARABIC))
        write(font, f"NotoNaskhArabic-{face}", codes)
    font = TTFont(truetype / "dejavu/DejaVuSans.ttf")
    others = LETTERS + ARABIC + PRIVATE
    write(font, "DejaVuSans", characters(font, lambda code: code == 0x20 or not within(code, others)))
    font = TTCollection(truetype / "wqy/wqy-microhei.ttc").fonts[0]
    codes = characters(font, lambda code: code == 0x20 or code >= 0x2000 and not within(code, PRIVATE))
    codes += [code for code in (0xB7, 0xD7, 0xF7) if code in font.getBestCmap()]
    write(font, "WenQuanYiMicroHei", codes)


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if len(sys.argv) > 1:
            packages = [
                max(Path(sys.argv[1]).glob(package + "_*.deb")).resolve() for package in PACKAGES
            ]
        else:
            subprocess.run(["apt-get", "download", *PACKAGES], cwd=work, check=True)
            packages = sorted(work.glob("*.deb"))
        for package in packages:
            subprocess.run(["dpkg-deb", "-x", package, work / "root"], check=True)
        make(work / "root")


main()

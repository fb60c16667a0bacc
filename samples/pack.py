"""Packs lighthouse/, almanac/ and letter/ into lighthouse.epub, almanac.epub and letter.docx; the same sources give the
same bytes.

A book's mimetype comes first and is stored; everything else follows in sorted order,
with one fixed time stamp.
"""

import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLES = ("lighthouse.epub", "almanac.epub", "letter.docx")
TIME = (2026, 1, 1, 0, 0, 0)


def entry(name, method):
    """A zip entry whose attributes do not depend on the machine."""
    info = zipfile.ZipInfo(name, TIME)
    info.compress_type = method
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info


def pack(source, target):
    names = sorted(path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())
    names.sort(key=lambda name: name != "mimetype")
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry(name, method), (source / name).read_bytes(), compresslevel=9)
    print(f"{target.name}: {len(names)} entries, {target.stat().st_size} bytes")


def main():
    for sample in SAMPLES:
        pack(HERE / Path(sample).stem, HERE / sample)


if __name__ == "__main__":
    main()

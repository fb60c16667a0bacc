"""Packs lighthouse/ into lighthouse.epub and almanac/ into almanac.epub; the same sources give the same bytes.

The mimetype comes first and is stored; everything else follows in sorted order,
with one fixed time stamp.
"""

import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
BOOKS = ("lighthouse", "almanac")
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
    names.remove("mimetype")
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(entry("mimetype", zipfile.ZIP_STORED), (source / "mimetype").read_bytes())
        for name in names:
            archive.writestr(entry(name, zipfile.ZIP_DEFLATED), (source / name).read_bytes(), compresslevel=9)
    print(f"{target.name}: {len(names) + 1} entries, {target.stat().st_size} bytes")


def main():
    for book in BOOKS:
        pack(HERE / book, HERE / f"{book}.epub")


if __name__ == "__main__":
    main()

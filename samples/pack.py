"""Packs lighthouse/ into lighthouse.epub; the same sources give the same bytes.

The mimetype comes first and is stored; everything else follows in sorted order,
with one fixed time stamp.
"""

import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "lighthouse"
TARGET = HERE / "lighthouse.epub"
TIME = (2026, 1, 1, 0, 0, 0)


def entry(name, method):
    """A zip entry whose attributes do not depend on the machine."""
    info = zipfile.ZipInfo(name, TIME)
    info.compress_type = method
    info.create_system = 3
    info.external_attr = 0o644 << 16
    return info


def main():
    names = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*") if path.is_file())
    names.remove("mimetype")
    with zipfile.ZipFile(TARGET, "w") as archive:
        archive.writestr(entry("mimetype", zipfile.ZIP_STORED), (SOURCE / "mimetype").read_bytes())
        for name in names:
            archive.writestr(entry(name, zipfile.ZIP_DEFLATED), (SOURCE / name).read_bytes(), compresslevel=9)
    print(f"{TARGET.name}: {len(names) + 1} entries, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()

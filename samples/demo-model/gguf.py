"""Writes GGUF version 3 files (the format is described in ggml's docs/gguf.md)."""

import struct

import numpy as np

ALIGNMENT = 32
_TYPES = {"u32": 4, "i32": 5, "f32": 6, "bool": 7, "str": 8, "array": 9}
_PACKING = {"u32": "<I", "i32": "<i", "f32": "<f", "bool": "<?"}
_TENSOR_TYPES = {"float32": 0, "float16": 1}


def _string(text):
    data = text.encode("utf-8")
    return struct.pack("<Q", len(data)) + data


def _value(kind, value):
    return _string(value) if kind == "str" else struct.pack(_PACKING[kind], value)


def _entry(key, kind, value):
    """One metadata entry; the kind of a list is written as "array of str"."""
    if kind.startswith("array of "):
        element = kind.removeprefix("array of ")
        head = struct.pack("<IIQ", _TYPES["array"], _TYPES[element], len(value))
        return _string(key) + head + b"".join(_value(element, item) for item in value)
    return _string(key) + struct.pack("<I", _TYPES[kind]) + _value(kind, value)


def write(path, metadata, tensors):
    """Writes a file from (key, kind, value) entries and (name, array) tensors."""
    with open(path, "wb") as file:
        file.write(b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(metadata)))
        for key, kind, value in metadata:
            file.write(_entry(key, kind, value))
        offset = 0
        for name, array in tensors:
            # GGUF names the fastest dimension first.
            file.write(_string(name) + struct.pack("<I", array.ndim))
            file.write(b"".join(struct.pack("<Q", size) for size in reversed(array.shape)))
            file.write(struct.pack("<IQ", _TENSOR_TYPES[str(array.dtype)], offset))
            offset += -(-array.nbytes // ALIGNMENT) * ALIGNMENT
        file.write(b"\0" * (-file.tell() % ALIGNMENT))
        for _, array in tensors:
            file.write(np.ascontiguousarray(array).tobytes())
            file.write(b"\0" * (-array.nbytes % ALIGNMENT))

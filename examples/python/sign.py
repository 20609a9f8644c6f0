"""Labels a picture or text through the C library, and checks what came of it. No package but Python itself.

    python3 sign.py libaimark.so chain.pem key.pem anchor.pem input output
"""

import ctypes
import sys
from pathlib import Path

GENERATED, SYSTEM = 1, 1  # AIMARK_ORIGIN_GENERATED, AIMARK_FIELD_SYSTEM


class View(ctypes.Structure):
    """aimark_view. It borrows: keep the bytes it was made from as long as it is in use."""

    _fields_ = [("ptr", ctypes.c_char_p), ("len", ctypes.c_size_t)]

    @classmethod
    def of(cls, data: bytes) -> "View":
        return cls(data, len(data))


class Bytes(ctypes.Structure):
    """aimark_view as the library returns it: with a pointer that Python does not take for a string."""

    _fields_ = [("ptr", ctypes.c_void_p), ("len", ctypes.c_size_t)]

    def copied(self) -> bytes:
        return ctypes.string_at(self.ptr, self.len) if self.ptr else b""


class Failed(Exception):
    """A status that is not AIMARK_OK, with the library's words."""


class Aimark:
    """The functions used here, each object freed when the program ends."""

    def __init__(self, path: str) -> None:
        self.lib = ctypes.CDLL(path)
        for name in ("aimark_buf_view", "aimark_error_message"):
            getattr(self.lib, name).restype = Bytes
        for name in ("aimark_error_new", "aimark_label_new", "aimark_trust_new"):
            getattr(self.lib, name).restype = ctypes.c_void_p
        for name in ("aimark_status_name", "aimark_report_verdict"):
            getattr(self.lib, name).restype = ctypes.c_char_p
        self.err = ctypes.c_void_p(self.lib.aimark_error_new())

    def call(self, name: str, *arguments) -> int:
        """Calls a function that ends with an error object. Statuses under 100 are answers."""
        status = getattr(self.lib, name)(*arguments, self.err)
        if status >= 100:
            words = self.lib.aimark_error_message(self.err).copied().decode()
            raise Failed(f"{self.lib.aimark_status_name(status).decode()}: {words}")
        return status


def main(library: str, chain: str, key: str, anchor: str, source: str, target: str) -> int:
    aimark = Aimark(library)
    signer, labelled, report = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_void_p()
    label = ctypes.c_void_p(aimark.lib.aimark_label_new())
    trust = ctypes.c_void_p(aimark.lib.aimark_trust_new())
    chain_pem, key_pem, anchor_pem, asset = (Path(path).read_bytes() for path in (chain, key, anchor, source))
    try:
        aimark.call("aimark_signer_from_pem", View.of(chain_pem), View.of(key_pem), ctypes.byref(signer))
        aimark.call("aimark_label_set_origin", label, GENERATED)
        aimark.call("aimark_label_set", label, SYSTEM, View.of(b"Kandinsky"))
        aimark.call("aimark_trust_add_pem", trust, View.of(anchor_pem))
        aimark.call("aimark_sign", signer, label, None, View.of(asset), ctypes.byref(labelled))
        signed = aimark.lib.aimark_buf_view(labelled).copied()
        Path(target).write_bytes(signed)
        status = aimark.call("aimark_verify", trust, None, View.of(signed), ctypes.byref(report))
        print(f"{target}: {aimark.lib.aimark_report_verdict(report).decode()}")
        return 0 if status == 0 else 1
    except Failed as reason:
        print(reason, file=sys.stderr)
        return 1
    finally:
        for name, made in (("report", report), ("buf", labelled), ("signer", signer), ("trust", trust),
                           ("label", label), ("error", aimark.err)):
            getattr(aimark.lib, f"aimark_{name}_free")(made)


if __name__ == "__main__":
    if len(sys.argv) != 7:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))

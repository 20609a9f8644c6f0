"""The C library for Python, by ctypes: no package but Python itself.

    aimark = Aimark("libaimark.so")
    signer = aimark.signer(chain_pem, key_pem)                      # once; threads may share it
    labelled = aimark.sign(signer, Label(system="Kandinsky"), picture)
    report = aimark.verify(aimark.trust(anchor_pem), labelled)      # report.trusted is the only yes

Assets and PEM texts are `bytes`. They cannot change, and ctypes holds them as long as a call runs, so that nothing is copied
on the way in. ctypes lets other threads run during a call: a pool of threads signs on all cores.
"""

import ctypes
import weakref
from ctypes import POINTER, c_char_p, c_int32, c_int64, c_size_t, c_void_p
from dataclasses import dataclass, fields
from typing import Optional

GENERATED, ALTERED = 1, 2  # AIMARK_ORIGIN_...


@dataclass(frozen=True)
class Label:
    """What gets signed. The order of the texts is that of the numbers AIMARK_FIELD_..., from 1."""

    system: Optional[str] = None
    system_version: Optional[str] = None
    provider: Optional[str] = None
    provider_code: Optional[str] = None
    content_id: Optional[str] = None
    service_id: Optional[str] = None
    detector_url: Optional[str] = None
    notice: Optional[str] = None
    notice_language: Optional[str] = None
    reviewed_by: Optional[str] = None
    responsible: Optional[str] = None
    owner: Optional[str] = None
    risk_class: Optional[str] = None
    autonomy: Optional[str] = None
    depicts: Optional[str] = None
    notice_shown: Optional[str] = None
    notice_box: Optional[str] = None
    notice_contrast: Optional[str] = None
    mining: Optional[str] = None
    origin: int = GENERATED


@dataclass(frozen=True)
class Report:
    """What an examination found out. Decide by `trusted`; the rest is to be shown."""

    trusted: bool
    status: str
    verdict: str
    json: str


class Failed(Exception):
    """What could not be done: the name of the status, and the field and the offset where there are such."""

    def __init__(self, status: str, message: str, field: Optional[str], offset: Optional[int]) -> None:
        super().__init__(f"{status}: {message}")
        self.status, self.field, self.offset = status, field, offset


class Aimark:
    """The library, and what is done with it."""

    def __init__(self, path: str) -> None:
        self._lib = ctypes.CDLL(path)
        for name, (result, *arguments) in _FUNCTIONS.items():
            function = getattr(self._lib, f"aimark_{name}")
            function.restype, function.argtypes = result, arguments

    def version(self) -> str:
        return self._lib.aimark_version_string().decode()

    def signer(self, chain_pem: bytes, key_pem: bytes) -> "Object":
        """Reads certificates, the signing one first, and an Ed25519 key."""
        return self._made("signer", "signer_from_pem", _View.of(chain_pem), _View.of(key_pem))

    def trust(self, anchors_pem: bytes) -> "Object":
        """The certificates to accept."""
        trust = self._new("trust")
        self._call("trust_add_pem", trust, _View.of(anchors_pem))
        return trust

    def sign(self, signer: "Object", label: Label, asset: bytes, media_type: str = "") -> bytes:
        """The labelled asset. The media type is for texts that are not plain."""
        stated = self._new("label")
        self._call("label_set_origin", stated, label.origin)
        texts = [getattr(label, field.name) for field in fields(label) if field.name != "origin"]
        for number, text in enumerate(texts, start=1):
            if text is not None:
                self._call("label_set", stated, number, _View.of(text.encode()))
        options = self._options(media_type)
        labelled = self._made("buf", "sign", signer, stated, options, _View.of(asset))
        return self._lib.aimark_buf_view(labelled).copied()

    def verify(self, trust: "Object", asset: bytes, name: str = "", media_type: str = "") -> Report:
        """Examines an asset, which the report calls by a name. Whatever comes of it is a report and no exception."""
        options = self._options(media_type)
        report = self._made("report", "verify", trust, options, _View.of(asset))
        json = self._made("buf", "report_json", report, _View.of(name.encode()))
        status = self._lib.aimark_report_status(report)
        return Report(
            trusted=status == 0,
            status=self._lib.aimark_status_name(status).decode(),
            verdict=self._lib.aimark_report_verdict(report).decode(),
            json=self._lib.aimark_buf_view(json).copied().decode(),
        )

    def _options(self, media_type: str) -> "Object":
        options = self._new("options")
        self._call("options_set_media_type", options, _View.of(media_type.encode()))
        return options

    def _new(self, kind: str) -> "Object":
        return Object(getattr(self._lib, f"aimark_{kind}_new")(), getattr(self._lib, f"aimark_{kind}_free"))

    def _made(self, kind: str, name: str, *arguments) -> "Object":
        """Calls a function that gives an object before the error."""
        out = c_void_p()
        self._call(name, *arguments, ctypes.byref(out))
        return Object(out.value, getattr(self._lib, f"aimark_{kind}_free"))

    def _call(self, name: str, *arguments) -> None:
        """Calls a function that ends with an error. Only what `verify` returns up to 99 is an answer."""
        err = self._new("error")
        status = getattr(self._lib, f"aimark_{name}")(*arguments, err)
        if status == 0 or (name == "verify" and 0 < status < 100):
            return
        offset = self._lib.aimark_error_offset(err)
        raise Failed(
            self._lib.aimark_status_name(status).decode(),
            self._lib.aimark_error_message(err).copied().decode(),
            self._lib.aimark_error_field(err).copied().decode() or None,
            offset if offset >= 0 else None,
        )


class Object:
    """An object of the library, freed when Python drops it."""

    def __init__(self, pointer: Optional[int], free) -> None:
        self._as_parameter_ = c_void_p(pointer)
        weakref.finalize(self, free, self._as_parameter_)


class _View(ctypes.Structure):
    """aimark_view, for bytes that are handed over. It holds on to them."""

    _fields_ = [("ptr", c_char_p), ("len", c_size_t)]

    @classmethod
    def of(cls, data: bytes) -> "_View":
        # ctypes would take None, and fail on other types with words about pointers.
        if not isinstance(data, bytes):
            raise TypeError(f"bytes are needed, not {type(data).__name__}")
        return cls(data, len(data))


class _Bytes(ctypes.Structure):
    """aimark_view, as the library returns it: with a pointer that Python does not take for a string."""

    _fields_ = [("ptr", c_void_p), ("len", c_size_t)]

    def copied(self) -> bytes:
        return ctypes.string_at(self.ptr, self.len) if self.ptr else b""


# The functions that are used: what each returns, and what it takes. Without these, ctypes passes every pointer as an int of 32
# bits, and says nothing when an argument is missing.
_FUNCTIONS = {
    "buf_free": (None, c_void_p),
    "buf_view": (_Bytes, c_void_p),
    "error_field": (_Bytes, c_void_p),
    "error_free": (None, c_void_p),
    "error_message": (_Bytes, c_void_p),
    "error_new": (c_void_p,),
    "error_offset": (c_int64, c_void_p),
    "label_free": (None, c_void_p),
    "label_new": (c_void_p,),
    "label_set": (c_int32, c_void_p, c_int32, _View, c_void_p),
    "label_set_origin": (c_int32, c_void_p, c_int32, c_void_p),
    "options_free": (None, c_void_p),
    "options_new": (c_void_p,),
    "options_set_media_type": (c_int32, c_void_p, _View, c_void_p),
    "report_free": (None, c_void_p),
    "report_json": (c_int32, c_void_p, _View, POINTER(c_void_p), c_void_p),
    "report_status": (c_int32, c_void_p),
    "report_verdict": (c_char_p, c_void_p),
    "sign": (c_int32, c_void_p, c_void_p, c_void_p, _View, POINTER(c_void_p), c_void_p),
    "signer_free": (None, c_void_p),
    "signer_from_pem": (c_int32, _View, _View, POINTER(c_void_p), c_void_p),
    "status_name": (c_char_p, c_int32),
    "trust_add_pem": (c_int32, c_void_p, _View, c_void_p),
    "trust_free": (None, c_void_p),
    "trust_new": (c_void_p,),
    "verify": (c_int32, c_void_p, c_void_p, _View, POINTER(c_void_p), c_void_p),
    "version_string": (c_char_p,),
}

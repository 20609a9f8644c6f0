"""All of the Python module. Arguments: the library, the folder of the test identity."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from aimark import ALTERED, Aimark, Failed, Label

library, folder = sys.argv[1:]
aimark = Aimark(library)
chain, key, root, picture = ((Path(folder) / name).read_bytes() for name in ("chain.pem", "key.pem", "root.pem", "dot.png"))
signer, trust = aimark.signer(chain, key), aimark.trust(root)


def fails(deed) -> tuple:
    try:
        deed()
    except Failed as reason:
        assert str(reason).startswith(reason.status), reason
        return reason.status, reason.field, reason.offset
    raise AssertionError("no exception")


# Every text of a label arrives in its own field: the numbers are counted.
texts = {
    "system": "Kandinsky", "system_version": "5.0", "provider": "ACME", "provider_code": "001100000000000000000000ABC",
    "content_id": "42", "service_id": "gpu-7", "detector_url": "https://example.org/check", "notice": "made by AI",
    "notice_language": "en", "reviewed_by": "Ada", "responsible": "ACME News",
    "owner": "ACME AG", "risk_class": "minimal", "autonomy": "low", "depicts": "person", "notice_shown": "drawn",
    "notice_box": "xywh=1,2,3,4", "notice_contrast": "12.63", "mining": "not-allowed",
}  # fmt: skip
labelled = aimark.sign(signer, Label(**texts, origin=ALTERED), picture)
report = aimark.verify(trust, labelled, "dot.png")
assert (report.trusted, report.status, report.verdict) == (True, "AIMARK_OK", "trusted")
texts["notice_lang"] = texts.pop("notice_language")
for name, text in texts.items():
    assert f'"{name}":"{text}"' in report.json, (name, report.json)
assert '"origin":"altered"' in report.json and '"path":"dot.png"' in report.json

assert aimark.verify(trust, picture).status == "AIMARK_UNMARKED"
assert not aimark.verify(trust, labelled[:-13] + b"x" + labelled[-12:]).trusted
assert b"<!--" in aimark.sign(signer, Label(), b"# Hello\n", "text/markdown")
assert aimark.version().count(".") == 2

assert fails(lambda: aimark.sign(signer, Label(provider="a\x1b"), picture)) == ("AIMARK_E_FIELD", "provider", None)
assert fails(lambda: aimark.sign(signer, Label(origin=9), picture)) == ("AIMARK_E_ARGUMENT", "origin", None)
assert fails(lambda: aimark.sign(signer, Label(), labelled)) == ("AIMARK_E_ALREADY_LABELLED", None, None)
assert fails(lambda: aimark.verify(trust, picture[:30])) == ("AIMARK_E_MALFORMED", None, 8)
assert fails(lambda: aimark.signer(chain, chain)) == ("AIMARK_E_KEY", None, None)
assert fails(lambda: aimark.trust(b"")) == ("AIMARK_E_CERTIFICATE", None, None)
for wrong in (None, "text", bytearray(picture)):
    try:
        aimark.sign(signer, Label(), wrong)
    except TypeError:
        continue
    raise AssertionError(f"{type(wrong)} was accepted")

with ThreadPoolExecutor(4) as pool:
    many = list(pool.map(lambda _: aimark.sign(signer, Label(), picture), range(64)))
assert all(aimark.verify(trust, one).trusted for one in many)
print("whole: done")

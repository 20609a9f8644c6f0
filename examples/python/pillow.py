"""Labels what Pillow has just made, in memory, and shows that Pillow still reads the same picture from it.

    pip install -r requirements.txt
    python3 pillow.py libaimark.so chain.pem key.pem anchor.pem

A label is put into the finished file, so that it comes last: whatever writes the file anew, such as `Image.save`, loses it.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from aimark import Aimark, Failed, Label

FORMATS = {"PNG": {}, "JPEG": {"quality": 90}, "WebP": {"lossless": True}}


def generated() -> Image.Image:
    """The picture of a model that has yet to be trained."""
    return Image.merge("RGB", [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.new("L", (256, 256), 90)])


def encoded(picture: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **FORMATS[kind])
    return file.getvalue()


def decoded(file: bytes) -> tuple:
    """All that must stay as it was."""
    with Image.open(BytesIO(file)) as picture:
        picture.load()
        return picture.format, picture.size, picture.mode, picture.tobytes()


def main(library: str, chain: str, key: str, anchor: str) -> int:
    aimark = Aimark(library)
    faults = 0
    try:
        signer = aimark.signer(Path(chain).read_bytes(), Path(key).read_bytes())
        trust = aimark.trust(Path(anchor).read_bytes())
        picture = generated()
        for kind in FORMATS:
            plain = encoded(picture, kind)
            labelled = aimark.sign(signer, Label(system="Kandinsky"), plain)
            same = decoded(labelled) == decoded(plain)
            report = aimark.verify(trust, labelled)
            faults += not (same and report.trusted)
            print(f"{kind}: {report.verdict}, {'the same' if same else 'ANOTHER'} picture")
    except (Failed, OSError) as reason:
        print(reason, file=sys.stderr)
        return 1
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))

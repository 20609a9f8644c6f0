"""Labels a picture or text through the C library, and checks what came of it. No package but Python itself.

    python3 sign.py libaimark.so chain.pem key.pem anchor.pem input output

chain.pem and key.pem are a signing identity (`aimark identity show` says where yours is), anchor.pem is the certificate to
accept.
"""

import sys
from pathlib import Path

from aimark import Aimark, Failed, Label


def main(library: str, chain: str, key: str, anchor: str, source: str, target: str) -> int:
    aimark = Aimark(library)
    try:
        # Once, for as many signatures as you like, in as many threads as you like.
        signer = aimark.signer(Path(chain).read_bytes(), Path(key).read_bytes())
        trust = aimark.trust(Path(anchor).read_bytes())

        # For each picture.
        labelled = aimark.sign(signer, Label(system="Kandinsky"), Path(source).read_bytes())
        Path(target).write_bytes(labelled)

        report = aimark.verify(trust, labelled, target)
    except (Failed, OSError) as reason:
        print(reason, file=sys.stderr)
        return 1
    print(f"{target}: {report.verdict}")
    return 0 if report.trusted else 1


if __name__ == "__main__":
    if len(sys.argv) != 7:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))

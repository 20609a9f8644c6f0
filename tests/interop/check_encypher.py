"""Asks encypher-c2pa, a verifier that shares no code with c2pa-rs, under the rules of C2PA 2.4.

States: trusted, valid (intact, signer unknown), invalid, none (no manifest found).
"""

import sys
from pathlib import Path

import encypher_c2pa

from driver import answer, media_types, parser, status

MEDIA_TYPES = media_types("encypher-2.4")
PROFILE = "c2pa-2.4"
UNTRUSTED = "signingCredential.untrusted"


def check(file: Path, anchors: str | None) -> tuple[str, list[str]]:
    try:
        report = encypher_c2pa.verify(
            file,
            MEDIA_TYPES[file.suffix],
            trust_pem=anchors,
            no_default_trust=anchors is not None,  # without ours: the public lists that come with the package
            telemetry=False,
            online=False,
        )
    except ValueError as error:  # the file or its manifest cannot be parsed
        return "invalid", [str(error)]

    if report["profile"] != PROFILE:
        sys.exit(f"asked for {PROFILE}, but {report['profile']} was applied")
    if not report["present"]:
        return "none", ["no manifest found"]

    failed = report["validation_results"]["failure"]
    reasons = [status(entry) for entry in failed]
    codes = {entry["code"] for entry in failed}
    said = (report["integrity"], report["validation_state"], report["trust"]["status"])
    if said == ("valid", "Trusted", "valid_for_supplied_material") and not codes:
        return "trusted", reasons
    if said[:2] == ("valid", "Valid") and codes <= {UNTRUSTED}:
        return "valid", reasons
    summary = "integrity {}, validation_state {}, trust {}".format(*said)
    return "invalid", [summary, *reasons]


def main() -> None:
    given = parser(__doc__).parse_args()
    anchors = given.anchors.read_text() if given.anchors else None
    for file in given.files:
        answer(file, *check(file, anchors))


main()

"""Asks encypher-c2pa, a verifier that shares no code with c2pa-rs.

States: trusted, valid (intact, signer unknown), invalid, none (no manifest found).
"""

import inspect
import sys
from pathlib import Path

import encypher_c2pa

from driver import MEDIA_TYPES, answer, parser, status

UNTRUSTED = "signingCredential.untrusted"

# Versions that have a 2.5 policy let the caller choose; the others know 2.4 only.
CHOICE = "spec_version" in inspect.signature(encypher_c2pa.verify).parameters
POLICIES = ["2.4", "2.5"] if CHOICE else ["2.4"]


def check(file: Path, anchors: str | None, policy: str) -> tuple[str, list[str]]:
    options = {"spec_version": policy} if CHOICE else {}
    try:
        report = encypher_c2pa.verify(
            file,
            MEDIA_TYPES[file.suffix],
            trust_pem=anchors,
            no_default_trust=anchors is not None,  # without ours: the public lists that come with the package
            telemetry=False,
            online=False,
            **options,
        )
    except ValueError as error:  # the file or its manifest cannot be parsed
        return "invalid", [str(error)]

    if report["profile"] != f"c2pa-{policy}":
        sys.exit(f"asked for policy {policy}, but {report['profile']} was applied")
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
    if sys.argv[1:] == ["--list-policies"]:
        print(*POLICIES)
        return
    arguments = parser(__doc__)
    arguments.add_argument("--policy", choices=POLICIES, default="2.4", help="C2PA version whose rules apply")
    given = arguments.parse_args()
    anchors = given.anchors.read_text() if given.anchors else None
    for file in given.files:
        answer(file, *check(file, anchors, given.policy))


main()

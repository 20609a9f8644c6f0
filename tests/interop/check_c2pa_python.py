"""Asks c2pa-python, which is built on the C2PA reference library c2pa-rs.

States: trusted, valid (intact, signer unknown), invalid, none (no manifest found).
"""

import json
from pathlib import Path

import c2pa

from driver import answer, media_types, parser, status

MEDIA_TYPES = media_types("type")
UNTRUSTED = "signingCredential.untrusted"


def settings(anchors: Path | None) -> dict:
    # The library ignores keys it does not know, so a misspelt one here does nothing.
    made = {
        "core": {"allowed_network_hosts": []},
        "verify": {"verify_trust": True, "remote_manifest_fetch": False, "ocsp_fetch": False},
    }
    if anchors:
        made["trust"] = {"trust_anchors": anchors.read_text()}
    return made


def failures(report: dict) -> list[dict]:
    results = report["validation_results"]
    found = list(results["activeManifest"]["failure"])
    for ingredient in results.get("ingredientDeltas", []):
        found += ingredient["validationDeltas"]["failure"]
    return found


def check(file: Path, context: c2pa.Context, crjson: Path | None) -> tuple[str, list[str]]:
    try:
        with file.open("rb") as stream, c2pa.Reader(MEDIA_TYPES[file.suffix], stream, context=context) as reader:
            report = json.loads(reader.json())
            if crjson:
                (crjson / f"{file.name}.json").write_text(reader.crjson())
    except c2pa.C2paError.ManifestNotFound:
        return "none", ["no manifest found"]
    except c2pa.C2paError as error:
        return "invalid", [str(error)]

    said = report["validation_state"]
    failed = failures(report)
    reasons = [status(entry) for entry in failed]
    codes = {entry["code"] for entry in failed}
    if said == "Trusted" and not codes:
        return "trusted", reasons
    if said == "Valid" and codes <= {UNTRUSTED}:
        return "valid", reasons
    return "invalid", [f"validation_state {said}", *reasons]


def main() -> None:
    arguments = parser(__doc__)
    arguments.add_argument("--crjson", type=Path, help="folder for each file's crJSON report, as FILE.json")
    given = arguments.parse_args()
    with c2pa.Context.from_dict(settings(given.anchors)) as context:
        for file in given.files:
            answer(file, *check(file, context, given.crjson))


main()

"""Holds our verdicts on other people's files beside those of c2pa-python, which is built on a later c2pa-rs.

Both get the same anchors. Where they differ, foreign.tsv says which, and by which rule; any other difference, and any that
is written down and gone, is a failure. See README.md.

Exit status: 0 all as expected, 1 something is not, 2 could not check.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import c2pa

OUR_WORDS = {"unmarked": "none"}


def die(words: str) -> None:
    print(f"check_foreign: {words}", file=sys.stderr)
    sys.exit(2)


def arguments() -> argparse.Namespace:
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    made.add_argument("--aimark", type=Path, required=True, help="the command")
    made.add_argument("--signers", type=Path, required=True, help="PEM file of the anchors for signers")
    made.add_argument("--stamps", type=Path, required=True, help="PEM file of the anchors for time stamping")
    made.add_argument("files", type=Path, nargs="+")
    return made.parse_args()


def ours(given: argparse.Namespace) -> dict[str, dict]:
    """What the command says of each file, by name. Its own lists are those that the other gets."""
    with tempfile.TemporaryDirectory() as home:
        command = [str(given.aimark), "verify", "--format", "ndjson", *map(str, given.files)]
        alone = {**os.environ, "AIMARK_HOME": home}
        answered = subprocess.run(command, capture_output=True, text=True, check=False, env=alone)
    said = [json.loads(line) for line in answered.stdout.splitlines()]
    if len(said) != len(given.files):
        die(f"{given.aimark} gave {len(said)} answers: {answered.stderr.strip()}")
    return {Path(one["path"]).name: one for one in said}


def failures_of(our: dict) -> list[str]:
    return [finding["code"] for finding in our.get("findings", []) if finding["severity"] == "failure"]


def settings(given: argparse.Namespace) -> dict:
    # The library has one heap of anchors for signers and for time stamps.
    return {
        "core": {"allowed_network_hosts": []},
        "verify": {"verify_trust": True, "remote_manifest_fetch": False, "ocsp_fetch": False},
        "trust": {"trust_anchors": given.signers.read_text() + "\n" + given.stamps.read_text()},
    }


def theirs(file: Path, media_type: str, context: c2pa.Context) -> tuple[str, list[str]]:
    """The state that c2pa-python gives, and the codes of the failures."""
    try:
        with file.open("rb") as stream, c2pa.Reader(media_type, stream, context=context) as reader:
            report = json.loads(reader.json())
    except c2pa.C2paError.ManifestNotFound:
        return "none", []
    except c2pa.C2paError as error:
        return "error", [str(error)]
    results = report["validation_results"]
    failed = list(results["activeManifest"]["failure"])
    for ingredient in results.get("ingredientDeltas", []):
        failed += ingredient["validationDeltas"]["failure"]
    return report["validation_state"].lower(), [entry["code"] for entry in failed]


def known() -> dict[str, dict[str, str]]:
    with Path(__file__).with_name("foreign.tsv").open(encoding="utf-8") as table:
        return {row["file"]: row for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)}


def main() -> None:
    given = arguments()
    said, expected, failures = ours(given), known(), []
    print(f"{'file':34}{'ours':10}{'theirs':10}{'about AI':14}failures, ours | theirs")
    with c2pa.Context.from_dict(settings(given)) as context:
        for file in given.files:
            our = said[file.name]
            verdict = "error" if "error" in our else OUR_WORDS.get(our["verdict"], our["verdict"])
            their, codes = theirs(file, our.get("type", "application/octet-stream"), context)
            row = expected.pop(file.name, None)
            right = (verdict, their) == (row["ours"], row["theirs"]) if row else verdict == their
            reasons = f"{' '.join(failures_of(our))} | {' '.join(codes)}"
            print(f"{file.name:34}{verdict:10}{their:10}{(our.get('ai') or {}).get('statement', '-'):14}{reasons}{'' if right else ' !'}")
            if row:
                print(f"{'':34}known: {row['rule']}")
            if not right:
                failures.append(f"FAIL: {file.name}: we say {verdict}, c2pa-python says {their}: {reasons}")
    failures += [f"FAIL: {name} is in foreign.tsv and was not asked about" for name in expected]
    if failures:
        print("\n".join(failures), file=sys.stderr)
        sys.exit(1)
    print(f"every difference is known ({len(given.files)} files)")


main()

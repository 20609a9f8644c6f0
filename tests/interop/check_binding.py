"""Asks packages that find a manifest in a text and hash the text around it, and check nothing else: no signature, no
claim, no trust. What the manifest says about the hash is read with c2patxt.

States: binding-ok (found, and the text is the one that was hashed), invalid, none (no manifest found).
"""

from collections.abc import Callable
from pathlib import Path

import c2pa_html
import c2pa_structured_text
import c2pa_unstructured_text
import c2patxt

from driver import answer, parser

BEGIN = "-----BEGIN C2PA MANIFEST-----"


def binding(store: bytes) -> tuple[list[tuple[int, int]], bytes, str]:
    """What a manifest store says about the text: the ranges left out, the hash of the rest, and its algorithm."""
    # c2patxt reads a store only where it expects one.
    found = c2patxt.extract(c2pa_unstructured_text.encode(store))
    said = found.hash_data
    ranges = [(entry["start"], entry["length"]) for entry in said["exclusions"]]
    return ranges, said["hash"], said.get("alg", found.claim["alg"])


def html(data: bytes) -> bool:
    found = c2pa_html.extract(data)
    if found is None or found["kind"] != "embedded":
        return False
    ranges, digest, alg = binding(found["store"])
    c2pa_html.verify_data_hash(data, digest, ranges, alg)
    return True


def unstructured(data: bytes) -> bool:
    text = data.decode()
    found = c2pa_unstructured_text.extract(text)
    if found is None:
        return False
    ranges, digest, alg = binding(bytes(found["payload"]))
    c2pa_unstructured_text.verify_data_hash(text, digest, ranges, alg)
    return True


def structured(data: bytes) -> bool:
    text = data.decode()
    if BEGIN not in text:
        return False
    found = c2pa_structured_text.classify_reference(c2pa_structured_text.extract_reference(text))
    if found.kind != "embedded":
        return False
    ranges, digest, alg = binding(bytes(found.data))
    computed = c2pa_structured_text.compute_data_hash(text, alg)
    block = tuple(c2pa_structured_text.manifest_exclusion(text))
    if ranges != [block]:
        raise ValueError(f"leaves out {ranges}, but the block is {block}")
    if bytes(computed.hash) != digest:
        raise ValueError("the text is not the one that was hashed")
    return True


READERS: dict[str, Callable[[bytes], bool]] = {
    "c2pa-html": html,
    "c2pa-structured-text": structured,
    "c2pa-unstructured-text": unstructured,
}


def check(file: Path, holds: Callable[[bytes], bool]) -> tuple[str, list[str]]:
    try:
        found = holds(file.read_bytes())
    except (ValueError, c2patxt.C2paTextError) as error:
        return "invalid", [str(error)]
    return ("binding-ok", []) if found else ("none", ["no manifest found"])


def main() -> None:
    arguments = parser(__doc__)
    arguments.add_argument("--reader", choices=READERS, required=True)
    given = arguments.parse_args()
    for file in given.files:
        answer(file, *check(file, READERS[given.reader]))


main()

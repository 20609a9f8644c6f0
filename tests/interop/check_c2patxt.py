"""Asks c2patxt, a verifier of plain text (C2PA 2.4, A.8) that shares no code with the others.

It trusts whom the caller's own code trusts, which would prove nothing here: so it is given no roots.
States: valid (intact, signer unknown), invalid, none (no manifest found).
"""

from pathlib import Path

import c2patxt
from c2patxt import Provenance

from driver import answer, parser

UNTRUSTED = "signingCredential.untrusted"


def check(file: Path) -> tuple[str, list[str]]:
    try:
        text = file.read_bytes().decode()
    except UnicodeDecodeError as error:
        return "invalid", [str(error)]
    verdict = c2patxt.verify(text)
    if verdict.state is Provenance.UNMARKED:
        return "none", ["no manifest found"]
    reasons = [f"{entry.code.value} ({entry.explanation})" for entry in verdict.failure]
    if verdict.state is Provenance.VALID and {entry.code.value for entry in verdict.failure} <= {UNTRUSTED}:
        return "valid", reasons
    return "invalid", [f"state {verdict.state.name}", *reasons]


def main() -> None:
    for file in parser(__doc__).parse_args().files:
        answer(file, *check(file))


main()

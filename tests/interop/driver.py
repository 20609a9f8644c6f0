"""What the Python drivers share: their arguments, and the one line they print for each file."""

import argparse
from pathlib import Path

MEDIA_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp"}


def parser(description: str) -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--anchors", type=Path, help="PEM file of the roots to trust; none by default")
    made.add_argument("files", type=Path, nargs="+")
    return made


def answer(file: Path, state: str, reasons: list[str]) -> None:
    """Prints `file<TAB>state<TAB>detail`. The detail quotes foreign bytes, so it is kept to printable text."""
    detail = "".join(c if c.isprintable() else " " for c in "; ".join(reasons))
    print(file.name, state, detail, sep="\t", flush=True)


def status(entry: dict) -> str:
    """A C2PA validation status as text: its code, and its explanation if there is one."""
    explanation = entry.get("explanation")
    return f"{entry['code']} ({explanation})" if explanation else entry["code"]

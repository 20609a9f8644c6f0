"""What the Python drivers share: their arguments, the names of types, and the one line they print for each file."""

import argparse
import csv
from pathlib import Path


def media_types(column: str) -> dict[str, str]:
    """What to call a file by its suffix, from a column of media-types.tsv; without those that stand as `-`."""
    with Path(__file__).with_name("media-types.tsv").open(encoding="utf-8") as table:
        rows = csv.DictReader(table, delimiter="\t")
        return {"." + row["extension"]: row[column] for row in rows if row[column] != "-"}


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

"""Signs pictures and texts for laws with the command, and looks at what can be seen of it from outside.

Pillow makes the pictures and saves them again as others do, exiftool reads the marks, and `aimark verify --profile` says
what is there and what is missing. The signed and the changed files stay in OUT for the other validators. See README.md.

Exit status: 0 all as expected, 1 something is not, 2 could not check.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import laws_files as files

LAWS = "kz,eu,cn"
IMAGES, TEXTS = ["png", "jpg", "webp"], ["txt", "md", "html"]
KINDS = IMAGES + TEXTS
TRUSTED, INVALID, UNMARKED = 0, 1, 3  # exit codes of `verify`

STATED = {"system": "Kandinsky", "system_version": "5.0", "provider": "ACME", "content_id": "42", "owner": "ACME"}
# Of the JPEG and the Markdown only.
MORE = {"mining": "not-allowed", "risk_class": "minimal", "autonomy": "low", "depicts": "person"}
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
AIGC = {"Label": "1", "ContentProducer": "ACME", "ProduceID": "42"}
AIGC |= dict.fromkeys(["ReservedCode1", "ContentPropagator", "PropagateID", "ReservedCode2"], "")
# The one of the languages asked for that no source above holds.
NOTICE = "AI生成"

# How many questions each part asks. Whoever adds one counts it here: a part that asks nothing must not pass.
QUESTIONS = {"signed": 207, "exiftool": 12, "visible": 27, "halves": 159, "other laws": 276, "changed": 60}

# --- What the rules must answer: rule, outcome, and the severity if there is one --------------------------------------

FOUND_ALWAYS = "C-1 C-2 C-3 C-4 C-5 C-7 KZ-1 KZ-2 KZ-3 KZ-4 KZ-5 EU-1 EU-2 EU-7 EU-9"
AIGC_FOUND = "CN-1 CN-2 CN-3 CN-4 CN-5 CN-6 CN-7 CN-12"
FOUND = dict.fromkeys(IMAGES, f"{FOUND_ALWAYS} {AIGC_FOUND} CN-11 IP-1 IP-2 IP-3")
FOUND |= {"md": f"{FOUND_ALWAYS} {AIGC_FOUND} CN-10 IP-1 IP-2", "txt": f"{FOUND_ALWAYS} CN-10", "html": f"{FOUND_ALWAYS} CN-10"}
# What no label of ours has, and says so.
NEVER = "C-6 not_found warning, EU-3 not_found warning"

# Signed without --profile: the half for machines alone, and of that only the signed one.
BARE = "KZ-1 found, KZ-3 not_found warning, EU-1 found, EU-2 found, EU-9 not_found warning"
BARE_OF = dict.fromkeys(IMAGES, f"{BARE}, CN-1 not_found error, CN-11 not_applicable")
BARE_OF |= {"md": f"{BARE}, CN-1 not_found error, CN-10 not_found warning"}
BARE_OF |= dict.fromkeys(["txt", "html"], f"{BARE}, CN-1 not_applicable, CN-10 not_found warning")

# The label is lost, and what stays by itself has stayed. Nobody can tell whether a picture has a notice then.
LOST = "C-4 not_found undecidable, KZ-5 not_found warning"
LOST_OF = dict.fromkeys(
    IMAGES, f"{LOST}, KZ-1 found, KZ-3 cannot_tell, EU-1 found, EU-2 not_found warning, EU-9 cannot_tell, CN-1 found"
)
LOST_OF |= {"md": f"{LOST}, KZ-1 found, KZ-3 found, EU-1 found, EU-2 not_found warning, EU-9 found, CN-1 found, CN-10 found"}
LOST_OF |= dict.fromkeys(
    ["txt", "html"], f"{LOST}, KZ-1 not_found warning, KZ-3 found, EU-1 not_found warning, EU-9 found, CN-10 found"
)

# The notice is said to be elsewhere, and no file shows that. A text is read, and the words are not in it.
ELSEWHERE = "KZ-1 found, EU-1 found, EU-2 found"
ELSEWHERE_OF = dict.fromkeys(
    IMAGES, f"{ELSEWHERE}, KZ-3 cannot_tell, EU-9 cannot_tell, CN-1 found, CN-11 not_applicable"
)
NO_WORDS = "KZ-3 cannot_tell, EU-9 cannot_tell, CN-10 not_found warning"
ELSEWHERE_OF |= {"md": f"{ELSEWHERE}, {NO_WORDS}, CN-1 found"}
ELSEWHERE_OF |= dict.fromkeys(["txt", "html"], f"{ELSEWHERE}, {NO_WORDS}")

# Nothing but pixels: for machines this is an unmarked picture.
PIXELS = "C-4 not_found undecidable, KZ-1 not_found warning, KZ-3 cannot_tell, EU-1 not_found warning, CN-1 not_found error"

# Pictures and the other laws. All that are signed state what MORE says.
#   signed      for this law
#   bare        for no law
#   elsewhere   for this law, with --notice-only-label
#   unsigned    not at all
OTHER_LAWS = {
    "kr": {
        "signed": "KR-1 found, KR-2 not_applicable, KR-3 found",
        "bare": "KR-1 found, KR-2 not_found warning, KR-3 not_found error",
        "elsewhere": "KR-1 found, KR-2 found, KR-3 cannot_tell",
        "unsigned": "KR-1 cannot_tell, KR-2 not_applicable, KR-3 not_applicable",
    },
    "in": {
        "signed": "IN-1 found, IN-2 found, IN-3 found, IN-4 found",
        "bare": "IN-1 not_found warning, IN-2 found, IN-3 not_found warning, IN-4 found",
        "elsewhere": "IN-1 cannot_tell, IN-2 found, IN-3 found, IN-4 found",
        "unsigned": "IN-1 cannot_tell, IN-2 not_found error, IN-3 not_found warning, IN-4 not_applicable",
    },
    "vn": {
        "signed": "VN-1 found, VN-2 found, VN-3 cannot_tell",
        "bare": "VN-1 found, VN-2 not_found error, VN-3 cannot_tell",
        "elsewhere": "VN-1 found, VN-2 cannot_tell, VN-3 cannot_tell",
        "unsigned": "VN-1 not_found warning, VN-2 not_applicable, VN-3 cannot_tell",
    },
    "us-ca": {
        "signed": "CA-1 found, CA-2 found, CA-3 found, CA-4 found, CA-5 found, CA-6 found, CA-7 found, CA-8 found",
        "bare": "CA-1 found, CA-2 found, CA-3 found, CA-4 found, CA-5 found, CA-6 found, CA-7 found, CA-8 found",
        "elsewhere": "CA-1 found, CA-2 found, CA-3 found, CA-4 found, CA-5 found, CA-6 found, CA-7 found, CA-8 found",
        "unsigned": "CA-1 not_found warning, CA-2 not_found warning, CA-3 not_found warning, CA-4 not_found warning, "
        "CA-5 not_found warning, CA-6 not_found warning, CA-7 not_applicable, CA-8 not_applicable",
    },
}
# Only the first disclosure of California is for people, and users are offered it: no notice is drawn.
UNDRAWN = ["us-ca"]
# Only the Indian rules ask for it.
SERVICE = {"service_id": "https://acme.example/imaging/7"}

# After a change: other bytes than those that were signed, or a statement that is not the one that was signed.
CHANGED = {
    "content": "C-4 damaged error, C-5 damaged error, EU-2 damaged warning",
    "owner": "C-4 damaged error, C-5 found, EU-2 damaged warning",
}


def die(words: str) -> None:
    print(f"check_laws: {words}", file=sys.stderr)
    sys.exit(2)


# --- Asking -----------------------------------------------------------------------------------------------------------


class Asked:
    """Counts questions, by part, and keeps the answers that are wrong."""

    def __init__(self) -> None:
        self.counts = dict.fromkeys(QUESTIONS, 0)
        self.wrong: list[str] = []
        self.part = ""

    def of(self, part: str) -> None:
        self.part = part

    def that(self, right: bool, words: str) -> None:
        self.counts[self.part] += 1
        if not right:
            self.wrong.append(f"FAIL: {self.part}: {words}")

    def same(self, what: str, got: object, want: object) -> None:
        self.that(got == want, f"{what} is {got!r}, must be {want!r}")

    def rules(self, path: Path, said: dict, want: str) -> None:
        answers = outcomes(said)
        for line in want.split(", "):
            rule, answer = line.split(" ", 1)
            self.same(f"{path.name}: {rule}", answers.get(rule), answer)


class Command:
    """The command, in a home of its own and with nothing preset."""

    def __init__(self, aimark: Path, home: Path) -> None:
        self.aimark = str(aimark.resolve())
        alone = {name: value for name, value in os.environ.items() if not name.startswith("AIMARK_")}
        self.env = {**alone, "AIMARK_HOME": str(home), "AIMARK_LANG": "en"}

    def sign(self, path: Path, to: Path, stated: dict[str, str], *options: str) -> None:
        words = [word for name, value in stated.items() for word in ("--" + name.replace("_", "-"), value)]
        command = [self.aimark, "sign", "--quiet", str(path), "-o", str(to), *words, *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=self.env)
        if done.returncode != 0 or not to.exists():
            die(f"{' '.join(command)}: {done.stderr.strip()}")

    def verify(self, path: Path, laws: str = LAWS) -> tuple[int, dict]:
        """The exit code and the report."""
        command = [self.aimark, "verify", "--json", "--profile", laws, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=self.env)
        try:
            return done.returncode, json.loads(done.stdout)
        except ValueError:
            die(f"no JSON from {' '.join(command)}: {done.stderr.strip()}")


def outcomes(said: dict) -> dict[str, str]:
    """By rule: its outcome, and its severity if it has one."""
    answers = {}
    for profile in said.get("profiles") or []:
        for rule in profile["rules"]:
            answers[rule["id"]] = rule["outcome"] + (f" {rule['severity']}" if rule["severity"] else "")
    return answers


def stated_of(kind: str) -> dict[str, str]:
    return STATED | (MORE if kind in ("jpg", "md") else {})


# --- The parts --------------------------------------------------------------------------------------------------------


class Check:
    def __init__(self, given: argparse.Namespace) -> None:
        self.out: Path = given.out
        self.exiftool: str | None = given.exiftool
        self.command = Command(given.aimark, self.out / "home")
        self.asked = Asked()
        for folder in ["sources", "images", "texts", "images-changed", "texts-changed", "others"]:
            (self.out / folder).mkdir()
        for kind in KINDS:
            files.source(self.source(kind))

    def source(self, kind: str) -> Path:
        return self.out / "sources" / f"source.{kind}"

    def signed(self, kind: str) -> Path:
        return self.out / ("images" if kind in IMAGES else "texts") / f"laws.{kind}"

    def other(self, name: str, kind: str) -> Path:
        return self.out / "others" / f"{name}.{kind}"

    def sign_for_laws(self) -> None:
        self.asked.of("signed")
        for kind in KINDS:
            path, stated = self.signed(kind), stated_of(kind)
            self.command.sign(self.source(kind), path, stated, "--profile", LAWS)
            code, said = self.command.verify(path)
            self.asked.same(f"{path.name}: exit code", code, TRUSTED)
            for field, value in stated.items():
                self.asked.same(f"{path.name}: {field}", (said.get("label") or {}).get(field), value)
            shown = "drawn" if kind in IMAGES else "text"
            self.asked.same(f"{path.name}: notice_shown", (said.get("label") or {}).get("notice_shown"), shown)
            errors = [f"{rule} {answer}" for rule, answer in outcomes(said).items() if answer.endswith(" error")]
            self.asked.same(f"{path.name}: errors", errors, [])
            self.asked.rules(path, said, ", ".join(f"{rule} found" for rule in FOUND[kind].split()))
            self.asked.rules(path, said, NEVER)
        self.hand_over("images", IMAGES)
        self.hand_over("texts", TEXTS)

    def hand_over(self, folder: str, kinds: list[str]) -> None:
        """What `run` wants beside the files."""
        shutil.copy(self.out / "home" / "identities" / "default" / "root.pem", self.out / folder / "root.pem")
        (self.out / folder / "COUNT").write_text(f"{len(kinds)}\n")

    def read_marks(self) -> None:
        self.asked.of("exiftool")
        # -struct and -n: values as they stand in the file.
        options = ["-json", "-G1", "-n", "-struct", "-XMP:all"]
        for kind in IMAGES:
            path = self.signed(kind)
            done = subprocess.run([self.exiftool, *options, str(path)], capture_output=True, text=True, check=False)
            if done.returncode != 0:
                die(f"exiftool: {done.stderr.strip()}")
            # Texts that look like numbers are numbers in its JSON.
            [read] = json.loads(done.stdout, parse_float=str, parse_int=str)
            tags = {name.lower(): value for name, value in read.items()}
            self.asked.same(f"{kind}: source type", tags.get("xmp-iptcext:digitalsourcetype"), SOURCE_TYPE)
            self.asked.same(f"{kind}: system", tags.get("xmp-iptcext:aisystemused"), STATED["system"])
            version = tags.get("xmp-iptcext:aisystemversionused")
            self.asked.same(f"{kind}: version of the system", version, STATED["system_version"])
            label = tags.get("xmp-tc260:aigc", "null")
            self.asked.same(f"{kind}: AIGC", json.loads(label) if isinstance(label, str) else label, AIGC)

    def save_pixels(self) -> None:
        self.asked.of("visible")
        for kind in IMAGES:
            path, saved = self.signed(kind), self.other("pixels", kind)
            _, said = self.command.verify(path)
            box = (said.get("label") or {}).get("notice_box")
            self.asked.that(bool(box), f"{path.name}: no notice_box")
            if not box:
                continue
            files.save_again(path, saved, keep_xmp=False)
            code, answer = self.command.verify(saved)
            self.asked.same(f"{saved.name}: exit code", code, UNMARKED)
            self.asked.rules(saved, answer, PIXELS)
            seen, words = files.light_on_dark(saved, box)
            self.asked.that(seen, f"{saved.name}: no light letters on a dark plate in {box}: {words}")
            # What has no notice must not pass for one.
            seen, words = files.light_on_dark(self.source(kind), box)
            self.asked.that(not seen, f"source.{kind}: seems to have a notice in {box}: {words}")

    def leave_halves_out(self) -> None:
        self.asked.of("halves")
        for kind in KINDS:
            bare, lost, elsewhere = (self.other(name, kind) for name in ["bare", "lost", "elsewhere"])
            self.command.sign(self.source(kind), bare, stated_of(kind))
            self.half(bare, TRUSTED, BARE_OF[kind])
            files.without_label(self.signed(kind), lost)
            self.half(lost, UNMARKED, LOST_OF[kind])
            self.command.sign(self.source(kind), elsewhere, stated_of(kind), "--profile", LAWS, "--notice-only-label")
            said = self.half(elsewhere, TRUSTED, ELSEWHERE_OF[kind])
            self.asked.same(f"{elsewhere.name}: notice_shown", (said.get("label") or {}).get("notice_shown"), "elsewhere")
            if kind in IMAGES:
                untouched = files.same_pixels(elsewhere, self.source(kind))
            else:
                untouched = NOTICE.encode() not in elsewhere.read_bytes()
            self.asked.that(untouched, f"{elsewhere.name}: has a notice after all")

    def half(self, path: Path, code: int, want: str) -> dict:
        got, said = self.command.verify(path)
        self.asked.same(f"{path.name}: exit code", got, code)
        self.asked.rules(path, said, want)
        return said

    def other_laws(self) -> None:
        self.asked.of("other laws")
        for law, states in OTHER_LAWS.items():
            for kind in IMAGES:
                stated, of_law = STATED | MORE, STATED | MORE | SERVICE
                paths = {state: self.other(f"{law}-{state}", kind) for state in states}
                self.command.sign(self.source(kind), paths["signed"], of_law, "--profile", law)
                self.command.sign(self.source(kind), paths["bare"], stated)
                self.command.sign(self.source(kind), paths["elsewhere"], of_law, "--profile", law, "--notice-only-label")
                shutil.copy(self.source(kind), paths["unsigned"])
                for state, want in states.items():
                    code, said = self.command.verify(paths[state], law)
                    self.asked.same(f"{paths[state].name}: exit code", code, UNMARKED if state == "unsigned" else TRUSTED)
                    self.asked.rules(paths[state], said, want)
                drawn = not files.same_pixels(paths["signed"], self.source(kind))
                self.asked.same(f"{law}: {kind}: pixels are changed", drawn, law not in UNDRAWN)

    def change(self) -> None:
        self.asked.of("changed")
        for kind in KINDS:
            folder = self.out / ("images-changed" if kind in IMAGES else "texts-changed")
            data = self.signed(kind).read_bytes()
            for name, change in files.CHANGES[kind].items():
                path = folder / f"{name}.{kind}"
                try:
                    path.write_bytes(change(data))
                except ValueError as error:
                    self.asked.that(False, f"{path.name}: cannot be made: {error}")
                    continue
                code, said = self.command.verify(path)
                self.asked.same(f"{path.name}: exit code", code, INVALID)
                self.asked.rules(path, said, CHANGED["owner" if name.endswith("owner") else "content"])


def main() -> None:
    made = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    made.add_argument("--aimark", type=Path, required=True, help="the command")
    made.add_argument("--exiftool", help="the command that reads XMP; what it shows is left out without it")
    made.add_argument("out", type=Path, help="an empty folder, where the files stay")
    given = made.parse_args()
    check = Check(given)
    check.sign_for_laws()
    if given.exiftool:
        check.read_marks()
    check.save_pixels()
    check.leave_halves_out()
    check.other_laws()
    check.change()
    asked = check.asked
    for part, count in asked.counts.items():
        left_out = part == "exiftool" and not given.exiftool
        print(f"{part:12}{count:5} questions{', left out' if left_out else ''}")
        if count != QUESTIONS[part] and not left_out:
            asked.wrong.append(f"FAIL: {part}: {count} questions, must be {QUESTIONS[part]}")
    if asked.wrong:
        print("\n".join(asked.wrong), file=sys.stderr)
        sys.exit(1)
    print(f"every answer is as expected ({sum(asked.counts.values())} questions)")


main()

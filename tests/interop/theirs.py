"""Writes texts that other people's packages labelled, and what `aimark verify` must say of each.

c2patxt signs. The other packages put a manifest store into a text and leave the store to their caller: the one
made here is as small as readers allow. See README.md.
"""

import argparse
import datetime
import hashlib
import struct
import unicodedata
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import c2pa_html
import c2pa_structured_text
import c2pa_text
import c2pa_unstructured_text
import c2patxt
import cbor2
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

MANIFEST = "urn:c2pa:6fb8a3c1-5d0e-4f6b-9a3e-27c1d09e4b52"
GENERATED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
BEGIN = "-----BEGIN C2PA MANIFEST-----"
END = "-----END C2PA MANIFEST-----"
PLAIN = "The quick brown fox.\nПривет, 世界.\n"
PAGE = "<!DOCTYPE html>\n<html>\n<head>\n<title>T</title>\n</head>\n<body>x</body>\n</html>\n"

Span = tuple[int, int]


# --- A manifest store -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Identity:
    key: Ed25519PrivateKey
    leaf: x509.Certificate

    @classmethod
    def read(cls, folder: Path) -> "Identity":
        key = load_pem_private_key((folder / "key.pem").read_bytes(), None)
        return cls(key, x509.load_pem_x509_certificate((folder / "chain.pem").read_bytes()))

    @classmethod
    def unknown(cls) -> "Identity":
        """Another signer, under a root that nobody has."""
        root, key = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        usage = dict.fromkeys(
            ["content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign"]
            + ["crl_sign", "encipher_only", "decipher_only"],
            False,
        )
        now = datetime.datetime.now(datetime.timezone.utc)
        leaf = (
            x509.CertificateBuilder()
            .issuer_name(x509.Name.from_rfc4514_string("CN=unknown root"))
            .subject_name(x509.Name.from_rfc4514_string("CN=unknown,O=unknown"))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509.KeyUsage(digital_signature=True, **usage), critical=True)
            .add_extension(x509.ExtendedKeyUsage([x509.OID_EMAIL_PROTECTION]), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root.public_key()), critical=False)
            .sign(root, None)
        )
        return cls(key, leaf)


def cbor(value: object) -> bytes:
    return cbor2.dumps(value, canonical=True)


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content


def superbox(kind: bytes, label: str, *content: bytes) -> bytes:
    described = kind + bytes.fromhex("0011 0010 8000 00aa 0038 9b71") + b"\x03" + label.encode() + b"\0"
    return box(b"jumb", box(b"jumd", described) + b"".join(content))


def store(identity: Identity, digest: bytes, span: Span, pad: int, **changes: object) -> bytes:
    """A store with one manifest. `span` is what the hash leaves out; `pad` makes it longer."""
    created = {"action": "c2pa.created", "digitalSourceType": GENERATED} | changes.get("action", {})
    assertions = {
        "c2pa.actions.v2": {"actions": [created], "allActionsIncluded": True},
        "c2pa.hash.data": {
            "exclusions": [{"start": span[0], "length": span[1]}],
            "hash": digest,
            "pad": bytes(pad),
        },
    } | changes.get("assertions", {})
    boxes = {label: superbox(b"cbor", label, box(b"cbor", cbor(said))) for label, said in assertions.items()}
    claim = cbor(
        {
            "instanceID": "xmp:iid:6fb8a3c1-5d0e-4f6b-9a3e-27c1d09e4b52",
            "claim_generator_info": {"name": "theirs", "specVersion": "2.4.0"},
            "created_assertions": [
                {"url": f"self#jumbf=c2pa.assertions/{label}", "hash": hashlib.sha256(made[8:]).digest()}
                for label, made in boxes.items()
            ],
            "signature": f"self#jumbf=/c2pa/{MANIFEST}/c2pa.signature",
            "alg": "sha256",
        }
        | changes.get("claim", {})
    )
    protected = cbor({1: -8, 33: identity.leaf.public_bytes(Encoding.DER)})
    signature = identity.key.sign(cbor(["Signature1", protected, b"", claim]))
    signed = cbor(cbor2.CBORTag(18, [protected, {}, None, signature]))
    manifest = superbox(
        b"c2ma",
        MANIFEST,
        superbox(b"c2as", "c2pa.assertions", *boxes.values()),
        superbox(b"c2cl", "c2pa.claim.v2", box(b"cbor", claim)),
        superbox(b"c2cs", "c2pa.signature", box(b"cbor", signed)),
    )
    return superbox(b"c2pa", "c2pa", manifest)


# --- A store that fits the text it is in ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Carrier:
    """How one package finds a label in a text, and what is hashed of the rest."""

    span: Callable[[bytes], Span]
    hashed: Callable[[bytes], bytes] = lambda rest: rest


def wrapper_span(text: bytes) -> Span:
    found = c2pa_unstructured_text.extract(text.decode())
    return found["start"], found["length"]


def element_span(text: bytes) -> Span:
    found = c2pa_html.extract(text)
    return found["start"], found["length"]


WRAPPER = Carrier(wrapper_span, lambda rest: unicodedata.normalize("NFC", rest.decode()).encode())
BLOCK = Carrier(lambda text: tuple(c2pa_structured_text.manifest_exclusion(text.decode())))
ELEMENT = Carrier(element_span)


def fit(carrier: Carrier, put: Callable[[bytes], str | bytes], identity: Identity, **changes: object) -> bytes:
    """What `put` makes of a store that says where it stands. Its length depends on what it says, so it takes tries."""
    for pad in range(64):
        said, digest = (0, 6000), bytes(32)
        for _ in range(8):
            made = put(store(identity, digest, said, pad, **changes))
            text = made.encode() if isinstance(made, str) else bytes(made)
            start, length = found = carrier.span(text)
            now = hashlib.sha256(carrier.hashed(text[:start] + text[start + length :])).digest()
            if (found, now) == (said, digest):
                return text
            said, digest = found, now
    raise RuntimeError("no store of a length that fits")


# --- What to write --------------------------------------------------------------------------------------------------


class Folder:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = ["file\ttype\tverdict\tfinding\twriter"]

    def add(self, name: str, kind: str, text: bytes, verdict: str, finding: str, writer: str) -> None:
        (self.path / name).write_bytes(text)
        self.rows.append("\t".join([name, kind, verdict, finding, writer]))

    def close(self) -> None:
        (self.path / "EXPECT.tsv").write_text("\n".join(self.rows) + "\n", encoding="utf-8")


def plain(out: Folder, us: Identity, other: Identity) -> None:
    kind = "text/plain"
    signer = c2patxt.Signer(private_key=us.key, certificates=(us.leaf,))
    for name, sort, text in [
        ("c2patxt.txt", kind, PLAIN),
        ("c2patxt-decomposed.txt", kind, "cafe\u0301 \u2615\n"),
        ("c2patxt.csv", "text/csv", "a,b\r\n1,2\r\n"),
    ]:
        said = c2patxt.Disclosure(media_type=sort, model_type=c2patxt.ModelType.GENERIC)
        # It writes a JSON assertion, which is not our shape.
        out.add(name, sort, c2patxt.embed(text, signer, said).encode(), "foreign", "org.aimark.foreignShape", "c2patxt")

    unstructured, text = "c2pa-unstructured-text", "c2pa-text"
    exact = fit(WRAPPER, lambda s: c2pa_unstructured_text.embed(PLAIN, s), us)
    padded = fit(WRAPPER, lambda s: PLAIN + c2pa_unstructured_text.encode_padded(s), us)
    ending = fit(WRAPPER, lambda s: c2pa_unstructured_text.embed(PLAIN.rstrip(), s) + "\n", us)
    size = c2pa_text.worst_case_wrapper_byte_length
    filled = fit(WRAPPER, lambda s: PLAIN + c2pa_text.encode_wrapper_padded(s, size(len(s))), us)
    out.add("exact.txt", kind, exact, "trusted", "-", unstructured)
    out.add("padded.txt", kind, padded, "trusted", "org.aimark.wrapperPadding", unstructured)
    out.add("before-line-end.txt", kind, ending, "trusted", "-", unstructured)
    same = fit(WRAPPER, lambda s: c2pa_text.embed_manifest(PLAIN, s), us)
    out.add("text-exact.txt", kind, same, "trusted", "-", text)
    out.add("text-padded.txt", kind, filled, "trusted", "org.aimark.wrapperPadding", text)
    unknown = fit(WRAPPER, lambda s: c2pa_unstructured_text.embed(PLAIN, s), other)
    out.add("unknown-signer.txt", kind, unknown, "valid", "signingCredential.untrusted", unstructured)

    edited, appended = exact.replace(b"quick", b"quack"), exact + b"x\n"
    out.add("edited.txt", kind, edited, "invalid", "assertion.dataHash.mismatch", unstructured)
    out.add("appended.txt", kind, appended, "invalid", "assertion.dataHash.mismatch", unstructured)
    twice = exact + exact[len(PLAIN.encode()) :]
    out.add("two-wrappers.txt", kind, twice, "invalid", "manifest.text.multipleWrappers", unstructured)
    cut = exact.decode()[:-200].encode()
    out.add("cut.txt", kind, cut, "invalid", "manifest.text.corruptedWrapper", unstructured)
    narrow = Carrier(lambda t: (wrapper_span(t)[0] + 3, wrapper_span(t)[1] - 3))
    narrowed = fit(narrow, lambda s: c2pa_unstructured_text.embed(PLAIN, s), us)
    out.add("narrow.txt", kind, narrowed, "invalid", "assertion.dataHash.malformed", unstructured)


def structured(out: Folder, us: Identity) -> None:
    package, text = "c2pa-structured-text", "c2pa-text"
    for suffix, kind, content, prefix, closing in [
        ("md", "text/markdown", "# Title\nbody\n", "<!--", "-->"),
        ("yaml", "application/yaml", "a: 1\n", "#", None),
        ("toml", "application/toml", "a = 1\n", "#", None),
        ("ini", "text/x-ini", "[a]\nb=1\n", ";", None),
        ("js", "text/javascript", "let a = 1\n", "//", None),
        ("css", "text/css", "a {}\n", "/*", "*/"),
        ("py", "text/x-python", "x = 1\n", "#", None),
        ("sh", "application/x-sh", "echo 1\n", "#", None),
        ("sql", "application/sql", "select 1;\n", "--", None),
        ("tex", "application/x-tex", "\\bye\n", "%", None),
        # Not well-formed, but what the package writes when told that this is the comment.
        ("xml", "application/xml", "<root/>\n", "<!--", "-->"),
    ]:

        def first(s: bytes) -> str:
            return c2pa_structured_text.embed_manifest_embedded(content, s, prefix, closing)

        def block(s: bytes, place: c2pa_text.Placement, end: str) -> str:
            uri = c2pa_text.encode_data_uri(s)
            lines = content.replace("\n", end)
            return c2pa_text.embed_structured(lines, uri, prefix, closing or "", place, end).text

        out.add(f"first.{suffix}", kind, fit(BLOCK, first, us), "trusted", "-", package)
        start, last = c2pa_text.Placement.START, c2pa_text.Placement.END
        places = [("text-first", start, "\r\n"), ("text-last", last, "\n"), ("text-last-crlf", last, "\r\n")]
        for name, place, end in places:
            made = fit(BLOCK, lambda s: block(s, place, end), us)
            out.add(f"{name}.{suffix}", kind, made, "trusted", "-", text)

    # Forms that only packages in Rust write.
    def front(s: bytes) -> str:
        return f"---\n{BEGIN}\n{c2pa_text.encode_data_uri(s)}\n{END}\ntitle: x\n---\nbody\n"

    def note(s: bytes) -> str:
        return f"WEBVTT\n\nNOTE {BEGIN} {c2pa_text.encode_data_uri(s)} {END}\n\n00:00.000 --> 00:01.000\nhi\n"

    out.add("front-matter.md", "text/markdown", fit(BLOCK, front, us), "trusted", "-", "as c2pa-rs")
    out.add("note.vtt", "text/vtt", fit(BLOCK, note, us), "trusted", "-", "as c2pa-vtt")


MARKDOWN = "# Title\nbody\n"


def markdown(s: bytes) -> str:
    return c2pa_structured_text.embed_manifest_embedded(MARKDOWN, s, "<!--", "-->")


def faulty(out: Folder, us: Identity, other: Identity) -> None:
    kind, package = "text/markdown", "c2pa-structured-text"
    good = fit(BLOCK, markdown, us)
    out.add("unknown-signer.md", kind, fit(BLOCK, markdown, other), "valid", "signingCredential.untrusted", package)
    edited = good.replace(b"Title", b"Titel")
    out.add("edited.md", kind, edited, "invalid", "assertion.dataHash.mismatch", package)
    block = good[: -len(MARKDOWN)]
    out.add("two-blocks.md", kind, block + good, "invalid", "manifest.structuredText.multipleReferences", package)
    spoilt = good.replace(b";base64,", b";base64,?")
    out.add("not-base64.md", kind, spoilt, "invalid", "manifest.structuredText.malformedReference", package)
    narrow = Carrier(lambda t: (0, BLOCK.span(t)[1] - 1))
    out.add("narrow.md", kind, fit(narrow, markdown, us), "invalid", "assertion.dataHash.malformed", package)
    link = c2pa_structured_text.embed_manifest_url(MARKDOWN, "https://example.com/a.c2pa", "<!--", "-->")
    out.add("link.md", kind, link.encode(), "unmarked", "-", package)


def html(out: Folder, us: Identity, other: Identity) -> None:
    kind, package = "text/html", "c2pa-html"

    def put(s: bytes) -> bytes:
        return c2pa_html.embed(PAGE.encode(), s)

    good = fit(ELEMENT, put, us)
    out.add("inline.html", kind, good, "trusted", "-", package)
    lined = fit(ELEMENT, lambda s: c2pa_text.embed_html_inline(PAGE, s, "\n").html, us)
    out.add("text-inline.html", kind, lined, "trusted", "-", "c2pa-text")
    out.add("unknown-signer.html", kind, fit(ELEMENT, put, other), "valid", "signingCredential.untrusted", package)
    edited = good.replace(b">x<", b">y<")
    out.add("edited.html", kind, edited, "invalid", "assertion.dataHash.mismatch", package)
    start, length = element_span(good)
    twice = good[:start] + good[start : start + length] + good[start:]
    out.add("two-elements.html", kind, twice, "invalid", "manifest.html.multipleManifests", package)
    link = bytes(c2pa_html.embed_reference(PAGE.encode(), "https://example.com/a.c2pa"))
    out.add("link.html", kind, link, "unmarked", "-", package)


def stores(out: Folder, us: Identity) -> None:
    """Differences in the manifest, which are the same for all carriers."""
    kind, package = "text/markdown", "c2pa-structured-text"
    shape = ("foreign", "org.aimark.foreignShape")
    relative = {"signature": "self#jumbf=c2pa.signature"}
    for name, (verdict, finding), changes in [
        ("typed", ("trusted", "-"), {"action": {"parameters": {"dc:format": kind}}}),
        ("another-assertion", shape, {"assertions": {"com.example.note": {"a": 1}}}),
        ("not-ai", shape, {"action": {"digitalSourceType": "http://example.com/camera"}}),
        # What c2pa-rs says of it too, while the others take it.
        ("relative-signature", ("invalid", "claimSignature.missing"), {"claim": relative}),
    ]:
        out.add(f"{name}.md", kind, fit(BLOCK, markdown, us, **changes), verdict, finding, package)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--identity", type=Path, required=True, help="folder of chain.pem, key.pem and root.pem")
    arguments.add_argument("out", type=Path)
    given = arguments.parse_args()
    us, other = Identity.read(given.identity), Identity.unknown()
    given.out.mkdir(parents=True)
    out = Folder(given.out)
    plain(out, us, other)
    structured(out, us)
    faulty(out, us, other)
    html(out, us, other)
    stores(out, us)
    out.close()
    (given.out / "root.pem").write_bytes((given.identity / "root.pem").read_bytes())


main()

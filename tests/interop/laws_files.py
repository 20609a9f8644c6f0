"""Makes the files of check_laws.py, saves them again as others do, and changes them."""

import base64
import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image, PngImagePlugin

SIZES = {"png": (320, 240), "jpg": (480, 640), "webp": (300, 200)}
WORDS = "The quick brown fox.\nПривет, 世界.\n"
PAGE = '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>T</title>\n</head>\n<body>\n<p>Fox.</p>\n</body>\n</html>\n'
SOURCES = {"txt": WORDS, "md": "# Title\n\nA quick brown fox.\n", "html": PAGE}
# How each format is saved, as programs do that were told nothing.
SAVED = {"png": {}, "jpg": {"quality": 85}, "webp": {"quality": 80}}
PACKET = "XML:com.adobe.xmp"
# In the label: the field `owner` as CBOR. The change leaves every length as it is.
OWNER, OTHER_OWNER = b"\x65owner\x64ACME", b"\x65owner\x64ACMX"
# In XMP, and not in the label.
SYSTEM, OTHER_SYSTEM = b"AISystemUsed>Kandinsky<", b"AISystemUsed>Kandinskx<"
BLOCK = re.compile(rb"<!-- -----BEGIN C2PA MANIFEST----- data:application/c2pa;base64,([^ ]+) -----END C2PA MANIFEST----- -->\n?")
ELEMENT = re.compile(rb'<script type="application/c2pa">([^<]+)</script>')
SELECTORS = re.compile("\ufeff?[\ufe00-\ufe0f\U000e0100-\U000e01ef]+")


# --- Making and saving again ----------------------------------------------------------------------------------------


def picture(path: Path) -> None:
    """A gradient of middle tones: neither as dark as a plate nor as light as letters."""
    width, height = SIZES[path.suffix[1:]]
    made = Image.new("RGB", (width, height))
    made.putdata([(90 + 80 * x // width, 170 - 80 * y // height, 130) for y in range(height) for x in range(width)])
    made.save(path, **({} if path.suffix == ".png" else {"quality": 95}))


def source(path: Path) -> None:
    if path.suffix[1:] in SIZES:
        picture(path)
    else:
        path.write_bytes(SOURCES[path.suffix[1:]].encode())


def save_again(path: Path, to: Path, keep_xmp: bool) -> None:
    """Nothing but the pixels, and the XMP packet where it is to be kept."""
    with Image.open(path) as opened:
        pixels, packet = Image.new(opened.mode, opened.size), opened.info.get("xmp", b"")
        pixels.paste(opened)
    kept = {}
    if keep_xmp and path.suffix == ".png":
        kept["pnginfo"] = PngImagePlugin.PngInfo()
        kept["pnginfo"].add_itxt(PACKET, packet.decode())
    elif keep_xmp:
        kept["xmp"] = packet
    pixels.save(to, **SAVED[path.suffix[1:]], **kept)


def without_label(path: Path, to: Path) -> None:
    """A file that has lost its label, and nothing else that stays by itself."""
    kind, data = path.suffix[1:], path.read_bytes()
    if kind in SIZES:
        save_again(path, to, keep_xmp=True)
    elif kind == "txt":
        to.write_bytes(SELECTORS.sub("", data.decode()).encode())
    else:
        to.write_bytes((BLOCK if kind == "md" else ELEMENT).sub(b"", data))


# --- Changing -------------------------------------------------------------------------------------------------------


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    if data.count(old) != 1 or len(old) != len(new):
        raise ValueError(f"{old!r} stands {data.count(old)} times in the file")
    return data.replace(old, new)


def png(change: Callable[[bytes, bytes], bytes], data: bytes) -> bytes:
    """Changes the content of chunks, given their kind; all image data in one. Their check sums are right again."""
    out, packed, at = [data[:8]], b"", 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if kind == b"IDAT":
            packed += content
        else:
            if kind == b"IEND":
                out.append(chunk(b"IDAT", change(b"IDAT", packed)))
            out.append(chunk(kind, change(kind, content)))
        at += 12 + length
    return b"".join(out)


def png_pixel(data: bytes) -> bytes:
    """The last pixel, by the least that there is: a sound picture, and another one."""

    def last(kind: bytes, content: bytes) -> bytes:
        if kind != b"IDAT":
            return content
        rows = bytearray(zlib.decompress(content))
        rows[-1] ^= 1
        return zlib.compress(bytes(rows))

    return png(last, data)


def png_bytes(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        replaced(data, old, new)  # is it there, once?
        return png(lambda _, content: content.replace(old, new), data)

    return change


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def byte_of_pixels(begin: bytes) -> Callable[[bytes], bytes]:
    """A byte in the middle of what follows `begin`: coded pixels, but not such a byte that markers are made of."""

    def change(data: bytes) -> bytes:
        at = (data.rindex(begin) + len(data)) // 2
        while 0xFF in data[at - 1 : at + 2] or 0xFE in data[at : at + 1]:
            at += 1
        return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]

    return change


def owner_in_base64(pattern: re.Pattern[bytes]) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        found = pattern.search(data)
        if not found:
            raise ValueError("no label in the file")
        store = replaced(base64.b64decode(found[1], validate=True), OWNER, OTHER_OWNER)
        return data[: found.start(1)] + base64.b64encode(store) + data[found.end(1) :]

    return change


def owner_in_selectors(data: bytes) -> bytes:
    """C2PA 2.4, A.8: a byte is a variation selector, the first sixteen in one block and the others in another."""

    def hidden(plain: bytes) -> bytes:
        return "".join(chr(0xFE00 + b if b < 16 else 0xE0100 + b - 16) for b in plain).encode()

    return replaced(data, hidden(OWNER), hidden(OTHER_OWNER))


def fox(data: bytes) -> bytes:
    return replaced(data, b"ox.", b"ax.")


def xmp(data: bytes) -> bytes:
    return replaced(data, SYSTEM, OTHER_SYSTEM)


def owner(data: bytes) -> bytes:
    return replaced(data, OWNER, OTHER_OWNER)


# By kind of file: the name, and the change. Others are told by the name `statement-` that the text itself was not touched.
CHANGES: dict[str, dict[str, Callable[[bytes], bytes]]] = {
    "png": {"pixel": png_pixel, "xmp": png_bytes(SYSTEM, OTHER_SYSTEM), "owner": png_bytes(OWNER, OTHER_OWNER)},
    "jpg": {"pixel": byte_of_pixels(b"\xff\xda"), "xmp": xmp, "owner": owner},
    "webp": {"pixel": byte_of_pixels(b"VP8L"), "xmp": xmp, "owner": owner},
    "txt": {"word": fox, "statement-owner": owner_in_selectors},
    "md": {"word": fox, "statement-owner": owner_in_base64(BLOCK)},
    "html": {"word": fox, "statement-owner": owner_in_base64(ELEMENT)},
}


# --- Looking --------------------------------------------------------------------------------------------------------


def same_pixels(one: Path, other: Path) -> bool:
    with Image.open(one) as a, Image.open(other) as b:
        return a.mode == b.mode and a.size == b.size and a.tobytes() == b.tobytes()


def light_on_dark(path: Path, box: str) -> tuple[bool, str]:
    """Do light letters stand on a dark plate in the box `xywh=X,Y,W,H`? By brightness alone, without knowing the words:
    most of it is dark, a good part is light, and there is little between."""
    x, y, width, height = map(int, box.removeprefix("xywh=").split(","))
    with Image.open(path) as opened:
        values = opened.convert("L").crop((x, y, x + width, y + height)).tobytes()
    dark = sum(value < 80 for value in values) * 100 // len(values)
    light = sum(value > 180 for value in values) * 100 // len(values)
    return dark >= 50 and light >= 5 and dark + light >= 70, f"{dark} % dark, {light} % light"

//! PDF (ISO 32000-2): the key `/AIGC` and uncompressed XMP, in windows at both ends. Objects are not followed, so that
//! what stands in the middle of a large file, or compressed, is not found.

use crate::bytes::{Cursor, find};
use crate::decode;
use crate::finder::{Finder, Place};
use crate::mark::{aigc, xmp};

/// Keys that are read in a window, as each may have a long string behind it.
const MOST_KEYS: usize = 64;

pub(super) fn walk(finder: &mut Finder<'_>, asset: &[u8]) {
    let most = finder.limits().mark_bytes;
    if asset.len() <= most.saturating_mul(2) {
        let whole = finder.bounded(asset, most.saturating_mul(2));
        return window(finder, whole, 0);
    }
    finder.cut();
    let (head, rest) = asset.split_at_checked(most).unwrap_or((asset, &[]));
    let start = rest.len().saturating_sub(most);
    let head = finder.mark(head);
    window(finder, head, 0);
    let tail = finder.mark(rest.get(start..).unwrap_or_default());
    window(finder, tail, most.saturating_add(start));
}

fn window(finder: &mut Finder<'_>, bytes: &[u8], start: usize) {
    for (count, at) in memchr::memmem::find_iter(bytes, b"/AIGC").enumerate() {
        if count >= MOST_KEYS {
            finder.cut();
            break;
        }
        let after = bytes.get(at.saturating_add(5)..).unwrap_or_default();
        if let Some(text) = string(after.trim_ascii_start()) {
            let place = Place::new("PDF Info", start.saturating_add(at));
            aigc::read(finder, place, "/AIGC", &text);
        }
    }
    packets(finder, bytes, start);
}

fn packets(finder: &mut Finder<'_>, bytes: &[u8], start: usize) {
    let mut cursor = Cursor::new(bytes);
    while finder.item() {
        let Some(at) = find(cursor.rest(), b"<x:xmpmeta") else { return };
        cursor.take_up_to(at);
        let place = Place::new("PDF XMP", start.saturating_add(cursor.at()));
        let Some(len) = find(cursor.rest(), b"</x:xmpmeta>") else { return };
        xmp::read(finder, place, cursor.take_up_to(len));
    }
}

/// A string, in parentheses or in hexadecimal digits (7.3.4). Longer ones than a label are not read.
fn string(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.get(..8192).unwrap_or(bytes);
    let raw = match bytes.split_first()? {
        (b'(', rest) => literal(rest),
        (b'<', rest) => hexadecimal(rest),
        _ => return None,
    };
    Some(if raw.starts_with(b"\xfe\xff") {
        decode::utf16(&raw, true)
    } else {
        decode::text(&raw).into_owned()
    })
}

fn literal(bytes: &[u8]) -> Vec<u8> {
    let (mut out, mut depth, mut escaped) = (Vec::new(), 0_usize, false);
    for byte in bytes {
        match byte {
            _ if escaped => out.push(*byte),
            b'\\' => {}
            b')' if depth == 0 => break,
            _ => {
                depth = match byte {
                    b'(' => depth.saturating_add(1),
                    b')' => depth.saturating_sub(1),
                    _ => depth,
                };
                out.push(*byte);
            }
        }
        escaped = !escaped && *byte == b'\\';
    }
    out
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let digits = bytes.iter().take_while(|byte| **byte != b'>');
    let digits = digits.filter_map(|byte| char::from(*byte).to_digit(16).and_then(|n| u8::try_from(n).ok()));
    let digits: Vec<u8> = digits.collect();
    let (pairs, _) = digits.as_chunks::<2>();
    pairs.iter().map(|[high, low]| high << 4 | low).collect()
}

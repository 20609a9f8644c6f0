//! CBOR written by hand, so that tests can write what a sound writer would not.

fn head(major: u8, n: u64) -> Vec<u8> {
    let top = major << 5;
    match n {
        0..=23 => vec![top | n as u8],
        24..=0xff => vec![top | 24, n as u8],
        0x100..=0xffff => [&[top | 25][..], &(n as u16).to_be_bytes()].concat(),
        0x1_0000..=0xffff_ffff => [&[top | 26][..], &(n as u32).to_be_bytes()].concat(),
        _ => [&[top | 27][..], &n.to_be_bytes()].concat(),
    }
}

pub fn uint(n: u64) -> Vec<u8> {
    head(0, n)
}

/// The integer `-1 - n`.
pub fn nint(n: u64) -> Vec<u8> {
    head(1, n)
}

pub fn bytes(b: &[u8]) -> Vec<u8> {
    [head(2, b.len() as u64), b.to_vec()].concat()
}

pub fn text(s: &str) -> Vec<u8> {
    [head(3, s.len() as u64), s.as_bytes().to_vec()].concat()
}

pub fn array(items: &[Vec<u8>]) -> Vec<u8> {
    [head(4, items.len() as u64), items.concat()].concat()
}

/// A map with text keys, in the order given, repeated keys and all.
pub fn map(entries: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let body: Vec<u8> = entries.iter().flat_map(|(k, v)| [text(k), v.clone()].concat()).collect();
    [head(5, entries.len() as u64), body].concat()
}

/// A map with any keys.
pub fn raw_map(entries: &[(Vec<u8>, Vec<u8>)]) -> Vec<u8> {
    let body: Vec<u8> = entries.iter().flat_map(|(k, v)| [k.clone(), v.clone()].concat()).collect();
    [head(5, entries.len() as u64), body].concat()
}

pub fn tag(n: u64, item: Vec<u8>) -> Vec<u8> {
    [head(6, n), item].concat()
}

pub const TRUE: [u8; 1] = [0xf5];
pub const NULL: [u8; 1] = [0xf6];

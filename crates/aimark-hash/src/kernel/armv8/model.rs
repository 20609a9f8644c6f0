//! What the instructions of the SHA2 extension do, in plain Rust, by the Arm Architecture Reference Manual (DDI 0487,
//! C7.2: SHA256H, SHA256H2, SHA256SU0, SHA256SU1). For tests on other processors.

#![allow(non_camel_case_types, reason = "the names are those of core::arch::aarch64")]
#![allow(clippy::indexing_slicing, reason = "only tests use it, and they may fail loudly")]

#[derive(Clone, Copy)]
pub(super) struct uint32x4_t([u32; 4]);
#[derive(Clone, Copy)]
pub(super) struct uint8x16_t([u8; 16]);

/// # Safety
///
/// Sixteen bytes at `from` can be read.
pub(super) unsafe fn vld1q_u8(from: *const u8) -> uint8x16_t {
    // SAFETY: the same contract; bytes are aligned everywhere.
    uint8x16_t(unsafe { from.cast::<[u8; 16]>().read() })
}

/// # Safety
///
/// Four words at `from` can be read.
pub(super) unsafe fn vld1q_u32(from: *const u32) -> uint32x4_t {
    // SAFETY: the same contract.
    uint32x4_t(unsafe { from.cast::<[u32; 4]>().read_unaligned() })
}

/// # Safety
///
/// Four words at `to` can be written.
pub(super) unsafe fn vst1q_u32(to: *mut u32, vector: uint32x4_t) {
    // SAFETY: the same contract.
    unsafe { to.cast::<[u32; 4]>().write_unaligned(vector.0) }
}

/// Reverses the bytes in every word.
pub(super) fn vrev32q_u8(mut vector: uint8x16_t) -> uint8x16_t {
    vector.0.as_chunks_mut::<4>().0.iter_mut().for_each(|word| word.reverse());
    vector
}

/// The lowest byte of a word stands first.
pub(super) fn vreinterpretq_u32_u8(vector: uint8x16_t) -> uint32x4_t {
    let (words, _) = vector.0.as_chunks::<4>();
    uint32x4_t(core::array::from_fn(|i| u32::from_le_bytes(words[i])))
}

pub(super) fn vaddq_u32(a: uint32x4_t, b: uint32x4_t) -> uint32x4_t {
    uint32x4_t(core::array::from_fn(|i| a.0[i].wrapping_add(b.0[i])))
}

pub(super) fn vsha256hq_u32(abcd: uint32x4_t, efgh: uint32x4_t, sums: uint32x4_t) -> uint32x4_t {
    four_rounds(abcd, efgh, sums).0
}

pub(super) fn vsha256h2q_u32(efgh: uint32x4_t, abcd: uint32x4_t, sums: uint32x4_t) -> uint32x4_t {
    four_rounds(abcd, efgh, sums).1
}

/// Half of the message schedule: the words and the small sigma 0 of those that follow each.
pub(super) fn vsha256su0q_u32(first: uint32x4_t, second: uint32x4_t) -> uint32x4_t {
    let following = [first.0[1], first.0[2], first.0[3], second.0[0]];
    let sigma = |w: u32| w.rotate_right(7) ^ w.rotate_right(18) ^ (w >> 3);
    uint32x4_t(core::array::from_fn(|i| first.0[i].wrapping_add(sigma(following[i]))))
}

/// The other half: the words nine later, and the small sigma 1 of those fourteen later, the last two of which come
/// into being here.
pub(super) fn vsha256su1q_u32(half: uint32x4_t, third: uint32x4_t, last: uint32x4_t) -> uint32x4_t {
    let ninth = [third.0[1], third.0[2], third.0[3], last.0[0]];
    let sigma = |w: u32| w.rotate_right(17) ^ w.rotate_right(19) ^ (w >> 10);
    let word = |i: usize, fourteenth: u32| half.0[i].wrapping_add(ninth[i]).wrapping_add(sigma(fourteenth));
    let (w0, w1) = (word(0, last.0[2]), word(1, last.0[3]));
    uint32x4_t([w0, w1, word(2, w0), word(3, w1)])
}

fn four_rounds(abcd: uint32x4_t, efgh: uint32x4_t, sums: uint32x4_t) -> (uint32x4_t, uint32x4_t) {
    let ([mut a, mut b, mut c, mut d], [mut e, mut f, mut g, mut h]) = (abcd.0, efgh.0);
    for sum in sums.0 {
        let sigma1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let sigma0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let (choice, majority) = ((e & f) ^ (!e & g), (a & b) ^ (a & c) ^ (b & c));
        let t1 = h.wrapping_add(sigma1).wrapping_add(choice).wrapping_add(sum);
        let t2 = sigma0.wrapping_add(majority);
        (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
    }
    (uint32x4_t([a, b, c, d]), uint32x4_t([e, f, g, h]))
}

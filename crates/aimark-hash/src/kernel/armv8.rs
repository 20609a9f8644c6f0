//! For AArch64: the SHA2 extension, with the lanes taking turns after every four rounds.
//!
//! Not yet compiled for or run on such a processor. The tests compile and run this file over `model`, which has the
//! few functions of `core::arch::aarch64` that stand here.

#![allow(unsafe_code, reason = "the instructions may be used only where the processor has them")]

#[cfg(not(target_arch = "aarch64"))]
mod model;

#[cfg(target_arch = "aarch64")]
use core::arch::aarch64::{
    uint32x4_t, vaddq_u32, vld1q_u8, vld1q_u32, vreinterpretq_u32_u8, vrev32q_u8, vsha256h2q_u32,
    vsha256hq_u32, vsha256su0q_u32, vsha256su1q_u32, vst1q_u32,
};
#[cfg(not(target_arch = "aarch64"))]
use model::{
    uint32x4_t, vaddq_u32, vld1q_u8, vld1q_u32, vreinterpretq_u32_u8, vrev32q_u8, vsha256h2q_u32,
    vsha256hq_u32, vsha256su0q_u32, vsha256su1q_u32, vst1q_u32,
};

use super::{Block, ROUNDS, State, Work};

/// Proof that the processor has the instructions used here. Only [`Armv8::detect`] makes one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Armv8(());

impl Armv8 {
    #[cfg(target_arch = "aarch64")]
    pub(crate) fn detect() -> Option<Self> {
        Self::among([
            std::arch::is_aarch64_feature_detected!("neon"),
            std::arch::is_aarch64_feature_detected!("sha2"),
        ])
    }

    /// The model is always there.
    #[cfg(not(target_arch = "aarch64"))]
    pub(crate) fn detect() -> Option<Self> {
        Self::among([true, true])
    }

    /// Both extensions are needed.
    fn among(extensions: [bool; 2]) -> Option<Self> {
        extensions.into_iter().all(|is_there| is_there).then_some(Self(()))
    }

    /// Hashes the blocks of all lanes, as many as the shortest has.
    pub(crate) fn compress<const N: usize>(self, lanes: [Work<'_>; N]) {
        #[cfg_attr(not(target_arch = "aarch64"), allow(unused_unsafe, reason = "the model is safe to call"))]
        // SAFETY: `self` exists, so the processor has all extensions that the function is compiled for.
        unsafe {
            compress(lanes)
        }
    }
}

/// The state of one lane, and the sixteen words that the rounds need next.
#[derive(Clone, Copy)]
struct Lane {
    abcd: uint32x4_t,
    efgh: uint32x4_t,
    words: [uint32x4_t; 4],
}

#[cfg_attr(target_arch = "aarch64", target_feature(enable = "neon,sha2"))]
fn compress<const N: usize>(work: [Work<'_>; N]) {
    let blocks = work.iter().map(|lane| lane.blocks.len()).min().unwrap_or(0);
    let mut sources = work.each_ref().map(|lane| lane.blocks.iter());
    let nothing = load(&[0; 4]);
    let mut lanes = [Lane { abcd: nothing, efgh: nothing, words: [nothing; 4] }; N];
    for (lane, work) in lanes.iter_mut().zip(&work) {
        lane.enter(work.state);
    }
    for _ in 0..blocks {
        let before = lanes;
        for (lane, source) in lanes.iter_mut().zip(&mut sources) {
            if let Some(block) = source.next() {
                lane.read(block);
            }
        }
        rounds(&mut lanes);
        for (lane, before) in lanes.iter_mut().zip(before) {
            lane.abcd = vaddq_u32(lane.abcd, before.abcd);
            lane.efgh = vaddq_u32(lane.efgh, before.efgh);
        }
    }
    for (lane, work) in lanes.iter().zip(work) {
        *work.state = lane.leave();
    }
}

/// The 64 rounds of every lane. Unrolled by four, so that the words of a lane stay where they are.
#[inline]
#[cfg_attr(target_arch = "aarch64", target_feature(enable = "neon,sha2"))]
fn rounds<const N: usize>(lanes: &mut [Lane; N]) {
    let (first, others) = ROUNDS.split_at(4);
    for constants in first {
        for lane in lanes.iter_mut() {
            let words = lane.next_words();
            lane.four_rounds(words, constants);
        }
    }
    for some in others.as_chunks::<4>().0 {
        for constants in some {
            for lane in lanes.iter_mut() {
                let words = lane.schedule();
                lane.four_rounds(words, constants);
            }
        }
    }
}

impl Lane {
    #[inline]
    #[cfg_attr(target_arch = "aarch64", target_feature(enable = "neon"))]
    fn enter(&mut self, state: &State) {
        let [a, b, c, d, e, f, g, h] = *state;
        self.abcd = load(&[a, b, c, d]);
        self.efgh = load(&[e, f, g, h]);
    }

    #[inline]
    #[cfg_attr(target_arch = "aarch64", target_feature(enable = "neon"))]
    fn leave(&self) -> State {
        let [[a, b, c, d], [e, f, g, h]] = [store(self.abcd), store(self.efgh)];
        [a, b, c, d, e, f, g, h]
    }

    /// Takes the words of a block, which has them most significant byte first.
    #[inline]
    #[cfg_attr(target_arch = "aarch64", target_feature(enable = "neon"))]
    fn read(&mut self, block: &Block) {
        for (words, bytes) in self.words.iter_mut().zip(block.as_chunks::<16>().0) {
            // SAFETY: the reference is to sixteen bytes, and the instruction asks for no alignment.
            let bytes = unsafe { vld1q_u8(bytes.as_ptr()) };
            *words = vreinterpretq_u32_u8(vrev32q_u8(bytes));
        }
    }

    /// The first four of the words, which move to the end.
    #[inline]
    fn next_words(&mut self) -> uint32x4_t {
        self.words.rotate_left(1);
        self.words[3]
    }

    /// The next four words of the message schedule, from the sixteen before them (FIPS 180-4, 6.2.2, step 1).
    #[inline]
    #[cfg_attr(target_arch = "aarch64", target_feature(enable = "neon,sha2"))]
    fn schedule(&mut self) -> uint32x4_t {
        let [first, second, third, last] = self.words;
        let next = vsha256su1q_u32(vsha256su0q_u32(first, second), third, last);
        self.words = [second, third, last, next];
        next
    }

    /// Four rounds (FIPS 180-4, 6.2.2, step 3).
    #[inline]
    #[cfg_attr(target_arch = "aarch64", target_feature(enable = "neon,sha2"))]
    fn four_rounds(&mut self, words: uint32x4_t, constants: &[u32; 4]) {
        let sums = vaddq_u32(words, load(constants));
        // Each instruction does the same four rounds and gives one half of the state: both read what was before.
        let before = self.abcd;
        self.abcd = vsha256hq_u32(before, self.efgh, sums);
        self.efgh = vsha256h2q_u32(self.efgh, before, sums);
    }
}

#[inline]
#[cfg_attr(target_arch = "aarch64", target_feature(enable = "neon"))]
fn load(words: &[u32; 4]) -> uint32x4_t {
    // SAFETY: the reference is to four words.
    unsafe { vld1q_u32(words.as_ptr()) }
}

#[inline]
#[cfg_attr(target_arch = "aarch64", target_feature(enable = "neon"))]
fn store(vector: uint32x4_t) -> [u32; 4] {
    let mut words = [0; 4];
    // SAFETY: the reference is to four words that nobody else uses.
    unsafe { vst1q_u32(words.as_mut_ptr(), vector) };
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_missing_extension_is_a_no() {
        assert!(Armv8::among([true, false]).is_none());
        assert!(Armv8::among([false, true]).is_none());
    }
}

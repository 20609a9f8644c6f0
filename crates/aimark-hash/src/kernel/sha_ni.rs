//! For x86-64: the SHA extensions, with the lanes taking turns after every four rounds.
//!
//! A `sha256rnds2` does two rounds and has to wait for the one before it in its lane. The processor looks far enough
//! ahead to do those of the other lanes meanwhile.

#![allow(unsafe_code, reason = "the instructions may be used only where the processor has them")]

use core::arch::x86_64::{
    __m128i, _mm_add_epi32, _mm_alignr_epi8, _mm_extract_epi32, _mm_loadu_si128, _mm_set_epi32,
    _mm_set_epi64x, _mm_setzero_si128, _mm_sha256msg1_epu32, _mm_sha256msg2_epu32, _mm_sha256rnds2_epu32,
    _mm_shuffle_epi8, _mm_shuffle_epi32,
};

use super::{Block, ROUNDS, State, Work};

/// Proof that the processor has the instructions used here. Only [`ShaNi::detect`] makes one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ShaNi(());

impl ShaNi {
    pub(crate) fn detect() -> Option<Self> {
        Self::among([
            is_x86_feature_detected!("sha"),
            is_x86_feature_detected!("sse2"),
            is_x86_feature_detected!("ssse3"),
            is_x86_feature_detected!("sse4.1"),
        ])
    }

    /// All extensions are needed; one without the others is of no use.
    fn among(extensions: [bool; 4]) -> Option<Self> {
        extensions.into_iter().all(|is_there| is_there).then_some(Self(()))
    }

    /// Hashes the blocks of all lanes, as many as the shortest has.
    pub(crate) fn compress<const N: usize>(self, lanes: [Work<'_>; N]) {
        // SAFETY: `self` exists, so the processor has all extensions that the function is compiled for.
        unsafe { compress(lanes) }
    }
}

/// The state of one lane in the order that the instructions want, and the sixteen words that the rounds need next.
#[derive(Clone, Copy)]
struct Lane {
    abef: __m128i,
    cdgh: __m128i,
    words: [__m128i; 4],
}

#[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
fn compress<const N: usize>(work: [Work<'_>; N]) {
    let blocks = work.iter().map(|lane| lane.blocks.len()).min().unwrap_or(0);
    let mut sources = work.each_ref().map(|lane| lane.blocks.iter());
    let mut lanes =
        [Lane { abef: _mm_setzero_si128(), cdgh: _mm_setzero_si128(), words: [_mm_setzero_si128(); 4] }; N];
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
            lane.abef = _mm_add_epi32(lane.abef, before.abef);
            lane.cdgh = _mm_add_epi32(lane.cdgh, before.cdgh);
        }
    }
    for (lane, work) in lanes.iter().zip(work) {
        *work.state = lane.leave();
    }
}

/// The 64 rounds of every lane. Unrolled by four, so that the words of a lane stay where they are.
#[inline]
#[target_feature(enable = "sha,sse2,ssse3,sse4.1")]
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
    #[target_feature(enable = "sse2")]
    fn enter(&mut self, state: &State) {
        let [a, b, c, d, e, f, g, h] = state.map(u32::cast_signed);
        self.abef = _mm_set_epi32(a, b, e, f);
        self.cdgh = _mm_set_epi32(c, d, g, h);
    }

    #[inline]
    #[target_feature(enable = "sse4.1")]
    fn leave(&self) -> State {
        let (abef, cdgh) = (self.abef, self.cdgh);
        let [a, b] = [_mm_extract_epi32::<3>(abef), _mm_extract_epi32::<2>(abef)];
        let [c, d] = [_mm_extract_epi32::<3>(cdgh), _mm_extract_epi32::<2>(cdgh)];
        let [e, f] = [_mm_extract_epi32::<1>(abef), _mm_extract_epi32::<0>(abef)];
        let [g, h] = [_mm_extract_epi32::<1>(cdgh), _mm_extract_epi32::<0>(cdgh)];
        [a, b, c, d, e, f, g, h].map(i32::cast_unsigned)
    }

    /// Takes the words of a block, which has them most significant byte first.
    #[inline]
    #[target_feature(enable = "sse2,ssse3")]
    fn read(&mut self, block: &Block) {
        let reversed = _mm_set_epi64x(0x0c0d_0e0f_0809_0a0b, 0x0405_0607_0001_0203);
        for (words, bytes) in self.words.iter_mut().zip(block.as_chunks().0) {
            *words = _mm_shuffle_epi8(load(bytes), reversed);
        }
    }

    /// The first of the four words quadruples, which moves to the end.
    #[inline]
    fn next_words(&mut self) -> __m128i {
        self.words.rotate_left(1);
        self.words[3]
    }

    /// The next four words of the message schedule, from the sixteen before them (FIPS 180-4, 6.2.2, step 1).
    #[inline]
    #[target_feature(enable = "sha,sse2,ssse3")]
    fn schedule(&mut self) -> __m128i {
        let [first, second, third, last] = self.words;
        let seventh = _mm_alignr_epi8(last, third, 4);
        let sum = _mm_add_epi32(_mm_sha256msg1_epu32(first, second), seventh);
        let next = _mm_sha256msg2_epu32(sum, last);
        self.words = [second, third, last, next];
        next
    }

    /// Four rounds (FIPS 180-4, 6.2.2, step 3).
    #[inline]
    #[target_feature(enable = "sha,sse2")]
    fn four_rounds(&mut self, words: __m128i, constants: &[u32; 4]) {
        let [k0, k1, k2, k3] = constants.map(u32::cast_signed);
        let sums = _mm_add_epi32(words, _mm_set_epi32(k3, k2, k1, k0));
        // The instruction reads the lower half only, and turns `cdgh` into the `abef` of two rounds later. What was
        // `abef` is then `cdgh`.
        self.cdgh = _mm_sha256rnds2_epu32(self.cdgh, self.abef, sums);
        self.abef = _mm_sha256rnds2_epu32(self.abef, self.cdgh, _mm_shuffle_epi32::<0b_00_00_11_10>(sums));
    }
}

#[inline]
#[target_feature(enable = "sse2")]
fn load(bytes: &[u8; 16]) -> __m128i {
    // SAFETY: the reference is to sixteen bytes, and the instruction asks for no alignment.
    unsafe { _mm_loadu_si128(bytes.as_ptr().cast()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_missing_extension_is_a_no() {
        for missing in 0..4 {
            let extensions = core::array::from_fn(|i| i != missing);
            assert!(ShaNi::among(extensions).is_none());
        }
    }
}

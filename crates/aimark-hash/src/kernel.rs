//! The block function of SHA-256 (FIPS 180-4, 6.2.2), in the ways that processors offer.

#[cfg(any(test, target_arch = "aarch64"))]
mod armv8;
pub(crate) mod portable;
#[cfg(target_arch = "x86_64")]
mod sha_ni;

/// The bytes of a block (FIPS 180-4, 5.2.1).
pub(crate) const BLOCK: usize = 64;

/// What the rounds read: 512 bits of the padded message.
pub(crate) type Block = [u8; BLOCK];

/// What the rounds change: the words `a` to `h`.
pub(crate) type State = [u32; 8];

/// The initial hash value (FIPS 180-4, 5.3.3).
pub(crate) const START: State =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// The constants of the rounds (FIPS 180-4, 4.2.2), four rounds a row.
#[cfg(any(test, target_arch = "x86_64", target_arch = "aarch64"))]
#[rustfmt::skip]
const ROUNDS: [[u32; 4]; 16] = [
    [0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5],
    [0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5],
    [0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3],
    [0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174],
    [0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc],
    [0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da],
    [0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7],
    [0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967],
    [0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13],
    [0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85],
    [0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3],
    [0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070],
    [0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5],
    [0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3],
    [0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208],
    [0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2],
];

/// Blocks of one message that follow one another, and the state they go into.
pub(crate) struct Work<'a> {
    pub(crate) state: &'a mut State,
    pub(crate) blocks: &'a [Block],
}

/// Which way is taken. The value of a hardware's way exists only where the hardware does.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kernel {
    Portable,
    #[cfg(target_arch = "x86_64")]
    ShaNi(sha_ni::ShaNi),
    #[cfg(any(test, target_arch = "aarch64"))]
    Armv8(armv8::Armv8),
}

impl Kernel {
    /// The fastest way that this processor has. The standard library asks the processor once and remembers.
    pub(crate) fn detect() -> Self {
        Self::of(Self::hardware())
    }

    fn of(hardware: Option<Self>) -> Self {
        hardware.unwrap_or(Self::Portable)
    }

    #[cfg(target_arch = "x86_64")]
    fn hardware() -> Option<Self> {
        sha_ni::ShaNi::detect().map(Self::ShaNi)
    }

    #[cfg(target_arch = "aarch64")]
    fn hardware() -> Option<Self> {
        armv8::Armv8::detect().map(Self::Armv8)
    }

    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    fn hardware() -> Option<Self> {
        None
    }

    /// Hashes the blocks of all lanes, of which each has equally many.
    pub(crate) fn compress<const N: usize>(self, lanes: [Work<'_>; N]) {
        match self {
            // One lane has nothing to take turns with, and measured as fast either way.
            _ if N == 1 => in_turn(lanes),
            Self::Portable => in_turn(lanes),
            #[cfg(target_arch = "x86_64")]
            Self::ShaNi(unit) => unit.compress(lanes),
            #[cfg(any(test, target_arch = "aarch64"))]
            Self::Armv8(unit) => unit.compress(lanes),
        }
    }
}

fn in_turn<const N: usize>(lanes: [Work<'_>; N]) {
    lanes.into_iter().for_each(|lane| portable::compress(lane.state, lane.blocks));
}

/// The state as a digest: its words, most significant byte first (FIPS 180-4, 6.2.2).
pub(crate) fn digest_of(state: &State) -> [u8; 32] {
    let mut digest = [0; 32];
    let (words, _) = digest.as_chunks_mut();
    words.iter_mut().zip(state).for_each(|(bytes, word)| *bytes = word.to_be_bytes());
    digest
}

#[cfg(test)]
impl Kernel {
    /// Every way that can be tried here: that of this processor, that of one without instructions for SHA-256, and the
    /// modelled one.
    pub(crate) fn all() -> Vec<Self> {
        let modelled = armv8::Armv8::detect().map(Self::Armv8);
        [Some(Self::of(None)), Self::hardware(), modelled].into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_processor_without_the_instructions_takes_the_portable_way() {
        assert!(matches!(Kernel::of(None), Kernel::Portable));
    }
}

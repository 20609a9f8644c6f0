//! Every kernel by force, against the `sha2` crate.
//!
//! The portable kernel is the `sha2` crate too, which takes the processor's instructions on its own. With
//! `RUSTFLAGS='--cfg sha2_backend="soft"'` it does not.

use sha2::Digest as _;

use super::*;

/// Bytes that look random and are the same each time: xorshift64* with a fixed seed.
struct Bytes(u64);

impl Bytes {
    fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 16) as usize % limit
    }

    fn take(&mut self, len: usize) -> Vec<u8> {
        (0..len).map(|_| (self.next() >> 56) as u8).collect()
    }
}

fn two_messages(len: usize) -> (Vec<u8>, Vec<u8>) {
    let mut random = Bytes::new();
    (random.take(len), random.take(len))
}

fn expected(message: &[u8]) -> [u8; 32] {
    sha2::Sha256::digest(message).into()
}

fn hashed(kernel: Kernel, messages: &[&[&[u8]]]) -> Vec<[u8; 32]> {
    let mut digests = vec![[0; 32]; messages.len()];
    hash(kernel, &mut messages.iter().copied().zip(&mut digests));
    digests
}

#[test]
fn every_pair_of_lengths_up_to_four_blocks() {
    let (first, second) = two_messages(256);
    let digests = |message: &[u8]| (0..=256).map(|len| expected(&message[..len])).collect::<Vec<_>>();
    let (of_first, of_second) = (digests(&first), digests(&second));
    for kernel in Kernel::all() {
        for a in 0..=256 {
            for b in 0..=256 {
                let both = hashed(kernel, &[&[&first[..a]], &[&second[..b]]]);
                assert_eq!(both, [of_first[a], of_second[b]], "{kernel:?}, {a} and {b} bytes");
            }
        }
    }
}

#[test]
fn every_number_of_messages_around_the_number_of_lanes() {
    let mut random = Bytes::new();
    for kernel in Kernel::all() {
        for count in 0..=3 * LANES {
            let lengths: Vec<usize> = (0..count).map(|_| random.below(2000)).collect();
            let messages: Vec<Vec<u8>> = lengths.iter().map(|len| random.take(*len)).collect();
            let wanted: Vec<_> = messages.iter().map(|message| expected(message)).collect();
            let whole: Vec<[&[u8]; 1]> = messages.iter().map(|message| [&message[..]]).collect();
            let whole: Vec<&[&[u8]]> = whole.iter().map(|pieces| &pieces[..]).collect();
            assert_eq!(hashed(kernel, &whole), wanted, "{kernel:?}, {count} messages");
        }
    }
}

#[test]
fn cuts_make_no_difference() {
    let (first, second) = two_messages(300);
    let wanted = [expected(&first), expected(&second), expected(&second[100..])];
    for kernel in Kernel::all() {
        for cut in 0..=300 {
            let (before, after) = first.split_at(cut);
            let (head, tail) = second.split_at(cut / 2);
            let digests = hashed(kernel, &[&[before, after], &[head, &[], tail], &[&second[100..]]]);
            assert_eq!(digests, wanted, "{kernel:?}, cut at {cut}");
        }
    }
}

#[test]
fn random_lengths_and_random_cuts() {
    let mut random = Bytes::new();
    let bytes = random.take(20_000);
    for round in 0..300 {
        let messages: Vec<Vec<&[u8]>> = (0..random.below(9))
            .map(|_| {
                let mut piece = || bytes[random.below(20_000)..].split_at_checked(random.below(900));
                (0..5).filter_map(|_| piece()).map(|(piece, _)| piece).collect()
            })
            .collect();
        let wanted: Vec<_> = messages.iter().map(|pieces| expected(&pieces.concat())).collect();
        let messages: Vec<&[&[u8]]> = messages.iter().map(|pieces| &pieces[..]).collect();
        for kernel in Kernel::all() {
            assert_eq!(hashed(kernel, &messages), wanted, "{kernel:?}, round {round}");
        }
    }
}

#[test]
fn a_kernel_hashes_no_more_blocks_than_the_shortest_lane_has() {
    let blocks = [[1; BLOCK], [2; BLOCK], [3; BLOCK]];
    for kernel in Kernel::all().into_iter().filter(|kernel| !matches!(kernel, Kernel::Portable)) {
        let (mut short, mut long) = (START, START);
        let lanes = [(&mut short, &blocks[..1]), (&mut long, &blocks[..])];
        kernel.compress(lanes.map(|(state, blocks)| Work { state, blocks }));
        let [mut one, mut first] = [START, START];
        Kernel::Portable.compress([&mut one, &mut first].map(|state| Work { state, blocks: &blocks[..1] }));
        assert_eq!([short, long], [one, first], "{kernel:?}");
    }
}

#[test]
fn every_length_in_every_lane_beside_lengths_at_the_edges() {
    let (message, other) = two_messages(256);
    let digests: Vec<_> = (0..=256).map(|len| expected(&message[..len])).collect();
    for kernel in Kernel::all() {
        for edge in [0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 256] {
            let beside = expected(&other[..edge]);
            for (place, len) in (0..LANES).flat_map(|place| (0..=256).map(move |len| (place, len))) {
                let mut pieces = [[&other[..edge]]; LANES];
                let mut wanted = [beside; LANES];
                (pieces[place], wanted[place]) = ([&message[..len]], digests[len]);
                let digests = hashed(kernel, &pieces.each_ref().map(|pieces| &pieces[..]));
                assert_eq!(digests, wanted, "{kernel:?}, {len} bytes in lane {place}, {edge} in the others");
            }
        }
    }
}

//! The convolutional code that carries the payload: rate 1/4, constraint length 15, tail-biting.
//!
//! The generators are those of the rate-1/4 code of the Galileo probe. The code bites its tail, so that no bits are spent on
//! coming back to state 0: it starts in the state in which it ends.

use crate::payload::BITS;

/// How many chips stand for one bit.
pub(crate) const RATE: usize = 4;
/// How many chips a payload becomes.
pub(crate) const CHIPS: usize = BITS * RATE;

const MEMORY: u32 = 14;
const STATES: usize = 1 << MEMORY;
const GENERATORS: [u32; RATE] = [0o46321, 0o51271, 0o63667, 0o70535];
/// How often the wrapped code is gone through before its path is read.
const ROUNDS: usize = 2;
/// How many paths are tried.
const PATHS: usize = 4;

/// The chips of a payload's bits: +1 or -1.
pub(crate) fn encode(bits: &[bool; BITS]) -> [f32; CHIPS] {
    let step = |state: u32, bit: bool| (u32::from(bit) << MEMORY) | state;
    // The state after the last bit is made of the last 14 bits, and is where it starts.
    let start = bits.iter().fold(0, |state, bit| step(state, *bit) >> 1);
    let mut chips = [0.0; CHIPS];
    let mut state = start;
    for (chips, bit) in chips.as_chunks_mut::<RATE>().0.iter_mut().zip(bits) {
        let register = step(state, *bit);
        chips.iter_mut().zip(GENERATORS).for_each(|(chip, generator)| *chip = chip_of(register, generator));
        state = register >> 1;
    }
    chips
}

fn chip_of(register: u32, generator: u32) -> f32 {
    if (register & generator).count_ones() & 1 == 1 { -1.0 } else { 1.0 }
}

/// A path through the code, and how well it fits.
pub(crate) struct Path {
    pub(crate) bits: [bool; BITS],
    /// What share of the chips' magnitude speaks for the path: 1 is all of it.
    pub(crate) fit: f32,
}

/// The likeliest payloads' bits, best first, of soft chips (Viterbi's algorithm, twice around).
pub(crate) fn decode(soft: &[f32; CHIPS]) -> Vec<Path> {
    let patterns = patterns();
    let mut metrics = vec![0.0_f32; STATES];
    let mut next = vec![0.0_f32; STATES];
    let mut choices: Vec<Vec<bool>> = Vec::new();
    for round in 0..ROUNDS {
        let least = metrics.iter().copied().fold(f32::MAX, f32::min);
        metrics.iter_mut().for_each(|metric| *metric -= least);
        for chips in soft.as_chunks::<RATE>().0 {
            let mut chosen = vec![false; STATES];
            forward(&metrics, &patterns, &table(chips), &mut next, &mut chosen);
            std::mem::swap(&mut metrics, &mut next);
            if round.saturating_add(1) == ROUNDS {
                choices.push(chosen);
            }
        }
    }
    paths(&metrics, &choices, soft)
}

/// For each pair of states, whose registers end in 0 and in 1, the chips of the first with a new bit of 0. All generators
/// begin and end with 1, so that a new bit of 1, or an old one, turns all four chips around.
fn patterns() -> Vec<u8> {
    let pattern = |state: u32| {
        GENERATORS.iter().fold(0_u8, |sum, generator| (sum << 1) | u8::from(chip_of(state, *generator) < 0.0))
    };
    (0..1_u32 << MEMORY).step_by(2).map(pattern).collect()
}

/// How well the soft chips fit each pattern.
fn table(chips: &[f32; RATE]) -> [f32; 16] {
    let mut table = [0.0; 16];
    for (pattern, fit) in (0_u8..).zip(table.iter_mut()) {
        let signs = chips.iter().zip((0..4).rev());
        *fit = signs.map(|(chip, at)| if (pattern >> at) & 1 == 1 { -*chip } else { *chip }).sum();
    }
    table
}

fn forward(metrics: &[f32], patterns: &[u8], table: &[f32; 16], next: &mut [f32], chosen: &mut [bool]) {
    let (low, high) = next.split_at_mut(STATES / 2);
    let (chosen_low, chosen_high) = chosen.split_at_mut(STATES / 2);
    let into = low.iter_mut().zip(high).zip(chosen_low.iter_mut().zip(chosen_high));
    for (([even, odd], pattern), ((low, high), (chosen_low, chosen_high))) in
        metrics.as_chunks::<2>().0.iter().zip(patterns).zip(into)
    {
        let fit = table.get(usize::from(pattern & 15)).copied().unwrap_or_default();
        let (stay, turn) = (*even + fit, *odd - fit);
        *chosen_low = turn > stay;
        *low = stay.max(turn);
        let (stay, turn) = (*even - fit, *odd + fit);
        *chosen_high = turn > stay;
        *high = stay.max(turn);
    }
}

/// Back from the best ends.
fn paths(metrics: &[f32], choices: &[Vec<bool>], soft: &[f32; CHIPS]) -> Vec<Path> {
    let mut ends: Vec<(f32, usize)> = metrics.iter().copied().zip(0..).collect();
    let by_metric = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0);
    if ends.len() > PATHS {
        ends.select_nth_unstable_by(PATHS, by_metric);
        ends.truncate(PATHS);
    }
    ends.sort_unstable_by(by_metric);
    ends.into_iter().map(|(_, end)| path(end, choices, soft)).collect()
}

fn path(end: usize, choices: &[Vec<bool>], soft: &[f32; CHIPS]) -> Path {
    let mut bits = [false; BITS];
    let mut state = end;
    for (bit, chosen) in bits.iter_mut().zip(choices).rev() {
        *bit = state >= STATES / 2;
        let odd = chosen.get(state).copied().unwrap_or_default();
        state = ((state << 1) & (STATES - 1)) | usize::from(odd);
    }
    let all: f32 = soft.iter().map(|chip| chip.abs()).sum();
    let agreed: f32 = encode(&bits).iter().zip(soft).map(|(chip, soft)| chip * soft).sum();
    Path { bits, fit: if all > 0.0 { agreed / all } else { 0.0 } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some_bits(seed: u32) -> [bool; BITS] {
        let mut state = seed;
        std::array::from_fn(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 31 == 1
        })
    }

    #[test]
    fn what_is_encoded_is_decoded() {
        for seed in 0..8 {
            let bits = some_bits(seed);
            let best = decode(&encode(&bits)).into_iter().next().unwrap();
            assert_eq!(best.bits, bits);
            assert!((best.fit - 1.0).abs() < 1e-5, "{}", best.fit);
        }
    }

    #[test]
    fn a_fifth_of_wrong_chips_is_made_up_for() {
        let bits = some_bits(99);
        let mut chips = encode(&bits);
        chips.iter_mut().step_by(5).for_each(|chip| *chip = -*chip);
        assert!(decode(&chips).iter().any(|path| path.bits == bits));
    }
}

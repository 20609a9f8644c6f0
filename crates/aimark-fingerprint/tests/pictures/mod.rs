//! Pictures made of whole numbers, the same everywhere.

#![allow(dead_code, reason = "each test uses some of it")]

/// Random numbers: SplitMix64.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let state = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let state = (state ^ state >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        state ^ state >> 31
    }

    /// Below `end`.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.roll() % u64::from(end)).unwrap()
    }
}

/// Red, green and blue, row by row.
#[derive(Clone)]
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) bytes: Vec<u8>,
}

/// A scene of clouds and sheets. The same `seed` is the same scene at any size.
pub(crate) fn scene(seed: u64, width: u32, height: u32) -> Picture {
    let sheets = sheets(seed);
    let mut bytes = Vec::new();
    for y in 0..height {
        for x in 0..width {
            // Places in 65536ths of the sides.
            let at = [(x, width), (y, height)].map(|(place, side)| (2 * place + 1) * 32768 / side);
            let sheet =
                sheets.iter().rfind(|(from, to, _)| (0..2).all(|i| from[i] <= at[i] && at[i] < to[i]));
            for channel in 0..3_u32 {
                let clouds = (4 * cloud(seed, 0, 3, at)
                    + 2 * cloud(seed, 1, 8, at)
                    + cloud(seed, 2 + channel, 21, at))
                    / 7;
                let value =
                    sheet.map_or(clouds, |(_, _, colour)| (clouds + 2 * colour[channel as usize]) / 3);
                bytes.push(u8::try_from(value).unwrap());
            }
        }
    }
    Picture { width, height, bytes }
}

type Sheet = ([u32; 2], [u32; 2], [u32; 3]);

fn sheets(seed: u64) -> Vec<Sheet> {
    let mut dice = Dice::new(seed ^ 0xABCD);
    let mut sheet = |_| {
        let from = [dice.below(50_000), dice.below(50_000)];
        let to = from.map(|edge| edge + 5_000 + dice.below(25_000));
        (from, to, [dice.below(256), dice.below(256), dice.below(256)])
    };
    (0..6).map(&mut sheet).collect()
}

/// Noise between the points of a grid, from 0 to 255.
fn cloud(seed: u64, octave: u32, cells: u32, at: [u32; 2]) -> u32 {
    let [(column, right), (row, lower)] =
        at.map(|place| (place * cells / 65536, place * cells % 65536 / 256));
    let point = |dx: u32, dy: u32| {
        let mut dice = Dice::new(seed << 32 ^ u64::from(octave << 24 ^ (row + dy) << 12 ^ (column + dx)));
        dice.below(256)
    };
    let upper = point(0, 0) * (256 - right) + point(1, 0) * right;
    let under = point(0, 1) * (256 - right) + point(1, 1) * right;
    (upper * (256 - lower) + under * lower) >> 16
}

/// With alpha that falls from left to right.
pub(crate) fn fading(picture: &Picture) -> Vec<u8> {
    let pixels = picture.bytes.chunks(3).zip(0..);
    let alpha = |at: u32| u8::try_from(255 - at % picture.width * 255 / picture.width).unwrap();
    pixels.flat_map(|(pixel, at)| [pixel[0], pixel[1], pixel[2], alpha(at)]).collect()
}

/// The green channel.
pub(crate) fn grey(picture: &Picture) -> Vec<u8> {
    picture.bytes.chunks(3).map(|pixel| pixel[1]).collect()
}

/// The pictures whose fingerprints are known from the references: seed, width, height.
pub(crate) const KNOWN: [(u64, u32, u32); 14] = [
    (1, 64, 64),
    (2, 5, 5),
    (3, 5, 300),
    (4, 700, 6),
    (5, 128, 128),
    (6, 129, 257),
    (7, 100, 75),
    (8, 63, 65),
    (9, 333, 517),
    (10, 512, 512),
    (11, 640, 480),
    (12, 1000, 700),
    (13, 1536, 1023),
    (14, 32, 32),
];

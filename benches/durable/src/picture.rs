//! Pictures of three colours in eight bits, and planes of numbers made of them.

/// A decoded picture: red, green and blue by turns, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub rgb: Vec<u8>,
}

/// The same in numbers that need no rounding after every step.
#[derive(Clone, Debug)]
pub struct Floats {
    pub width: usize,
    pub height: usize,
    pub rgb: Vec<f32>,
}

impl Picture {
    pub fn filled(width: usize, height: usize, colour: [u8; 3]) -> Self {
        Self { width, height, rgb: colour.iter().copied().cycle().take(width * height * 3).collect() }
    }

    pub fn megapixels(&self) -> f64 {
        (self.width * self.height) as f64 / 1e6
    }

    pub fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        let at = (y * self.width + x) * 3;
        [self.rgb[at], self.rgb[at + 1], self.rgb[at + 2]]
    }

    pub fn set(&mut self, x: usize, y: usize, colour: [u8; 3]) {
        let at = (y * self.width + x) * 3;
        self.rgb[at..at + 3].copy_from_slice(&colour);
    }

    pub fn crop(&self, x: usize, y: usize, width: usize, height: usize) -> Self {
        let row = |y: usize| &self.rgb[(y * self.width + x) * 3..][..width * 3];
        Self { width, height, rgb: (y..y + height).flat_map(row).copied().collect() }
    }

    /// Lays another picture over this one; what would stand outside is lost.
    pub fn paste(&mut self, over: &Self, x: usize, y: usize) {
        let width = over.width.min(self.width.saturating_sub(x));
        if width == 0 {
            return;
        }
        for row in 0..over.height.min(self.height.saturating_sub(y)) {
            let from = &over.rgb[row * over.width * 3..][..width * 3];
            self.rgb[((y + row) * self.width + x) * 3..][..width * 3].copy_from_slice(from);
        }
    }

    /// Every pixel anew from itself alone.
    pub fn map(&self, mut colour: impl FnMut([f32; 3]) -> [f32; 3]) -> Self {
        let pixels =
            self.rgb.chunks_exact(3).flat_map(|p| colour([p[0], p[1], p[2]].map(f32::from)).map(byte));
        Self { rgb: pixels.collect(), ..*self }
    }

    pub fn floats(&self) -> Floats {
        Floats {
            width: self.width,
            height: self.height,
            rgb: self.rgb.iter().copied().map(f32::from).collect(),
        }
    }

    /// Brightness of every pixel as JPEG reckons it.
    pub fn luma(&self) -> Vec<f32> {
        self.rgb.chunks_exact(3).map(|p| luma([p[0], p[1], p[2]].map(f32::from))).collect()
    }

    pub fn mirrored(&self) -> Self {
        self.rearranged(self.width, self.height, |x, y| (self.width - 1 - x, y))
    }

    /// By so many quarters, clockwise.
    pub fn turned(&self, quarters: usize) -> Self {
        let (width, height) = (self.width, self.height);
        match quarters % 4 {
            0 => self.clone(),
            1 => self.rearranged(height, width, |x, y| (y, height - 1 - x)),
            2 => self.rearranged(width, height, |x, y| (width - 1 - x, height - 1 - y)),
            _ => self.rearranged(height, width, |x, y| (width - 1 - y, x)),
        }
    }

    fn rearranged(&self, width: usize, height: usize, from: impl Fn(usize, usize) -> (usize, usize)) -> Self {
        let pixel = |at: usize| {
            let (x, y) = from(at % width, at / width);
            self.pixel(x, y)
        };
        Self { width, height, rgb: (0..width * height).flat_map(pixel).collect() }
    }
}

impl Floats {
    pub fn rounded(&self) -> Picture {
        Picture { width: self.width, height: self.height, rgb: self.rgb.iter().copied().map(byte).collect() }
    }
}

pub fn luma([red, green, blue]: [f32; 3]) -> f32 {
    0.299 * red + 0.587 * green + 0.114 * blue
}

pub fn byte(value: f32) -> u8 {
    // `as` stops at 0 and 255.
    (value + 0.5) as u8
}

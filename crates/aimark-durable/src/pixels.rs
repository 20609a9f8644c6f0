//! Pixels that somebody else decoded.

use crate::num::{eight, real, sixteen};
use crate::{Error, Limits};

/// What a pixel is made of. Colours are taken as sRGB, or as anything else that is coded with a gamma of about 2.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums, reason = "a caller must have one of these")]
pub enum Layout {
    /// One sample: grey.
    Gray,
    /// Two samples: grey and alpha, which is left alone.
    GrayAlpha,
    /// Three samples: red, green, blue.
    Rgb,
    /// Four samples: red, green, blue and alpha, which is left alone.
    Rgba,
}

impl Layout {
    /// How many samples a pixel has.
    #[must_use]
    pub const fn samples(self) -> u8 {
        match self {
            Self::Gray => 1,
            Self::GrayAlpha => 2,
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }
}

/// The samples of a picture, row by row without gaps.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::exhaustive_enums, reason = "a caller must have one of these")]
pub enum Samples<'a> {
    /// 8 bits each.
    Eight(&'a [u8]),
    /// 16 bits each, of this machine's order.
    Sixteen(&'a [u16]),
}

/// The samples of a picture that is going to be marked, row by row without gaps.
#[derive(Debug)]
#[allow(clippy::exhaustive_enums, reason = "a caller must have one of these")]
pub enum SamplesMut<'a> {
    /// 8 bits each.
    Eight(&'a mut [u8]),
    /// 16 bits each, of this machine's order.
    Sixteen(&'a mut [u16]),
}

/// A picture to look at: as many samples as its size says, and no more pixels than a limit.
#[derive(Debug, Clone, Copy)]
pub struct Pixels<'a> {
    frame: Frame,
    samples: Samples<'a>,
}

/// A picture to mark: as many samples as its size says, and no more pixels than a limit.
#[derive(Debug)]
pub struct PixelsMut<'a> {
    frame: Frame,
    samples: SamplesMut<'a>,
}

/// Size and layout that were held against the samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) layout: Layout,
}

impl<'a> Pixels<'a> {
    /// A picture of `width` x `height` pixels.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] where the samples are not as many as the size says, [`Error::Limit`] where there are more pixels
    /// than allowed.
    pub fn new(
        width: u32,
        height: u32,
        layout: Layout,
        samples: Samples<'a>,
        limits: &Limits,
    ) -> Result<Self, Error> {
        let len = match samples {
            Samples::Eight(samples) => samples.len(),
            Samples::Sixteen(samples) => samples.len(),
        };
        Ok(Self { frame: Frame::new(width, height, layout, len, limits)?, samples })
    }

    /// Width in pixels.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.frame.width32()
    }

    /// Height in pixels.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.frame.height32()
    }

    /// What a pixel is made of.
    #[must_use]
    pub fn layout(&self) -> Layout {
        self.frame.layout
    }

    /// The share of the pixels that are at least half opaque.
    pub(crate) fn visible(&self) -> f32 {
        fn share<T: Copy>(samples: &[T], step: usize, is_opaque: impl Fn(T) -> bool) -> f32 {
            let pixels = samples.chunks_exact(step);
            let opaque = pixels.clone().filter(|pixel| pixel.last().is_some_and(|alpha| is_opaque(*alpha)));
            real(opaque.count()) / real(pixels.len().max(1))
        }
        let step = match self.frame.layout {
            Layout::Gray | Layout::Rgb => return 1.0,
            Layout::GrayAlpha | Layout::Rgba => usize::from(self.frame.layout.samples()),
        };
        match self.samples {
            Samples::Eight(samples) => share(samples, step, |alpha| alpha >= 128),
            Samples::Sixteen(samples) => share(samples, step, |alpha| alpha >= 0x8000),
        }
    }

    pub(crate) fn frame(&self) -> Frame {
        self.frame
    }

    pub(crate) fn samples(&self) -> Samples<'a> {
        self.samples
    }
}

impl<'a> PixelsMut<'a> {
    /// A picture of `width` x `height` pixels.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] where the samples are not as many as the size says, [`Error::Limit`] where there are more pixels
    /// than allowed.
    pub fn new(
        width: u32,
        height: u32,
        layout: Layout,
        samples: SamplesMut<'a>,
        limits: &Limits,
    ) -> Result<Self, Error> {
        let len = match &samples {
            SamplesMut::Eight(samples) => samples.len(),
            SamplesMut::Sixteen(samples) => samples.len(),
        };
        Ok(Self { frame: Frame::new(width, height, layout, len, limits)?, samples })
    }

    /// Width in pixels.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.frame.width32()
    }

    /// Height in pixels.
    #[must_use]
    pub fn height(&self) -> u32 {
        self.frame.height32()
    }

    /// What a pixel is made of.
    #[must_use]
    pub fn layout(&self) -> Layout {
        self.frame.layout
    }

    /// The same picture, to look at.
    #[must_use]
    pub fn as_pixels(&self) -> Pixels<'_> {
        let samples = match &self.samples {
            SamplesMut::Eight(samples) => Samples::Eight(samples),
            SamplesMut::Sixteen(samples) => Samples::Sixteen(samples),
        };
        Pixels { frame: self.frame, samples }
    }

    pub(crate) fn samples_mut(&mut self) -> SamplesMut<'_> {
        match &mut self.samples {
            SamplesMut::Eight(samples) => SamplesMut::Eight(samples),
            SamplesMut::Sixteen(samples) => SamplesMut::Sixteen(samples),
        }
    }
}

impl Frame {
    fn new(width: u32, height: u32, layout: Layout, len: usize, limits: &Limits) -> Result<Self, Error> {
        // The product of two numbers of 32 bits fits into 64.
        let pixels = u64::from(width).saturating_mul(u64::from(height));
        if pixels > limits.pixels {
            return Err(Error::Limit { what: "pixels", found: pixels, allowed: limits.pixels });
        }
        let expected = pixels.saturating_mul(u64::from(layout.samples()));
        let found = u64::try_from(len).unwrap_or(u64::MAX);
        if found != expected {
            return Err(Error::Length { found, expected });
        }
        let size = |side: u32| usize::try_from(side).map_err(|_| Error::Options("a side is too long"));
        Ok(Self { width: size(width)?, height: size(height)?, layout })
    }

    pub(crate) fn width32(self) -> u32 {
        u32::try_from(self.width).unwrap_or(u32::MAX)
    }

    pub(crate) fn height32(self) -> u32 {
        u32::try_from(self.height).unwrap_or(u32::MAX)
    }

    /// How many samples a row has.
    pub(crate) fn row(self) -> usize {
        self.width.saturating_mul(usize::from(self.layout.samples()))
    }
}

/// A sample of 8 or 16 bits, as a grey level of 0 to 255.
pub(crate) trait Sample: Copy {
    /// As a grey level.
    fn level(self) -> f32;
    /// The nearest sample to a grey level; what is beyond black or white becomes black or white.
    fn of(level: f32) -> Self;
}

impl Sample for u8 {
    fn level(self) -> f32 {
        f32::from(self)
    }
    fn of(level: f32) -> Self {
        eight(level)
    }
}

impl Sample for u16 {
    fn level(self) -> f32 {
        f32::from(self) * (1.0 / 257.0)
    }
    fn of(level: f32) -> Self {
        sixteen(level * 257.0)
    }
}

/// Luma of one row of grey levels (ITU-R BT.601).
pub(crate) fn luma(row: &[f32], layout: Layout, into: &mut [f32]) {
    let grey = |[red, green, blue]: [f32; 3]| 0.299 * red + 0.587 * green + 0.114 * blue;
    match layout {
        Layout::Gray => {
            into.iter_mut().zip(row).for_each(|(into, grey)| *into = *grey);
        }
        Layout::GrayAlpha => {
            into.iter_mut().zip(row.as_chunks::<2>().0).for_each(|(into, [grey, _])| *into = *grey);
        }
        Layout::Rgb => {
            into.iter_mut().zip(row.as_chunks::<3>().0).for_each(|(into, pixel)| *into = grey(*pixel));
        }
        Layout::Rgba => {
            let pixels = into.iter_mut().zip(row.as_chunks::<4>().0);
            pixels.for_each(|(into, [red, green, blue, _])| *into = grey([*red, *green, *blue]));
        }
    }
}

//! Marking a picture.

use crate::code::{CHIPS, encode};
use crate::lattice::Lattice;
use crate::mask::Mask;
use crate::num::{double, index, nearest, single};
use crate::pixels::{Frame, Layout, Sample, SamplesMut};
use crate::plane::Plane;
use crate::resample::{Sizes, cubic, luma_plane};
use crate::simulate::{ENOUGH, clarity, untouched};
use crate::tile::Tile;
use crate::{Error, Key, Payload, PixelsMut};

/// How to mark a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..EmbedOptions::default()`")]
pub struct EmbedOptions {
    /// How near the marked picture stays to the original: peak signal-to-noise ratio in decibels, 36 to 50. Default 43.7.
    /// Plain surfaces take less of a mark, so that flat pictures stay nearer.
    pub psnr: f32,
    /// How often the strength may be raised by 1 dB where the mark would not survive what usually happens to pictures: 0
    /// to 6. Default 3.
    pub raises: u8,
}

impl Default for EmbedOptions {
    fn default() -> Self {
        Self { psnr: 43.7, raises: 3 }
    }
}

/// How a picture was marked.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Embedded {
    /// How near the marked picture is to the original: peak signal-to-noise ratio in decibels, over the colours.
    pub psnr: f32,
    /// The deviation of the mark on a plain surface of middle brightness, in grey levels of 255, before any cap.
    pub strength: f32,
    /// How often the strength was raised.
    pub raised: u8,
}

/// Marks a picture in place. The same picture, payload, key and options give the same bytes on every platform.
///
/// # Errors
///
/// [`Error::TooSmall`] below an area of 320 x 320 pixels, below 128 pixels on a side, or where a side is more than 16
/// times the other; [`Error::TooFlat`] where less than 2 % of it has texture; [`Error::Transparent`] where more than half of
/// it is; [`Error::Lost`] where the mark could not be read again; [`Error::Options`] for options out of range. The picture is
/// unchanged then.
pub fn embed(
    pixels: &mut PixelsMut<'_>,
    payload: &Payload,
    key: &Key,
    options: &EmbedOptions,
) -> Result<Embedded, Error> {
    if !(36.0..=50.0).contains(&options.psnr) || options.raises > 6 {
        return Err(Error::Options("the ratio is 36 to 50 dB, and there are 0 to 6 raises"));
    }
    let frame = pixels.as_pixels().frame();
    if !is_large_enough(frame) {
        return Err(Error::TooSmall { width: frame.width32(), height: frame.height32() });
    }
    if pixels.as_pixels().visible() < LEAST_VISIBLE {
        return Err(Error::Transparent);
    }
    let work = Work::new(pixels, payload, key);
    if work.mask.texture() < LEAST_TEXTURE {
        return Err(Error::TooFlat);
    }
    let (strength, raised) = work.raised(work.strength(pixels, options.psnr), options.raises)?;
    let mark = Enlarged::new(work.mask.mark(&work.pattern, strength), frame, work.step);
    let error = match pixels.samples_mut() {
        SamplesMut::Eight(samples) => mark.apply(samples),
        SamplesMut::Sixteen(samples) => mark.apply(samples),
    };
    Ok(Embedded { psnr: ratio(error), strength: strength * crate::mask::FLOOR, raised })
}

const LEAST_SIDE: usize = 128;
const LEAST_AREA: usize = 320 * 320;
const MOST_ASPECT: usize = 16;
/// The least share of a picture that has texture.
const LEAST_TEXTURE: f32 = 0.02;
/// The least share of a picture that is not transparent.
const LEAST_VISIBLE: f32 = 0.5;
/// The side of a square as large as the work image.
const WORK_SIDE: f64 = 640.0;

fn is_large_enough(frame: Frame) -> bool {
    let (short, long) = (frame.width.min(frame.height), frame.width.max(frame.height));
    short >= LEAST_SIDE
        && long <= short.saturating_mul(MOST_ASPECT)
        && frame.width.saturating_mul(frame.height) >= LEAST_AREA
}

/// A picture's luma at the size where marks are made, and the mark.
struct Work {
    luma: Plane,
    lattice: Lattice,
    code: [f32; CHIPS],
    mask: Mask,
    pattern: Plane,
    /// How many work pixels one pixel of the picture is.
    step: f64,
}

impl Work {
    fn new(pixels: &PixelsMut<'_>, payload: &Payload, key: &Key) -> Self {
        let frame = pixels.as_pixels().frame();
        let step = WORK_SIDE / double(frame.width.saturating_mul(frame.height)).sqrt();
        let size = |side: usize| nearest(double(side) * step + 0.499).max(1);
        let sizes = Sizes {
            width: size(frame.width),
            height: size(frame.height),
            step_x: 1.0 / step,
            step_y: 1.0 / step,
        };
        let luma = luma_plane(&pixels.as_pixels(), &sizes);
        let lattice = Lattice::new(key);
        let code = encode(&payload.bits());
        let pattern = Tile::of_chips(&lattice, &code).repeated(luma.width(), luma.height());
        Self { mask: Mask::new(&luma), luma, lattice, code, pattern, step }
    }

    /// A strength, raised by 1 dB as often as it helps and is allowed.
    fn raised(&self, mut strength: f32, raises: u8) -> Result<(f32, u8), Error> {
        let mut raised = 0;
        loop {
            let marked = self.marked(strength);
            let clarity = clarity(&marked, self.step, &self.lattice, &self.code);
            if clarity >= ENOUGH {
                return Ok((strength, raised));
            }
            if raised >= raises || strength >= MOST_STRENGTH {
                break;
            }
            strength *= DECIBEL;
            raised = raised.saturating_add(1);
        }
        if untouched(&self.marked(strength), &self.lattice, &self.code) < ENOUGH {
            return Err(Error::Lost);
        }
        Ok((strength, raised))
    }

    /// The work image with the mark.
    fn marked(&self, strength: f32) -> Plane {
        let mark = self.mask.mark(&self.pattern, strength);
        self.luma.clone().zip(&mark, |luma, mark| (luma + mark).clamp(0.0, 255.0))
    }

    /// The strength that changes the picture as much as the ratio says, as far as a sample of its rows shows.
    fn strength(&self, pixels: &PixelsMut<'_>, psnr: f32) -> f32 {
        let target = error_of(psnr);
        let mut strength = target.sqrt() / 1.5;
        for _ in 0..3 {
            let frame = pixels.as_pixels().frame();
            let mark = Enlarged::new(self.mask.mark(&self.pattern, strength), frame, self.step);
            let error = match pixels.as_pixels().samples() {
                crate::Samples::Eight(samples) => mark.sampled_error(samples),
                crate::Samples::Sixteen(samples) => mark.sampled_error(samples),
            };
            strength *= (target / error.max(0.01)).sqrt().clamp(0.3, 3.0);
            strength = strength.min(MOST_STRENGTH);
        }
        strength
    }
}

/// An amplitude that is higher by 1 dB.
const DECIBEL: f32 = 1.122_018_5;
/// The most that a mask is multiplied by: what a plain surface may have is capped long before.
const MOST_STRENGTH: f32 = 3.0;

/// The mean squared error of a ratio.
fn error_of(psnr: f32) -> f32 {
    single(65_025.0 * libm::pow(10.0, f64::from(psnr) * -0.1))
}

/// The ratio of a mean squared error; 99 where there is next to none.
fn ratio(error: f32) -> f32 {
    single(10.0 * libm::log10(65_025.0 / f64::from(error.max(1e-6)))).min(99.0)
}

/// A mark that is enlarged to a picture, row by row.
struct Enlarged {
    mark: Plane,
    frame: Frame,
    step: f64,
    /// For each column of the picture the first of four columns of the padded mark, and their weights.
    columns: Vec<(usize, [f32; 4])>,
}

/// How many columns a row of the mark is padded with.
const PADDING: usize = 4;

impl Enlarged {
    fn new(mark: Plane, frame: Frame, step: f64) -> Self {
        let column = |x: usize| {
            let (first, weights) = cubic((double(x) + 0.5) * step - 0.5);
            (PADDING.saturating_add_signed(isize::try_from(first).unwrap_or_default()), weights)
        };
        Self { columns: (0..frame.width).map(column).collect(), mark, frame, step }
    }

    /// One row of the mark, in grey levels.
    fn row(&self, y: usize, rows: &mut Rows) {
        let (first, weights) = cubic((double(y) + 0.5) * self.step - 0.5);
        rows.narrow.fill(0.0);
        for (tap, weight) in (0..4).zip(weights) {
            let source = self.mark.row(index(first.saturating_add(tap)));
            let narrow = rows.narrow.iter_mut().skip(PADDING).zip(source);
            narrow.for_each(|(into, value)| *into += *value * weight);
        }
        for (into, (first, [a, b, c, d])) in rows.wide.iter_mut().zip(&self.columns) {
            if let Some([e, f, g, h]) = rows.narrow.get(*first..).and_then(|rest| rest.first_chunk::<4>()) {
                *into = a * e + b * f + c * g + d * h;
            }
        }
        spread(&rows.wide, self.frame.layout, &mut rows.samples);
    }

    fn rows(&self) -> Rows {
        Rows {
            narrow: vec![0.0; self.mark.width().saturating_add(PADDING.saturating_mul(2))],
            wide: vec![0.0; self.frame.width],
            samples: vec![0.0; self.frame.row()],
        }
    }

    /// The mean squared error that the mark would make, from a sample of rows.
    fn sampled_error<S: Sample>(&self, samples: &[S]) -> f32 {
        let count = self.frame.height.clamp(1, 96);
        let (mut rows, mut copy) = (self.rows(), Vec::new());
        let mut sum = 0.0;
        for at in 0..count {
            let y = at.saturating_mul(self.frame.height).checked_div(count).unwrap_or_default();
            let start = y.saturating_mul(self.frame.row());
            let row = samples.get(start..start.saturating_add(self.frame.row()));
            copy.clear();
            copy.extend_from_slice(row.unwrap_or_default());
            self.row(y, &mut rows);
            sum += f64::from(add(&mut copy, &rows.samples));
        }
        self.mean(sum, count)
    }

    /// Adds the mark to a picture. Returns the mean squared error.
    fn apply<S: Sample>(&self, samples: &mut [S]) -> f32 {
        let mut rows = self.rows();
        let mut sum = 0.0;
        for (y, samples) in samples.chunks_exact_mut(self.frame.row().max(1)).enumerate() {
            self.row(y, &mut rows);
            sum += f64::from(add(samples, &rows.samples));
        }
        self.mean(sum, self.frame.height)
    }

    fn mean(&self, sum: f64, rows: usize) -> f32 {
        let colours = if matches!(self.frame.layout, Layout::Gray | Layout::GrayAlpha) { 1 } else { 3 };
        single(sum / double(rows.saturating_mul(self.frame.width).saturating_mul(colours).max(1)))
    }
}

/// One row of the mark on its way to the picture's size.
struct Rows {
    /// As wide as the mark, and padded.
    narrow: Vec<f32>,
    /// As wide as the picture.
    wide: Vec<f32>,
    /// One for each sample.
    samples: Vec<f32>,
}

/// The same for all colours of a pixel, and nothing for its alpha.
fn spread(pixels: &[f32], layout: Layout, samples: &mut [f32]) {
    match layout {
        Layout::Gray => samples.iter_mut().zip(pixels).for_each(|(sample, mark)| *sample = *mark),
        Layout::GrayAlpha => {
            let pairs = samples.as_chunks_mut::<2>().0.iter_mut().zip(pixels);
            pairs.for_each(|(samples, mark)| *samples = [*mark, 0.0]);
        }
        Layout::Rgb => {
            let pairs = samples.as_chunks_mut::<3>().0.iter_mut().zip(pixels);
            pairs.for_each(|(samples, mark)| *samples = [*mark; 3]);
        }
        Layout::Rgba => {
            let pairs = samples.as_chunks_mut::<4>().0.iter_mut().zip(pixels);
            pairs.for_each(|(samples, mark)| *samples = [*mark, *mark, *mark, 0.0]);
        }
    }
}

/// How many sums of errors there are: as many as one instruction adds at once, on any machine.
const LANES: usize = 16;

/// Adds a row of the mark to a row of samples. Returns the sum of the squared errors.
fn add<S: Sample>(samples: &mut [S], mark: &[f32]) -> f32 {
    let one = |sample: &mut S, mark: f32| {
        let old = sample.level();
        *sample = S::of(old + mark);
        let error = sample.level() - old;
        error * error
    };
    let ((samples, rest), (mark, rest_of_mark)) = (samples.as_chunks_mut(), mark.as_chunks());
    let mut sums = [0.0; LANES];
    for (samples, mark) in samples.iter_mut().zip(mark) {
        let (samples, mark): (&mut [S; LANES], &[f32; LANES]) = (samples, mark);
        for ((sum, sample), mark) in sums.iter_mut().zip(samples).zip(mark) {
            *sum += one(sample, *mark);
        }
    }
    let rest = rest.iter_mut().zip(rest_of_mark).map(|(sample, mark)| one(sample, *mark));
    sums.iter().sum::<f32>() + rest.sum::<f32>()
}

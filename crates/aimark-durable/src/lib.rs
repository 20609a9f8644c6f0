//! An invisible mark in the pixels of a picture that says "a system made this", and survives what platforms do to pictures.
//!
//! Metadata is gone after most platforms. The mark stays: through JPEG and WebP, smaller and larger sizes, crops, frames,
//! turns and stretches. [`embed`] writes 64 bits into the luma, [`detect`] finds them again without the original, without a
//! network, and without a model. With [`Key::shared`] everybody can look.
//!
//! ```
//! use aimark_durable::*;
//!
//! # let mut state = 1_u32;
//! # let mut noise = || { state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223); (state >> 26) as u8 };
//! let (width, height) = (640, 480);
//! let mut samples: Vec<u8> = (0..width * height * 3).map(|_| 90 + noise()).collect();
//! let mut pixels = PixelsMut::new(width, height, Layout::Rgb, SamplesMut::Eight(&mut samples), &Limits::default())?;
//! let payload = Payload::new(Kind::Generated, 7, 123_456_789)?;
//! let embedded = embed(&mut pixels, &payload, &Key::shared(), &EmbedOptions::default())?;
//! assert!(embedded.psnr > 40.0);
//!
//! let found = detect(&pixels.as_pixels(), &[Key::shared()], &DetectOptions::default())?.expect("a mark");
//! assert_eq!(found.payload, payload);
//! # Ok::<(), Error>(())
//! ```
//!
//! # What a mark says, and what it does not
//!
//! A mark that is found says "watermark found, issuer X states that a system made this". Nothing found says nothing: never
//! "not AI", never "authentic". Who has the key can copy a mark into another picture, or take it out; only the signed
//! manifest that the identifier leads to, with the fingerprint in it, authenticates. Regeneration by a diffusion model
//! removes the mark.
//!
//! # How it works
//!
//! The picture's luma is scaled to an area of 640 x 640. There a tile of 128 x 128 is repeated, made of about 1,200 waves with
//! 4 to 28 periods in a tile. A quarter of them have phases that the key tells; the others carry the payload and its
//! CRC-24 in a convolutional code of rate 1/4 and constraint length 15. The tile is laid on as strongly as the texture
//! hides it, and enlarged to the picture's size. Because the tile repeats, its spectrum is a lattice whose scale, angle and
//! stretch can be found, whatever became of the picture; the known phases then give the shift, and small blocks of the
//! picture vote for what is left, perspective too.
//!
//! Before a mark is written, the picture is cropped, halved and quantised as JPEG would, and the mark is made
//! stronger where it would not survive.
//!
//! # False alarms
//!
//! At any one geometry and shift, whatever the picture, the key's random phases agree as far as [`Found::z`] says with a
//! probability below `exp(-z^2 / 2)`. But a search tries millions of places, and makes the best of them better. How often a
//! picture without a mark comes to be read at all is therefore measured, over thousands: by the fast search one in 240, by the
//! full one one in 60. Each reading then weighs four payloads against 27 bits (check sum and version), which chance passes once in 2^25:
//! below 8e-10 for a picture, over everything that a full search tries. With more keys, more is asked, so that the sum stays.
//!
//! # Cost
//!
//! Both take one core. Marking needs 14 MB and looking 10 MB, however large a picture is, beside a few of its rows. Nothing
//! here reads files, clocks or settings.

#![forbid(unsafe_code)]

mod blocks;
mod code;
mod detect;
mod embed;
mod error;
mod fold;
mod geometry;
mod key;
mod lattice;
mod limits;
mod mask;
mod num;
mod payload;
mod pixels;
mod plane;
mod read;
mod resample;
mod search;
mod simulate;
mod sync;
mod tile;
mod whiten;

pub use detect::{DetectOptions, Found, MOST_KEYS, Search, detect};
#[doc(hidden)]
pub use detect::{Measured, detect_measured};
pub use embed::{EmbedOptions, Embedded, embed};
pub use error::Error;
pub use geometry::Geometry;
pub use key::Key;
pub use limits::Limits;
pub use payload::{Kind, OtherKind, Payload};
pub use pixels::{Layout, Pixels, PixelsMut, Samples, SamplesMut};

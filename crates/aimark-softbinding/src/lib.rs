//! What leads back to a label that a platform stripped: a watermark in the pixels of a picture file, and fingerprints of
//! pictures and texts; put in and computed before a file is signed, and stated in its label as soft bindings (C2PA 2.4).
//!
//! The order is: [`watermark`] first, for it changes pixels; then whatever else changes the file, such as a warning that is
//! drawn; then [`fingerprint`], which only looks; then the signature. From a file without a label, [`find`] reads the
//! watermark again. It says "a watermark was found, and this is what it states", and no more: who has the key can put a mark
//! into any picture, and nothing that is not found says anything.
//!
//! ```
//! # let mut state = 1_u32;
//! # let mut noise = || { state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223); (state >> 26) as u8 };
//! # let picture = image::RgbImage::from_fn(640, 480, |x, _| image::Rgb([(x / 4) as u8, 60 + noise(), 70 + noise()]));
//! # let mut file = std::io::Cursor::new(Vec::new());
//! # picture.write_to(&mut file, image::ImageFormat::Jpeg).unwrap();
//! # let picture = file.into_inner();
//! use aimark::{Format, Label, Origin};
//! use aimark_softbinding::{Key, Limits, Mark, Search, find, fingerprint, watermark};
//!
//! let limits = Limits::default();
//! let mut label = Label::new(Origin::Generated);
//! let marked = watermark(&picture, &mut label, &Mark::new(7, 123_456_789)?, &limits)?;
//! fingerprint(&marked.bytes, Format::Jpeg, &mut label, &limits)?;
//! assert!(label.is_watermarked() && label.soft_bindings().len() == 3);
//! // Here the file would be signed; and then somebody strips it.
//!
//! let found = find(&marked.bytes, &[Key::shared()], Search::Full, &limits)?.expect("a watermark");
//! assert_eq!((found.origin(), found.issuer(), found.identifier()), (Some(Origin::Generated), 7, 123_456_789));
//! # Ok::<(), aimark_softbinding::Error>(())
//! ```

#![forbid(unsafe_code)]

mod error;
mod find;
mod fingerprints;
mod limits;
mod mark;
mod pixels;

pub use aimark_durable::{EmbedOptions, Embedded, Found, Geometry, Key, MOST_KEYS, Search};
pub use aimark_picture::Quality;
pub use error::Error;
pub use find::{Watermark, find};
pub use fingerprints::{ISCC, MINHASH, PDQ, SIMHASH, fingerprint};
pub use limits::Limits;
pub use mark::{Mark, Marked, WATERMARK, watermark};

//! Fingerprints of pictures and texts: short values that stay close when a picture is encoded anew or a text is edited.
//!
//! A signed label is lost when a platform re-encodes what carries it. A fingerprint of the content, stored when it was
//! signed, finds the label again: this crate makes fingerprints and compares two of them. What is close *suggests* the same
//! content and proves nothing: people can make other content with a near fingerprint, and changes that move it away.
//!
//! | Function | Of | Bits | Close is |
//! |---|---|---|---|
//! | [`pdq`], [`pdq_regions`] | pictures: Meta's PDQ, as its reference computes it | 256 | a distance up to [`PDQ_CLOSE`] |
//! | [`iscc_image`] | pictures: Image-Code of ISO 24138, `io.iscc.v0` in C2PA | 256 | up to about 40 bits, by our tests |
//! | [`simhash`] | texts as a whole: SimHash over shingles | 256 | up to about 40 bits, by our tests |
//! | [`minhash`] | texts: estimates which share of shingles two have in common | 128 x 16 | a [`Fingerprint::similarity`] |
//!
//! Pictures come decoded, texts as what a reader sees of them. Nothing here reads files, clocks or settings, and the same
//! pixels or characters give the same bytes on every platform and in every release. Two decoders of JPEG need not give the
//! same pixels, so fingerprints of the same file may differ in a few bits.
//!
//! ```
//! use aimark_fingerprint::{Layout, Limits, PDQ_CLOSE, Pixels, pdq};
//!
//! let limits = Limits::default();
//! // A picture, and the same a little brighter.
//! let picture: Vec<u8> = (0..96 * 64_u32).map(|i| u8::try_from(i * i / 96 % 200).unwrap()).collect();
//! let brighter: Vec<u8> = picture.iter().map(|grey| grey + 20).collect();
//!
//! let one = pdq(&Pixels::new(96, 64, Layout::Gray, &picture)?, &limits)?;
//! let two = pdq(&Pixels::new(96, 64, Layout::Gray, &brighter)?, &limits)?;
//! assert!(one.fingerprint.distance(&two.fingerprint).is_some_and(|bits| bits <= PDQ_CLOSE));
//!
//! // As text, and back.
//! let text = one.fingerprint.to_string();
//! assert!(text.starts_with("pdq:"));
//! assert_eq!(text.parse(), Ok(one.fingerprint));
//! # Ok::<(), aimark_fingerprint::Error>(())
//! ```

#![forbid(unsafe_code)]

mod base32;
mod error;
mod fingerprint;
mod iscc;
mod limits;
mod num;
mod pdq;
mod pixels;
mod regions;
mod text;
mod trim;

pub use error::Error;
pub use fingerprint::{Algorithm, Fingerprint};
pub use iscc::iscc_image;
pub use limits::Limits;
pub use pdq::{PDQ_CLOSE, PDQ_QUALITY, Pdq, pdq};
pub use pixels::{Area, Layout, Pixels};
pub use regions::{REGIONS, Region, pdq_regions};
pub use text::{minhash, simhash};

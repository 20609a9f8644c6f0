//! Picture files whose pixels are changed while all that stands beside them is kept.
//!
//! Whoever draws on a picture, or marks its pixels, wants the same file back: its format, colour profile, EXIF, XMP and
//! comments, and a JPEG that is neither better nor worse than before. Nothing here reads files, clocks or settings.
//!
//! ```
//! # let mut file = std::io::Cursor::new(Vec::new());
//! # image::RgbImage::new(64, 48).write_to(&mut file, image::ImageFormat::Jpeg).unwrap();
//! # let asset = file.into_inner();
//! use aimark_picture::{File, Limits, Quality};
//!
//! let file = File::read(&asset, &Limits::default())?;
//! let mut pixels = file.decode(&Limits::default())?;
//! pixels.invert();
//! let inverted = file.encode(&pixels, Quality::AsBefore)?;
//! assert!(inverted.starts_with(&[0xff, 0xd8]));
//! # Ok::<(), aimark_picture::Error>(())
//! ```

#![forbid(unsafe_code)]

mod carrier;
mod error;
mod file;
mod limits;
mod quality;

pub use error::Error;
pub use file::File;
pub use image::metadata::Orientation;
pub use image::{DynamicImage, ImageFormat};
pub use limits::Limits;
pub use quality::Quality;

//! What the invisible watermark survives, measured on photos.
//!
//! `benches/durable/corpus` builds the folder of photos, `benches/durable/peers` runs other people's watermarks through the same
//! attacks, and the command `durable-bench` does the rest. The attacks are plain image maths of our own, so that everybody
//! gets the same pictures.

pub mod attacks;
pub mod chart;
pub mod corpus;
pub mod filter;
pub mod jpeg;
pub mod made;
pub mod mark;
pub mod ours;
pub mod picture;
pub mod quality;
pub mod resize;
pub mod results;
pub mod scene;
pub mod tail;
pub mod tone;
pub mod warp;
#[cfg(feature = "webp")]
pub mod webp;

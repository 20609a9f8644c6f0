//! SHA-256 (FIPS 180-4) of one message, and of several at once on one core.
//!
//! Each round of SHA-256 needs the result of the round before it. A processor that has instructions for these rounds
//! therefore spends most of its time waiting, as long as it hashes one message. [`sha256_many`] and [`sha256_all`]
//! give it up to [`LANES`] independent messages to work on in turn, which takes much less time than one message
//! after the other. The digests are the same.
//!
//! A message is a list of slices that follow one another, so that a file without a stretch in its middle needs no
//! copy. Messages may differ in length and in how they are cut. Each takes a lane, as soon as one ends the next moves
//! in, and when fewer are left than there are lanes, those go on faster each. A caller with a folder to go through
//! holds [`LANES`] files at a time and hashes them with one call; it needs no hasher that is fed in turns, nor to
//! know which file is the longest.
//!
//! ```
//! // Two files, the first without its label.
//! let (first, second) = (b"before LABEL after", b"another file");
//! let [a, b] = aimark_hash::sha256_many([&[&first[..7], &first[13..]], &[second]]);
//!
//! assert_eq!(a, aimark_hash::sha256(b"before after"));
//! assert_eq!(b, aimark_hash::sha256(b"another file"));
//! ```
//!
//! # Processors
//!
//! What the processor can do is asked at run time, once.
//!
//! - x86-64 with the SHA extensions: measured, and faster with each lane up to four. `examples/rate.rs` measures it on
//!   your machine.
//! - AArch64 with the SHA2 extension: written, but **not yet compiled for or run on such a processor**. The tests run
//!   its code over a model of the instructions.
//! - Every other: the `sha2` crate hashes one message after the other, and nothing is gained or lost.
//!
//! One message alone is hashed by the `sha2` crate everywhere: measured, there is nothing to gain.
//!
//! # Limits
//!
//! FIPS 180-4 defines the digest of messages below 2^64 bits, which is 2 EiB. Nobody reaches that: it takes decades.
//! The length is counted without wrapping, so that an endless [`Sha256`] would not repeat the digest of a short message.
//!
//! It is made for content, not for secrets: memory is not wiped.
#![deny(unsafe_op_in_unsafe_fn, clippy::undocumented_unsafe_blocks, clippy::multiple_unsafe_ops_per_block)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::as_conversions))]

mod kernel;
mod many;
mod one;
mod tail;

pub use many::{LANES, sha256_all, sha256_many};
pub use one::{Sha256, sha256};

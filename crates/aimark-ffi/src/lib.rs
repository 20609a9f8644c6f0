//! The C library. What its callers read is `include/aimark.h`, which `cargo xtask header` writes from the functions
//! and comments here.
//!
//! Every function is thin: `boundary` turns what C hands over into Rust's types or refuses it, the core does the
//! work, and a panic ends in a status.

#![allow(unsafe_code, reason = "a C interface is made of pointers; the core forbids unsafe code")]
#![deny(unsafe_op_in_unsafe_fn, clippy::undocumented_unsafe_blocks, clippy::multiple_unsafe_ops_per_block)]
#![allow(
    clippy::missing_safety_doc,
    reason = "the rules for callers stand once, at the head of the header, and with each function where it adds to them"
)]
#![allow(non_camel_case_types, reason = "types have the names that C programs know them by")]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::as_conversions))]

mod boundary;
mod certificate;
#[cfg(feature = "durable")]
mod durable;
#[cfg(not(feature = "durable"))]
#[path = "no_durable.rs"]
mod durable;
mod error;
mod json;
mod label;
#[cfg(feature = "law")]
mod law;
#[cfg(not(feature = "law"))]
#[path = "no_law.rs"]
mod law;
mod laws;
mod options;
mod report;
mod sign;
mod signer;
mod status;
mod stream;
mod trust;
#[cfg(any(feature = "durable", feature = "law"))]
mod unlabelled;
mod verify;
mod version;
mod watermark;

pub use boundary::aimark_view;
pub use certificate::*;
pub use error::*;
pub use label::*;
pub use laws::*;
pub use options::*;
pub use report::*;
pub use sign::*;
pub use signer::*;
pub use status::*;
pub use stream::*;
pub use trust::*;
pub use verify::*;
pub use version::*;
pub use watermark::*;

/// What the header promises about threads, kept by the compiler.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<aimark_signer>();
    shared::<aimark_chain>();
    shared::<aimark_trust>();
    shared::<aimark_report>();
    shared::<aimark_laws>();
    shared::<aimark_certificate>();
    shared::<aimark_buf>();
    shared::<aimark_pieces>();
    const fn moved<T: Send>() {}
    moved::<aimark_label>();
    moved::<aimark_options>();
    moved::<aimark_error>();
    moved::<aimark_text>();
    moved::<aimark_pending>();
};

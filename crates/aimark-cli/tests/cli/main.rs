//! The command as its users meet it: the built program, run on real files.
//!
//! Most of it is data: see `tests/cases/README.md`. What needs several processes, or a look into what was
//! printed, is here as code.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that meets the unexpected may fail loudly"
)]

mod cases;
mod documents;
mod faults;
mod fixture;
mod languages;
mod names;
mod processes;
mod sandbox;
mod schema;
mod texts;
mod words;

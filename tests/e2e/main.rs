//! End-to-end tests, in one program because each links the judge.

#![allow(clippy::type_complexity)]

mod fixtures;
mod flips;
mod foreign;
mod hostile;
mod judged;
mod round_trip;
mod size;
mod text;
mod trust;
mod two_phase;
mod vectors;

//! End-to-end tests, in one program because each links the judge.

mod fixtures;
mod judged;

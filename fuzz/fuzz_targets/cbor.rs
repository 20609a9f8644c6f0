#![no_main]

//! The room `cbor`, over bytes and over what stands in whole files.

libfuzzer_sys::fuzz_target!(|data: &[u8]| aimark_fuzz::parts(data)
    .iter()
    .for_each(|part| aimark::fuzzing::cbor(part)));

//! Which version of the library this is.

use core::ffi::{CStr, c_char};

/// The major version of this header.
pub const AIMARK_VERSION_MAJOR: u32 = 0;
/// The minor version of this header.
pub const AIMARK_VERSION_MINOR: u32 = 1;
/// The patch version of this header.
pub const AIMARK_VERSION_PATCH: u32 = 0;
/// The version of this header as one number: a million for each major, a thousand for each minor version.
pub const AIMARK_VERSION_NUMBER: u32 = 1000;

const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(version) => version,
    Err(_) => c"",
};

/// The version of the library as one number, like `AIMARK_VERSION_NUMBER` of the header. The two should be equal.
///
/// Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_version_number() -> u32 {
    AIMARK_VERSION_NUMBER
}

/// The version of the library: `"0.1.0"`.
///
/// The text is static, ends with a NUL, and is never freed. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_version_string() -> *const c_char {
    VERSION.as_ptr()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_manifest() {
        let parts = [AIMARK_VERSION_MAJOR, AIMARK_VERSION_MINOR, AIMARK_VERSION_PATCH];
        assert_eq!(parts.map(|part| part.to_string()).join("."), env!("CARGO_PKG_VERSION"));
        assert_eq!(VERSION.to_str(), Ok(env!("CARGO_PKG_VERSION")));
        let [major, minor, patch] = parts;
        assert_eq!(AIMARK_VERSION_NUMBER, major * 1_000_000 + minor * 1000 + patch);
    }
}

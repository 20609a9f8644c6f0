//! The border between C and Rust: pointers become references or are refused, and no panic passes.

use core::ptr::{self, NonNull};
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::{Failure, aimark_error};
use crate::status::{AIMARK_E_ARGUMENT, AIMARK_E_UTF8, aimark_status};

/// Bytes that belong to somebody else: borrowed, passed by value, never freed.
///
/// `ptr` may be NULL only when `len` is 0. A view that a function returns is good until the object it came from is
/// changed or freed. `ptr` is NULL in it where there is nothing; where there is something that is empty, `len` alone is 0. Text is UTF-8 and does NOT end with a NUL.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct aimark_view {
    /// The first byte.
    pub ptr: *const u8,
    /// How many bytes there are.
    pub len: usize,
}

impl aimark_view {
    pub(crate) const NOTHING: Self = Self { ptr: ptr::null(), len: 0 };

    /// Bytes that are there, if only none: what Rust has as the address of none is no address to C's callers, and Go ends
    /// the program that holds it.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        static SOMEWHERE: u8 = 0;
        let ptr = if bytes.is_empty() { &raw const SOMEWHERE } else { bytes.as_ptr() };
        Self { ptr, len: bytes.len() }
    }

    pub(crate) fn of_text(text: Option<&str>) -> Self {
        text.map_or(Self::NOTHING, |text| Self::of(text.as_bytes()))
    }

    /// The bytes, or a refusal that names the argument.
    ///
    /// # Safety
    ///
    /// `len` bytes at `ptr` can be read and do not change while the result lives, which the caller of the C function
    /// promises. `'a` is theirs to keep.
    pub(crate) unsafe fn bytes<'a>(self, argument: &'static str) -> Result<&'a [u8], Failure> {
        if self.len == 0 {
            return Ok(&[]);
        }
        if self.ptr.is_null() {
            return Err(Failure::argument(argument, "is NULL, but its length is not 0"));
        }
        if isize::try_from(self.len).is_err() {
            return Err(Failure::argument(argument, "has a length that no memory has"));
        }
        // SAFETY: not NULL, no longer than memory can be; the rest is this function's own contract.
        Ok(unsafe { core::slice::from_raw_parts(self.ptr, self.len) })
    }

    /// The same, for text.
    ///
    /// # Safety
    ///
    /// As [`Self::bytes`].
    pub(crate) unsafe fn text<'a>(self, argument: &'static str) -> Result<&'a str, Failure> {
        // SAFETY: the same contract.
        let bytes = unsafe { self.bytes(argument) }?;
        core::str::from_utf8(bytes).map_err(|fault| {
            let at = u64::try_from(fault.valid_up_to()).ok();
            Failure::new(AIMARK_E_UTF8, format!("{argument}: is not UTF-8")).at(at).field(argument)
        })
    }

    /// The same, for the name of an asset, which is short: what is made of it is many times as long.
    ///
    /// # Safety
    ///
    /// As [`Self::bytes`].
    pub(crate) unsafe fn name<'a>(self) -> Result<&'a str, Failure> {
        const MOST: usize = 64 << 10;
        if self.len > MOST && !self.ptr.is_null() {
            return Err(Failure::argument("name", "has more than 65536 bytes"));
        }
        // SAFETY: the same contract.
        unsafe { self.text("name") }
    }
}

/// Where a result goes: a pointer of the caller that was set to NULL, and waits.
pub(crate) struct Out<T>(NonNull<*mut T>);

impl<T> Out<T> {
    /// Takes the place and sets it to NULL.
    ///
    /// # Safety
    ///
    /// `out` is NULL or can be written until the function of the border returns.
    pub(crate) unsafe fn new(out: *mut *mut T) -> Result<Self, Failure> {
        // SAFETY: the same contract.
        unsafe { Self::named(out, "out") }
    }

    /// The same, for a place that is called otherwise, where a function has two.
    ///
    /// # Safety
    ///
    /// As [`Self::new`].
    pub(crate) unsafe fn named(out: *mut *mut T, argument: &'static str) -> Result<Self, Failure> {
        let out = NonNull::new(out).ok_or_else(|| Failure::argument(argument, "is NULL"))?;
        // SAFETY: not NULL; the caller of the C function promises that it can be written.
        unsafe { out.write(ptr::null_mut()) };
        Ok(Self(out))
    }

    /// Hands over a new object, which is then the caller's to free.
    pub(crate) fn fill(self, value: T) {
        let object = Box::into_raw(Box::new(value));
        // SAFETY: as in `named`, which is the only way to make a value of this type.
        unsafe { self.0.write(object) }
    }
}

/// Runs the body of a function that returns a status, and tells the error object how it went.
pub(crate) fn call(
    err: Option<&mut aimark_error>,
    body: impl FnOnce() -> Result<aimark_status, Failure>,
) -> aimark_status {
    let outcome = catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|panic| {
        // Dropping what a panic carries could panic again.
        core::mem::forget(panic);
        Err(Failure::internal("an unexpected state"))
    });
    let (status, failure) = match outcome {
        Ok(status) => (status, None),
        Err(failure) => (failure.status, Some(failure)),
    };
    if let Some(err) = err {
        err.tell(status, failure);
    }
    status
}

/// Runs the body of a function that returns a plain value; `otherwise` stands for a NULL object and for a panic.
pub(crate) fn read<T>(otherwise: T, body: impl FnOnce() -> Option<T>) -> T {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(value) => value.unwrap_or(otherwise),
        Err(panic) => {
            core::mem::forget(panic);
            otherwise
        }
    }
}

/// Frees an object.
pub(crate) fn free<T>(object: Option<Box<T>>) {
    read((), || {
        drop(object);
        None
    });
}

/// An object that must be there.
pub(crate) fn given<T>(object: Option<T>, argument: &'static str) -> Result<T, Failure> {
    object.ok_or_else(|| Failure::argument(argument, "is NULL"))
}

/// A yes or no that C hands over as a number.
pub(crate) fn flag(value: i32, argument: &'static str) -> Result<bool, Failure> {
    match value {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(Failure::new(AIMARK_E_ARGUMENT, format!("{argument}: is neither 0 nor 1")).field(argument)),
    }
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;
    use crate::status::{AIMARK_E_INTERNAL, AIMARK_OK};

    #[test]
    fn what_is_empty_lies_where_memory_is() {
        // Go takes what points into the first page for a broken pointer.
        for empty in [&[][..], &Vec::new(), "".as_bytes()] {
            let view = aimark_view::of(empty);
            assert_eq!(view.len, 0);
            assert!(view.ptr.addr() >= 4096, "{:?}", view.ptr);
        }
    }

    #[test]
    fn a_panic_becomes_a_status() {
        let mut err = aimark_error::default();
        assert_eq!(call(Some(&mut err), || panic!("for the test")), AIMARK_E_INTERNAL);
        assert_eq!(call(Some(&mut err), || Ok(AIMARK_OK)), AIMARK_OK);
        assert_eq!(read(7, || panic!("for the test")), 7);
    }
}

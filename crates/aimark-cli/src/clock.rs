//! What the core takes as arguments and only a program can know: the time, and randomness.

use std::time::SystemTime;

use aimark::Timestamp;
use zeroize::Zeroizing;

use crate::failure::{Failure, Kind};
use crate::words::say;

/// The time by this machine's clock.
pub(crate) fn now() -> Result<Timestamp, Failure> {
    let wrong = || Failure::new(Kind::Internal, say!("clock-wrong"));
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_err(|_| wrong())?;
    let seconds = i64::try_from(since.as_secs()).map_err(|_| wrong())?;
    Timestamp::from_unix_seconds(seconds).map_err(|_| wrong())
}

/// Randomness of the operating system, wiped when dropped: keys are made from it.
pub(crate) fn random<const N: usize>() -> Result<Zeroizing<[u8; N]>, Failure> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut_slice())
        .map_err(|e| Failure::new(Kind::Internal, say!("no-randomness", why = e.to_string())))?;
    Ok(bytes)
}

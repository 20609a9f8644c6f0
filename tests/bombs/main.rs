//! Small inputs that ask for much, in labels that are sound otherwise: what they cost stays in proportion to their size.
//!
//! Beside `crates/aimark/tests/bombs.rs`, whose bombs need no signature. The processor's time is measured too:
//! twice the bomb takes no more than twice the time, with room for what a machine does besides.

mod certificates;
mod exclusions;

use std::time::Duration;

use cpu_time::ThreadTime;

/// What a bomb may cost for each byte of it, beside itself.
#[derive(Clone, Copy)]
struct Most {
    /// Bytes held at the worst moment.
    held: u64,
    /// Bytes asked for in all.
    asked: u64,
}

/// What is read. An object identifier, of which DER has one in three bytes, needs most: it takes 40, and as many again while
/// a list of them grows. Everything else stays below 33.
const READ: Most = Most { held: 48, asked: 96 };
/// What is carried around and not looked at, for its size.
const UNREAD: Most = Most { held: 8, asked: 12 };
/// What any examination needs.
const FIXED: u64 = 1 << 20;
/// The processor's time for each byte of input, in nanoseconds, in a build without optimization: ten times what it takes.
const NANOS: u32 = 1000;
/// The time that any examination may take besides.
const PAUSE: Duration = Duration::from_millis(100);
/// Bytes of the smaller bomb; the larger has twice as many. Of a single certificate 256 KiB are read.
const SMALL: usize = 100_000;

struct Cost {
    held: u64,
    asked: u64,
    time: Duration,
}

fn cost(work: impl Fn()) -> Cost {
    let mut time = Duration::ZERO;
    let info = allocation_counter::measure(|| {
        let start = ThreadTime::now();
        work();
        time = start.elapsed();
    });
    Cost { held: info.bytes_max, asked: info.bytes_total, time }
}

/// Measures what is done with a bomb of some size, and with one of twice that.
fn explode(name: &str, most: Most, bomb: impl Fn(usize) -> Vec<u8>, examine: impl Fn(&[u8])) {
    let (small, large) = (bomb(SMALL), bomb(2 * SMALL));
    let (once, twice) = (cost(|| examine(&small)), cost(|| examine(&large)));
    let len = large.len() as u64;
    println!(
        "{name}: {len} bytes: {:.1} held, {:.1} asked for and {:.0} ns a byte",
        twice.held as f64 / len as f64,
        twice.asked as f64 / len as f64,
        twice.time.as_nanos() as f64 / len as f64,
    );
    assert!(twice.held <= most.held * len + FIXED, "{name} holds {} for {len}", twice.held);
    assert!(twice.asked <= most.asked * len + FIXED, "{name} asks for {} for {len}", twice.asked);
    assert!(twice.asked <= once.asked * 5 / 2 + FIXED, "{name}: {} and {}", once.asked, twice.asked);
    assert!(twice.time <= once.time * 3 + PAUSE, "{name}: {:?} and {:?}", once.time, twice.time);
    let longest = Duration::from_nanos(len) * NANOS + PAUSE;
    assert!(twice.time <= longest, "{name}: {:?} for {len}", twice.time);
}

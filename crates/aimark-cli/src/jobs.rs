//! Several files at once, with results in the order of the files.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::batch::FILES;
use crate::failure::Failure;
use crate::progress::Progress;

/// How often the progress bar is looked at while nothing else happens.
const TICK: Duration = Duration::from_millis(100);

/// More threads than this help nobody, and some systems have no more.
const MOST_THREADS: usize = 256;

/// How many threads, if the user does not say.
pub(crate) fn default_threads() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Does `work` on every item with `threads` threads, and hands each result to `emit` in the order of the
/// items. Stops early when `emit` fails. `work` gets a few items at a time, and gives as many results.
pub(crate) fn run<I: Sync, T: Send>(
    items: &[I],
    threads: NonZeroUsize,
    progress: &mut Progress,
    work: impl Fn(&[I]) -> Vec<T> + Sync,
    emit: impl FnMut(&Progress, T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let next = AtomicUsize::new(0);
    // No thread goes without work because another took more than its share.
    let share = items.len().div_ceil(threads.get()).clamp(1, FILES);
    let worker = |results: &mpsc::Sender<(usize, T)>| {
        loop {
            let first = next.fetch_add(share, Ordering::Relaxed);
            let Some(rest) = items.get(first..).filter(|rest| !rest.is_empty()) else { return };
            let some = rest.get(..share).unwrap_or(rest);
            for (index, result) in (first..).zip(work(some)) {
                // Nobody receives any more once `emit` has failed.
                if results.send((index, result)).is_err() {
                    return;
                }
            }
        }
    };
    thread::scope(|scope| {
        let (send, results) = mpsc::channel();
        for _ in 0..threads.get().min(items.len()).min(MOST_THREADS) {
            let send = send.clone();
            scope.spawn(move || worker(&send));
        }
        drop(send);
        in_order(&results, progress, emit)
    })
}

fn in_order<T>(
    results: &Receiver<(usize, T)>,
    progress: &mut Progress,
    mut emit: impl FnMut(&Progress, T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut waiting = BTreeMap::new();
    let (mut done, mut emitted) = (0_usize, 0_usize);
    loop {
        match results.recv_timeout(TICK) {
            Ok((index, result)) => {
                done = done.saturating_add(1);
                waiting.insert(index, result);
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        progress.show(done);
        while let Some(result) = waiting.remove(&emitted) {
            emit(progress, result)?;
            emitted = emitted.saturating_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn threads(n: usize) -> NonZeroUsize {
        NonZeroUsize::new(n).unwrap()
    }

    #[test]
    fn results_come_in_the_order_of_the_items_whoever_is_first() {
        let items: Vec<u64> = (0..40).rev().collect();
        for n in [1, 3, 64] {
            let mut seen = Vec::new();
            let slow_first = |some: &[u64]| {
                thread::sleep(Duration::from_micros(some.iter().sum::<u64>() * 50));
                some.to_vec()
            };
            run(&items, threads(n), &mut Progress::new(40, false), slow_first, |_, item| {
                seen.push(item);
                Ok(())
            })
            .unwrap();
            assert_eq!(seen, items);
        }
    }

    #[test]
    fn nothing_more_is_started_when_a_result_cannot_be_used() {
        let items = [0_u8; 10_000];
        let started = AtomicUsize::new(0);
        let work = |some: &[u8]| {
            thread::sleep(Duration::from_micros(10));
            started.fetch_add(some.len(), Ordering::Relaxed);
            vec![(); some.len()]
        };
        let mut progress = Progress::new(items.len(), false);
        let stopped = run(&items, threads(2), &mut progress, work, |_, ()| Err(Failure::misuse("stop")));
        assert_eq!(stopped.unwrap_err().message, "stop");
        assert!(started.into_inner() < items.len());
    }
}

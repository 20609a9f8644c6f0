//! Several files at once, with results in the order of the files.
//!
//! Files are asked for as they are needed, and nobody runs far ahead: memory does not grow with the number of files.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::batch::FILES;
use crate::failure::Failure;
use crate::progress::Progress;

/// How often the progress bar is looked at while nothing else happens.
const TICK: Duration = Duration::from_millis(100);

/// More threads than this help nobody, and some systems have no more.
const MOST_THREADS: usize = 256;

/// How many results may wait for one that takes its time.
const AHEAD: usize = 1024;

/// How many threads, if the user does not say.
pub(crate) fn default_threads() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Does `work` on every item with `threads` threads, and hands each result to `emit` in the order of the
/// items. Stops early when `emit` fails. `work` gets a few items at a time, and gives as many results.
pub(crate) fn run<I: Send, T: Send>(
    items: impl Iterator<Item = I> + Send,
    threads: NonZeroUsize,
    progress: &mut Progress,
    work: impl Fn(&[I]) -> Vec<T> + Sync,
    emit: impl FnMut(&Progress, T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let most = items.size_hint().1.unwrap_or(usize::MAX);
    // No thread goes without work because another took more than its share.
    let share = most.div_ceil(threads.get()).clamp(1, FILES);
    let queue = Queue {
        state: Mutex::new(State { items, taken: 0, emitted: 0, ended: false }),
        moved: Condvar::new(),
        share,
    };
    let worker = |results: &mpsc::Sender<(usize, T)>| {
        let _fallen = Fallen(&queue);
        while let Some((first, some)) = queue.take() {
            for (index, result) in (first..).zip(work(&some)) {
                // Nobody receives any more once `emit` has failed.
                if results.send((index, result)).is_err() {
                    return;
                }
            }
        }
    };
    thread::scope(|scope| {
        let (send, results) = mpsc::channel();
        for _ in 0..threads.get().min(most).min(MOST_THREADS) {
            let send = send.clone();
            scope.spawn(move || worker(&send));
        }
        drop(send);
        in_order(&queue, results, progress, emit)
    })
}

/// The items that nobody has taken yet.
struct Queue<J> {
    state: Mutex<State<J>>,
    /// A result was handed on.
    moved: Condvar,
    /// How many items are taken at a time.
    share: usize,
}

struct State<J> {
    items: J,
    taken: usize,
    emitted: usize,
    /// Nobody takes any more.
    ended: bool,
}

impl<J: Iterator> Queue<J> {
    /// The next items and the place of the first, once there is room for their results. `None` at the end.
    fn take(&self) -> Option<(usize, Vec<J::Item>)> {
        let mut state = self.state();
        while !state.ended && state.taken.saturating_sub(state.emitted) >= AHEAD {
            state = self.moved.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.ended {
            return None;
        }
        let first = state.taken;
        let some: Vec<_> = state.items.by_ref().take(self.share).collect();
        state.taken = first.saturating_add(some.len());
        (!some.is_empty()).then_some((first, some))
    }

    /// That so many results were handed on.
    fn emitted(&self, count: usize) {
        self.state().emitted = count;
        self.moved.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State<J>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A thread that falls over leaves a gap, for which the others must not wait: the run ends.
struct Fallen<'q, J: Iterator>(&'q Queue<J>);

impl<J: Iterator> Drop for Fallen<'_, J> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.state().ended = true;
            self.0.moved.notify_all();
        }
    }
}

/// When handing on ends, for whatever reason, nobody shall wait for it.
struct Release<'q, J: Iterator>(&'q Queue<J>);

impl<J: Iterator> Drop for Release<'_, J> {
    fn drop(&mut self) {
        self.0.emitted(usize::MAX);
    }
}

fn in_order<J: Iterator, T>(
    queue: &Queue<J>,
    results: Receiver<(usize, T)>,
    progress: &mut Progress,
    mut emit: impl FnMut(&Progress, T) -> Result<(), Failure>,
) -> Result<(), Failure> {
    // Dropped in this order: first nobody receives any more, then nobody waits any more.
    let _release = Release(queue);
    let results = results;
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
        let before = emitted;
        while let Some(result) = waiting.remove(&emitted) {
            emit(progress, result)?;
            emitted = emitted.saturating_add(1);
        }
        if emitted > before {
            queue.emitted(emitted);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

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
            let all = items.iter().copied();
            run(all, threads(n), &mut Progress::new(None, false), slow_first, |_, item| {
                seen.push(item);
                Ok(())
            })
            .unwrap();
            assert_eq!(seen, items);
        }
    }

    #[test]
    fn nothing_more_is_started_when_a_result_cannot_be_used() {
        let started = AtomicUsize::new(0);
        let work = |some: &[usize]| {
            thread::sleep(Duration::from_micros(10));
            started.fetch_add(some.len(), Ordering::Relaxed);
            vec![(); some.len()]
        };
        let mut progress = Progress::new(None, false);
        let stopped = run(0..10_000, threads(2), &mut progress, work, |_, ()| Err(Failure::misuse("stop")));
        assert_eq!(stopped.unwrap_err().message, "stop");
        assert!(started.into_inner() < 10_000);
    }

    #[test]
    fn nobody_runs_far_ahead_of_a_slow_one() {
        let asked = AtomicUsize::new(0);
        let items = (0..10_000).inspect(|_| {
            asked.fetch_add(1, Ordering::Relaxed);
        });
        let most = AtomicUsize::new(0);
        let work = |some: &[usize]| {
            if some.contains(&0) {
                thread::sleep(Duration::from_millis(200));
                most.store(asked.load(Ordering::Relaxed), Ordering::Relaxed);
            }
            some.to_vec()
        };
        let mut next = 0;
        run(items, threads(3), &mut Progress::new(None, false), work, |_, item| {
            assert_eq!(item, next);
            next += 1;
            Ok(())
        })
        .unwrap();
        assert_eq!(next, 10_000);
        assert!(most.load(Ordering::Relaxed) <= AHEAD + 3 * FILES, "{most:?}");
    }
}

//! The progress bar: on a terminal's standard error only, and only for work that takes a while.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Work that ends before this shows no bar: it would only flash.
const A_WHILE: Duration = Duration::from_secs(1);

/// A bar that appears when the work has taken a while.
pub(crate) struct Progress {
    total: u64,
    started: Instant,
    wanted: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// `wanted` is false when the user asked for quiet or for JSON.
    pub(crate) fn new(total: usize, wanted: bool) -> Self {
        let wanted = wanted && std::io::stderr().is_terminal();
        Self { total: count(total), started: Instant::now(), wanted, bar: None }
    }

    pub(crate) fn show(&mut self, done: usize) {
        if self.bar.is_none() && self.wanted && self.started.elapsed() > A_WHILE {
            self.bar = Some(self.bar());
        }
        if let Some(bar) = &self.bar {
            bar.set_position(count(done));
            bar.tick();
        }
    }

    /// Does `output` with the bar out of the way.
    pub(crate) fn aside<T>(&self, output: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(output),
            None => output(),
        }
    }

    fn bar(&self) -> ProgressBar {
        let bar = ProgressBar::new(self.total).with_elapsed(self.started.elapsed());
        let style = ProgressStyle::with_template("{spinner} {pos} of {len} files  {bar:30}  {elapsed}");
        bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

//! The progress bar: on a terminal's standard error only, and only for work that takes a while.

use std::io::IsTerminal as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use crate::words::say;

/// Work that ends before this shows no bar: it would only flash.
const A_WHILE: Duration = Duration::from_secs(1);

/// A bar that appears when the work has taken a while.
pub(crate) struct Progress {
    /// How many files there are, where that is known.
    total: Option<u64>,
    started: Instant,
    wanted: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// `wanted` is false when the user asked for quiet.
    pub(crate) fn new(total: Option<u64>, wanted: bool) -> Self {
        let wanted = wanted && Self::possible();
        Self { total, started: Instant::now(), wanted, bar: None }
    }

    /// Whether there is a terminal to show it on.
    pub(crate) fn possible() -> bool {
        std::io::stderr().is_terminal()
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
        // In braces is what the bar puts there itself.
        let (bar, template) = match self.total {
            Some(total) => {
                let words = say!(
                    "progress",
                    spinner = "{spinner}",
                    done = "{pos}",
                    files = "{len}",
                    bar = "{bar:24}",
                    speed = "{per_sec}",
                    rest = "{eta}"
                );
                (ProgressBar::new(total), words)
            }
            None => {
                let words = say!(
                    "progress-open",
                    spinner = "{spinner}",
                    done = "{pos}",
                    speed = "{per_sec}",
                    elapsed = "{elapsed}"
                );
                (ProgressBar::no_length(), words)
            }
        };
        let style = ProgressStyle::with_template(&template.text());
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar()).with_key("per_sec", rate);
        bar.with_elapsed(self.started.elapsed()).with_style(style)
    }
}

/// Files a second, since the beginning.
fn rate(state: &ProgressState, out: &mut dyn core::fmt::Write) {
    let milliseconds = u64::try_from(state.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
    // Writing a bar cannot fail in a way that somebody could be told of.
    let files = state.pos().saturating_mul(1000).checked_div(milliseconds).unwrap_or(0);
    let _ = write!(out, "{}", say!("progress-speed", files = files.to_string()).text());
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

//! Times everybody on the same bytes and prints a table of ratios to the floor, in Markdown. `cargo xtask bench` runs it.
//!
//! The contenders take turns, and each round begins with the next of them, so that what else the machine does hits all
//! alike. What counts is the time that the processor works for this program. Those who take much longer than the floor sit rounds out, lest nobody have many. Argument: `--quick` for less
//! than a minute.

use std::time::{Duration, Instant};

use cpu_time::ProcessTime;

use aimark_benches::{FLOOR, NAMES, OURS, Operation, assets, contenders, processor};

/// How many seconds one sample takes at least: a clock read must not count.
const SAMPLE: f64 = 2e-3;
const FEWEST_ROUNDS: usize = 5;
/// How many times the floor's time somebody may take in every round.
const PATIENCE: f64 = 4.0;
/// From this size on, in bytes, an operation is to take at most 1.15 times the floor.
const LARGE: usize = 1_000_000;
const AIM_LARGE: f64 = 1.15;
/// The small picture's size, and its aim.
const SMALL: usize = 70_000;
const AIM_SMALL: f64 = 1.3;
/// Long texts are looked through for what is not in form C and for other labels.
const AIM_TEXT: f64 = 2.5;

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let time = Duration::from_millis(if quick { 800 } else { 6_000 });
    println!("| operation | content | bytes | floor | {} | aim |", NAMES[1..].join(" | "));
    println!("|---|---|---|---|{}---|", "---|".repeat(NAMES.len() - 1));
    for operation in Operation::ALL {
        for (content, sizes) in assets::MEASURED {
            for size in sizes {
                println!("{}", row(operation, content, *size, time));
            }
        }
    }
    println!("\n{}", conditions());
}

fn row(operation: Operation, content: &'static str, size: usize, time: Duration) -> String {
    let asset = assets::make(content, size).expect("a content");
    let mut running: Vec<Measured> = contenders(&asset, operation).into_iter().map(Measured::new).collect();
    let rounds = take_turns(&mut running, time);
    let times_of = |name: &str| running.iter().find(|m| m.contender.name == name).map(Measured::times);
    let floor = times_of(FLOOR).expect("a floor");
    let ratio = |name: &str| {
        let times = times_of(name)?;
        Some((times.shortest / floor.shortest, times.median / floor.median))
    };
    let cell =
        |ratio: Option<(f64, f64)>| ratio.map_or("–".to_owned(), |(s, m)| format!("{s:.2} ({m:.2})"));
    let cells: Vec<String> = NAMES[1..].iter().map(|name| cell(ratio(name))).collect();
    let aim = ratio(OURS).map_or(String::new(), |(shortest, _)| aim(content, size, shortest));
    eprintln!("{} {content} {size}: {rounds} rounds", operation.name());
    let name = operation.name();
    format!(
        "| {name} | {content} | {} | {} | {} | {aim} |",
        grouped(size),
        shown(floor.shortest),
        cells.join(" | ")
    )
}

/// Lets everybody run in turn for about `time`, and says how many rounds there were.
fn take_turns(running: &mut [Measured], time: Duration) -> usize {
    let patience = running.first().map_or(0.0, |floor| floor.sample_time()) * PATIENCE;
    let rests: Vec<usize> = running.iter().map(|m| (m.sample_time() / patience).ceil() as usize).collect();
    let start = Instant::now();
    let mut rounds = 0;
    while rounds < FEWEST_ROUNDS || start.elapsed() < time {
        for turn in 0..running.len() {
            let next = (rounds + turn) % running.len();
            if rounds.is_multiple_of(rests[next].max(1)) {
                running[next].sample();
            }
        }
        rounds += 1;
    }
    rounds
}

/// Whether the aim for assets of `size` is met, where there is one.
fn aim(content: &str, size: usize, ratio: f64) -> String {
    let aim = match size {
        LARGE.. if content.ends_with("text") => AIM_TEXT,
        LARGE.. => AIM_LARGE,
        SMALL => AIM_SMALL,
        _ => return String::new(),
    };
    if ratio <= aim { format!("{aim}: met") } else { format!("{aim}: missed by {:.2}", ratio - aim) }
}

/// One who is timed.
struct Measured {
    contender: aimark_benches::Contender,
    /// Seconds that a turn took before measuring began.
    expected: f64,
    /// How many turns make a sample.
    turns: u32,
    /// Seconds a turn, one value a sample.
    samples: Vec<f64>,
}

struct Times {
    median: f64,
    shortest: f64,
}

impl Measured {
    /// The first turn, which warms the caches, tells how many turns a sample needs.
    fn new(contender: aimark_benches::Contender) -> Self {
        (contender.run)();
        let expected = seconds(|| (contender.run)()).max(1e-9);
        let turns = (SAMPLE / expected).ceil().clamp(1.0, 1e6) as u32;
        Self { contender, expected, turns, samples: Vec::new() }
    }

    fn sample_time(&self) -> f64 {
        self.expected * f64::from(self.turns)
    }

    fn sample(&mut self) {
        let together = seconds(|| (0..self.turns).for_each(|_| (self.contender.run)()));
        self.samples.push(together / f64::from(self.turns));
    }

    fn times(&self) -> Times {
        let mut sorted = self.samples.clone();
        sorted.sort_by(f64::total_cmp);
        Times { median: sorted[sorted.len() / 2], shortest: sorted[0] }
    }
}

/// The seconds that something takes of the processor, in all threads.
fn seconds(run: impl FnOnce()) -> f64 {
    let start = ProcessTime::now();
    run();
    start.elapsed().as_secs_f64()
}

fn shown(seconds: f64) -> String {
    if seconds < 1e-3 { format!("{:.1} µs", seconds * 1e6) } else { format!("{:.2} ms", seconds * 1e3) }
}

/// A number with a comma before each three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let cut = digits.len() % 3;
    let threes = digits.as_bytes()[cut..].chunks(3).map(|three| String::from_utf8_lossy(three).into_owned());
    let first = (cut > 0).then(|| digits[..cut].to_owned());
    first.into_iter().chain(threes).collect::<Vec<_>>().join(",")
}

/// What the numbers depend on.
fn conditions() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = text.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("unknown processor", |(_, model)| model);
    format!(
        "Ratios to the floor: of the shortest times of the processor, in brackets of the medians. {model} ({}).",
        processor()
    )
}

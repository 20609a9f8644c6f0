//! Runs every case in `tests/cases`.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::fixture;
use crate::sandbox::{Sandbox, text};
use crate::words::split;

/// So that an empty folder cannot pass.
const AT_LEAST: usize = 20;

#[test]
fn every_case_prints_and_ends_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    cases.sort();
    assert!(cases.len() >= AT_LEAST, "only {} cases in {}", cases.len(), folder.display());
    if std::env::var_os("AIMARK_BLESS").is_some() {
        bless(&cases);
    }
    let wrong: Vec<String> = cases.iter().filter_map(|case| run(case).err()).collect();
    assert!(wrong.is_empty(), "{} of {} cases\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Runs every case twice and writes what came, with a gap for every word that was not the same both times.
fn bless(cases: &[PathBuf]) {
    let all = || -> Vec<_> {
        let read = |case: &PathBuf| Run::of(&fs::read_to_string(case).unwrap());
        cases.iter().map(|case| read(case).ok().flatten()).collect()
    };
    let first = all();
    // So that every time of day differs.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    for (case, runs) in cases.iter().zip(first.into_iter().zip(all())) {
        if let (Some(first), Some(second)) = runs {
            let lines = first.lines().zip(second.lines()).map(|(a, b)| with_gaps(a, b) + "\n");
            let came: String = lines.collect();
            if came != fs::read_to_string(case).unwrap() {
                fs::write(case, came).unwrap();
            }
        }
    }
}

fn with_gaps(a: &str, b: &str) -> String {
    let split = |line: &str| -> Vec<String> {
        line.split_inclusive([' ', '"', '(', ')', ',']).map(str::to_owned).collect()
    };
    let (a, b) = (split(a), split(b));
    if a.len() != b.len() {
        return "[..]".to_owned();
    }
    let gap = |word: &String| {
        let end = word.trim_start_matches(|c| !" \"(),".contains(c));
        format!("[..]{end}")
    };
    a.iter().zip(&b).map(|(a, b)| if a == b { a.clone() } else { gap(a) }).collect()
}

/// Runs a case and tells what differs.
fn run(case: &Path) -> Result<(), String> {
    let written = fs::read_to_string(case).unwrap();
    let name = case.file_name().unwrap().to_str().unwrap();
    let Some(actual) = Run::of(&written).map_err(|problem| format!("{name}: {problem}"))? else {
        eprintln!("{name}: skipped in part: permissions do not bind this user, or this is not Unix");
        return Ok(());
    };
    if actual == written {
        return Ok(());
    }
    Err(format!(
        "{name}:\n{}AIMARK_BLESS=1 writes what came; read it before you commit it",
        difference(&written, &actual)
    ))
}

/// The first lines that differ, with what stands before them.
fn difference(written: &str, actual: &str) -> String {
    let (written, actual): (Vec<_>, Vec<_>) = (written.lines().collect(), actual.lines().collect());
    let same = written.iter().zip(&actual).take_while(|(a, b)| a == b).count();
    let mut out = String::new();
    for line in written.iter().take(same).rev().take(2).rev() {
        writeln!(out, "      {line}").unwrap();
    }
    for (sign, lines) in [("want", &written), ("came", &actual)] {
        for line in lines.iter().skip(same).take(4) {
            writeln!(out, " {sign} {line}").unwrap();
        }
    }
    out
}

/// A case on its way: what it says is repeated with what really came.
struct Run {
    sandbox: Sandbox,
    out: String,
}

impl Run {
    /// The case as it should be written; nothing if it was skipped.
    fn of(written: &str) -> Result<Option<String>, String> {
        let mut run = Self { sandbox: Sandbox::new(), out: String::new() };
        let mut lines = written.lines().peekable();
        while let Some(line) = lines.next() {
            writeln!(run.out, "{line}").unwrap();
            if let Some(directive) = line.strip_prefix("% ") {
                if !run.directive(directive).map_err(|problem| format!("{line}: {problem}"))? {
                    return Ok(None);
                }
            } else if let Some(command) = line.strip_prefix("$ ") {
                let mut expected = Vec::new();
                while let Some(line) = lines.next_if(|line| is_expectation(line)) {
                    expected.push(line);
                }
                run.command(command, &expected);
            } else if !line.is_empty() && !line.starts_with('#') {
                return Err(format!("not a line of a case: {line}"));
            }
        }
        Ok(Some(run.out))
    }

    fn command(&mut self, line: &str, expected: &[&str]) {
        let mut command = self.sandbox.command(env!("CARGO_BIN_EXE_aimark"));
        let mut words = split(line).into_iter();
        for word in words.by_ref() {
            let word = text(&word);
            match word.split_once('=') {
                Some((name, value)) => command.env(name, value),
                None if word == "aimark" => break,
                None => panic!("not a command: {line}"),
            };
        }
        let mut keep = None;
        while let Some(word) = words.next() {
            match word.as_slice() {
                b"<" => {
                    let file = fs::File::open(self.path(&words.next().unwrap())).unwrap();
                    command.stdin(Stdio::from(file));
                }
                b">" => keep = Some(self.path(&words.next().unwrap())),
                _ => {
                    command.arg(os(&word));
                }
            }
        }
        let output = command.output().unwrap();
        let mut actual = Vec::new();
        match keep {
            Some(path) => fs::write(path, &output.stdout).unwrap(),
            None => actual.extend(self.lines("1|", &output.stdout)),
        }
        actual.extend(self.lines("2|", &output.stderr));
        actual.push(format!("= {}", output.status.code().unwrap_or(-1)));
        for (place, line) in actual.iter().enumerate() {
            // A line that was written with a gap stays so if it fits.
            let kept = expected.get(place).filter(|pattern| fits(pattern, line));
            writeln!(self.out, "{}", kept.map_or(line.as_str(), |pattern| pattern)).unwrap();
        }
    }

    fn lines(&self, sign: &str, output: &[u8]) -> Vec<String> {
        let output = String::from_utf8_lossy(output);
        let output = output.replace(self.sandbox.path().to_str().unwrap(), "[DIR]");
        output.lines().map(|line| format!("{sign} {line}").trim_end().to_owned()).collect()
    }

    /// Does what a line with `%` says; false if the rest is to be skipped.
    fn directive(&mut self, line: &str) -> Result<bool, String> {
        let words = split(line);
        let path = |n: usize| self.path(&words[n]);
        let word = |n: usize| text(&words[n]);
        match (word(0).as_str(), words.len()) {
            ("fixture", 2) => fs::write(path(1), fixture::bytes(&word(1))).unwrap(),
            ("strip", 4) => {
                let [width, quality] = [2, 3].map(|at| word(at).parse::<u32>().unwrap());
                let picture =
                    fixture::stripped(&fs::read(path(1)).unwrap(), width, quality.try_into().unwrap());
                fs::write(path(1), picture).unwrap();
            }
            ("fixture", 3) => fs::write(path(2), fixture::bytes(&word(1))).unwrap(),
            ("write", 3) => fs::write(path(1), &words[2]).unwrap(),
            ("copy", 3) => drop(fs::copy(path(1), path(2)).unwrap()),
            ("remove", 2) => fs::remove_file(path(1)).unwrap(),
            ("folder", 2) => fs::create_dir_all(path(1)).unwrap(),
            ("hardlink", 3) => fs::hard_link(path(1), path(2)).unwrap(),
            ("join", 4) => join(&path(1), &path(2), &path(3)),
            ("crlf", 2) => crlf(&path(1)),
            ("cut", 3) => cut(&path(1), word(2).parse().unwrap()),
            ("replace", 4) => return replace(&path(1), &words[2], &words[3]),
            ("flip", 3) => flip(&path(1), word(2).parse().unwrap()),
            ("env", 3) => self.sandbox.variables.push((word(1).into(), os(&words[2]))),
            ("same", 3) => return same(&path(1), &path(2), true),
            ("differ", 3) => return same(&path(1), &path(2), false),
            ("files", _) => return files(&path(1), &words[2..]),
            (_, _) => return unix::directive(self, &words),
        }
        Ok(true)
    }

    fn path(&self, word: &[u8]) -> PathBuf {
        self.sandbox.path().join(os(word))
    }
}

#[cfg(unix)]
mod unix {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::process::Command;

    use super::{Run, text};

    pub(super) fn directive(run: &Run, words: &[Vec<u8>]) -> Result<bool, String> {
        let path = |n: usize| run.path(&words[n]);
        let octal = |n: usize| u32::from_str_radix(&text(&words[n]), 8).unwrap();
        match (text(&words[0]).as_str(), words.len()) {
            ("link", 3) => symlink(super::os(&words[1]), path(2)).unwrap(),
            ("pipe", 2) => assert!(Command::new("mkfifo").arg(path(1)).status().unwrap().success()),
            ("mode", 3) => fs::set_permissions(path(2), Permissions::from_mode(octal(1))).unwrap(),
            ("has-mode", 3) => {
                let mode = fs::metadata(path(2)).unwrap().permissions().mode() & 0o777;
                return if mode == octal(1) { Ok(true) } else { Err(format!("it has {mode:o}")) };
            }
            ("is-link", 2) => {
                let link = fs::symlink_metadata(path(1)).unwrap().is_symlink();
                return if link { Ok(true) } else { Err("it is not a link".to_owned()) };
            }
            ("unless", 2) => return Ok(permissions_bind(run)),
            _ => return Err("not a directive".to_owned()),
        }
        Ok(true)
    }

    fn permissions_bind(run: &Run) -> bool {
        let locked = run.sandbox.path().join("locked");
        fs::create_dir(&locked).unwrap();
        fs::set_permissions(&locked, Permissions::from_mode(0o500)).unwrap();
        let bind = fs::write(locked.join("x"), "").is_err();
        fs::remove_dir_all(&locked).unwrap();
        bind
    }
}

#[cfg(not(unix))]
mod unix {
    pub(super) fn directive(_: &super::Run, _: &[Vec<u8>]) -> Result<bool, String> {
        Ok(false)
    }
}

fn is_expectation(line: &str) -> bool {
    ["1|", "2|", "= "].iter().any(|sign| line.starts_with(sign))
}

/// Whether `line` is what `pattern` says, where `[..]` stands for anything.
fn fits(pattern: &str, line: &str) -> bool {
    let mut parts = pattern.split("[..]");
    let Some(mut rest) = line.strip_prefix(parts.next().unwrap()) else { return false };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

fn flip(path: &Path, before_end: usize) {
    let mut bytes = fs::read(path).unwrap();
    let at = bytes.len() - before_end;
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

/// Writes `b` behind `a`.
fn join(a: &Path, b: &Path, both: &Path) {
    let joined = [fs::read(a).unwrap(), fs::read(b).unwrap()].concat();
    fs::write(both, joined).unwrap();
}

/// Makes every line end CRLF, as some programs do.
fn crlf(path: &Path) {
    let text = fs::read_to_string(path).unwrap();
    fs::write(path, text.replace('\n', "\r\n")).unwrap();
}

/// Takes the last `n` characters away.
fn cut(path: &Path, n: usize) {
    let text = fs::read_to_string(path).unwrap();
    let (end, _) = text.char_indices().nth_back(n - 1).unwrap();
    fs::write(path, &text[..end]).unwrap();
}

/// Writes the words `new` where `old` stand, which they must once.
fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<bool, String> {
    let bytes = fs::read(path).map_err(|e| e.to_string())?;
    let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(old)).collect();
    let &[at] = places.as_slice() else { return Err(format!("they stand there {} times", places.len())) };
    fs::write(path, [&bytes[..at], new, &bytes[at + old.len()..]].concat()).unwrap();
    Ok(true)
}

fn same(a: &Path, b: &Path, wanted: bool) -> Result<bool, String> {
    let same = fs::read(a).map_err(|e| e.to_string())? == fs::read(b).map_err(|e| e.to_string())?;
    if same == wanted {
        Ok(true)
    } else {
        Err(format!("they are {}", if same { "equal" } else { "not equal" }))
    }
}

fn files(folder: &Path, names: &[Vec<u8>]) -> Result<bool, String> {
    let entries = fs::read_dir(folder).map_err(|e| e.to_string())?;
    let mut found: Vec<OsString> = entries.map(|entry| entry.unwrap().file_name()).collect();
    let mut names: Vec<OsString> = names.iter().map(|name| os(name)).collect();
    found.sort();
    names.sort();
    if found == names { Ok(true) } else { Err(format!("it holds {found:?}")) }
}

#[cfg(unix)]
fn os(bytes: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec())
}

#[cfg(not(unix))]
fn os(bytes: &[u8]) -> OsString {
    text(bytes).into()
}

#[test]
fn gaps_fit_anything_and_nothing_else_does() {
    assert!(fits("a[..]c", "abc") && fits("a[..]c[..]", "acx") && fits("[..]", "") && fits("a", "a"));
    assert!(!fits("a[..]c", "abd") && !fits("a", "ab") && !fits("ab", "a"));
}

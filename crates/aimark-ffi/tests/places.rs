//! What the tests of this crate build goes away when they pass, and stays when they fail.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]

mod programs;

use std::path::PathBuf;
use std::process::Command;

use programs::Place;

#[test]
fn what_a_test_built_stays_only_if_it_fails() {
    let place = Place::new("program");
    std::fs::write(&*place, "").unwrap();
    let folder = place.parent().unwrap().to_path_buf();
    drop(place);
    assert!(!folder.exists());
    let failed = std::thread::spawn(|| {
        let place = Place::new("program");
        std::fs::write(&*place, "").unwrap();
        std::panic::panic_any(place.to_path_buf());
    });
    let kept = failed.join().unwrap_err().downcast::<PathBuf>().unwrap();
    assert!(kept.exists());
    std::fs::remove_dir_all(kept.parent().unwrap()).unwrap();
}

/// Runs the test below in a process of its own, and tells where its place was.
fn killed() -> PathBuf {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", "a_process_that_is_killed", "--nocapture"]);
    let output = command.output().unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    said.lines().find_map(|line| line.split_once("place: ")).unwrap().1.into()
}

#[test]
#[ignore = "one of the tests runs it"]
fn a_process_that_is_killed() {
    let place = Place::new("program");
    std::fs::write(&*place, "").unwrap();
    println!("place: {}", place.display());
    std::process::abort();
}

#[test]
fn what_a_killed_process_left_the_next_clears() {
    let living = Place::new("program");
    std::fs::write(&*living, "").unwrap();
    let first = killed();
    assert!(first.exists());
    let second = killed();
    assert!(second.exists() && !first.exists(), "{} is still there", first.display());
    assert!(living.exists(), "that of a process that lives is not touched");
}

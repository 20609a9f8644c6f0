//! Runs that are killed, disks that are full, files that change while they are read.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::fixture;
use crate::sandbox::Sandbox;

const BIN: &str = env!("CARGO_BIN_EXE_aimark");
const KILLS: usize = 500;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// A picture that takes a while to write: a JPEG whose scan nobody decodes.
fn picture(bytes: usize) -> Vec<u8> {
    let mut picture = fixture::bytes("dot.jpg");
    let end = picture.split_off(picture.len() - 2);
    picture.extend((0..bytes).map(|i| u8::try_from(i % 251).unwrap()));
    picture.extend(end);
    picture
}

fn left_over(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".aimark-")).collect()
}

#[test]
fn a_killed_run_loses_nothing_and_the_next_clears_up() {
    let sandbox = Sandbox::new();
    let original = picture(2_000_000);
    let path = sandbox.path().join("a.jpg");
    fs::write(&path, &original).unwrap();
    sandbox.done(&["identity", "new", "default"]);
    let sign = || {
        let mut command = sandbox.command(BIN);
        command.args(["sign", "-q", "--in-place", "a.jpg"]).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let started = Instant::now();
    assert!(sign().status().unwrap().success());
    let whole = u64::try_from(started.elapsed().as_micros()).unwrap();
    let (mut dice, mut labelled, mut abandoned) = (Dice(1), 0, 0);
    for _ in 0..KILLS {
        fs::write(&path, &original).unwrap();
        let mut child = sign().spawn().unwrap();
        thread::sleep(Duration::from_micros(dice.below(whole)));
        child.kill().unwrap();
        child.wait().unwrap();
        abandoned += left_over(sandbox.path()).len();
        if fs::read(&path).unwrap() != original {
            labelled += 1;
            sandbox.done(&["verify", "-q", "a.jpg"]);
        }
    }
    println!("{KILLS} kills: {labelled} were too late, {abandoned} times a temporary file was there");
    fs::write(&path, &original).unwrap();
    assert!(sign().status().unwrap().success());
    assert_eq!(left_over(sandbox.path()), [""; 0]);
    sandbox.done(&["verify", "-q", "a.jpg"]);
}

#[test]
fn a_killed_run_leaves_a_whole_identity_or_none_and_the_next_clears_up() {
    let sandbox = Sandbox::new();
    let identities = sandbox.path().join("home/identities");
    let new = |name: &str| {
        let mut command = sandbox.command(BIN);
        command.args(["identity", "new", name]).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let started = Instant::now();
    assert!(new("first").status().unwrap().success());
    let whole = u64::try_from(started.elapsed().as_micros()).unwrap();
    let drafts = || {
        let names = fs::read_dir(&identities).unwrap().map(|entry| entry.unwrap().file_name());
        names.filter(|name| name.to_str().unwrap().starts_with(".new-")).count()
    };
    let (mut dice, mut made, mut abandoned) = (Dice(3), 0, 0);
    for number in 0..KILLS {
        let name = format!("n{number}");
        let mut child = new(&name).spawn().unwrap();
        thread::sleep(Duration::from_micros(dice.below(whole)));
        child.kill().unwrap();
        child.wait().unwrap();
        let left = drafts();
        assert!(left <= 1, "each run clears what the one before left");
        abandoned += left;
        if identities.join(&name).exists() {
            made += 1;
            sandbox.done(&["identity", "show", &name]);
        }
    }
    println!("{KILLS} kills: {made} were too late, {abandoned} times a draft was there");
    assert!(new("last").status().unwrap().success());
    assert_eq!(drafts(), 0);
}

#[test]
fn a_check_that_is_killed_again_and_again_goes_on_and_examines_each_file_once() {
    const FILES: usize = 3_000;
    let sandbox = Sandbox::new();
    let folder = sandbox.path().join("in");
    fs::create_dir(&folder).unwrap();
    let (labelled, plain) = (fixture::bytes("labelled.png"), fixture::bytes("dot.png"));
    for n in 0..FILES {
        let bytes = if n % 3 == 0 { &labelled } else { &plain };
        fs::write(folder.join(format!("{n:04}.png")), bytes).unwrap();
    }
    let check = |journal: &str| {
        let mut command = sandbox.command(BIN);
        command.args(["verify", "-r", "in", "--at", "2026-06-02T00:00:00Z", "--format", "ndjson"]);
        command.args(["--resume", journal]).stderr(Stdio::null());
        command
    };
    let started = Instant::now();
    let whole = check("other").output().unwrap();
    let took = u64::try_from(started.elapsed().as_micros()).unwrap();
    let journal = sandbox.path().join("journal");
    let kept = || fs::read_to_string(&journal).map_or(0, |text| text.lines().count().saturating_sub(1));
    let (mut dice, mut kills, mut before) = (Dice(3), 0, 0);
    while kills < 40 && kept() < FILES {
        let mut child = check("journal").stdout(Stdio::null()).spawn().unwrap();
        thread::sleep(Duration::from_micros(dice.below(took / 4)));
        child.kill().unwrap();
        child.wait().unwrap();
        // A last line that was cut is cut off by the next run.
        assert!(kept() + 1 >= before, "answers were lost");
        (kills, before) = (kills + 1, kept());
    }
    let resumed = check("journal").output().unwrap();
    assert_eq!((resumed.status.code(), &resumed.stdout), (whole.status.code(), &whole.stdout));
    let text = fs::read_to_string(&journal).unwrap();
    let mut files: Vec<&str> = text.lines().skip(1).map(|line| &line[..43]).collect();
    files.sort_unstable();
    files.dedup();
    assert_eq!((files.len(), text.lines().count()), (FILES, FILES + 1), "each file was examined once");
    println!("{kills} kills; {before} of {FILES} files were examined by then");
}

/// Anybody may set the time of the last change back, and archives do it all the time.
#[cfg(unix)]
#[test]
fn a_resumed_check_is_not_fooled_by_a_time_that_was_set_back_or_by_another_folder() {
    let sandbox = Sandbox::new();
    for folder in ["one", "two"] {
        fs::create_dir(sandbox.path().join(folder)).unwrap();
    }
    let (good, mut bad) = (fixture::bytes("labelled.png"), fixture::bytes("labelled.png"));
    let at = bad.len() - 17;
    bad[at] ^= 1;
    let path = sandbox.path().join("one/a.png");
    fs::write(&path, &good).unwrap();
    fs::write(sandbox.path().join("two/a.png"), &bad).unwrap();
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    let set_back = |path: &Path| File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
    set_back(&sandbox.path().join("two/a.png"));
    let check = |folder: &str| {
        let mut command = sandbox.command(BIN);
        command.current_dir(sandbox.path().join(folder));
        command.args(["verify", "-q", "a.png", "--at", "2026-06-02T00:00:00Z", "--resume", "../journal"]);
        command.status().unwrap().code()
    };
    assert_eq!((check("one"), check("one")), (Some(4), Some(4)));
    assert_eq!(check("two"), Some(1), "another file of that name, size and time");
    fs::write(&path, &bad).unwrap();
    set_back(&path);
    assert_eq!(check("one"), Some(1), "the same file, changed");
}

#[test]
fn a_file_that_changes_while_it_is_read_gets_one_answer_or_an_error() {
    let sandbox = Sandbox::new();
    let path = sandbox.path().join("a.jpg");
    fs::write(&path, picture(400_000)).unwrap();
    sandbox.done(&["identity", "new", "default"]);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut dice = Dice(2);
            while !done.load(Ordering::Relaxed) {
                let file = File::options().write(true).open(&path).unwrap();
                file.set_len(200_000 + dice.below(400_000)).unwrap();
            }
        });
        for _ in 0..60 {
            let verified = sandbox.aimark(&["verify", "-q", "a.jpg"]).status.code();
            assert!(matches!(verified, Some(1..=3)), "{verified:?}");
            let signed = sandbox.aimark(&["sign", "-q", "a.jpg", "-o", "b.jpg", "--overwrite"]);
            if signed.status.success() {
                sandbox.done(&["verify", "-q", "b.jpg"]);
            } else {
                assert_eq!(signed.status.code(), Some(2));
            }
        }
        done.store(true, Ordering::Relaxed);
    });
    assert_eq!(left_over(sandbox.path()), [""; 0]);
}

/// A disk of its own that has room for little. Only an administrator can have one, and not everywhere.
struct SmallDisk<'s>(&'s Path);

impl<'s> SmallDisk<'s> {
    fn mount(at: &'s Path) -> Option<Self> {
        fs::create_dir(at).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=512k", "tmpfs"]).arg(at);
        let mounted = mount.output().is_ok_and(|output| output.status.success());
        mounted.then_some(Self(at))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_full_disk_costs_no_file() {
    let sandbox = Sandbox::new();
    let place = sandbox.path().join("disk");
    let Some(disk) = SmallDisk::mount(&place) else {
        eprintln!("left out: no small disk can be mounted here");
        return;
    };
    let original = picture(400_000);
    let path = disk.0.join("a.jpg");
    fs::write(&path, &original).unwrap();
    sandbox.done(&["identity", "new", "default"]);
    for arguments in [
        &["sign", "disk/a.jpg", "--in-place"][..],
        &["sign", "disk/a.jpg", "--in-place", "--backup"],
        &["sign", "disk/a.jpg", "-o", "disk/b.jpg"],
    ] {
        let output = sandbox.aimark(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("cannot write"), "{said}");
        assert_eq!(fs::read(&path).unwrap(), original, "{arguments:?}");
        let names: Vec<_> = fs::read_dir(disk.0).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["a.jpg"], "{arguments:?}");
    }
    // And where there is hardly room for anything at all.
    let mut rest = File::create(disk.0.join("rest")).unwrap();
    while rest.write_all(&[0; 512]).is_ok() {}
    assert_eq!(sandbox.aimark(&["sign", "disk/a.jpg", "--in-place"]).status.code(), Some(2));
    assert_eq!(fs::read(&path).unwrap(), original);
}

//! Help, the manual page and completions agree with each other.

use crate::sandbox::Sandbox;

/// Number, name and meaning, as `--help` has them.
fn exit_table(help: &str) -> Vec<(String, String, String)> {
    let (_, table) = help.split_once("Exit codes").unwrap();
    let rows = table.lines().skip(1).filter_map(|line| {
        let (number, rest) = line.trim().split_once("  ")?;
        let (name, meaning) = rest.split_once(": ")?;
        Some((number.to_owned(), name.to_owned(), meaning.to_owned()))
    });
    rows.collect()
}

#[test]
fn help_and_man_page_have_one_exit_table() {
    let sandbox = Sandbox::new();
    let table = exit_table(&sandbox.done(&["--help"]));
    let numbers: Vec<&str> = table.iter().map(|(number, ..)| number.as_str()).collect();
    assert_eq!(numbers, ["0", "1", "2", "3", "4"]);
    assert_eq!(exit_table(&sandbox.done(&["verify", "--help"])), table);
    for page in [&["man"][..], &["man", "verify"]] {
        let page = sandbox.done(page).replace("\\-", "-").replace("\\*(Aq", "'");
        let (_, section) = page.split_once("EXIT STATUS").unwrap();
        for (number, name, meaning) in &table {
            assert!(section.contains(&format!("\\fB{number}\\fR\n{name}: {meaning}")), "{name}\n{section}");
        }
    }
}

#[test]
fn what_counts_as_failure_goes_by_the_names_of_the_exit_table() {
    let sandbox = Sandbox::new();
    let table = exit_table(&sandbox.done(&["--help"]));
    let names: Vec<&str> =
        table.iter().map(|(_, name, _)| name.as_str()).filter(|n| *n != "trusted").collect();
    let help = sandbox.done(&["verify", "--help"]);
    assert!(help.contains(&format!("[possible values: {}]", names.join(", "))), "{help}");
}

#[test]
fn the_man_page_names_every_variable_that_help_names() {
    let sandbox = Sandbox::new();
    let help = sandbox.done(&["sign", "--help"]);
    let names: Vec<&str> =
        help.split("[env: ").skip(1).map(|rest| rest.split([']', '=']).next().unwrap()).collect();
    assert_eq!(names.len(), 15, "{help}");
    let page = sandbox.done(&["man"]).replace("\\-", "-");
    let (_, page) = page.split_once("ENVIRONMENT").unwrap();
    for name in names {
        assert!(page.contains(&format!("\\fB{name}\\fR")), "{name}\n{page}");
    }
    assert!(page.contains("AIMARK_HOME") && page.contains("FILES") && page.contains("aimark.toml"));
}

#[test]
fn every_verb_has_a_manual_page_and_hidden_ones_stay_hidden() {
    let sandbox = Sandbox::new();
    for verb in ["sign", "verify", "inspect", "identity", "trust", "profile", "doctor", "completions"] {
        let page = sandbox.done(&["man", verb]);
        assert!(page.starts_with(".ie") && page.contains(&format!("aimark\\-{verb}")), "{page}");
    }
    assert!(!sandbox.done(&["--help"]).contains("manual page"));
}

#[test]
fn the_manual_is_in_the_language_of_the_run() {
    let sandbox = Sandbox::new();
    for (language, name) in [("ru", "ИМЯ"), ("kk", "АТАУЫ")] {
        for verb in ["sign", "verify", "inspect", "identity", "trust"] {
            let page = sandbox.done(&["man", verb, "--lang", language]);
            let titles: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
            assert!(titles.contains(&format!("\"{name}\"").as_str()), "{titles:?}");
            let english = titles.iter().find(|title| title.contains(|c: char| c.is_ascii_alphabetic()));
            assert_eq!(english, None, "{language} {verb}");
        }
    }
    assert_eq!(sandbox.done(&["man", "--lang", "en"]), sandbox.done(&["man"]));
}

#[test]
fn help_names_the_same_options_in_each_language() {
    let sandbox = Sandbox::new();
    let options = |verb: &str, language: &str| -> std::collections::BTreeSet<String> {
        let help = sandbox.done(&[verb, "--help", "--lang", language]);
        let lines = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
        let words = lines.filter_map(|line| line.split(' ').find(|word| word.starts_with("--")));
        words.map(str::to_owned).collect()
    };
    for verb in ["sign", "verify", "inspect"] {
        let english = options(verb, "en");
        assert!(english.len() > 3, "{english:?}");
        for language in ["ru", "kk"] {
            assert_eq!(options(verb, language), english, "{language} {verb}");
        }
    }
}

#[test]
fn completions_are_made_for_every_shell() {
    let sandbox = Sandbox::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = sandbox.done(&["completions", shell]);
        assert!(script.contains("--in-place") || script.contains("in-place"), "{shell}");
    }
}

#[test]
fn help_promises_no_removal() {
    let sandbox = Sandbox::new();
    let help = sandbox.done(&["--help"]);
    assert!(!help.contains("strip") && !help.contains("remove"), "{help}");
}

//! Asks the encypher-c2pa crate, which shares no code with c2pa-rs. Unlike the package of that name on PyPI it has the
//! rules of C2PA 2.5, and renders the report of the conformance programme, crJSON, for text too.
//!
//! States: trusted, valid (intact, signer unknown), invalid, none (no manifest found).

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use encypher_c2pa::{VerificationReport, VerificationStatus, VerifyOptions, verify_with_options};

const USAGE: &str = "usage: aimark-interop-encypher --spec 2.4|2.5 [--anchors PEM] [--crjson FOLDER] FILE...";
const UNTRUSTED: &str = "signingCredential.untrusted";
const MEDIA_TYPES: &str = include_str!("../../media-types.tsv");

#[derive(Default)]
struct Arguments {
    spec: String,
    anchors: Option<String>,
    crjson: Option<PathBuf>,
    files: Vec<PathBuf>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let given = arguments()?;
    for file in &given.files {
        let (state, reasons) = check(file, &given)?;
        let detail: String =
            reasons.join("; ").chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        println!("{}\t{state}\t{detail}", name(file)?);
    }
    Ok(())
}

fn arguments() -> Result<Arguments, Box<dyn Error>> {
    let mut given = Arguments::default();
    let mut words = env::args_os().skip(1);
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--spec") => given.spec = words.next().and_then(|w| w.into_string().ok()).ok_or(USAGE)?,
            Some("--anchors") => given.anchors = Some(fs::read_to_string(words.next().ok_or(USAGE)?)?),
            Some("--crjson") => given.crjson = Some(words.next().ok_or(USAGE)?.into()),
            _ => given.files.push(word.into()),
        }
    }
    if given.spec.is_empty() || given.files.is_empty() {
        return Err(USAGE.into());
    }
    Ok(given)
}

fn check(file: &Path, given: &Arguments) -> Result<(&'static str, Vec<String>), Box<dyn Error>> {
    let options = VerifyOptions {
        trust_pem: given.anchors.clone(),
        no_default_trust: given.anchors.is_some(), // without ours: the public lists that come with the crate
        spec_version: Some(given.spec.clone()),
        online: Some(false),
        ..VerifyOptions::default()
    };
    let bytes = fs::read(file)?;
    let called = media_type(file, &given.spec)?;
    let report = match verify_with_options(&bytes, called, &options) {
        Ok(report) => report,
        // The file or its manifest cannot be parsed. Everything else is a wrong question.
        Err(error @ encypher_c2pa::Error::Verification(_)) => {
            return Ok(("invalid", vec![error.to_string()]));
        }
        Err(error) => return Err(error.into()),
    };
    if report.profile != format!("c2pa-{}", given.spec) {
        return Err(format!("asked for {}, but {} was applied", given.spec, report.profile).into());
    }
    if let Some(folder) = &given.crjson {
        // Only a strict validation renders it; that also asks for time stamps, so it is not the one that is judged.
        let strict = VerifyOptions { strict_conformance: true, ..options };
        if let Some(crjson) = verify_with_options(&bytes, called, &strict)?.content_credentials {
            fs::write(folder.join(format!("{}.json", name(file)?)), crjson.to_string())?;
        }
    }
    Ok(judge(&report))
}

fn judge(report: &VerificationReport) -> (&'static str, Vec<String>) {
    if !report.present {
        return ("none", vec!["no manifest found".to_owned()]);
    }
    let failed = &report.validation_results.failure;
    let mut reasons: Vec<String> = failed.iter().map(words).collect();
    let said = (report.integrity.as_str(), report.validation_state.as_str(), report.trust.status.as_str());
    match said {
        ("valid", "Trusted", "valid_for_supplied_material") if failed.is_empty() => ("trusted", reasons),
        ("valid", "Valid", _) if failed.iter().all(|f| f.code == UNTRUSTED) => ("valid", reasons),
        (integrity, state, trust) => {
            reasons.insert(0, format!("integrity {integrity}, validation_state {state}, trust {trust}"));
            ("invalid", reasons)
        }
    }
}

fn words(status: &VerificationStatus) -> String {
    format!("{} ({})", status.code, status.explanation)
}

/// What to call the file under these rules, from the table beside the other drivers.
fn media_type(file: &Path, spec: &str) -> Result<&'static str, Box<dyn Error>> {
    let mut rows = MEDIA_TYPES.lines().map(|row| row.split('\t').collect::<Vec<_>>());
    let heads = rows.next().unwrap_or_default();
    let column = heads.iter().position(|head| *head == format!("encypher-{spec}"));
    let column = column.ok_or_else(|| format!("no column for {spec} in media-types.tsv"))?;
    let extension = file.extension().and_then(|e| e.to_str()).unwrap_or_default();
    let row = rows.find(|row| row.first() == Some(&extension));
    let called = row.and_then(|row| row.get(column).copied()).filter(|called| *called != "-");
    called.ok_or_else(|| format!("{}: not a type for {spec}", file.display()).into())
}

fn name(file: &Path) -> Result<&str, String> {
    file.file_name()
        .and_then(|n| n.to_str())
        .ok_or_else(|| format!("{}: not a name I can print", file.display()))
}

//! We and the judge, the `c2pa` crate, over the same files: signed ones with edits, and labels whose parts are forged one
//! by one and properly signed. What we call `Trusted` or `Valid` it must not call invalid; what it calls so and is of
//! our shape, we must not call `Invalid`, but for the differences in `docs/disagreements.md`.

#![no_main]

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{LazyLock, Once};

use aimark::{Code, Finding, Format, Report, Severity, Verdict, fuzzing};
use aimark_fuzz::{Edit, Padding, apply, verify};
use aimark_tests::cbor::{array, bytes, map, tag, text, uint};
use aimark_tests::forge::{self, Forge};
use aimark_tests::{certificates, identity, judge, peer, pictures, signed};
use arbitrary::Arbitrary;
use c2pa::ValidationState;

#[derive(Arbitrary, Debug)]
enum Input {
    Edited { asset: u8, place: Place, edits: Vec<Edit> },
    Forged(Vec<Part>),
}

#[derive(Arbitrary, Debug)]
enum Place {
    Asset,
    Store,
    Signature,
    Padding(Padding),
}

/// A part of a forged label that is not as usual.
#[derive(Arbitrary, Debug)]
enum Part {
    When(String),
    Agent { name: String, version: Option<String>, more: Option<u8> },
    Source(u8),
    Parameters(String),
    Complete(u8),
    Statement(Vec<(u8, String)>),
    Disclosure(u8),
    DataHash { alg: u8, pad: u8, pad2: Option<u8>, name: Option<String> },
    Title(String),
    Instance(String),
    Generator { name: String, version: Option<String>, spec: u8 },
    ClaimAlg(u8),
    ListAlg(u8),
    Absolute,
    Id([u8; 16], u8),
    Padding(u16),
    Certificate { usages: u8, purposes: u8, authority_key: bool, years: u8, extension: u8 },
}

libfuzzer_sys::fuzz_target!(|input: Input| {
    match input {
        Input::Edited { asset, place, edits } => {
            let (original, kind) = &ASSETS[usize::from(asset) % ASSETS.len()];
            let Some(edited) = edited(original, &place, &edits) else { return };
            let report = compare(&edited, *kind);
            let passed = report.is_some_and(|report| report.proof().is_some());
            assert_eq!(passed, edited == *original, "an edit went unnoticed");
        }
        Input::Forged(parts) => {
            let mut forge = Forge::default();
            forge_all(&mut forge, &parts);
            compare(&forge.png(&PICTURE), Format::Png);
        }
    }
});

static PICTURE: LazyLock<Vec<u8>> = LazyLock::new(|| pictures::png(1, 1));

/// Signed by us, by the judge in our shape, and by the forge with padding.
static ASSETS: LazyLock<Vec<(Vec<u8>, Format)>> = LazyLock::new(|| {
    let plain = [
        (pictures::png(1, 1), Format::Png),
        (pictures::jpeg(8, 8), Format::Jpeg),
        (pictures::webp_lossy(), Format::WebP),
    ];
    let padded = Forge { cose: Box::new(|p, s| padded(p, 300, s)), ..Forge::default() };
    let theirs = |(picture, kind): &(Vec<u8>, Format)| (peer::signed(picture, kind.media_type()), *kind);
    let ours = plain.iter().map(|(picture, kind)| (signed(picture), *kind));
    let forged = [(padded.png(&PICTURE), Format::Png)];
    ours.chain(plain.iter().map(theirs)).chain(forged).collect()
});

fn padded(protected: &[u8], len: usize, signature: &[u8]) -> Vec<u8> {
    forge::cose(protected, vec![(text("pad"), bytes(&vec![0; len]))], signature)
}

fn edited(original: &[u8], place: &Place, edits: &[Edit]) -> Option<Vec<u8>> {
    let in_signature = |change: &dyn Fn(&mut Vec<u8>)| {
        fuzzing::with_store(original, None, |store| {
            if let Some(changed) = fuzzing::with_signature(store, |signature| change(signature)) {
                *store = changed;
            }
        })
    };
    match place {
        Place::Asset => {
            let mut bytes = original.to_vec();
            apply(&mut bytes, edits);
            Some(bytes)
        }
        Place::Store => fuzzing::with_store(original, None, |store| apply(store, edits)),
        Place::Signature => in_signature(&|signature| apply(signature, edits)),
        Place::Padding(padding) => in_signature(&|signature| padding.put(signature)),
    }
}

/// Our report, if there is one, after it was held against the judge's opinion.
fn compare(asset: &[u8], kind: Format) -> Option<Report> {
    let ours = verify(asset, None).ok()?;
    let theirs = opinion(asset, kind);
    let passed = matches!(ours.verdict(), Verdict::Trusted | Verdict::Valid);
    match theirs {
        Some(theirs) if theirs.state == ValidationState::Invalid => {
            assert!(!passed, "passed here, refused there: {}", theirs.json);
        }
        Some(_) if ours.verdict() == Verdict::Invalid => {
            let new = ours.findings_of(Severity::Failure).find(|finding| !is_known_to_pass(finding));
            assert!(new.is_none(), "passed there, refused here: {new:?}");
        }
        Some(_) => {}
        None => assert!(!passed, "passed here, not read there"),
    }
    Some(ours)
}

/// Faults that we find and the judge does not: docs/disagreements.md.
fn is_known_to_pass(finding: &Finding) -> bool {
    let words = |known: &str| finding.words.contains(known);
    match finding.code {
        Code::StatementMalformed | Code::CarrierDamaged | Code::StoreMalformed => true,
        Code::AssertionCborInvalid => words("a map key appears twice"),
        Code::ClaimMalformed | Code::GeneralError => words("the assertion") && words("twice"),
        Code::ClaimSignatureMismatch => words("padding that is not zero"),
        Code::SigningCredentialInvalid => {
            words("a purpose that a signer must not have") || words("the key usage must be critical")
        }
        _ => false,
    }
}

thread_local! {
    static JUDGING: Cell<bool> = const { Cell::new(false) };
}

/// The judge's opinion. Where it panics it has none: that is not ours to find.
fn opinion(asset: &[u8], kind: Format) -> Option<judge::Opinion> {
    static ONCE: Once = Once::new();
    static ROOT: LazyLock<String> = LazyLock::new(|| identity().root_pem().to_owned());
    ONCE.call_once(|| {
        let ours = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !JUDGING.get() {
                ours(info)
            }
        }));
    });
    JUDGING.set(true);
    let opinion =
        catch_unwind(AssertUnwindSafe(|| judge::opinion(asset, kind.media_type(), Some(&ROOT)).ok()));
    JUDGING.set(false);
    opinion.ok().flatten()
}

/// Makes every part of `forge` that is asked for another one.
fn forge_all(forge: &mut Forge, parts: &[Part]) {
    let mut action: Vec<(&'static str, Vec<u8>)> = Vec::new();
    let mut claim: Vec<(&'static str, Vec<u8>)> = Vec::new();
    let mut complete = vec![0xf5];
    let (mut list_alg, mut absolute) = (None, false);
    for part in parts.iter().take(4) {
        match part {
            Part::When(when) => action.push(("when", tag(0, text(when)))),
            Part::Agent { name, version, more } => {
                let mut agent = vec![("name", text(name))];
                agent.extend(version.iter().map(|version| ("version", text(version))));
                agent.extend(more.iter().map(|n| ("operating_system", uint((*n).into()))));
                action.push(("softwareAgent", map(&agent)));
            }
            Part::Source(n) => {
                let source =
                    ["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "digitalCapture", ""];
                let source = source[usize::from(n % 4)];
                let uri = format!("http://cv.iptc.org/newscodes/digitalsourcetype/{source}");
                action.push(("digitalSourceType", text(&uri)));
            }
            Part::Parameters(kind) => action.push(("parameters", map(&[("dc:format", text(kind))]))),
            Part::Complete(n) => {
                complete = [vec![0xf4], vec![0xf5], text("x"), vec![0xf6]][usize::from(n % 4)].clone()
            }
            Part::Statement(fields) => {
                let names = ["provider", "providerCode", "contentId", "notice", "noticeLang", "more"];
                let fields: Vec<_> =
                    fields.iter().map(|(n, words)| (names[usize::from(n % 6)], text(words))).collect();
                forge.more.push(("org.aimark.label", map(&fields)));
            }
            Part::Disclosure(n) => {
                forge.more.retain(|more| more.0 != "c2pa.ai-disclosure");
                let kind = ["c2pa.types.model", "c2pa.types.model.tensorflow", ""][usize::from(n % 3)];
                if n & 8 == 0 {
                    forge.more.push(("c2pa.ai-disclosure", map(&[("modelType", text(kind))])));
                }
            }
            Part::DataHash { alg, pad, pad2, name } => {
                let mut fields = vec![("pad", bytes(&vec![0; usize::from(*pad)]))];
                fields.extend(algorithm(*alg).map(|alg| ("alg", alg)));
                fields.extend(pad2.iter().map(|len| ("pad2", bytes(&vec![0; usize::from(*len)]))));
                fields.extend(name.iter().map(|name| ("name", text(name))));
                forge.data_hash = Box::new(move |binding| {
                    let exclusions = array(&[forge::exclusion(binding.start, binding.length)]);
                    let mut all = vec![("exclusions", exclusions), ("hash", bytes(&binding.hash))];
                    all.extend(fields.clone());
                    map(&all)
                });
            }
            Part::Title(title) => claim.push(("dc:title", text(title))),
            Part::Instance(id) => claim.push(("instanceID", text(id))),
            Part::Generator { name, version, spec } => {
                let mut fields = vec![("name", text(name))];
                fields.extend(version.iter().map(|version| ("version", text(version))));
                let spec = ["2.4.0", "2.2", "x", ""].get(usize::from(spec % 5));
                fields.extend(spec.map(|spec| ("specVersion", text(spec))));
                claim.push(("claim_generator_info", map(&fields)));
            }
            Part::ClaimAlg(n) => claim.push(("alg", algorithm(*n).unwrap_or_default())),
            Part::ListAlg(n) => list_alg = algorithm(*n),
            Part::Absolute => absolute = true,
            Part::Id(random, version) => forge.id = id(random, *version),
            Part::Padding(len) => {
                let len = usize::from(len % 2000);
                forge.cose = Box::new(move |protected, signature| padded(protected, len, signature));
            }
            Part::Certificate { usages, purposes, authority_key, years, extension } => {
                let mut params = certificates::leaf();
                if usages & 0x80 != 0 {
                    params.key_usages.clear();
                    params
                        .custom_extensions
                        .push(certificates::key_usage(usages & 0x40 != 0, &[3, 2, usages & 7, usages << 2]));
                }
                use rcgen::ExtendedKeyUsagePurpose as Purpose;
                let all = [
                    Purpose::Other(certificates::CLAIM_SIGNING.to_vec()),
                    Purpose::EmailProtection,
                    Purpose::TimeStamping,
                    Purpose::OcspSigning,
                    Purpose::Any,
                    Purpose::ServerAuth,
                    Purpose::Other(vec![1, 3, 6, 1, 5, 5, 7, 3, 36]),
                ];
                let chosen = all.into_iter().enumerate().filter(|(place, _)| purposes >> place & 1 == 1);
                params.extended_key_usages = chosen.map(|(_, purpose)| purpose).collect();
                params.use_authority_key_identifier_extension = *authority_key;
                params.not_after = rcgen::date_time_ymd(2026 + i32::from(years % 60), 11, 21);
                if extension & 3 == 1 {
                    let mut unknown =
                        rcgen::CustomExtension::from_oid_content(&[1, 3, 6, 1, 4, 1, 99999, 1], vec![5, 0]);
                    unknown.set_criticality(extension & 4 != 0);
                    params.custom_extensions.push(unknown);
                }
                forge.key = ed25519_dalek::SigningKey::from_bytes(&[3; 32]);
                forge.chain = vec![certificates::issue(&params, 3)];
            }
        }
    }
    forge.actions = {
        let action = forge::action(&action);
        map(&[("actions", array(&[action])), ("allActionsIncluded", complete)])
    };
    let id = forge.id.clone();
    forge.list = Box::new(move |all| {
        let one = |(label, hash): &(&'static str, forge::Hash)| {
            let prefix = if absolute { format!("/c2pa/{id}/") } else { String::new() };
            let url = format!("self#jumbf={prefix}c2pa.assertions/{label}");
            let mut fields = vec![("url", text(&url)), ("hash", bytes(hash))];
            fields.extend(list_alg.iter().map(|alg| ("alg", alg.clone())));
            map(&fields)
        };
        all.iter().map(one).collect()
    });
    forge.claim = Box::new(move |id, list| {
        let mut fields = forge::claim_fields(id, list);
        forge::change(&mut fields, &claim);
        map(&fields)
    });
}

fn algorithm(n: u8) -> Option<Vec<u8>> {
    ["sha256", "sha384", "SHA256", ""].get(usize::from(n % 5)).map(|name| text(name))
}

/// A manifest's identifier with the version digit at will.
fn id(random: &[u8; 16], version: u8) -> String {
    let hex: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    let digit = [String::from("4"), format!("{:x}", version & 15)][usize::from(version >> 7)].clone();
    format!("urn:c2pa:{}-{}-{digit}{}-8{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
}

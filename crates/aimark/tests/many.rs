//! Several assets at once give what each gives by itself, whatever stands beside it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that meets the unexpected may fail loudly"
)]

mod dice;

use std::path::Path;

use aimark::{
    Anchors, Error, Format, Label, Limits, Origin, Report, SignContext, Signed, Signer, VerifyContext,
};

use dice::Dice;

const NOW: &str = "2026-11-21T12:00:00Z";

fn read(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn signer() -> Signer {
    Signer::from_pem(&read("tests/identity/chain.pem"), &read("tests/identity/key.pem")).unwrap()
}

/// Every hostile file, and what else a service is handed: good, damaged, changed, empty, labelled.
fn assets() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus/hostile");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut assets: Vec<_> = paths.iter().map(|path| std::fs::read(path).unwrap()).collect();
    assert!(assets.len() > 150, "the corpus has gone");
    let (signer, label) = (signer(), Label::new(Origin::Generated));
    let picture = read("tests/identity/dot.png");
    let context = SignContext::new(NOW.parse().unwrap(), [9; 32]);
    for plain in [
        picture.clone(),
        b"a text".to_vec(),
        "\u{442}\u{435}\u{43a}\u{441}\u{442} ".repeat(3000).into_bytes(),
        b"<!DOCTYPE html><html><head></head><body>x</body></html>".to_vec(),
    ] {
        let labelled = aimark::sign(&plain, &label, &signer, &context).unwrap().to_vec();
        let mut changed = labelled.clone();
        let middle = changed.len() / 2;
        changed[middle] ^= 1;
        // A label of another text, and the words in another form after it.
        let followed = [labelled.as_slice(), "e\u{301}".as_bytes()].concat();
        assets.extend([plain, changed, followed, labelled[..middle].to_vec(), labelled]);
    }
    let large = [&picture[..], &vec![7; 200_000]].concat();
    assets.extend([large, Vec::new(), vec![0xff; 70], "e\u{301}".into(), vec![b'x'; 64], vec![b'y'; 129]]);
    assets
}

fn told<T>(result: &Result<T, Error>, tell: impl FnOnce(&T) -> String) -> String {
    match result {
        Ok(value) => tell(value),
        Err(error) => format!("{error:?}"),
    }
}

/// Lists of 0 to 20 of them, then all in one.
fn lists(of: usize) -> Vec<Vec<usize>> {
    let mut dice = Dice(7);
    let mut lists: Vec<Vec<usize>> =
        (0..300).map(|round| (0..round % 21).map(|_| dice.below(of)).collect()).collect();
    lists.push((0..of).collect());
    lists
}

#[test]
fn verified_together_each_has_the_report_that_it_has_alone() {
    let assets = assets();
    let mut anchors = Anchors::new();
    anchors.add_pem(&read("tests/identity/root.pem")).unwrap();
    let at = NOW.parse().unwrap();
    let small = Limits { asset_bytes: 3_000, manifest_bytes: 1_500, ..Limits::default() };
    let nobody = VerifyContext::new(at);
    let contexts = [
        VerifyContext { anchors: &anchors, ..nobody.clone() },
        VerifyContext { at: "1999-01-01T00:00:00Z".parse().unwrap(), anchors: &anchors, ..nobody.clone() },
        VerifyContext { format: Some(Format::Markdown), ..nobody.clone() },
        VerifyContext { limits: small, ..nobody.clone() },
        nobody,
    ];
    let tell = |report: &Result<Report, Error>| told(report, |report| format!("{report:?}"));
    let mut dice = Dice(1);
    for list in lists(assets.len()) {
        let items: Vec<_> =
            list.iter().map(|i| (assets[*i].as_slice(), &contexts[dice.below(contexts.len())])).collect();
        let together = aimark::verify_many(&items);
        assert_eq!(together.len(), items.len());
        for (((asset, context), found), which) in items.iter().zip(&together).zip(&list) {
            assert_eq!(tell(found), tell(&aimark::verify(asset, context)), "asset {which} of {list:?}");
        }
    }
}

#[test]
fn signed_together_each_is_what_it_is_alone() {
    let (assets, signer) = (assets(), signer());
    let whole = Label::new(Origin::Generated);
    let mut broken = whole.clone();
    broken.set(aimark::Field::SystemVersion, "5").unwrap(); // of no system
    let mut wordy = Label::new(Origin::Altered);
    wordy.set(aimark::Field::Notice, &"\u{436}".repeat(1024)).unwrap();
    let labels = [&whole, &broken, &wordy];
    let context = |random: u8| SignContext::new(NOW.parse().unwrap(), [random; 32]);
    let mut contexts: Vec<_> = (0..7).map(context).collect();
    contexts[1].format = Some(Format::Markdown);
    contexts[2].format = Some(Format::Csv);
    contexts[3].padded = true;
    contexts[4].now = "1999-01-01T00:00:00Z".parse().unwrap();
    contexts[5].limits = Limits { asset_bytes: 3_000, manifest_bytes: 1_500, ..Limits::default() };
    let tell = |signed: &Result<Signed<'_>, Error>| {
        told(signed, |signed| format!("{} {:?} {:?}", signed.manifest_id(), signed.format(), signed.to_vec()))
    };
    let mut dice = Dice(2);
    for list in lists(assets.len()) {
        let items: Vec<_> = list
            .iter()
            .map(|i| {
                let label = labels[dice.below(9).saturating_sub(6)];
                (assets[*i].as_slice(), label, &contexts[dice.below(contexts.len())])
            })
            .collect();
        let together = aimark::sign_many(&items, &signer);
        assert_eq!(together.len(), items.len());
        for (((asset, label, context), made), which) in items.iter().zip(&together).zip(&list) {
            let alone = aimark::sign(asset, label, &signer, context);
            assert!(tell(made) == tell(&alone), "asset {which} of {list:?}");
        }
    }
}

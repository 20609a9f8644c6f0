//! What laws ask of signing, alone and together.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail loudly")]

use aimark::{Field, Label, Origin};
use aimark_law::{Demands, Limits, Profile, Reason};

fn profile(name: &str) -> Profile {
    Profile::builtin(name).unwrap()
}

fn label(fields: &[(&str, &str)]) -> Label {
    let mut label = Label::new(Origin::Generated);
    for (name, text) in fields {
        let field = Field::ALL.into_iter().find(|field| field.name() == *name).unwrap();
        label.set(field, text).unwrap();
    }
    label
}

fn lines(demands: &Demands, label: &Label) -> Vec<String> {
    demands.missing(label).iter().map(ToString::to_string).collect()
}

#[test]
fn a_law_without_required_fields_needs_none() {
    for name in ["kz", "eu", "kr", "vn", "id"] {
        assert!(profile(name).needs().missing(&label(&[])).is_empty(), "{name}");
    }
    let needs = profile("kz").needs();
    assert_eq!(needs.suggested(&label(&[])), [("kz", "owner")]);
    assert!(needs.suggested(&label(&[("owner", "ACME")])).is_empty());
}

#[test]
fn what_is_missing_names_the_option() {
    let india = lines(&profile("in").needs(), &label(&[]));
    assert_eq!(india, ["in: the label needs --content-id"]);
    let california =
        lines(&profile("us-ca").needs(), &label(&[("system", "Kandinsky"), ("provider", "ACME")]));
    assert_eq!(
        california,
        ["us-ca: the label needs --system-version", "us-ca: the label needs --content-id"]
    );
}

#[test]
fn the_chinese_label_takes_a_code_or_a_name_in_visible_ascii() {
    let needs = profile("cn").needs();
    assert!(needs.aigc && !needs.iptc);
    let code = ("provider_code", "001191440300708461136T1XGW3");
    let both = ["cn: the label needs --provider-code or --provider", "cn: the label needs --content-id"];
    assert_eq!(lines(&needs, &label(&[])), both);
    assert!(lines(&needs, &label(&[code, ("content_id", "a-17")])).is_empty());
    assert!(lines(&needs, &label(&[("provider", "ACME"), ("content_id", "a-17")])).is_empty());
    // A code makes up for a name that does not fit.
    assert!(lines(&needs, &label(&[code, ("provider", "АО «Ромашка»"), ("content_id", "a")])).is_empty());
    let missing = needs.missing(&label(&[("provider", "ACME Ltd"), ("content_id", "пост 1")]));
    assert!(missing.iter().all(|one| one.reason == Reason::NotAscii), "{missing:?}");
    let end = "in the characters U+0021 to U+007E, without blanks";
    assert_eq!(missing[0].to_string(), format!("cn: the label needs --provider-code or --provider {end}"));
    assert_eq!(missing[1].options().collect::<Vec<_>>(), ["--content-id"]);
}

#[test]
fn several_laws_are_kept_together() {
    let all: Vec<Profile> = Profile::names().map(profile).collect();
    let demands = Demands::of(&all.iter().collect::<Vec<_>>());
    assert!(demands.iptc && demands.aigc && demands.conflicts.is_empty());
    let notice = demands.notice.as_ref().unwrap();
    assert_eq!(notice.languages, ["kk", "ru", "en", "zh", "ko", "hi", "vi", "id"]);
    assert_eq!((notice.min_height_percent, notice.min_contrast_hundredths), (5, Some(450)));
    assert_eq!(notice.place.unwrap().name(), "top-right");
    assert_eq!(demands.missing(&label(&[])).len(), 7);
    assert_eq!(Demands::of(&[]), Demands::default());
}

#[test]
fn a_law_that_only_offers_a_notice_adds_nothing_to_one_that_draws() {
    let (kz, ca) = (profile("kz"), profile("us-ca"));
    assert!(!ca.needs().notice.unwrap().draw);
    for order in [[&kz, &ca], [&ca, &kz]] {
        let notice = Demands::of(&order).notice.unwrap();
        assert!(notice.draw);
        assert_eq!(notice.languages, ["kk", "ru", "en"]);
    }
}

#[test]
fn two_places_of_the_warning_are_a_conflict_and_the_first_is_kept() {
    let other =
        Profile::source("eu").unwrap().replace("\"eu\"", "\"xx\"").replace("top-right", "bottom-left");
    let (eu, other) = (profile("eu"), Profile::parse(&other, &Limits::default()).unwrap());
    let demands = Demands::of(&[&other, &eu]);
    assert_eq!(demands.notice.unwrap().place.unwrap().name(), "bottom-left");
    assert_eq!(demands.conflicts.len(), 1);
    assert_eq!(demands.conflicts[0].followed, ("xx".to_owned(), "bottom-left".to_owned()));
    assert_eq!(demands.conflicts[0].other, ("eu".to_owned(), "top-right".to_owned()));
}

//! Arbitrary labels and texts.

use aimark::{Field, Label, Origin, SoftBinding, Timestamp};
use arbitrary::{Result, Unstructured};

/// A label with any fields. What may not be stated is left out, so that the rest can be.
pub fn label(u: &mut Unstructured<'_>) -> Result<Label> {
    let mut label = Label::new(if u.arbitrary()? { Origin::Generated } else { Origin::Altered });
    let wanted: u32 = u.arbitrary()?;
    for (place, field) in Field::ALL.into_iter().enumerate() {
        if wanted >> place & 1 == 1 {
            let text = field_text(u, field)?;
            let before = label.clone();
            if label.set(field, &text).is_err() {
                assert_eq!(label, before, "a refused text changed the label");
            }
        }
    }
    if wanted >> 31 == 1
        && let Ok(moment) = Timestamp::from_unix_seconds(u.int_in_range(-1..=1_795_300_000)?)
    {
        label.set_created_at(moment);
    }
    if wanted >> 30 & 1 == 1 {
        soft_bindings(u, &mut label)?;
    }
    Ok(label)
}

fn soft_bindings(u: &mut Unstructured<'_>, label: &mut Label) -> Result<()> {
    for _ in 0..u.int_in_range(0..=10)? {
        let (name, value): (&str, Vec<u8>) = u.arbitrary()?;
        let before = label.clone();
        let binding = SoftBinding::new(&format!("org.example.{name}"), &value);
        if binding.is_err() || binding.is_ok_and(|binding| label.bind(binding).is_err()) {
            assert_eq!(*label, before, "a refused soft binding changed the label");
        }
    }
    label.set_watermarked(u.arbitrary()?);
    Ok(())
}

/// Mostly of the field's form, which bytes alone would hardly ever meet.
fn field_text(u: &mut Unstructured<'_>, field: Field) -> Result<String> {
    let any: String = u.arbitrary()?;
    if u.ratio(1, 4)? {
        return Ok(any);
    }
    let plain: String = any.chars().filter(char::is_ascii_alphanumeric).collect();
    Ok(match field {
        Field::ProviderCode => format!("00{:0<25.25}", plain.to_ascii_uppercase()),
        Field::DetectorUrl => format!("https://a{plain}.kz:{}/{plain}?{plain}", plain.len()),
        Field::NoticeLanguage => ["kk", "ru", "zh-Hans", "de-1996"][plain.len() % 4].to_owned(),
        Field::NoticeBox => format!("xywh={},{},40,30", plain.len(), any.len()),
        Field::NoticeContrast => format!("{}.{:02}", plain.len() % 22, any.len() % 100),
        _ if !field.choices().is_empty() => (*u.choose(field.choices())?).to_owned(),
        _ => any.chars().filter(|c| !c.is_control()).cycle().take(u.int_in_range(0..=1030)?).collect(),
    })
}

/// Bytes as text: what is not UTF-8 is replaced.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

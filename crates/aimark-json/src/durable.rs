//! What a watermark says, in the shape of `docs/report.schema.json`.

use aimark_softbinding::Watermark;
use serde_json::{Value, json};

/// A watermark that was found. `stated` is whether the label states it, if there is one that holds and states any.
///
/// ```
/// # let mut state = 1_u32;
/// # let mut noise = || { state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223); (state >> 26) as u8 };
/// # let picture = image::RgbImage::from_fn(640, 480, |x, _| image::Rgb([(x / 4) as u8, 60 + noise(), 70 + noise()]));
/// # let mut file = std::io::Cursor::new(Vec::new());
/// # picture.write_to(&mut file, image::ImageFormat::Png).unwrap();
/// # let picture = file.into_inner();
/// use aimark_softbinding::{Key, Limits, Mark, Search, find, watermark};
///
/// let limits = Limits::default();
/// let mut label = aimark::Label::new(aimark::Origin::Generated);
/// let marked = watermark(&picture, &mut label, &Mark::new(7, 123_456_789)?, &limits)?;
/// let found = find(&marked.bytes, &[Key::shared()], Search::Fast, &limits)?.expect("a watermark");
/// let said = aimark_json::watermark(&found, found.is_stated_by(&label));
/// assert_eq!((&said["issuer"], &said["identifier"]), (&7.into(), &123_456_789.into()));
/// # let shape: serde_json::Value = serde_json::from_str(include_str!("../../../docs/report.schema.json"))?;
/// # let keys: serde_json::Value = said.as_object().unwrap().keys().map(String::as_str).collect();
/// # assert_eq!(keys, shape["$defs"]["watermark"]["required"]);
/// # assert_eq!((&said["origin"], &said["key"], &said["stated"]), (&"generated".into(), &0.into(), &true.into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn watermark(found: &Watermark, stated: Option<bool>) -> Value {
    json!({
        "origin": found.origin().map(|origin| origin.name()),
        "issuer": found.issuer(),
        "identifier": found.identifier(),
        "value": crate::hex(&found.value()),
        "key": found.found().key,
        "z": f64::from(found.found().z).round(),
        "stated": stated,
    })
}

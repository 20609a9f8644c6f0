//! The envelope itself: JSON in a string.

use super::key::PublicKey;
use super::{Unsupported, hex};
use crate::{Limits, read, shown};

/// SM2 with SM3.
const SM2_SM3: &str = "1.2.156.10197.1.501";
/// How the guide, and how producers, say that a signature is over the label.
const OVER_LABEL: [&str; 2] = ["Md", "LabelMataData"];

/// The envelope `SecurityData`, of which the open part `PubSD` is read: signatures and keys. What else it may hold
/// (`Bindings`, `PrivSD`, `Extension`) is not looked at.
///
/// ```
/// use aimark_aigc::{Limits, security::SecurityData};
///
/// let code = r#"{"SecurityData":{"Type":"TC260PG","Version":1,"PubSD":[{"Type":"DS","AlgID":"RSA-SHA256"}]}}"#;
/// let data = SecurityData::read(code, &Limits::default()).expect("an envelope");
/// assert_eq!((data.kind(), data.version()), ("TC260PG", "1"));
/// assert_eq!(data.algorithms().collect::<Vec<_>>(), ["RSA-SHA256"]);
/// assert_eq!(SecurityData::read("da39a3ee5e6b4b0d3255bfef95601890afd80709", &Limits::default()), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityData {
    kind: String,
    version: String,
    signatures: Vec<Signature>,
    keys: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Signature {
    algorithm: String,
    over: String,
    value: String,
}

impl SecurityData {
    /// Reads what stands in `ReservedCode1` or `ReservedCode2`. `None`: it is no such envelope, or an object in it says
    /// something twice, so that readers differ on it.
    #[must_use]
    pub fn read(code: &str, limits: &Limits) -> Option<Self> {
        if code.len() > limits.text_bytes {
            return None;
        }
        let most = limits.keys;
        let outer = Object::read(code, most)?;
        let data = Object::read(outer.raw("SecurityData")?, most)?;
        let mut envelope = Self {
            kind: data.text("Type")?,
            version: data.text("Version")?,
            signatures: Vec::new(),
            keys: Vec::new(),
        };
        // The second spelling is not that of the guide, but is found.
        let items = data.raw("PubSD").or_else(|| data.raw("PubSd")).unwrap_or("[]");
        for item in read::list(items, most)? {
            envelope.take(&Object::read(item, most)?, most)?;
        }
        Some(envelope)
    }

    /// `Type`, which is `TC260PG`. From outside, so what prints it must escape it; so also the others.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// `Version`, which is `1`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The algorithms of the signatures in it, by the names that they have there.
    pub fn algorithms(&self) -> impl Iterator<Item = &str> {
        self.signatures.iter().map(|signature| signature.algorithm.as_str())
    }

    /// The one signature over the label, in hexadecimal.
    pub(super) fn over_label(&self) -> Result<&str, Unsupported> {
        if (self.kind.as_str(), self.version.as_str()) != ("TC260PG", "1") {
            return Err(Unsupported::Envelope(shown::shown(&format!("{} {}", self.kind, self.version))));
        }
        let mut over =
            self.signatures.iter().filter(|signature| OVER_LABEL.contains(&signature.over.as_str()));
        match (over.next(), over.next()) {
            (None, _) => Err(self.other_algorithm().unwrap_or(Unsupported::NoSignature)),
            (Some(_), Some(_)) => Err(Unsupported::Several),
            (Some(signature), None) if signature.algorithm == SM2_SM3 => Ok(&signature.value),
            (Some(signature), None) => Err(Unsupported::Algorithm(shown::shown(&signature.algorithm))),
        }
    }

    /// The key in it, in hexadecimal.
    pub(super) fn key(&self) -> Result<Option<&str>, Unsupported> {
        match self.keys.as_slice() {
            [] => Ok(None),
            [key] => Ok(Some(key)),
            _ => Err(Unsupported::Several),
        }
    }

    /// Makers with an algorithm of their own may also say in their own way what they signed.
    fn other_algorithm(&self) -> Option<Unsupported> {
        let other = self.algorithms().find(|algorithm| *algorithm != SM2_SM3)?;
        Some(Unsupported::Algorithm(shown::shown(other)))
    }

    fn take(&mut self, item: &Object<'_>, most: usize) -> Option<()> {
        let text = |name| item.text(name).unwrap_or_default();
        match text("Type").as_str() {
            "DS" => {
                let over = match item.raw("TBSData") {
                    Some(raw) => Object::read(raw, most)?.text("Type").unwrap_or_default(),
                    None => String::new(),
                };
                self.signatures.push(Signature { algorithm: text("AlgID"), over, value: text("Signature") });
            }
            "PubKey" => self.keys.push(text("KeyValue")),
            _ => {}
        }
        Some(())
    }
}

/// The envelope that producers write, in the characters that a label allows.
pub(super) fn write(signature: &[u8], key: &PublicKey) -> String {
    let (signature, key) = (hex::encode(signature), key.to_hex());
    format!(
        concat!(
            r#"{{"SecurityData":{{"Type":"TC260PG","Version":1,"PubSD":["#,
            r#"{{"Type":"DS","AlgID":"{0}","TBSData":{{"Type":"Md"}},"Signature":"{1}"}},"#,
            r#"{{"Type":"PubKey","AlgID":"{0}","KeyValue":"{2}"}}]}}}}"#
        ),
        SM2_SM3, signature, key
    )
}

/// An object without a name that stands there twice.
struct Object<'a>(Vec<(String, &'a str)>);

impl<'a> Object<'a> {
    fn read(text: &'a str, most: usize) -> Option<Self> {
        let members = read::members(text, most).filter(|members| members.len() <= most)?;
        let mut names: Vec<_> = members.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        let twice = names.windows(2).any(|pair| matches!(pair, [one, other] if one == other));
        (!twice).then_some(Self(members))
    }

    fn raw(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, raw)| *raw)
    }

    /// A string, or a number as it is written.
    fn text(&self, name: &str) -> Option<String> {
        let raw = self.raw(name)?;
        read::string(raw).or_else(|| (!raw.starts_with(['{', '['])).then(|| raw.to_owned()))
    }
}

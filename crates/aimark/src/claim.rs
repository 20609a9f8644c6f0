//! A label as a C2PA claim and its assertions, and back.
//!
//! What is written here is the shape that the engine knows. What is read must be of that shape to be judged;
//! anything else that is sound is [`ReadError::Foreign`].

use core::ops::Range;

use crate::binding::Hash;
use crate::carrier::{Carrier, Format};
use crate::cbor::{self, CborError, Problem, Value};
use crate::input::{LimitExceeded, Limits, wide};
use crate::label::{Field, Label, Origin};
use crate::time::Timestamp;
use crate::uuid;

pub(crate) mod soft;

pub(crate) const ACTIONS: &str = "c2pa.actions.v2";
pub(crate) const DISCLOSURE: &str = "c2pa.ai-disclosure";
pub(crate) const DATA_HASH: &str = "c2pa.hash.data";
/// The project's own assertion: texts for which the specification has no place.
pub(crate) const STATEMENT: &str = "org.aimark.label";
/// What the author reserves (CAWG Training and Data Mining Assertion 1.1).
pub(crate) const MINING: &str = "cawg.training-mining";

/// The version of the specification that claims are written to.
const SPEC_VERSION: &str = "2.4.0";
const CREATED: &str = "c2pa.created";
/// The parameter of the creating action that states a text's media type.
const MEDIA_TYPE: &str = "dc:format";
/// The uses that a label speaks of together. Inference is left open: nobody who reserves mining and training has said
/// that nobody may describe or translate the content.
const MINED: [&str; 3] = ["cawg.ai_generative_training", "cawg.ai_training", "cawg.data_mining"];
/// The label's words for a use, and the assertion's.
const USES: [(&str, &str); 2] = [("allowed", "allowed"), ("not-allowed", "notAllowed")];
/// A model of no stated kind (C2PA 2.4, 18.28).
const MODEL_TYPE: &str = "c2pa.types.model";

/// The identifiers of one manifest.
#[derive(Debug, Clone)]
pub(crate) struct Ids {
    /// `urn:c2pa:` and a UUID (C2PA 2.2, 8.1).
    pub(crate) manifest: String,
    /// Names this version of the asset.
    pub(crate) instance: String,
}

impl Ids {
    /// Identifiers made from randomness: two version 4 UUIDs, of which a compact label has only a part of the second.
    pub(crate) fn from_random(random: &[u8; 32], format: Format) -> Self {
        let half =
            |at: usize| random.get(at..).and_then(|half| half.first_chunk()).copied().unwrap_or_default();
        let (first, second) = (half(0), half(16));
        let instance = if is_compact(format) {
            uuid::digits(second).chars().take(16).collect()
        } else {
            format!("xmp:iid:{}", uuid::hyphenated(second))
        };
        Self { manifest: format!("urn:c2pa:{}", uuid::hyphenated(first)), instance }
    }
}

/// What the hard binding says: which bytes it leaves out, and the hash of the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DataHash {
    pub(crate) exclusion: Range<u64>,
    pub(crate) hash: Hash,
}

impl DataHash {
    /// How many bytes its two numbers take, as CBOR.
    pub(crate) fn numbers_len(&self) -> usize {
        let Range { start, end } = self.exclusion;
        cbor::head_len(start).saturating_add(cbor::head_len(end.saturating_sub(start)))
    }
}

/// How much a label says beyond what readers need. In plain text, where each byte costs four, what repeats other
/// parts of the label is left out.
fn is_compact(format: Format) -> bool {
    format.carrier() == Carrier::Wrapper
}

/// The assertions that state `label`, in the order in which the claim lists them. The hard binding, see [`data_hash`],
/// is the last.
pub(crate) fn assertions(label: &Label, now: Timestamp, format: Format) -> Vec<(&'static str, Vec<u8>)> {
    let mut out = vec![(ACTIONS, cbor::encode(&actions(label, now, format)))];
    if !is_compact(format) {
        let disclosure = Value::map([("modelType", Value::text(MODEL_TYPE))]);
        out.push((DISCLOSURE, cbor::encode(&disclosure)));
    }
    if let Some(statement) = statement(label) {
        out.push((STATEMENT, cbor::encode(&statement)));
    }
    if let Some(mining) = mining(label) {
        out.push((MINING, cbor::encode(&mining)));
    }
    out.extend(soft::assertions(label));
    out
}

fn mining(label: &Label) -> Option<Value<'_>> {
    let (_, word) = USES.into_iter().find(|(ours, _)| label.text(Field::Mining) == Some(ours))?;
    let entry = || Value::map([("use", Value::text(word))]);
    Some(Value::map([("entries", Value::map(MINED.map(|key| (key, entry()))))]))
}

fn actions(label: &Label, now: Timestamp, format: Format) -> Value<'_> {
    let when = label.created_at().unwrap_or(now).to_string();
    let mut action = vec![
        (Value::text("action"), Value::text(CREATED)),
        (Value::text("when"), Value::Tag(0, Box::new(Value::text(when)))),
        (Value::text("digitalSourceType"), Value::text(label.origin().digital_source_type())),
    ];
    if let Some(system) = label.text(Field::System) {
        let mut agent = vec![(Value::text("name"), Value::text(system))];
        if let Some(version) = label.text(Field::SystemVersion) {
            agent.push((Value::text("version"), Value::text(version)));
        }
        action.push((Value::text("softwareAgent"), Value::Map(agent)));
    }
    if format.is_text() {
        // The conformance programme's rubric for texts looks for the media type here.
        let parameters = Value::map([(MEDIA_TYPE, Value::text(format.media_type()))]);
        action.push((Value::text("parameters"), parameters));
    }
    let actions = core::iter::once(Value::Map(action)).chain(soft::action(label));
    Value::map([
        ("actions", Value::Array(actions.collect())),
        // Of an altered picture nobody here knows what else was done to it.
        ("allActionsIncluded", Value::Bool(label.origin() == Origin::Generated)),
    ])
}

fn statement(label: &Label) -> Option<Value<'_>> {
    let texts = Field::ALL
        .iter()
        .filter_map(|field| Some((Value::text(field.assertion_key()?), Value::text(label.text(*field)?))));
    let entries: Vec<_> = texts.collect();
    (!entries.is_empty()).then_some(Value::Map(entries))
}

/// The hard binding (C2PA 2.2, 18.5).
pub(crate) fn data_hash(format: Format, binding: &DataHash) -> Vec<u8> {
    let length = binding.exclusion.end.saturating_sub(binding.exclusion.start);
    let exclusion =
        Value::map([("start", Value::Uint(binding.exclusion.start)), ("length", Value::Uint(length))]);
    // `pad` must be there, and is empty because sizes are known beforehand.
    let mut entries = vec![
        (Value::text("exclusions"), Value::Array(vec![exclusion])),
        (Value::text("hash"), Value::bytes(binding.hash.to_vec())),
        (Value::text("pad"), Value::bytes(Vec::new())),
    ];
    if !is_compact(format) {
        // Repeats the claim's, because some readers of images do not fall back to it.
        entries.push((Value::text("alg"), Value::text("sha256")));
    }
    cbor::encode(&Value::Map(entries))
}

/// The claim over assertions, each given by label and by the hash of its box.
pub(crate) fn claim(ids: &Ids, assertions: &[(&str, Hash)]) -> Vec<u8> {
    let created = assertions.iter().map(|(label, hash)| {
        Value::map([
            ("url", Value::text(format!("self#jumbf=c2pa.assertions/{label}"))),
            ("hash", Value::bytes(hash.to_vec())),
        ])
    });
    cbor::encode(&Value::map([
        ("instanceID", Value::text(ids.instance.as_str())),
        (
            "claim_generator_info",
            Value::map([
                ("name", Value::text("aimark")),
                ("version", Value::text(env!("CARGO_PKG_VERSION"))),
                ("specVersion", Value::text(SPEC_VERSION)),
            ]),
        ),
        ("signature", Value::text(signature_uri(&ids.manifest))),
        ("created_assertions", Value::Array(created.collect())),
        ("alg", Value::text("sha256")),
    ]))
}

/// The absolute address of a manifest's signature.
pub(crate) fn signature_uri(manifest: &str) -> String {
    format!("self#jumbf=/c2pa/{manifest}/c2pa.signature")
}

/// Why a claim or assertion is not one that the engine judges.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ReadError {
    #[error("{0}")]
    Cbor(CborError),
    #[error("{0}")]
    Malformed(String),
    /// Sound, but of another shape.
    #[error("{0}")]
    Foreign(String),
    #[error(transparent)]
    Limit(LimitExceeded),
}

impl From<CborError> for ReadError {
    fn from(error: CborError) -> Self {
        match error.problem {
            // Not deterministic, but what some writers in the field did for years: not ours to condemn.
            Problem::Indefinite => Self::Foreign(error.to_string()),
            Problem::Limit(limit) => Self::Limit(limit),
            _ => Self::Cbor(error),
        }
    }
}

fn malformed(words: &str) -> ReadError {
    ReadError::Malformed(words.to_owned())
}

fn foreign(words: &str) -> ReadError {
    ReadError::Foreign(words.to_owned())
}

/// A claim as read.
#[derive(Debug)]
pub(crate) struct Claim {
    /// Name and version of the software that made the claim.
    pub(crate) generator: String,
    pub(crate) signature: String,
    pub(crate) created: Vec<HashedUri>,
}

/// A reference to an assertion, with the hash of its box.
#[derive(Debug)]
pub(crate) struct HashedUri {
    pub(crate) url: String,
    pub(crate) hash: Vec<u8>,
}

impl HashedUri {
    /// The label of the assertion it names in the manifest `manifest`.
    pub(crate) fn assertion(&self, manifest: &str) -> Option<&str> {
        let path = self.url.strip_prefix("self#jumbf=")?;
        let local = path
            .strip_prefix("/c2pa/")
            .map_or(Some(path), |absolute| absolute.strip_prefix(manifest)?.strip_prefix('/'))?;
        local.strip_prefix("c2pa.assertions/")
    }
}

/// Reads a version 2 claim (C2PA 2.2, 10.2.3).
pub(crate) fn read_claim(bytes: &[u8], limits: &Limits) -> Result<Claim, ReadError> {
    const KNOWN: [&str; 8] = [
        "instanceID",
        "claim_generator_info",
        "signature",
        "created_assertions",
        "gathered_assertions",
        "redacted_assertions",
        "alg",
        "dc:title",
    ];
    let claim = cbor::decode(bytes, limits)?;
    if claim.as_map().is_none() {
        return Err(malformed("the claim is not a map"));
    }
    let text = |key| claim.field(key).and_then(Value::as_str);
    text("instanceID").ok_or_else(|| malformed("the claim has no instanceID"))?;
    let signature = text("signature").ok_or_else(|| malformed("the claim names no signature"))?.to_owned();
    let generator = claim.field("claim_generator_info").and_then(read_generator);
    let generator = generator.ok_or_else(|| malformed("the claim does not name its generator"))?;
    let created = claim.field("created_assertions").and_then(Value::as_array);
    let created = created.ok_or_else(|| malformed("the claim has no created_assertions"))?;
    sha256_only(&claim)?;
    for list in ["gathered_assertions", "redacted_assertions"] {
        if claim.field(list).is_some_and(|l| l.as_array().is_none_or(|items| !items.is_empty())) {
            return Err(ReadError::Foreign(format!("the claim has {list}")));
        }
    }
    let generator_is_text = claim.field("claim_generator_info").is_some_and(Value::holds_only_text);
    let title_is_text = claim.field("dc:title").is_none_or(|title| title.as_str().is_some());
    if !claim.has_only(&KNOWN) || !generator_is_text || !title_is_text || claim.field("alg").is_none() {
        return Err(foreign("the claim has fields of another shape"));
    }
    let created = created.iter().map(read_hashed_uri).collect::<Result<_, _>>()?;
    Ok(Claim { generator, signature, created })
}

/// `name version` of a generator-info map (C2PA 2.2, 10.2.3.2).
fn read_generator(info: &Value<'_>) -> Option<String> {
    let name = info.field("name")?.as_str()?;
    let version = info.field("version").and_then(Value::as_str);
    Some(version.map_or_else(|| name.to_owned(), |version| format!("{name} {version}")))
}

/// SHA-256 is the only hash here: named, or left to the default.
fn sha256_only(value: &Value<'_>) -> Result<(), ReadError> {
    match value.field("alg") {
        None => Ok(()),
        Some(alg) if alg.as_str() == Some("sha256") => Ok(()),
        Some(_) => Err(foreign("a hash algorithm other than sha256")),
    }
}

fn read_hashed_uri(value: &Value<'_>) -> Result<HashedUri, ReadError> {
    let url = value.field("url").and_then(Value::as_str);
    let hash = value.field("hash").and_then(Value::as_bytes);
    let (Some(url), Some(hash)) = (url, hash) else {
        return Err(malformed("an entry of created_assertions is not a hashed URI"));
    };
    sha256_only(value)?;
    Ok(HashedUri { url: url.to_owned(), hash: hash.to_vec() })
}

const ACTION_FIELDS: [&str; 5] = ["action", "when", "softwareAgent", "digitalSourceType", "parameters"];

/// Reads `c2pa.actions.v2`: one creating action with an AI source type, and perhaps the kind of text it is about; then perhaps
/// that it was watermarked.
pub(crate) fn read_actions(bytes: &[u8], limits: &Limits) -> Result<(Label, Option<Format>), ReadError> {
    let assertion = cbor::decode(bytes, limits)?;
    let actions = assertion.field("actions").and_then(Value::as_array).unwrap_or_default();
    let (action, more) = actions.split_first().ok_or_else(|| malformed("no actions"))?;
    let watermarked = soft::read_actions(more)?;
    let complete = assertion.field("allActionsIncluded").is_none_or(|v| matches!(v, Value::Bool(_)));
    if !complete || !assertion.has_only(&["actions", "allActionsIncluded"]) {
        return Err(foreign("an actions assertion of another shape"));
    }
    let kind =
        action.field("action").and_then(Value::as_str).ok_or_else(|| malformed("an action without name"))?;
    if kind != CREATED || !action.has_only(&ACTION_FIELDS) {
        return Err(foreign("an action other than a plain c2pa.created"));
    }
    let format = action.field("parameters").map(read_parameters).transpose()?;
    let source =
        action.field("digitalSourceType").ok_or_else(|| malformed("c2pa.created without source type"))?;
    let origin = source.as_str().and_then(Origin::from_digital_source_type);
    let mut label = Label::new(origin.ok_or_else(|| foreign("a source type that is not AI"))?);
    if let Some(when) = action.field("when") {
        label.set_created_at(read_when(when)?);
    }
    if let Some(agent) = action.field("softwareAgent") {
        read_agent(agent, &mut label)?;
    }
    label.set_watermarked(watermarked);
    Ok((label, format))
}

/// The kind of text that an action's parameters state.
fn read_parameters(parameters: &Value<'_>) -> Result<Format, ReadError> {
    let stated = parameters.field(MEDIA_TYPE).and_then(Value::as_str);
    let format = stated.and_then(Format::from_media_type).filter(|f| Some(f.media_type()) == stated);
    let format = format.filter(|_| parameters.has_only(&[MEDIA_TYPE]));
    format.ok_or_else(|| foreign("an action with other parameters"))
}

fn read_when(value: &Value<'_>) -> Result<Timestamp, ReadError> {
    let Value::Tag(0, inner) = value else { return Err(malformed("`when` is not a date-time")) };
    let text = inner.as_str().ok_or_else(|| malformed("`when` is not a date-time"))?;
    text.parse().map_err(|_| foreign("`when` is a date-time that is not read here"))
}

fn read_agent(agent: &Value<'_>, label: &mut Label) -> Result<(), ReadError> {
    if !agent.has_only(&["name", "version"]) || agent.field("name").is_none() {
        return Err(foreign("a software agent of another shape"));
    }
    for (key, field) in [("name", Field::System), ("version", Field::SystemVersion)] {
        if let Some(value) = agent.field(key) {
            // Another maker may name a system in a way that we would not: that is no fault of the label.
            set(label, field, value).map_err(|e| ReadError::Foreign(e.to_string()))?;
        }
    }
    label.check_parts().map_err(|e| ReadError::Foreign(e.to_string()))
}

fn set(label: &mut Label, field: Field, value: &Value<'_>) -> Result<(), ReadError> {
    let text =
        value.as_str().ok_or_else(|| ReadError::Malformed(format!("{}: is not text", field.name())))?;
    label.set(field, text).map(drop).map_err(|e| ReadError::Malformed(e.to_string()))
}

/// Reads `c2pa.ai-disclosure`: a model of some type.
pub(crate) fn read_disclosure(bytes: &[u8], limits: &Limits) -> Result<(), ReadError> {
    let assertion = cbor::decode(bytes, limits)?;
    let model = assertion.field("modelType").ok_or_else(|| malformed("a disclosure without modelType"))?;
    if model.as_str() != Some(MODEL_TYPE) || !assertion.has_only(&["modelType"]) {
        return Err(foreign("an AI disclosure of another shape"));
    }
    Ok(())
}

/// Reads the project's own assertion into `label`.
pub(crate) fn read_statement(bytes: &[u8], label: &mut Label, limits: &Limits) -> Result<(), ReadError> {
    let assertion = cbor::decode(bytes, limits)?;
    let entries = assertion.as_map().filter(|entries| !entries.is_empty());
    for (key, value) in entries.ok_or_else(|| malformed("the statement is empty"))? {
        let field =
            Field::ALL.into_iter().find(|f| f.assertion_key().is_some() && f.assertion_key() == key.as_str());
        set(label, field.ok_or_else(|| foreign("a statement with fields of a later version"))?, value)?;
    }
    label.check_parts().map_err(|e| ReadError::Malformed(e.to_string()))
}

/// Reads `cawg.training-mining` into `label`: one answer for mining and for training.
pub(crate) fn read_mining(bytes: &[u8], label: &mut Label, limits: &Limits) -> Result<(), ReadError> {
    let assertion = cbor::decode(bytes, limits)?;
    let entries = assertion.field("entries").filter(|entries| entries.as_map().is_some());
    let entries = entries.ok_or_else(|| malformed("a reservation without entries"))?;
    let word = |key| {
        let entry = entries.field(key).filter(|entry: &&Value<'_>| entry.has_only(&["use"]))?;
        entry.field("use").and_then(Value::as_str)
    };
    let used = USES.into_iter().find(|(_, theirs)| MINED.iter().all(|key| word(key) == Some(theirs)));
    let known = assertion.has_only(&["entries"]) && entries.has_only(&MINED);
    let (ours, _) = used.filter(|_| known).ok_or_else(|| foreign("a reservation of another shape"))?;
    set(label, Field::Mining, &Value::text(ours))
}

/// Reads `c2pa.hash.data`: one exclusion and a SHA-256.
pub(crate) fn read_data_hash(bytes: &[u8], limits: &Limits) -> Result<DataHash, ReadError> {
    let assertion = cbor::decode(bytes, limits)?;
    sha256_only(&assertion)?;
    let hash = assertion.field("hash").and_then(Value::as_bytes).and_then(|h| h.try_into().ok());
    let hash = hash.ok_or_else(|| malformed("the data hash is not a SHA-256"))?;
    if assertion.field("pad").and_then(Value::as_bytes).is_none() {
        return Err(malformed("the data hash has no pad"));
    }
    let exclusions = assertion.field("exclusions").and_then(Value::as_array).unwrap_or_default();
    let [exclusion] = exclusions else {
        return Err(malformed("the data hash must have exactly one exclusion"));
    };
    let is = |key, of_type: fn(&Value<'_>) -> bool| assertion.field(key).is_none_or(of_type);
    let typed = is("pad2", |v| v.as_bytes().is_some()) && is("name", |v| v.as_str().is_some());
    if !assertion.has_only(&["exclusions", "alg", "hash", "pad", "pad2", "name"]) || !typed {
        return Err(foreign("a data hash of another shape"));
    }
    let number = |key| exclusion.field(key).and_then(Value::as_uint);
    let range =
        number("start").zip(number("length")).and_then(|(start, len)| Some(start..start.checked_add(len)?));
    let exclusion = range.ok_or_else(|| malformed("the exclusion is not a start and a length"))?;
    Ok(DataHash { exclusion, hash })
}

impl DataHash {
    /// Whether the exclusion is exactly the bytes `range` of the asset.
    pub(crate) fn excludes_exactly(&self, range: &Range<usize>) -> bool {
        self.exclusion == (wide(range.start)..wide(range.end))
    }
}

/// For a foreign manifest: every digital source type that `bytes` (CBOR of any assertion) mention.
pub(crate) fn digital_source_types(bytes: &[u8], limits: &Limits) -> Vec<String> {
    fn walk(value: &Value<'_>, out: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| walk(item, out)),
            Value::Tag(_, inner) => walk(inner, out),
            Value::Map(entries) => {
                for (key, value) in entries {
                    match (key.as_str(), value.as_str()) {
                        (Some("digitalSourceType"), Some(uri)) => out.push(uri.to_owned()),
                        _ => walk(value, out),
                    }
                }
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    if let Ok(value) = cbor::decode_loosely(bytes, limits) {
        walk(&value, &mut out);
    }
    out
}

/// For a foreign manifest: the generator that a claim of any version names.
pub(crate) fn generator_of_any(bytes: &[u8], limits: &Limits) -> Option<String> {
    let claim = cbor::decode_loosely(bytes, limits).ok()?;
    let info = claim.field("claim_generator_info");
    let first = info.map(|info| info.as_array().and_then(<[_]>::first).unwrap_or(info));
    let plain = || claim.field("claim_generator").and_then(Value::as_str).map(str::to_owned);
    first.and_then(read_generator).or_else(plain)
}

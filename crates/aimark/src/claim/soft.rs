//! Soft bindings as assertions (C2PA 2.4, 18.6), and the action that says that a watermark was put in.

use crate::cbor::{self, Value};
use crate::input::Limits;
use crate::label::{Label, SOFT_BINDINGS, SoftBinding};

use super::{ReadError, foreign, malformed};

/// A watermark was put in that a soft binding of the same manifest describes.
pub(super) const WATERMARKED: &str = "c2pa.watermarked.bound";

/// The labels of these assertions, in their order (C2PA 2.4, 6.3: a number tells apart what has the same label).
pub(crate) const LABELS: [&str; SOFT_BINDINGS] = [
    "c2pa.soft-binding",
    "c2pa.soft-binding__1",
    "c2pa.soft-binding__2",
    "c2pa.soft-binding__3",
    "c2pa.soft-binding__4",
    "c2pa.soft-binding__5",
    "c2pa.soft-binding__6",
    "c2pa.soft-binding__7",
];

pub(super) fn assertions(label: &Label) -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    LABELS.into_iter().zip(label.soft_bindings()).map(|(name, binding)| (name, cbor::encode(&value(binding))))
}

fn value(binding: &SoftBinding) -> Value<'_> {
    // No scope: it is of the whole content.
    let block = Value::map([("scope", Value::Map(Vec::new())), ("value", Value::bytes(binding.value()))]);
    Value::map([
        ("alg", Value::text(binding.algorithm())),
        ("blocks", Value::Array(vec![block])),
        ("pad", Value::bytes(Vec::new())),
    ])
}

/// Reads one into `label`.
pub(crate) fn read(bytes: &[u8], label: &mut Label, limits: &Limits) -> Result<(), ReadError> {
    let assertion = cbor::decode(bytes, limits)?;
    let algorithm = assertion.field("alg").and_then(Value::as_str);
    let blocks = assertion.field("blocks").and_then(Value::as_array);
    let (Some(algorithm), Some(blocks)) = (algorithm, blocks) else {
        return Err(malformed("a soft binding without algorithm or blocks"));
    };
    let pad = assertion.field("pad").and_then(Value::as_bytes);
    let [block] = blocks else { return Err(foreign("a soft binding of several parts")) };
    let is_whole = block.field("scope").and_then(Value::as_map).is_some_and(<[_]>::is_empty);
    let value =
        block.field("value").and_then(Value::as_bytes).filter(|_| block.has_only(&["scope", "value"]));
    let known = assertion.has_only(&["alg", "blocks", "pad"]) && pad.is_some_and(<[_]>::is_empty) && is_whole;
    let value = value.filter(|_| known).ok_or_else(|| foreign("a soft binding of another shape"))?;
    // Another maker may write values that we would not.
    let of_another = |error: crate::label::FieldError| ReadError::Foreign(error.to_string());
    if label.soft_bindings().iter().any(|other| other.algorithm() == algorithm) {
        return Err(foreign("two soft bindings by one algorithm"));
    }
    label.bind(SoftBinding::new(algorithm, value).map_err(of_another)?).map(drop).map_err(of_another)
}

/// The action, where the label says that there is a watermark.
pub(super) fn action(label: &Label) -> Option<Value<'static>> {
    label.is_watermarked().then(|| Value::map([("action", Value::text(WATERMARKED))]))
}

/// Whether the actions behind the first are none, or this one.
pub(super) fn read_actions(more: &[Value<'_>]) -> Result<bool, ReadError> {
    match more {
        [] => Ok(false),
        [action] if action.field("action").and_then(Value::as_str) == Some(WATERMARKED) => {
            if action.has_only(&["action"]) {
                Ok(true)
            } else {
                Err(foreign("a watermark with more about it"))
            }
        }
        _ => Err(foreign("several actions")),
    }
}

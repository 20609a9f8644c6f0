//! Deterministic CBOR (RFC 8949 section 4.2.1): the part that claims, assertions and COSE need.
//!
//! Reading is strict where a second spelling of the same data would let bytes change unnoticed: lengths
//! are definite and minimal, keys are unique, nothing trails. Key order is not asked for on reading (it is
//! covered by hashes and signatures, and other writers order by field); it is always produced on writing.

use std::borrow::Cow;

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};

use crate::input::{LimitExceeded, Limits, wide};

/// A CBOR item. Borrowed when read, owned or borrowed when built.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value<'a> {
    Uint(u64),
    /// The integer `-1 - n`.
    Nint(u64),
    Bytes(Cow<'a, [u8]>),
    Text(Cow<'a, str>),
    Array(Vec<Value<'a>>),
    Map(Vec<(Value<'a>, Value<'a>)>),
    Tag(u64, Box<Value<'a>>),
    Bool(bool),
    Null,
    Undefined,
    Float(f64),
}

/// Why bytes are not the CBOR that the specification asks for, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{problem} at byte {at}")]
pub(crate) struct CborError {
    pub(crate) at: usize,
    pub(crate) problem: Problem,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Problem {
    #[error("malformed or truncated CBOR")]
    Malformed,
    #[error("a length or number is not in its shortest form")]
    NotShortest,
    #[error("an indefinite length")]
    Indefinite,
    #[error("a map key appears twice")]
    DuplicateKey,
    #[error("data after the item")]
    Trailing,
    /// Says nothing about the bytes.
    #[error(transparent)]
    Limit(#[from] LimitExceeded),
}

impl<'a> Value<'a> {
    pub(crate) fn text(s: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(s.into())
    }

    pub(crate) fn bytes(b: impl Into<Cow<'a, [u8]>>) -> Self {
        Self::Bytes(b.into())
    }

    /// A map with text keys.
    pub(crate) fn map<const N: usize>(entries: [(&'a str, Value<'a>); N]) -> Self {
        Self::Map(entries.into_iter().map(|(k, v)| (Self::text(k), v)).collect())
    }

    pub(crate) fn as_str(&self) -> Option<&str> {
        if let Self::Text(s) = self { Some(s) } else { None }
    }

    pub(crate) fn as_bytes(&self) -> Option<&[u8]> {
        if let Self::Bytes(b) = self { Some(b) } else { None }
    }

    pub(crate) fn as_uint(&self) -> Option<u64> {
        if let Self::Uint(n) = self { Some(*n) } else { None }
    }

    pub(crate) fn as_array(&self) -> Option<&[Value<'a>]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    pub(crate) fn as_map(&self) -> Option<&[(Value<'a>, Value<'a>)]> {
        if let Self::Map(entries) = self { Some(entries) } else { None }
    }

    /// The value under a text key of a map.
    pub(crate) fn field(&self, key: &str) -> Option<&Value<'a>> {
        self.as_map()?.iter().find(|(k, _)| k.as_str() == Some(key)).map(|(_, v)| v)
    }

    /// Whether this is a map all of whose keys are text and among `known`.
    pub(crate) fn has_only(&self, known: &[&str]) -> bool {
        self.as_map().is_some_and(|entries| {
            entries.iter().all(|(k, _)| k.as_str().is_some_and(|k| known.contains(&k)))
        })
    }
}

impl Value<'_> {
    /// Whether this is a map of texts to texts.
    pub(crate) fn holds_only_text(&self) -> bool {
        self.as_map().is_some_and(|all| all.iter().all(|(k, v)| k.as_str().is_some() && v.as_str().is_some()))
    }
}

/// The one item that `bytes` hold, read strictly.
pub(crate) fn decode<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Value<'a>, CborError> {
    read(bytes, limits, true)
}

/// The one item that `bytes` hold, in any spelling: for showing what others wrote, never for judging it.
pub(crate) fn decode_loosely<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Value<'a>, CborError> {
    read(bytes, limits, false)
}

fn read<'a>(bytes: &'a [u8], limits: &Limits, strict: bool) -> Result<Value<'a>, CborError> {
    let mut parser = Parser { decoder: Decoder::new(bytes), limits, left: limits.cbor_items, strict };
    let value = parser.value(limits.depth())?;
    if parser.decoder.position() != bytes.len() {
        return Err(parser.error(Problem::Trailing));
    }
    Ok(value)
}

struct Parser<'a, 'l> {
    decoder: Decoder<'a>,
    limits: &'l Limits,
    left: usize,
    strict: bool,
}

impl<'a> Parser<'a, '_> {
    fn error(&self, problem: Problem) -> CborError {
        CborError { at: self.decoder.position(), problem }
    }

    fn passed(&self, what: &'static str, allowed: usize) -> CborError {
        let allowed = wide(allowed);
        self.error(LimitExceeded { what, found: allowed.saturating_add(1), allowed }.into())
    }

    fn read<T>(
        &mut self,
        read: impl FnOnce(&mut Decoder<'a>) -> Result<T, minicbor::decode::Error>,
    ) -> Result<T, CborError> {
        let at = self.decoder.position();
        read(&mut self.decoder).map_err(|_| CborError { at, problem: Problem::Malformed })
    }

    /// Checks that the head which began at `start` took no more bytes than `argument` needs.
    fn shortest(&self, start: usize, head_end: usize, argument: u64) -> Result<(), CborError> {
        if !self.strict || head_end.checked_sub(start) == Some(head_len(argument)) {
            return Ok(());
        }
        Err(CborError { at: start, problem: Problem::NotShortest })
    }

    fn value(&mut self, depth: usize) -> Result<Value<'a>, CborError> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(self.passed("nesting of CBOR items", self.limits.depth()));
        };
        let Some(left) = self.left.checked_sub(1) else {
            return Err(self.passed("number of CBOR items", self.limits.cbor_items));
        };
        self.left = left;
        let start = self.decoder.position();
        match self.read(|d| d.datatype())? {
            Type::U8 | Type::U16 | Type::U32 | Type::U64 => {
                let n = self.read(Decoder::u64)?;
                self.shortest(start, self.decoder.position(), n)?;
                Ok(Value::Uint(n))
            }
            Type::I8 | Type::I16 | Type::I32 | Type::I64 | Type::Int => self.negative(start),
            Type::Bytes => {
                let bytes = self.read(Decoder::bytes)?;
                self.shortest_string(start, bytes.len())?;
                Ok(Value::bytes(bytes))
            }
            Type::String => {
                let text = self.read(Decoder::str)?;
                self.shortest_string(start, text.len())?;
                Ok(Value::text(text))
            }
            Type::Array => self.array(start, depth),
            Type::Map => self.map(start, depth),
            Type::Tag => {
                let tag = self.read(Decoder::tag)?.as_u64();
                self.shortest(start, self.decoder.position(), tag)?;
                Ok(Value::Tag(tag, Box::new(self.value(depth)?)))
            }
            Type::Bool => self.read(Decoder::bool).map(Value::Bool),
            Type::Null => self.read(Decoder::null).map(|()| Value::Null),
            Type::Undefined => self.read(Decoder::undefined).map(|()| Value::Undefined),
            Type::F16 | Type::F32 | Type::F64 => self.float(),
            Type::ArrayIndef if !self.strict => self.array(start, depth),
            Type::MapIndef if !self.strict => self.map(start, depth),
            Type::BytesIndef | Type::StringIndef | Type::ArrayIndef | Type::MapIndef => {
                Err(self.error(Problem::Indefinite))
            }
            Type::Simple | Type::Break | Type::Unknown(_) => Err(self.error(Problem::Malformed)),
        }
    }

    fn negative(&mut self, start: usize) -> Result<Value<'a>, CborError> {
        let n = i128::from(self.read(Decoder::int)?);
        let argument = u64::try_from(n.checked_neg().and_then(|n| n.checked_sub(1)).unwrap_or(-1))
            .map_err(|_| self.error(Problem::Malformed))?;
        self.shortest(start, self.decoder.position(), argument)?;
        Ok(Value::Nint(argument))
    }

    fn float(&mut self) -> Result<Value<'a>, CborError> {
        let n = match self.read(|d| d.datatype())? {
            Type::F64 => self.read(Decoder::f64)?,
            Type::F32 => f64::from(self.read(Decoder::f32)?),
            _ => self.half()?,
        };
        Ok(Value::Float(n))
    }

    /// A half float (RFC 8949, appendix D): the decoder reads it only with another dependency.
    fn half(&mut self) -> Result<f64, CborError> {
        let at = self.decoder.position();
        let bytes = self.decoder.input().get(at..).and_then(|rest| rest.first_chunk::<3>());
        let Some([_, high, low]) = bytes else { return Err(self.error(Problem::Malformed)) };
        self.decoder.set_position(at.saturating_add(3));
        let bits = u16::from_be_bytes([*high, *low]);
        let exponent = i32::from(bits >> 10 & 0x1f);
        let fraction = f64::from(bits & 0x3ff);
        let size = match exponent {
            0 => fraction * 2_f64.powi(-24),
            31 if fraction == 0.0 => f64::INFINITY,
            31 => f64::NAN,
            _ => (fraction + 1024.0) * 2_f64.powi(exponent.saturating_sub(25)),
        };
        Ok(if bits >> 15 == 1 { -size } else { size })
    }

    fn shortest_string(&self, start: usize, len: usize) -> Result<(), CborError> {
        let head_end = self.decoder.position().saturating_sub(len);
        self.shortest(start, head_end, wide(len))
    }

    fn array(&mut self, start: usize, depth: usize) -> Result<Value<'a>, CborError> {
        let len = self.read(Decoder::array)?;
        self.shortest(start, self.decoder.position(), len.unwrap_or_default())?;
        // Grown item by item: a declared length is not believed before the items are there.
        let mut items = Vec::new();
        while self.more(len, items.len())? {
            items.push(self.value(depth)?);
        }
        Ok(Value::Array(items))
    }

    fn map(&mut self, start: usize, depth: usize) -> Result<Value<'a>, CborError> {
        let len = self.read(Decoder::map)?;
        self.shortest(start, self.decoder.position(), len.unwrap_or_default())?;
        let mut entries: Vec<(Value<'a>, Value<'a>)> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        while self.more(len, entries.len())? {
            let key_at = self.decoder.position();
            let key = self.value(depth)?;
            // Strict reading gives equal keys equal bytes, so comparing encodings is enough.
            let encoded = self.decoder.input().get(key_at..self.decoder.position()).unwrap_or_default();
            if !seen.insert(encoded) && self.strict {
                return Err(CborError { at: key_at, problem: Problem::DuplicateKey });
            }
            entries.push((key, self.value(depth)?));
        }
        Ok(Value::Map(entries))
    }

    /// Whether an array or map has another item: by its length, or else until its end mark, which is taken.
    fn more(&mut self, len: Option<u64>, have: usize) -> Result<bool, CborError> {
        if let Some(len) = len {
            return Ok(wide(have) < len);
        }
        let ended = self.read(|d| d.datatype())? == Type::Break;
        if ended {
            self.decoder.set_position(self.decoder.position().saturating_add(1));
        }
        Ok(!ended)
    }
}

/// Bytes that the shortest head for `argument` takes (RFC 8949 section 3).
pub(crate) fn head_len(argument: u64) -> usize {
    match argument {
        0..=23 => 1,
        24..=0xff => 2,
        0x100..=0xffff => 3,
        0x1_0000..=0xffff_ffff => 5,
        _ => 9,
    }
}

/// The deterministic encoding: shortest heads, map keys in bytewise order of their encodings.
pub(crate) fn encode(value: &Value<'_>) -> Vec<u8> {
    // Room for most of what a label is made of.
    let mut out = Vec::with_capacity(512);
    write(value, &mut out);
    out
}

fn write(value: &Value<'_>, out: &mut Vec<u8>) {
    match value {
        Value::Map(entries) => {
            let mut sorted: Vec<_> = entries.iter().collect();
            sorted.sort_by(|a, b| by_encoding(&a.0, &b.0));
            token(out, |e| e.map(wide(sorted.len())).map(drop));
            for (key, value) in sorted {
                write(key, out);
                write(value, out);
            }
        }
        Value::Array(items) => {
            token(out, |e| e.array(wide(items.len())).map(drop));
            items.iter().for_each(|item| write(item, out));
        }
        Value::Tag(tag, inner) => {
            token(out, |e| e.tag(minicbor::data::Tag::new(*tag)).map(drop));
            write(inner, out);
        }
        leaf => token(out, |e| write_leaf(leaf, e)),
    }
}

/// The bytewise order of the encodings of two keys. Of texts it is known without encoding them: a longer one has the
/// greater head.
fn by_encoding(a: &Value<'_>, b: &Value<'_>) -> core::cmp::Ordering {
    match (a, b) {
        (Value::Text(a), Value::Text(b)) => a.len().cmp(&b.len()).then_with(|| a.cmp(b)),
        _ => encode(a).cmp(&encode(b)),
    }
}

type Infallible = minicbor::encode::Error<core::convert::Infallible>;

/// Runs one write on the end of `out`. Writing to memory cannot fail, and the type says so.
fn token(out: &mut Vec<u8>, write: impl FnOnce(&mut Encoder<&mut Vec<u8>>) -> Result<(), Infallible>) {
    let done = write(&mut Encoder::new(out));
    debug_assert!(done.is_ok(), "writing CBOR to memory cannot fail");
}

fn write_leaf(value: &Value<'_>, e: &mut Encoder<&mut Vec<u8>>) -> Result<(), Infallible> {
    match value {
        Value::Uint(n) => e.u64(*n),
        Value::Nint(n) => e.int(negative(*n)),
        Value::Bytes(b) => e.bytes(b),
        Value::Text(s) => e.str(s),
        Value::Bool(b) => e.bool(*b),
        Value::Undefined => e.undefined(),
        Value::Float(n) => e.f64(*n),
        _ => e.null(),
    }
    .map(drop)
}

/// The integer `-1 - n`.
fn negative(n: u64) -> minicbor::data::Int {
    // The type holds every integer of CBOR.
    let n = i128::from(n).saturating_add(1).saturating_neg();
    minicbor::data::Int::try_from(n).unwrap_or(minicbor::data::Int::from(i64::MIN))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strictly(bytes: &[u8]) -> Result<Value<'_>, Problem> {
        decode(bytes, &Limits::default()).map_err(|e| e.problem)
    }

    #[test]
    fn keys_are_written_in_bytewise_order_of_their_encoding() {
        let value = Value::map([("bb", Value::Uint(1)), ("z", Value::Uint(2)), ("aa", Value::Uint(3))]);
        assert_eq!(encode(&value), b"\xa3\x61z\x02\x62aa\x03\x62bb\x01");
        let mixed = [Value::text(""), Value::Nint(0), Value::Uint(33), Value::Uint(1)];
        let value = Value::Map(mixed.into_iter().map(|key| (key, Value::Null)).collect());
        assert_eq!(encode(&value), b"\xa4\x01\xf6\x18\x21\xf6\x20\xf6\x60\xf6");
    }

    #[test]
    fn what_is_written_reads_back() {
        let value = Value::map([
            ("list", Value::Array(vec![Value::Uint(24), Value::Nint(7), Value::Bool(true), Value::Null])),
            ("tag", Value::Tag(0, Box::new(Value::text("2026-01-18T00:00:00Z")))),
            ("raw", Value::bytes(vec![0; 300])),
        ]);
        let bytes = encode(&value);
        assert_eq!(encode(&strictly(&bytes).unwrap()), bytes);
    }

    #[test]
    fn a_negative_number_below_those_of_64_bits_is_written_as_it_was_read() {
        for bytes in [&[0x3b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff][..], &[0x20], &[0x38, 24]] {
            assert_eq!(encode(&strictly(bytes).unwrap()), bytes);
        }
    }

    #[test]
    fn a_second_spelling_of_the_same_data_is_refused() {
        assert_eq!(strictly(&[0x18, 0x05]), Err(Problem::NotShortest), "5 in two bytes");
        assert_eq!(strictly(&[0x38, 0x05]), Err(Problem::NotShortest), "-6 in two bytes");
        assert_eq!(strictly(&[0x58, 0x01, 0xff]), Err(Problem::NotShortest), "byte string");
        assert_eq!(strictly(&[0xb8, 0x00]), Err(Problem::NotShortest), "map length");
        assert_eq!(strictly(&[0x9f, 0xff]), Err(Problem::Indefinite));
        assert_eq!(strictly(b"\xa2\x61a\x01\x61a\x02"), Err(Problem::DuplicateKey));
        assert_eq!(strictly(&[0x01, 0x02]), Err(Problem::Trailing));
    }

    #[test]
    fn loosely_any_spelling_is_read() {
        let loose = |bytes: &'static [u8]| decode_loosely(bytes, &Limits::default()).unwrap();
        assert_eq!(loose(&[0x18, 0x05]), Value::Uint(5));
        assert_eq!(loose(b"\xbf\x61a\x9f\x01\xff\xff").field("a"), Some(&Value::Array(vec![Value::Uint(1)])));
        assert_eq!(loose(b"\xa2\x61a\x01\x61a\x02").field("a"), Some(&Value::Uint(1)));
    }

    #[test]
    fn hostile_lengths_and_depths_are_refused_without_allocating_for_them() {
        assert_eq!(
            strictly(&[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
            Err(Problem::Malformed)
        );
        let limit = |what, allowed| Problem::Limit(LimitExceeded { what, found: allowed + 1, allowed });
        let deep = limit("nesting of CBOR items", 16);
        assert_eq!(strictly(&[0x81; 100]), Err(deep));
        assert_eq!(decode_loosely(&[0x9f; 100], &Limits::default()).unwrap_err().problem, deep);
        assert_eq!(decode_loosely(&[0x9f, 1], &Limits::default()).unwrap_err().problem, Problem::Malformed);
        let many = Limits { cbor_items: 3, ..Limits::default() };
        assert_eq!(decode(&[0x83, 1, 2, 3], &many).unwrap_err().problem, limit("number of CBOR items", 3));
        assert_eq!(strictly(&[0xf9, 0x3e, 0x00]), Ok(Value::Float(1.5)));
        assert_eq!(strictly(&[0xf9, 0xc4, 0x00]), Ok(Value::Float(-4.0)));
        assert_eq!(strictly(&[0xf9, 0x00, 0x01]), Ok(Value::Float(5.960_464_477_539_063e-8)));
        assert_eq!(strictly(&[0xf9, 0x3e]), Err(Problem::Malformed));
        assert_eq!(strictly(&[]), Err(Problem::Malformed));
        assert_eq!(strictly(&[0x62, 0xff, 0xfe]), Err(Problem::Malformed), "not UTF-8");
    }
}

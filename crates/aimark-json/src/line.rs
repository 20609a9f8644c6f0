//! An object of one of the shapes, and the one way of writing it.

use core::fmt::Write as _;

use serde_json::{Map, Value};

use crate::words::Schema;

/// A JSON object (RFC 8259) that says first which shape it has. Its keys stand in the order in which they came.
///
/// ```
/// use aimark_json::{Line, Schema};
///
/// let line = Line::new(Schema::Signed).with("path", "a.png").with("dry_run", false);
/// assert_eq!(line.into_text(|_| false), r#"{"schema":"aimark.signed/1","path":"a.png","dry_run":false}"#);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Line(Map<String, Value>);

impl Line {
    /// A line of which only the shape is known.
    #[must_use]
    pub fn new(schema: Schema) -> Self {
        Self(Map::new()).with("schema", schema.name())
    }

    /// The line that an object is, which says itself which shape it has. `None` for anything but an object.
    ///
    /// ```
    /// use aimark_json::Line;
    ///
    /// let line = Line::from_value([("schema", "aimark.report/1")].into_iter().collect()).unwrap();
    /// assert_eq!(line.into_text(|_| false), r#"{"schema":"aimark.report/1"}"#);
    /// assert_eq!(Line::from_value(7.into()), None);
    /// ```
    #[must_use]
    pub fn from_value(value: Value) -> Option<Self> {
        if let Value::Object(object) = value { Some(Self(object)) } else { None }
    }

    /// The line with one key more. A key that is there already stays in its place and gets the new value.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    /// The object on one line, without a line feed at its end. Any reader gets the texts back whole.
    ///
    /// `escapes` is asked about every character outside ASCII: whether it is written as `\u....`. Control characters
    /// are always written so, DEL and those above ASCII too, which JSON itself lets through: no text of an asset
    /// steers a terminal by them. Other characters of ASCII never are: they hold the object together.
    ///
    /// ```
    /// use aimark_json::{Line, Schema};
    ///
    /// let line = Line::new(Schema::Anchor).with("path", "я\u{202e}\u{9b}");
    /// let to_read = line.clone().into_text(|c| c == '\u{202e}');
    /// assert_eq!(to_read, r#"{"schema":"aimark.anchor/1","path":"я\u202e\u009b"}"#);
    /// let ascii = line.into_text(|_| true);
    /// assert_eq!(ascii, r#"{"schema":"aimark.anchor/1","path":"\u044f\u202e\u009b"}"#);
    /// ```
    #[must_use]
    pub fn into_text(self, escapes: impl Fn(char) -> bool) -> String {
        text_of(&Value::Object(self.0), escapes)
    }
}

/// Any JSON on one line, written as [`Line::into_text`] writes an object.
///
/// ```
/// assert_eq!(aimark_json::text_of(&["я"].into_iter().collect(), |_| true), r#"["\u044f"]"#);
/// ```
#[must_use]
pub fn text_of(value: &Value, escapes: impl Fn(char) -> bool) -> String {
    let mut out = String::new();
    // Whatever is escaped here stands in a string: outside them JSON without line breaks is printable ASCII.
    for c in value.to_string().chars() {
        if c.is_control() || !c.is_ascii() && escapes(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

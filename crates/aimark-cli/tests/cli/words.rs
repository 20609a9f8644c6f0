//! Splitting a line of a case into words.

/// The words of `line` as bytes, for file names need not be text.
pub(crate) fn split(line: &str) -> Vec<Vec<u8>> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let (word, after) = one(rest);
        words.push(word);
        rest = after.trim_start();
    }
    words
}

fn one(text: &str) -> (Vec<u8>, &str) {
    let mut word = Vec::new();
    let mut quoted = false;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            ' ' if !quoted => return (word, &text[at..]),
            '"' => quoted = !quoted,
            '\\' if quoted => match chars.next().unwrap().1 {
                'n' => word.push(b'\n'),
                'x' => {
                    let digits: String = chars.by_ref().take(2).map(|(_, c)| c).collect();
                    word.push(u8::from_str_radix(&digits, 16).unwrap());
                }
                other => word.extend(other.to_string().bytes()),
            },
            _ => word.extend(c.to_string().bytes()),
        }
    }
    assert!(!quoted, "a quote without an end: {text}");
    (word, "")
}

#[test]
fn words_are_split_and_unescaped() {
    let words = split(r#"a  "b c"d "" "\x1b[2J\"\\\n" я"#);
    let expected: [&[u8]; 5] = [b"a", b"b cd", b"", b"\x1b[2J\"\\\n", "я".as_bytes()];
    assert_eq!(words, expected);
}

//! Names from outside, made safe to show and short.

/// Most characters of a name that is shown.
const MOST: usize = 64;

/// `name` in at most 64 characters of ASCII, everything else escaped: the keys of the standard are ASCII, and a name that
/// only looks like one should not.
pub(crate) fn shown(name: &str) -> String {
    let mut out: String = name.chars().take(MOST).flat_map(char::escape_default).take(MOST).collect();
    if out.len() < name.len() && out.len() == MOST {
        out.pop();
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn names_are_short_and_ascii() {
        assert_eq!(shown("SignerFR_v"), "SignerFR_v");
        assert_eq!(shown("L\u{430}bel\u{1b}"), "L\\u{430}bel\\u{1b}");
        assert_eq!(shown(&"a".repeat(64)), "a".repeat(64));
        assert_eq!(shown(&"a".repeat(65)), format!("{}…", "a".repeat(63)));
    }
}

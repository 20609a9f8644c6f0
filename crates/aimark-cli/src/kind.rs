//! What kind of content a file is: an image by its content, a text by what `--type` or its name says.

use std::path::Path;

use aimark::Format;

use crate::failure::Failure;
use crate::input::Source;
use crate::shown::visible;
use crate::terms;
use crate::words::say;

/// What is said about an asset before anybody looks into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Said {
    /// By `--type`.
    announced: Option<Format>,
    /// By a file's name.
    named: Option<Format>,
}

impl Said {
    pub(crate) fn of(source: &Source, announced: Option<Format>) -> Self {
        Self { announced, named: promised(source.path()) }
    }

    /// The same where the name of the file to be written says what the name of the source does not.
    pub(crate) fn or_by(self, output: &Path) -> Self {
        Self { named: self.named.or_else(|| promised(output)), ..self }
    }

    pub(crate) fn format(self) -> Option<Format> {
        self.announced.or(self.named)
    }

    /// That there is something, and that it is not an image of another type than the one announced.
    pub(crate) fn check(self, asset: &[u8]) -> Result<(), Failure> {
        // A text may be empty; it takes somebody's word to know an empty one from what never arrived.
        if asset.is_empty() && !self.format().is_some_and(Format::is_text) {
            return Err(Failure::input(say!("input-empty")));
        }
        let (Some(announced), Some(found)) = (self.announced, Format::detect(asset)) else { return Ok(()) };
        if found == announced {
            return Ok(());
        }
        let (found, announced) = (found.media_type(), announced.media_type());
        Err(Failure::input(say!("input-other-type", found = found, announced = announced)))
    }

    /// That a text about to be signed is of a kind that is known, where its name has an extension. What stands for
    /// plain text there, invisible characters at the end, makes a program or a data file unreadable.
    pub(crate) fn check_known(
        self,
        asset: &[u8],
        source: &Source,
        output: Option<&Path>,
    ) -> Result<(), Failure> {
        if self.format().is_some() || Format::detect(asset).is_some() {
            return Ok(());
        }
        let extension = source.path().extension().or_else(|| output?.extension());
        let Some(extension) = extension else { return Ok(()) };
        let extension = visible(&extension.to_string_lossy());
        Err(Failure::input(say!("no-form", extension = extension)).hint(say!("hint-no-form")))
    }

    /// A note when the asset is signed as another kind than the name promises, or as one that nothing promised.
    pub(crate) fn note(self, source: &Source, kind: Format) -> Option<String> {
        if self.format().is_some() || !kind.is_text() {
            return self.disagreement(source, kind);
        }
        Some(say!("note-taken-for", name = source.shown(), format = terms::format(kind)).text())
    }

    /// A note when the name promises another kind than was found.
    pub(crate) fn disagreement(self, source: &Source, found: Format) -> Option<String> {
        let named = self.named.filter(|named| *named != found)?;
        match (found.is_text(), self.announced) {
            (false, _) => {
                Some(say!("note-other-format", name = source.shown(), format = terms::format(found)).text())
            }
            (true, None) => {
                Some(say!("note-other-form", name = source.shown(), format = terms::format(named)).text())
            }
            (true, Some(_)) => None,
        }
    }
}

/// The kind that a file's name promises.
fn promised(path: &Path) -> Option<Format> {
    path.extension()?.to_str().and_then(Format::from_extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str, announced: Option<Format>) -> Said {
        Said::of(&Source::new(Path::new(name)), announced)
    }

    #[test]
    fn an_option_wins_over_a_name_and_the_source_over_the_output() {
        assert_eq!(said("a.md", Some(Format::Csv)).format(), Some(Format::Csv));
        assert_eq!(said("a.MD", None).or_by(Path::new("a.txt")).format(), Some(Format::Markdown));
        assert_eq!(said("-", None).or_by(Path::new("a.txt")).format(), Some(Format::PlainText));
        assert_eq!(said("md", None).or_by(Path::new("-")).format(), None);
    }

    #[test]
    fn a_name_is_held_against_the_content() {
        let note = |name, announced, found| {
            let source = Source::new(Path::new(name));
            Said::of(&source, announced).disagreement(&source, found)
        };
        assert_eq!(note("a.JPG", None, Format::Jpeg), None);
        assert_eq!(note("a", None, Format::Png), None);
        assert_eq!(note("a.gif", None, Format::Png), None);
        assert!(note("a.jpeg", None, Format::Png).unwrap().contains("the content is PNG"));
        assert!(note("a.txt", None, Format::Png).unwrap().contains("the content is PNG"));
        assert!(note("a.txt", None, Format::Markdown).unwrap().contains("the form for plain text"));
        assert_eq!(note("a.txt", Some(Format::Markdown), Format::Markdown), None);
    }

    #[test]
    fn only_what_is_said_to_be_text_may_be_empty() {
        assert!(said("a.txt", None).check(b"").is_ok());
        assert!(said("-", Some(Format::Csv)).check(b"").is_ok());
        for name in ["a.png", "a", "-"] {
            assert_eq!(said(name, None).check(b"").unwrap_err().message, "it is empty");
        }
    }
}

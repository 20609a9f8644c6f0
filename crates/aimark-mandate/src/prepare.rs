//! The warning, then the marks, then what the label says of them.

use std::borrow::Cow;

use aimark::{Field, Format, Label, Origin};
use aimark_aigc::Attribute;
use aimark_aigc::security::{Message, sign};
use aimark_law::Warning;
use aimark_marks::{Marks, SourceType};
use aimark_notice::{Contrast, Line, Position, SEPARATOR, TextKind, find_text};

use crate::{Error, Limits, Wish};

/// A file that is ready to be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Prepared<'a> {
    /// Its bytes; the same as before where nothing was to be put into them.
    pub bytes: Cow<'a, [u8]>,
    /// What is to be signed: the label with what was done.
    pub label: Label,
    /// What the caller may not expect.
    pub notes: Vec<Note>,
}

/// What a caller may not expect.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// A kind of text that a visible line would spoil: the warning must be shown beside it.
    NoticeBeside(Format),
    /// A kind of file that has no place for the label of GB 45438-2025.
    NoPlaceForAigc(Format),
    /// The caller's own words, in which no word for AI beside one for making was found: whether they warn of AI is theirs to
    /// judge.
    OwnWords,
    /// A picture was coded anew for the warning: a JPEG with [`Wish::jpeg_quality`], a WebP without loss.
    CodedAnew(Format),
    /// The XMP packet changed in another way than by growing.
    Packet(aimark_marks::Note),
}

/// Puts into a file what laws ask for: draws or writes the warning, writes the marks, and states both in the label. Sign
/// what comes of it, at once and with nothing in between.
///
/// The words of the warning are those that the label states; where it states none, the built-in ones of the laws' languages.
///
/// # Errors
///
/// [`Error::Missing`] before anything is done; and where a part cannot be done. Nothing is left half done: what comes back is
/// all of it or an error.
pub fn prepare<'a>(
    asset: &'a [u8],
    format: Format,
    label: &Label,
    wish: &Wish,
    limits: &Limits,
) -> Result<Prepared<'a>, Error> {
    let missing = wish.demands.missing(label);
    if !missing.is_empty() {
        return Err(Error::Missing(missing));
    }
    let mut work = Work {
        prepared: Prepared { bytes: Cow::Borrowed(asset), label: label.clone(), notes: Vec::new() },
        format,
        wish,
        limits,
    };
    if let Some(warning) = &wish.demands.notice {
        work.warn(warning)?;
    }
    work.mark()?;
    Ok(work.prepared)
}

struct Work<'a, 'w> {
    prepared: Prepared<'a>,
    format: Format,
    wish: &'w Wish,
    limits: &'w Limits,
}

impl Work<'_, '_> {
    fn warn(&mut self, warning: &Warning) -> Result<(), Error> {
        // Whoever says where a warning is to stand wants one, also where a law leaves it to them.
        if !warning.draw && !self.wish.only_label && self.wish.position.is_none() {
            return Ok(());
        }
        let lines = lines(&self.prepared.label, warning)?;
        if self
            .prepared
            .label
            .text(Field::Notice)
            .is_some_and(|words| find_text(words, TextKind::Plain).is_none())
        {
            self.prepared.notes.push(Note::OwnWords);
        }
        // Where the body of a page begins must be seen, or the warning would stand outside of it.
        let kind =
            text_kind(self.format).filter(|kind| *kind != TextKind::Html || has_body(&self.prepared.bytes));
        match (self.wish.only_label, self.format.is_text(), kind) {
            (true, ..) => self.state(&joined(&lines), &language(&lines), "elsewhere"),
            (_, false, _) => self.draw(lines, warning),
            (_, true, Some(kind)) => self.write(lines, kind),
            (_, true, None) => {
                self.prepared.notes.push(Note::NoticeBeside(self.format));
                Ok(())
            }
        }
    }

    fn draw(&mut self, lines: Vec<Line>, warning: &Warning) -> Result<(), Error> {
        let mut drawing = aimark_notice::Wish::new(lines);
        let asked = warning.place.map(position);
        drawing.position = self.wish.position.or(asked).unwrap_or(drawing.position);
        let least = u16::from(warning.min_height_percent).saturating_mul(10);
        drawing.height_permille = drawing.height_permille.max(least);
        drawing.jpeg_quality = self.wish.jpeg_quality;
        let drawn = aimark_notice::draw(&self.prepared.bytes, &drawing, &self.limits.notice)?;
        let record = drawn.record;
        if let Some(least) = warning.min_contrast_hundredths.map(Contrast::from_hundredths)
            && record.contrast < least
        {
            return Err(Error::Contrast { found: record.contrast, least });
        }
        self.prepared.bytes = Cow::Owned(drawn.bytes);
        if self.format != Format::Png {
            self.prepared.notes.push(Note::CodedAnew(self.format));
        }
        self.state(&record.words, &record.language, "drawn")?;
        let label = &mut self.prepared.label;
        label.set(Field::NoticeBox, &record.area.to_string())?;
        label.set(Field::NoticeContrast, &record.contrast.to_string())?;
        Ok(())
    }

    fn write(&mut self, lines: Vec<Line>, kind: TextKind) -> Result<(), Error> {
        let text = core::str::from_utf8(&self.prepared.bytes).map_err(|_| Error::NotUtf8)?;
        let writing = aimark_notice::Wish::new(lines);
        let (text, record) = aimark_notice::write_text(text, kind, &writing, self.wish.place)?;
        self.prepared.bytes = Cow::Owned(text.into_bytes());
        self.state(&record.words, &record.language, "text")
    }

    fn state(&mut self, words: &str, language: &str, shown: &str) -> Result<(), Error> {
        let label = &mut self.prepared.label;
        label
            .set(Field::Notice, words)?
            .set(Field::NoticeLanguage, language)?
            .set(Field::NoticeShown, shown)?;
        Ok(())
    }

    fn mark(&mut self) -> Result<(), Error> {
        let demands = &self.wish.demands;
        let aigc = if demands.aigc { Some(self.aigc()?) } else { None };
        let source = demands.iptc.then(|| source_type(self.prepared.label.origin()));
        match self.format {
            Format::Png | Format::Jpeg | Format::WebP => self.mark_image(source, aigc.as_ref()),
            Format::Markdown => self.mark_markdown(source, aigc.as_ref()),
            format => {
                self.prepared.notes.extend(aigc.map(|_| Note::NoPlaceForAigc(format)));
                Ok(())
            }
        }
    }

    fn mark_image(
        &mut self,
        source_type: Option<SourceType>,
        aigc: Option<&aimark_aigc::Label>,
    ) -> Result<(), Error> {
        let text =
            |field| self.prepared.label.text(field).map(str::to_owned).filter(|_| source_type.is_some());
        let (system, system_version) = (text(Field::System), text(Field::SystemVersion));
        let marks =
            Marks { source_type, system, system_version, aigc: aigc.map(aimark_aigc::Label::to_json) };
        if marks == Marks::default() {
            return Ok(());
        }
        let written = aimark_marks::write(&self.prepared.bytes, &marks, &self.limits.marks)?;
        self.prepared.bytes = Cow::Owned(written.bytes);
        let quiet = |note: &aimark_marks::Note| {
            matches!(note, aimark_marks::Note::NewPacket | aimark_marks::Note::Merged)
        };
        self.prepared.notes.extend(written.notes.into_iter().filter(|note| !quiet(note)).map(Note::Packet));
        Ok(())
    }

    fn mark_markdown(
        &mut self,
        source: Option<SourceType>,
        aigc: Option<&aimark_aigc::Label>,
    ) -> Result<(), Error> {
        if source.is_none() && aigc.is_none() {
            return Ok(());
        }
        let text = core::str::from_utf8(&self.prepared.bytes).map_err(|_| Error::NotUtf8)?;
        let yaml = aigc.map(aimark_aigc::Label::to_yaml);
        let text = aimark_marks::write_markdown(text, source, yaml.as_deref(), &self.limits.marks)?;
        self.prepared.bytes = Cow::Owned(text.into_bytes());
        Ok(())
    }

    /// The label of GB 45438-2025: the provider's code rather than its name, for names have blanks.
    fn aigc(&self) -> Result<aimark_aigc::Label, Error> {
        let text = |field| self.prepared.label.text(field);
        let producer = text(Field::ProviderCode).or_else(|| text(Field::Provider)).unwrap_or_default();
        let number = text(Field::ContentId).unwrap_or_default();
        let mut label = aimark_aigc::Label::new(Attribute::Generated, producer, number)?;
        if let Some(key) = &self.wish.aigc_key {
            let envelope = sign(&label, key, Message::Digest)?;
            label.set_reserved_code1(&envelope)?;
        }
        Ok(label)
    }
}

/// The warning's lines: the label's own words, or the built-in ones.
fn lines(label: &Label, warning: &Warning) -> Result<Vec<Line>, Error> {
    if let Some(words) = label.text(Field::Notice) {
        // `und` (ISO 639-2): nobody said which language it is.
        let language = label.text(Field::NoticeLanguage).unwrap_or("und");
        return Ok(vec![Line::new(language, words, None)?]);
    }
    let origin = match label.origin() {
        Origin::Altered => aimark_notice::Origin::Altered,
        _ => aimark_notice::Origin::Generated,
    };
    let of = |language: &String| Line::of(language, origin).map_err(Error::from);
    warning.languages.iter().map(of).collect()
}

fn joined(lines: &[Line]) -> String {
    lines.iter().map(Line::long).collect::<Vec<_>>().join(SEPARATOR)
}

fn language(lines: &[Line]) -> String {
    match lines {
        [one] => one.language().to_owned(),
        _ => "mul".to_owned(),
    }
}

/// Whether a page has a body, or is a piece of one. Frames and elements under a prefix have no place for a line more.
fn has_body(page: &[u8]) -> bool {
    let page = String::from_utf8_lossy(page).to_ascii_lowercase();
    page.contains("<body") || !["<?xml", "<frameset", ":html", "xmlns"].iter().any(|mark| page.contains(mark))
}

/// How a text that people read is marked up. `None` where a line more would change what the text does.
pub(crate) fn text_kind(format: Format) -> Option<TextKind> {
    match format {
        Format::PlainText => Some(TextKind::Plain),
        Format::Markdown => Some(TextKind::Markdown),
        Format::Html | Format::Xhtml => Some(TextKind::Html),
        _ => None,
    }
}

fn position(place: aimark_law::Place) -> Position {
    match place {
        aimark_law::Place::TopLeft => Position::TopLeft,
        aimark_law::Place::TopRight => Position::TopRight,
        aimark_law::Place::BottomLeft => Position::BottomLeft,
        _ => Position::BottomRight,
    }
}

fn source_type(origin: Origin) -> SourceType {
    match origin {
        Origin::Altered => SourceType::CompositeWithTrainedAlgorithmicMedia,
        _ => SourceType::TrainedAlgorithmicMedia,
    }
}

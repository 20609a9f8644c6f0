//! The kinds of assets: one table of names, media types, file extensions and carriers.

use core::fmt;

use super::{jpeg, png};

/// A kind of asset that carries labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(
    missing_docs,
    reason = "the names of formats say all there is to say; the table has their media types"
)]
pub enum Format {
    Png,
    Jpeg,
    WebP,
    PlainText,
    Csv,
    Tsv,
    Html,
    Markdown,
    Yaml,
    Toml,
    Ini,
    Xml,
    Xhtml,
    Rss,
    Atom,
    JavaScript,
    Css,
    Python,
    Shell,
    Sql,
    Tex,
    WebVtt,
}

/// How a format carries a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Carrier {
    /// One `caBX` chunk (C2PA 2.2, A.3.1.3).
    Png,
    /// APP11 segments with JUMBF (C2PA 2.2, A.3.1.1).
    Jpeg,
    /// One `C2PA` chunk (C2PA 2.2, A.3.1.5).
    WebP,
    /// Variation selectors at the end (C2PA 2.4, A.8).
    Wrapper,
    /// A script element in the head (C2PA 2.4, A.7).
    Element,
    /// A delimited block in a comment (C2PA 2.4, A.9).
    Block(Comment),
}

/// How a comment of one line begins and ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Comment {
    pub(crate) prefix: &'static str,
    pub(crate) suffix: &'static str,
}

const fn line(prefix: &'static str) -> Carrier {
    Carrier::Block(Comment { prefix, suffix: "" })
}

const fn block(prefix: &'static str, suffix: &'static str) -> Carrier {
    Carrier::Block(Comment { prefix, suffix })
}

/// XML comments cannot hold the delimiters' dashes (XML 1.0, 2.5), so that a processing instruction is used.
const INSTRUCTION: Carrier = block("<?c2pa", "?>");

struct Row(Format, &'static str, &'static [&'static str], &'static [&'static str], Carrier);

/// Format, name, media types (the first is the one that is shown), file extensions, carrier.
const TABLE: [Row; 22] = [
    Row(Format::Png, "PNG", &["image/png"], &["png", "apng"], Carrier::Png),
    Row(Format::Jpeg, "JPEG", &["image/jpeg", "image/jpg"], &["jpg", "jpeg", "jpe", "jfif"], Carrier::Jpeg),
    Row(Format::WebP, "WebP", &["image/webp"], &["webp"], Carrier::WebP),
    Row(Format::PlainText, "plain text", &["text/plain"], &["txt", "text"], Carrier::Wrapper),
    Row(Format::Csv, "CSV", &["text/csv"], &["csv"], Carrier::Wrapper),
    Row(Format::Tsv, "TSV", &["text/tab-separated-values"], &["tsv"], Carrier::Wrapper),
    Row(Format::Html, "HTML", &["text/html"], &["html", "htm"], Carrier::Element),
    Row(Format::Markdown, "Markdown", &["text/markdown"], &["md", "markdown"], block("<!--", "-->")),
    Row(
        Format::Yaml,
        "YAML",
        &["application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml"],
        &["yaml", "yml"],
        line("#"),
    ),
    Row(Format::Toml, "TOML", &["application/toml", "text/toml"], &["toml"], line("#")),
    Row(Format::Ini, "INI", &["text/x-ini"], &["ini"], line(";")),
    Row(Format::Xml, "XML", &["application/xml", "text/xml"], &["xml"], INSTRUCTION),
    Row(Format::Xhtml, "XHTML", &["application/xhtml+xml"], &["xhtml", "xht"], INSTRUCTION),
    Row(Format::Rss, "RSS", &["application/rss+xml"], &["rss"], INSTRUCTION),
    Row(Format::Atom, "Atom", &["application/atom+xml"], &["atom"], INSTRUCTION),
    Row(
        Format::JavaScript,
        "JavaScript",
        &["text/javascript", "application/javascript"],
        &["js", "mjs", "cjs"],
        line("//"),
    ),
    Row(Format::Css, "CSS", &["text/css"], &["css"], block("/*", "*/")),
    Row(Format::Python, "Python", &["text/x-python"], &["py"], line("#")),
    Row(Format::Shell, "shell script", &["application/x-sh", "text/x-sh"], &["sh"], line("#")),
    Row(Format::Sql, "SQL", &["application/sql", "text/x-sql"], &["sql"], line("--")),
    Row(Format::Tex, "TeX", &["application/x-tex", "text/x-tex"], &["tex"], line("%")),
    Row(Format::WebVtt, "WebVTT", &["text/vtt"], &["vtt"], line("NOTE")),
];

impl Format {
    /// Every format.
    ///
    /// ```
    /// for format in aimark::Format::all() {
    ///     assert_eq!(aimark::Format::from_media_type(format.media_type()), Some(format));
    /// }
    /// ```
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.0)
    }

    /// The image format that the first bytes announce, whatever the file is called. Text announces nothing that
    /// could be relied on, and gives `None`.
    ///
    /// ```
    /// assert_eq!(aimark::Format::detect(b"\xff\xd8\xff\xe0"), Some(aimark::Format::Jpeg));
    /// assert_eq!(aimark::Format::detect(b"GIF89a"), None);
    /// ```
    pub fn detect(asset: &[u8]) -> Option<Self> {
        let webp = asset.starts_with(b"RIFF") && asset.get(8..12) == Some(b"WEBP");
        match () {
            () if asset.starts_with(&png::SIGNATURE) => Some(Self::Png),
            () if asset.starts_with(&jpeg::START) => Some(Self::Jpeg),
            () if webp => Some(Self::WebP),
            () => None,
        }
    }

    /// The format of a media type; parameters such as `; charset=utf-8` are passed over. What is longer than 1024 bytes
    /// is no media type.
    pub fn from_media_type(media_type: &str) -> Option<Self> {
        if media_type.len() > 1024 {
            return None;
        }
        let name = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        TABLE.iter().find(|row| row.2.contains(&name.as_str())).map(|row| row.0)
    }

    /// The format that a file name's extension (without the dot) promises.
    pub fn from_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        TABLE.iter().find(|row| row.3.contains(&extension.as_str())).map(|row| row.0)
    }

    /// The media type, such as `image/png`.
    pub fn media_type(self) -> &'static str {
        self.row().and_then(|row| row.2.first()).copied().unwrap_or_default()
    }

    /// Whether it is text: known by its name, not by its content.
    pub fn is_text(self) -> bool {
        !matches!(self.carrier(), Carrier::Png | Carrier::Jpeg | Carrier::WebP)
    }

    pub(crate) fn carrier(self) -> Carrier {
        self.row().map_or(Carrier::Wrapper, |row| row.4)
    }

    fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.0 == self)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.row().map_or("", |row| row.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_format_has_one_row_and_each_name_one_format() {
        let formats: HashSet<_> = TABLE.iter().map(|row| row.0).collect();
        assert_eq!(formats.len(), TABLE.len());
        for names in [|row: &Row| row.2, |row: &Row| row.3] {
            let all: Vec<_> = TABLE.iter().flat_map(|row| names(row).iter()).collect();
            assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
        }
        assert_eq!(Format::from_media_type("Text/Plain; charset=utf-8"), Some(Format::PlainText));
        assert_eq!(Format::from_extension("JPG"), Some(Format::Jpeg));
    }
}

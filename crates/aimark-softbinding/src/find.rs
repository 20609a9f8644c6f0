//! Reading a watermark from a picture file.

use aimark::{Label, Origin};
use aimark_durable::{DetectOptions, Found, Key, Kind, Search, detect};
use aimark_picture::File;

use crate::mark::WATERMARK;
use crate::pixels::view;
use crate::{Error, Limits};

/// A watermark that was found. Whoever has its key can have put it there: what it says is a statement, and no proof.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Watermark {
    found: Found,
}

impl Watermark {
    /// How the content came to be, it says. `None` for what a later version may say.
    #[must_use]
    pub fn origin(&self) -> Option<Origin> {
        match self.found.payload.kind() {
            Kind::Generated => Some(Origin::Generated),
            Kind::Altered | Kind::Composite => Some(Origin::Altered),
            _ => None,
        }
    }

    /// The number of who issued it.
    #[must_use]
    pub fn issuer(&self) -> u16 {
        self.found.payload.issuer()
    }

    /// What leads to the label.
    #[must_use]
    pub fn identifier(&self) -> u64 {
        self.found.payload.identifier()
    }

    /// What stands in the soft binding of a label with this watermark.
    #[must_use]
    pub fn value(&self) -> [u8; 8] {
        self.found.payload.to_bytes()
    }

    /// Whether a label states this watermark, another one (`false`), or none.
    #[must_use]
    pub fn is_stated_by(&self, label: &Label) -> Option<bool> {
        let mut stated = label.soft_bindings().iter().filter(|one| one.algorithm() == WATERMARK);
        stated.next().map(|one| one.value() == self.value())
    }

    /// How sure it is, and how the mark lies in the picture.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.found
    }
}

/// Looks for a watermark in a PNG, JPEG or WebP, labelled or not, made with one of `keys`.
///
/// # Errors
///
/// [`Error::Picture`] for a file that cannot be decoded or is too large, [`Error::Watermark`] for no keys or more than
/// [`MOST_KEYS`](crate::MOST_KEYS), for more pixels than its own limit, and for a picture of less than 48 pixels on a side or
/// more than 20 times as long as wide.
pub fn find(asset: &[u8], keys: &[Key], search: Search, limits: &Limits) -> Result<Option<Watermark>, Error> {
    let image = File::read(asset, &limits.picture)?.decode(&limits.picture)?;
    let options = DetectOptions { search };
    Ok(detect(&view(&image, &limits.watermark)?, keys, &options)?.map(|found| Watermark { found }))
}

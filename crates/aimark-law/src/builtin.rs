//! The profiles that come with the library.

use crate::limits::Limits;
use crate::profile::Profile;

/// Short names, and files. The first is evaluated with every other.
const FILES: [(&str, &str); 9] = [
    ("common", include_str!("../profiles/common.toml")),
    ("kz", include_str!("../profiles/kz.toml")),
    ("eu", include_str!("../profiles/eu.toml")),
    ("cn", include_str!("../profiles/cn.toml")),
    ("kr", include_str!("../profiles/kr.toml")),
    ("in", include_str!("../profiles/in.toml")),
    ("vn", include_str!("../profiles/vn.toml")),
    ("us-ca", include_str!("../profiles/us-ca.toml")),
    ("id", include_str!("../profiles/id.toml")),
];

impl Profile {
    /// The names of the profiles that come with the library, without the common rules.
    ///
    /// ```
    /// assert!(aimark_law::Profile::names().any(|name| name == "kz"));
    /// ```
    pub fn names() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(name, _)| *name).filter(|name| *name != "common")
    }

    /// A profile that comes with the library; `None` for another name. `common` has the rules that every profile shares, and
    /// is to be evaluated once beside them.
    ///
    /// ```
    /// use aimark_law::{Profile, Status};
    ///
    /// assert_eq!(Profile::builtin("id").unwrap().status(), Status::Draft);
    /// assert!(Profile::builtin("atlantis").is_none());
    /// ```
    #[must_use]
    pub fn builtin(name: &str) -> Option<Self> {
        // A test reads every file, so that none is missing here.
        Self::parse(Self::source(name)?, &Limits::default()).ok()
    }

    /// The file of a profile that comes with the library: something to begin with for a profile of one's own.
    ///
    /// ```
    /// assert!(aimark_law::Profile::source("kz").unwrap().contains("as_of"));
    /// ```
    #[must_use]
    pub fn source(name: &str) -> Option<&'static str> {
        FILES.iter().find(|(known, _)| *known == name).map(|(_, file)| *file)
    }
}

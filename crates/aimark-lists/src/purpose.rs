//! What a list's authorities are accepted for.

use core::fmt;
use core::str::FromStr;

use aimark_identity::CertificateSummary;

/// What the authorities of a list are accepted for.
///
/// ```
/// use aimark_lists::Purpose;
///
/// assert_eq!("time-stamping".parse(), Ok(Purpose::TimeStamping));
/// assert_eq!(Purpose::ALL.map(Purpose::name), ["signing", "time-stamping"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Purpose {
    /// Issuing certificates that sign claims.
    Signing,
    /// Issuing certificates that sign time stamps (RFC 3161).
    TimeStamping,
}

impl Purpose {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Signing, Self::TimeStamping];

    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Signing => "signing",
            Self::TimeStamping => "time-stamping",
        }
    }

    /// Whether an authority may be accepted for this: it may if it does not restrict its purposes (RFC 5280, 4.2.1.12), or
    /// if this is among them.
    pub(crate) fn admits(self, authority: &CertificateSummary) -> bool {
        let own: &[&str] = match self {
            Self::Signing => &["c2pa-kp-claimSigning", "emailProtection", "documentSigning"],
            Self::TimeStamping => &["timeStamping"],
        };
        let usages = &authority.extended_key_usages;
        usages.is_empty()
            || usages.iter().any(|usage| usage == "anyExtendedKeyUsage" || own.contains(&usage.as_str()))
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Purpose {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|purpose| purpose.name() == text).ok_or(())
    }
}

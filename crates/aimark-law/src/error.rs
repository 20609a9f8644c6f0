//! Why a profile is refused.

/// Why a profile is refused, by who is at fault. `place` is the rule or the key.
///
/// ```
/// use aimark_law::{Limits, Profile, ProfileError};
///
/// let error = Profile::parse("format = 1\nname = \"kz\"", &Limits::default()).unwrap_err();
/// assert!(matches!(error, ProfileError::Input { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProfileError {
    /// The file is at fault: it is no TOML, a key is missing or unknown, or a value is none of those that are allowed.
    #[error("profile: {place}: {problem}")]
    Input {
        /// Where.
        place: String,
        /// What is wrong. Safe to show.
        problem: String,
    },
    /// A limit of the caller was passed.
    #[error("profile: {place}: {count} {what}, at most {most} are allowed")]
    Limit {
        /// Where.
        place: String,
        /// What was counted.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// The file is of a later format than this version knows.
    #[error("profile: format {0} is not known, only 1")]
    Unsupported(i64),
    /// A file of this library is at fault. Please report it.
    #[error("internal error: {0}")]
    Internal(String),
}

impl ProfileError {
    pub(crate) fn input(place: impl Into<String>, problem: impl Into<String>) -> Self {
        let problem = problem.into();
        Self::Input { place: crate::shown::shown(&place.into()), problem: crate::shown::fault(&problem) }
    }
}

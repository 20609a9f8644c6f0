//! Lists whose purpose is their type, so that nobody accepts a time stamp's authority for a signature by mistake.

use crate::{List, ListError, Purpose};

/// A list of authorities for signing.
///
/// ```
/// use aimark_lists::{ListError, Purpose, SigningList, TimeStampingList, built_in};
///
/// fn verify(accepted: &SigningList, stamped: &TimeStampingList) {}
/// let (signing, stamping) = (built_in(Purpose::Signing), built_in(Purpose::TimeStamping));
/// verify(&SigningList::try_from(signing)?, &TimeStampingList::try_from(stamping)?);
/// # Ok::<(), ListError>(())
/// ```
///
/// ```compile_fail
/// # use aimark_lists::{SigningList, TimeStampingList};
/// fn mixed_up(stamped: &TimeStampingList) -> &SigningList { stamped }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningList(List);

/// A list of authorities for time stamps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeStampingList(List);

impl SigningList {
    /// The list.
    #[must_use]
    pub fn list(&self) -> &List {
        &self.0
    }
}

impl TimeStampingList {
    /// The list.
    #[must_use]
    pub fn list(&self) -> &List {
        &self.0
    }
}

impl TryFrom<List> for SigningList {
    type Error = ListError;

    /// # Errors
    ///
    /// [`ListError::Purpose`] if the list is for something else.
    fn try_from(list: List) -> Result<Self, ListError> {
        of(list, Purpose::Signing).map(Self)
    }
}

impl TryFrom<List> for TimeStampingList {
    type Error = ListError;

    /// # Errors
    ///
    /// [`ListError::Purpose`] if the list is for something else.
    fn try_from(list: List) -> Result<Self, ListError> {
        of(list, Purpose::TimeStamping).map(Self)
    }
}

fn of(list: List, wanted: Purpose) -> Result<List, ListError> {
    if list.purpose == wanted {
        return Ok(list);
    }
    Err(ListError::Purpose { found: list.purpose, wanted })
}

//! The name in a certificate.

use core::fmt;

use der::asn1::{Any, ObjectIdentifier, SetOfVec};
use der::oid::db::rfc4519::{COMMON_NAME, COUNTRY_NAME, ORGANIZATION_NAME};
use der::{Decode, Encode, Tag};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};

use crate::IdentityError;
use crate::text::is_deceptive;

/// `ub-organization-name` and `ub-common-name` of RFC 5280 appendix A.1, in characters.
const MAX_CHARS: usize = 64;

/// Whom a certificate names: a country, an organization and a common name, all within the rules of
/// [`Subject::new`].
///
/// Every label shows this name, and every byte of it is in every signed file: short names make small labels.
///
/// ```
/// let subject = aimark_identity::Subject::new("KZ", "Example Studio", "Example Studio labels")?;
/// assert_eq!(subject.organization(), "Example Studio");
/// # Ok::<(), aimark_identity::IdentityError>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Subject {
    country: String,
    organization: String,
    common_name: String,
}

impl Subject {
    /// Checks the three parts of a name.
    ///
    /// `country` is an ISO 3166 code: exactly two capital ASCII letters (it is not looked up in the list of
    /// countries). `organization` and `common_name` have 1 to 64 characters (RFC 5280 appendix A.1 counts
    /// characters, not bytes), neither start nor end with a space, and hold no control characters,
    /// directional overrides or invisible characters: a name must read the way it is.
    ///
    /// # Errors
    ///
    /// [`IdentityError::Subject`] with the part and the rule, for the first part that breaks one.
    ///
    /// ```
    /// use aimark_identity::{IdentityError, Subject, SubjectField};
    ///
    /// let error = Subject::new("Kazakhstan", "aimark", "aimark default").unwrap_err();
    /// assert!(matches!(error, IdentityError::Subject { field: SubjectField::Country, .. }));
    /// assert_eq!(error.to_string(), "the country must be two capital letters, such as KZ");
    /// ```
    pub fn new(country: &str, organization: &str, common_name: &str) -> Result<Self, IdentityError> {
        Ok(Self {
            country: checked_country(country)?,
            organization: checked_text(SubjectField::Organization, organization)?,
            common_name: checked_text(SubjectField::CommonName, common_name)?,
        })
    }

    /// The country: two capital ASCII letters.
    pub fn country(&self) -> &str {
        &self.country
    }

    /// The organization: 1 to 64 characters.
    pub fn organization(&self) -> &str {
        &self.organization
    }

    /// The common name: 1 to 64 characters.
    pub fn common_name(&self) -> &str {
        &self.common_name
    }

    /// The name as X.509 has it, from the general to the particular: C, O, CN.
    pub(crate) fn to_name(&self) -> Result<Name, IdentityError> {
        name(&[
            // RFC 5280 appendix A.1 leaves countries no other type.
            (COUNTRY_NAME, Tag::PrintableString, &self.country),
            // Both types are allowed for the rest; always the same one gives the same bytes.
            (ORGANIZATION_NAME, Tag::Utf8String, &self.organization),
            (COMMON_NAME, Tag::Utf8String, &self.common_name),
        ])
    }
}

/// A name of nothing but a common name.
pub(crate) fn bare_name(common_name: &str) -> Result<Name, IdentityError> {
    name(&[(COMMON_NAME, Tag::Utf8String, common_name)])
}

/// A part of a [`Subject`]. Displayed as it reads in a sentence: "the country".
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SubjectField {
    /// `C`, countryName.
    Country,
    /// `O`, organizationName.
    Organization,
    /// `CN`, commonName.
    CommonName,
}

impl fmt::Display for SubjectField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Country => "the country",
            Self::Organization => "the organization",
            Self::CommonName => "the common name",
        })
    }
}

fn checked_country(country: &str) -> Result<String, IdentityError> {
    match country.as_bytes() {
        [b'A'..=b'Z', b'A'..=b'Z'] => Ok(country.to_owned()),
        _ => Err(IdentityError::Subject {
            field: SubjectField::Country,
            rule: "must be two capital letters, such as KZ",
        }),
    }
}

fn checked_text(field: SubjectField, text: &str) -> Result<String, IdentityError> {
    let refuse = |rule| Err(IdentityError::Subject { field, rule });
    if text.is_empty() || text.chars().nth(MAX_CHARS).is_some() {
        return refuse("must have 1 to 64 characters");
    }
    if text.contains(is_deceptive) {
        return refuse("must not hold control, directional or invisible characters");
    }
    // RFC 5280 section 7.1 compares names without outer spaces: two subjects must not look alike to it.
    if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
        return refuse("must not start or end with a space");
    }
    Ok(text.to_owned())
}

fn name(parts: &[(ObjectIdentifier, Tag, &str)]) -> Result<Name, IdentityError> {
    let mut rdns = RdnSequence::default();
    for &(oid, tag, text) in parts {
        let value = Any::new(tag, text.as_bytes())?;
        let attributes = SetOfVec::from_iter([AttributeTypeAndValue { oid, value }])?;
        rdns.push(RelativeDistinguishedName::from(attributes));
    }
    // `Name` takes checked sequences only by way of their encoding.
    Ok(Name::from_der(&rdns.to_der()?)?)
}

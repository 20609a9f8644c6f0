//! The code that stands for a provider (TC260-PG-20252A).

/// The format code of this kind of code.
const FORMAT: &str = "00";
/// The characters of a unified social credit code in the order of their values (GB 32100-2015): no I, O, S, V, Z.
const USCC: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A provider code: 27 characters that say who offers a service and which one. It keeps the rules; whether it was ever
/// given to anybody it does not say.
///
/// ```
/// use aimark_aigc::{CodeError, ProviderCode, Role};
///
/// let code: ProviderCode = "001191440300708461136T1XGW3".parse()?;
/// assert_eq!(code.uscc(), Some("91440300708461136T"));
/// assert_eq!((code.role(), code.model()), (Role::Generation, "XGW3"));
/// assert_eq!("001191440300708461136U1XGW3".parse::<ProviderCode>(), Err(CodeError::CheckDigit));
/// # Ok::<(), CodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ProviderCode {
    subject_type: char,
    binding: char,
    role: Role,
    whole: String,
}

/// What the provider does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Generates content: `1`.
    Generation,
    /// Passes content on: `2`.
    Propagation,
    /// Not said: the last five characters are `00000`.
    NotSaid,
}

/// Why a text is no provider code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CodeError {
    /// Not 27 characters.
    #[error("a provider code has 27 characters")]
    Length,
    /// Another character than a digit or a capital letter A-Z.
    #[error("a provider code is of digits and capital letters, not {0:?}")]
    Character(char),
    /// It does not begin with `00`.
    #[error("a provider code begins with 00")]
    FormatCode,
    /// The unified social credit code in it is mistyped: its check digit, or a letter that such codes do not have.
    #[error("the unified social credit code in it has another check digit")]
    CheckDigit,
    /// The 23rd character is neither `1` nor `2`, and the last five are not `00000`.
    #[error("the 23rd character of a provider code is 1 or 2, or the last five are 00000")]
    Role,
}

impl ProviderCode {
    /// Reads a code.
    ///
    /// # Errors
    /// [`CodeError`] for the first rule that it breaks.
    pub fn parse(code: &str) -> Result<Self, CodeError> {
        // A text from outside: counted no further than needed.
        if code.chars().take(28).count() != 27 {
            return Err(CodeError::Length);
        }
        if let Some(c) = code.chars().find(|c| !c.is_ascii_digit() && !c.is_ascii_uppercase()) {
            return Err(CodeError::Character(c));
        }
        if !code.starts_with(FORMAT) {
            return Err(CodeError::FormatCode);
        }
        let at = |index| code.chars().nth(index).unwrap_or('0');
        let parsed = Self { subject_type: at(2), binding: at(3), role: role(code)?, whole: code.to_owned() };
        if parsed.uscc().is_some_and(|uscc| !uscc_holds(uscc)) {
            return Err(CodeError::CheckDigit);
        }
        Ok(parsed)
    }

    /// The whole code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    /// What kind of subject it names: `1` is an organisation.
    #[must_use]
    pub fn subject_type(&self) -> char {
        self.subject_type
    }

    /// By what it names the subject: `1` is by a unified social credit code.
    #[must_use]
    pub fn binding(&self) -> char {
        self.binding
    }

    /// The 18 characters that name the subject.
    #[must_use]
    pub fn subject(&self) -> &str {
        self.whole.get(4..22).unwrap_or_default()
    }

    /// The unified social credit code (GB 32100), where [`Self::binding`] says that it is one. Its check digit holds.
    #[must_use]
    pub fn uscc(&self) -> Option<&str> {
        (self.binding == '1').then(|| self.subject())
    }

    /// What the provider does.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// The four characters for the model or the application; `0000` where nothing is said.
    #[must_use]
    pub fn model(&self) -> &str {
        self.whole.get(23..).unwrap_or_default()
    }
}

impl core::str::FromStr for ProviderCode {
    type Err = CodeError;

    fn from_str(code: &str) -> Result<Self, CodeError> {
        Self::parse(code)
    }
}

impl core::fmt::Display for ProviderCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.whole)
    }
}

fn role(code: &str) -> Result<Role, CodeError> {
    match code.get(22..).unwrap_or_default() {
        "00000" => Ok(Role::NotSaid),
        service if service.starts_with('1') => Ok(Role::Generation),
        service if service.starts_with('2') => Ok(Role::Propagation),
        _ => Err(CodeError::Role),
    }
}

/// GB 32100-2015: the first 17 values, weighted with the powers of 3, and the check digit come to a multiple of 31.
fn uscc_holds(uscc: &str) -> bool {
    let (mut sum, mut weight) = (0_usize, 1_usize);
    for (index, c) in uscc.chars().enumerate() {
        let Some(value) = USCC.find(c) else { return false };
        let weighted = value.saturating_mul(if index == 17 { 1 } else { weight });
        sum = sum.saturating_add(weighted);
        weight = weight.saturating_mul(3).checked_rem(31).unwrap_or_default();
    }
    sum.checked_rem(31) == Some(0)
}

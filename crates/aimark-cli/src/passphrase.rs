//! Passphrases: from an environment variable the user names, or from the terminal. Never an argument, for
//! every user of a machine can read those.

use zeroize::Zeroizing;

use crate::failure::Failure;
use crate::words::{Words, say};

/// The passphrase of an existing key.
pub(crate) fn ask(what: &Words, variable: Option<&str>) -> Result<Zeroizing<String>, Failure> {
    match variable {
        Some(variable) => secret_from(variable),
        None => prompt(&say!("passphrase-of", what = what.clone())),
    }
}

/// The passphrase of a new key, asked for twice, so that a slip of the finger locks nobody out.
pub(crate) fn choose(what: &Words, variable: Option<&str>) -> Result<Zeroizing<String>, Failure> {
    let Some(variable) = variable else {
        let first = prompt(&say!("passphrase-new", what = what.clone()))?;
        let second = prompt(&say!("passphrase-again"))?;
        return if *first == *second { Ok(first) } else { Err(Failure::misuse(say!("passphrases-differ"))) };
    };
    secret_from(variable)
}

/// The value of the environment variable that an option names.
pub(crate) fn secret_from(variable: &str) -> Result<Zeroizing<String>, Failure> {
    let name = crate::shown::visible(variable);
    match std::env::var(variable) {
        Ok(value) if value.is_empty() => Err(Failure::misuse(say!("variable-empty", name = name))),
        Ok(value) => Ok(Zeroizing::new(value)),
        Err(std::env::VarError::NotPresent) => Err(Failure::misuse(say!("variable-not-set", name = name))),
        Err(std::env::VarError::NotUnicode(_)) => {
            Err(Failure::misuse(say!("variable-not-text", name = name)))
        }
    }
}

fn prompt(words: &Words) -> Result<Zeroizing<String>, Failure> {
    rpassword::prompt_password(format!("{} ", words.text()))
        .map(Zeroizing::new)
        .map_err(|_| Failure::misuse(say!("passphrase-no-terminal")).hint(say!("hint-passphrase-env")))
}

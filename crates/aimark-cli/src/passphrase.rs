//! Passphrases: from an environment variable the user names, or from the terminal. Never an argument, for
//! every user of a machine can read those.

use zeroize::Zeroizing;

use crate::failure::Failure;

/// The passphrase of an existing key.
pub(crate) fn ask(what: &str, variable: Option<&str>) -> Result<Zeroizing<String>, Failure> {
    match variable {
        Some(variable) => secret_from(variable),
        None => prompt(&format!("Passphrase of {what}: ")),
    }
}

/// The passphrase of a new key, asked for twice, so that a slip of the finger locks nobody out.
pub(crate) fn choose(what: &str, variable: Option<&str>) -> Result<Zeroizing<String>, Failure> {
    let Some(variable) = variable else {
        let first = prompt(&format!("New passphrase for {what}: "))?;
        let second = prompt("The same once more: ")?;
        return if *first == *second {
            Ok(first)
        } else {
            Err(Failure::misuse("the two passphrases differ"))
        };
    };
    secret_from(variable)
}

/// The value of the environment variable that an option names.
pub(crate) fn secret_from(variable: &str) -> Result<Zeroizing<String>, Failure> {
    let name = crate::shown::visible(variable);
    match std::env::var(variable) {
        Ok(value) if value.is_empty() => Err(Failure::misuse(format!("the variable {name} is empty"))),
        Ok(value) => Ok(Zeroizing::new(value)),
        Err(std::env::VarError::NotPresent) => {
            Err(Failure::misuse(format!("the variable {name} is not set")))
        }
        Err(std::env::VarError::NotUnicode(_)) => {
            Err(Failure::misuse(format!("the variable {name} is not text")))
        }
    }
}

fn prompt(words: &str) -> Result<Zeroizing<String>, Failure> {
    rpassword::prompt_password(words).map(Zeroizing::new).map_err(|_| {
        Failure::misuse("the key needs a passphrase, and there is no terminal to ask for it")
            .hint("--passphrase-env VAR takes it from an environment variable")
    })
}

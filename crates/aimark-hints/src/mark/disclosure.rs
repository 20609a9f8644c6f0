//! `ai-disclosure` of the W3C AI Content Disclosure Community Group, an explainer and no standard, and its like.

use crate::Says;

/// What the value of `ai-disclosure` says. The modes of the HTTP field of draft-abaris-aicdh-01 are among them.
pub(crate) fn says(value: &str) -> Says {
    match value.trim().to_ascii_lowercase().as_str() {
        "none" | "human" => Says::NotAi,
        "ai-assisted" | "ai-modified" | "assisted" => Says::Altered,
        "ai-generated" | "ai-originated" | "machine-generated" | "autonomous" | "ai-autonomous"
        | "generated" => Says::Generated,
        "mixed" => Says::Involved,
        _ => Says::Open,
    }
}

/// What the value of `ai-generated`, a name that nobody standardized, says.
pub(crate) fn says_yes_or_no(value: &str) -> Says {
    match value.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" | "full" | "fully" => Says::Generated,
        "false" | "no" | "0" | "none" => Says::NotAi,
        "partial" | "partially" | "assisted" => Says::Altered,
        other => says(other),
    }
}

//! The credential itself: signature, binding, time stamp, and whether the file could be walked at all.

use aimark::Verdict;
use aimark_hints::Kind;

use crate::answer::{Outcome, Seen};
use crate::evidence::{Content, Evidence};

pub(super) fn examined(evidence: &Evidence) -> Seen {
    match (&evidence.unreadable, evidence.hints.cut) {
        (Some(why), _) => Seen::new(Outcome::Damaged).with("reason", why),
        (None, true) => {
            Seen::new(Outcome::CannotTell).with("limit", "there may be more marks than were read")
        }
        (None, false) => Seen::new(Outcome::Found),
    }
}

pub(super) fn signature(evidence: &Evidence) -> Seen {
    let Some(credential) = evidence.embedded() else { return Seen::new(Outcome::NotFound) };
    let seen = Seen::new(match credential.verdict {
        Verdict::Trusted => Outcome::Found,
        Verdict::Invalid => Outcome::Damaged,
        _ => Outcome::CannotTell,
    });
    let seen = seen.with("verdict", credential.verdict.name());
    match &credential.signer {
        Some(signer) => seen.with("signer", signer),
        None => seen,
    }
}

pub(super) fn binding(evidence: &Evidence) -> Seen {
    let Some(credential) = evidence.embedded() else { return Seen::new(Outcome::NotApplicable) };
    Seen::new(match credential.content {
        Content::AsSigned => Outcome::Found,
        Content::Changed => Outcome::Damaged,
        Content::NotExamined => Outcome::CannotTell,
    })
}

pub(super) fn time_stamp(evidence: &Evidence, not_later: bool) -> Seen {
    let Some(credential) = evidence.embedded() else { return Seen::new(Outcome::NotApplicable) };
    let Some(stamp) = credential.time_stamp else {
        // Of a credential that nobody examined it is not known either.
        let unknown = credential.verdict == Verdict::Foreign;
        return Seen::new(if unknown { Outcome::CannotTell } else { Outcome::NotFound });
    };
    let outcome = if not_later && stamp.time.unix_seconds() > evidence.at.unix_seconds() {
        Outcome::Conflicting
    } else if stamp.accepted {
        Outcome::Found
    } else {
        Outcome::CannotTell
    };
    let authority = if stamp.accepted { "accepted" } else { "not accepted" };
    Seen::new(outcome).with("time", stamp.time.to_string()).with("authority", authority)
}

pub(super) fn remote_only(evidence: &Evidence) -> Seen {
    let address = evidence.credential.as_ref().and_then(|one| one.remote.as_deref());
    let referred: Vec<&str> = address
        .into_iter()
        .chain(evidence.hints_of(Kind::RemoteCredential).map(|hint| hint.value.as_str()))
        .collect();
    let lost = evidence.hints_of(Kind::EmbeddedCredential).next();
    let embedded = evidence.credential.as_ref().filter(|one| one.remote.is_none());
    match (embedded, lost, referred.as_slice()) {
        (Some(_), _, _) => Seen::new(Outcome::Found),
        (None, Some(hint), _) => Seen::new(Outcome::Damaged).with("place", &hint.place),
        (None, None, []) => Seen::new(Outcome::NotApplicable),
        (None, None, addresses) => addresses
            .iter()
            .fold(Seen::new(Outcome::NotFound), |seen, address| seen.with("address, not fetched", address)),
    }
}

//! Whose signatures a run accepts: the user's anchors, those named for this run, and the trust lists in force. One set for
//! labels of our own shape and for other makers' credentials.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::OnceLock;

use aimark::{Anchors, SignerInfo};
use aimark_c2pa::{AnchorList, Options};
use aimark_lists::List;

use crate::failure::{Failure, Kind};
use crate::input::read_text;
use crate::reasons;
use crate::report::{ListInForce, Purpose};
use crate::shown::shown;
use crate::store::Store;
use crate::talk::Talk;
use crate::terms;

pub(crate) struct Signers {
    /// For our own engine.
    pub(crate) anchors: Anchors,
    /// The same for the other engine, and lists for time stamping, which never accept a signer.
    signing: Vec<AnchorList>,
    time_stamping: Vec<AnchorList>,
    /// The list that an anchor is from, by its fingerprint.
    listed: HashMap<String, String>,
    in_force: Vec<ListInForce>,
    /// Whether the other engine may use the network.
    online: bool,
    /// Made when the first file asks for it: most folders of our own labels never do.
    elsewhere: OnceLock<Result<aimark_c2pa::Examiner, aimark_c2pa::Error>>,
}

impl Signers {
    /// `named`: files of certificates for this run. `default`: also what this machine accepts.
    pub(crate) fn gather(
        named: &[PathBuf],
        default: bool,
        online: bool,
        talk: Talk,
    ) -> Result<Self, Failure> {
        let mut signers = Self { online, ..Self::empty() };
        let mut own = String::new();
        for path in named {
            signers.accept(&mut own, &read_text(path)?, &shown(path))?;
        }
        if default {
            let store = Store::locate()?;
            let (stored, problems) = store.anchors()?;
            problems.iter().for_each(|problem| talk.warn(problem.text()));
            for anchor in stored {
                signers.accept(&mut own, &anchor.pem, &shown(&anchor.path))?;
            }
            signers.own(own);
            let (lists, problems) = store.lists();
            problems.iter().for_each(|problem| talk.warn(problem));
            if let Some((list, _)) = &lists.signing {
                signers.accept_list(list.list());
            }
            if let Some((list, _)) = &lists.time_stamping {
                let list = list.list();
                signers.time_stamping.push(AnchorList::new(title(list), list.pem.as_ref()));
                signers.in_force.push(in_force(list, Purpose::Time));
            }
        } else {
            signers.own(own);
        }
        Ok(signers)
    }

    fn empty() -> Self {
        Self {
            anchors: Anchors::new(),
            signing: Vec::new(),
            time_stamping: Vec::new(),
            listed: HashMap::new(),
            in_force: Vec::new(),
            online: false,
            elsewhere: OnceLock::new(),
        }
    }

    fn accept(&mut self, own: &mut String, pem: &str, place: &str) -> Result<(), Failure> {
        let added = self.anchors.add_pem(pem.as_bytes());
        added.map_err(|e| Failure::new(Kind::Signer, reasons::certificate(&e)).at(place))?;
        own.push_str(pem);
        own.push('\n');
        Ok(())
    }

    fn own(&mut self, pem: String) {
        let certificates = self.anchors.len();
        if certificates > 0 {
            let name = terms::OWN_ANCHORS.to_owned();
            self.signing.push(AnchorList::new(name.clone(), pem));
            self.in_force.push(ListInForce { name, date: None, certificates, purpose: Purpose::Own });
        }
    }

    /// A list of many authorities: one that our engine cannot use is left to the other.
    fn accept_list(&mut self, list: &List) {
        let title = title(list);
        for certificate in list.certificates().unwrap_or_default() {
            // What the user named stays the user's.
            if !self.anchors.iter().any(|own| own.fingerprint == certificate.fingerprint) {
                self.listed.insert(certificate.fingerprint, title.clone());
            }
        }
        // Each by itself: one that cannot be read must not take the others with it.
        for pem in certificates(&list.pem) {
            let _ = self.anchors.add_pem(pem.as_bytes());
        }
        self.signing.push(AnchorList::new(title, list.pem.as_ref()));
        self.in_force.push(in_force(list, Purpose::Content));
    }

    /// The list that an anchor is from; `None` for the user's own.
    pub(crate) fn accepted_by(&self, anchor: &SignerInfo) -> Option<String> {
        self.listed.get(&anchor.fingerprint).cloned()
    }

    pub(crate) fn in_force(&self) -> &[ListInForce] {
        &self.in_force
    }

    /// Whether what is kept elsewhere may be fetched.
    pub(crate) fn online(&self) -> bool {
        self.online
    }

    /// Whether the other engine was asked.
    pub(crate) fn asked_elsewhere(&self) -> bool {
        self.elsewhere.get().is_some()
    }

    /// Whoever judges other makers' credentials.
    pub(crate) fn elsewhere(&self) -> Result<&aimark_c2pa::Examiner, Failure> {
        let made = self.elsewhere.get_or_init(|| {
            let options = Options { online: self.online, ..Options::default() };
            aimark_c2pa::Examiner::new(&self.signing, &self.time_stamping, options)
        });
        made.as_ref().map_err(|error| error.clone().into())
    }
}

/// What a report calls a list: its name and its date.
fn title(list: &List) -> String {
    format!("{}, {}", list.name, list.date)
}

fn in_force(list: &List, purpose: Purpose) -> ListInForce {
    let certificates = list.certificates().map_or(0, |all| all.len());
    ListInForce {
        name: list.name.clone().into_owned(),
        date: Some(list.date.to_string()),
        certificates,
        purpose,
    }
}

/// The certificates of a PEM text, one by one.
fn certificates(pem: &str) -> impl Iterator<Item = String> + '_ {
    const END: &str = "-----END CERTIFICATE-----";
    pem.split_inclusive(END).filter(|one| one.ends_with(END)).filter_map(|one| {
        let begin = one.find("-----BEGIN CERTIFICATE-----")?;
        Some(format!("{}\n", one.get(begin..)?))
    })
}

//! `aimark identity`

use std::path::PathBuf;

use aimark::SignerInfo;
use aimark_identity::{Subject, certificate_request};
use zeroize::Zeroizing;

use crate::args::{CsrArgs, IdentityVerb, NewIdentityArgs};
use crate::clock;
use crate::exit::Exit;
use crate::failure::{Failure, Kind};
use crate::input::read_text;
use crate::json;
use crate::output::print_pieces;
use crate::passphrase;
use crate::render::{self, Block};
use crate::shown::{shown, visible};
use crate::signer::{self, unlocked};
use crate::store::{self, CERTIFICATE, KEY, Made, Name, ROOT, Store};
use crate::talk::Talk;
use crate::words::say;

pub(crate) fn run(verb: &IdentityVerb) -> Result<Exit, Failure> {
    let store = Store::locate()?;
    store.clear_drafts();
    match verb {
        IdentityVerb::New(args) => new(&store, args)?,
        IdentityVerb::Show { name, json } => show(&store, &Name::parse(name)?, *json)?,
        IdentityVerb::Csr(args) => csr(&store, args)?,
        IdentityVerb::List { json } => return list(&store, *json),
    }
    Ok(Exit::Done)
}

fn new(store: &Store, args: &NewIdentityArgs) -> Result<(), Failure> {
    let name = Name::parse(&args.name)?;
    let folder = store.identity(&name);
    let taken = || Failure::misuse(say!("identity-exists", name = name.to_string(), path = shown(&folder)));
    // Before anybody thinks up a passphrase for nothing.
    if folder.exists() {
        return Err(taken());
    }
    let common_name = args.common_name.as_deref().unwrap_or(&args.name);
    let new = signer::generate(&args.country, &args.organization, common_name, args.days, clock::now()?)?;
    let key = if args.passphrase || args.passphrase_env.is_some() {
        let passphrase = passphrase::choose(
            &say!("place-key-of", name = name.to_string()),
            args.passphrase_env.as_deref(),
        )?;
        new.encrypted_key_pem(passphrase.as_bytes(), &*clock::random()?)
            .map_err(|e| Failure::identity(say!("place-new-key"), &e))?
    } else {
        new.key_pem()
    };
    match signer::add(store, &name, &new, &key)? {
        Made::Already => Err(taken()),
        Made::New => {
            let talk = Talk::default();
            talk.line(say!("identity-made", name = name.to_string(), path = shown(&folder)));
            talk.line(say!("identity-made-next", file = ROOT));
            Ok(())
        }
    }
}

/// An identity as far as it can be described without its passphrase.
struct Described {
    key: PathBuf,
    encrypted: bool,
    leaf: SignerInfo,
}

impl Described {
    fn read(store: &Store, name: &Name) -> Result<Self, Failure> {
        let folder = store.identity(name);
        if !folder.exists() {
            return Err(Failure::new(Kind::Signer, say!("no-identity", name = name.to_string()))
                .hint(say!("hint-identity-list")));
        }
        let certificate = folder.join(CERTIFICATE);
        let leaf = store::certificates(&read_text(&certificate)?)
            .map_err(|failure| failure.at(shown(&certificate)))?;
        let leaf = leaf.into_iter().next();
        let leaf = leaf.ok_or_else(|| Failure::new(Kind::Internal, say!("chain-empty")))?;
        let key = folder.join(KEY);
        let encrypted = aimark_identity::is_encrypted(&read_text(&key)?);
        Ok(Self { key, encrypted, leaf })
    }
}

fn show(store: &Store, name: &Name, as_json: bool) -> Result<(), Failure> {
    let Described { key, encrypted, leaf } = Described::read(store, name)?;
    if as_json {
        return json::print(json::identity(name, &key, encrypted, &leaf));
    }
    let mut block = Block::new(&name.to_string());
    block.certificate(&leaf);
    block.entry(say!("entry-key"), shown(&key));
    let answer = if encrypted { say!("answer-yes") } else { say!("answer-no") };
    block.entry(say!("entry-key-encrypted"), answer);
    render::print(&block.text())
}

/// One damaged identity does not hide the others.
fn list(store: &Store, as_json: bool) -> Result<Exit, Failure> {
    let mut exit = Exit::Done;
    for name in store.identity_names()? {
        match Described::read(store, &name) {
            Ok(Described { key, encrypted, leaf }) if as_json => {
                json::print(json::identity(&name, &key, encrypted, &leaf))?;
            }
            Ok(Described { leaf, .. }) => {
                let valid = say!("valid-to", time = leaf.not_after.to_string()).text();
                render::print(&format!("{name}  {}  {valid}\n", visible(&leaf.subject)))?;
            }
            Err(failure) => {
                exit = Exit::Error;
                Talk::default().error(&failure);
            }
        }
    }
    Ok(exit)
}

fn csr(store: &Store, args: &CsrArgs) -> Result<(), Failure> {
    let name = Name::parse(&args.name)?;
    let Described { key, leaf, .. } = Described::read(store, &name)?;
    let subject = subject(args, &leaf)?;
    let place = shown(&key);
    let key: Zeroizing<String> =
        unlocked(read_text(&key)?, &place.clone().into(), args.passphrase_env.as_deref())?;
    let request = certificate_request(&subject, &key).map_err(|e| Failure::identity(place, &e))?;
    print_pieces(&[request.as_bytes()])
}

/// Whom the request is for: the holder of the certificate, but for what was given.
fn subject(args: &CsrArgs, leaf: &SignerInfo) -> Result<Subject, Failure> {
    // The last part of a name as RFC 4514 writes it is the first and most general one: the country.
    let country = leaf.subject.rsplit(',').find_map(|part| part.strip_prefix("C="));
    let no_country = || Failure::misuse(say!("no-country")).hint(say!("hint-add", option = "--country"));
    let no_organization =
        || Failure::misuse(say!("no-organization")).hint(say!("hint-add", option = "--organization"));
    let country = args.country.as_deref().or(country).ok_or_else(no_country)?;
    let organization = args.organization.as_deref().or(leaf.organization.as_deref());
    let organization = organization.ok_or_else(no_organization)?;
    let common_name = args.common_name.as_deref().unwrap_or(&leaf.common_name);
    Subject::new(country, organization, common_name).map_err(|e| Failure::identity(say!("place-request"), &e))
}

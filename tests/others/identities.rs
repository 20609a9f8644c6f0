//! CAWG identities: their trust is theirs.

use aimark::Verdict;
use aimark_c2pa::{AnchorList, Examiner, Judgement, Options};
use aimark_tests::{identity_from, pictures};
use c2pa::SigningAlg;
use c2pa::crypto::raw_signature::signer_from_cert_chain_and_private_key;
use c2pa::identity::builder::{IdentityAssertionBuilder, IdentityAssertionSigner};
use c2pa::identity::x509::X509CredentialHolder;

use crate::{builder, created, definition, ours};

fn raw(seed: u8) -> Box<dyn c2pa::crypto::raw_signature::RawSigner + Send + Sync> {
    let identity = identity_from(seed);
    let (chain, key) = (identity.certificate_pem(), identity.key_pem());
    signer_from_cert_chain_and_private_key(chain.as_bytes(), key.as_bytes(), SigningAlg::Ed25519, None)
        .unwrap()
}

/// A picture that the fixed identity signs, and in which another states who it is.
fn stated() -> Vec<u8> {
    let mut signer = IdentityAssertionSigner::new(raw(1));
    let mut identity =
        IdentityAssertionBuilder::for_credential_holder(X509CredentialHolder::from_raw_signer(raw(2)));
    identity.add_referenced_assertions(&["c2pa.actions.v2"]);
    signer.add_identity_assertion(identity);
    let mut builder = builder(&definition("stated", created("http://c2pa.org/digitalsourcetype/empty")));
    let mut out = std::io::Cursor::new(Vec::new());
    let picture = pictures::jpeg(16, 16);
    builder.sign(&signer, "image/jpeg", &mut std::io::Cursor::new(&picture), &mut out).unwrap();
    out.into_inner()
}

fn look(asset: &[u8], signers: &[AnchorList], identities: &[AnchorList]) -> Judgement {
    let options = Options { identity_anchors: identities.to_vec(), ..Options::default() };
    Examiner::new(signers, &[], options).unwrap().examine(asset, "image/jpeg").unwrap().unwrap()
}

#[test]
fn signer_and_identity_are_accepted_apart() {
    let asset = stated();
    let theirs = [AnchorList::new("identities", identity_from(2).root_pem())];
    for (signers, identities, verdict, accepted) in [
        (&[][..], &[][..], Verdict::Valid, false),
        (&ours(), &[], Verdict::Trusted, false),
        (&[], &theirs, Verdict::Valid, true),
        (&ours(), &theirs, Verdict::Trusted, true),
        (&theirs, &ours(), Verdict::Valid, false),
    ] {
        let found = look(&asset, signers, identities);
        assert_eq!(found.verdict, verdict, "{found:?}");
        let identity = &found.identities[0];
        assert_eq!((identity.holds, identity.accepted), (true, accepted), "{found:?}");
    }
}

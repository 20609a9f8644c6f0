//! Time stamps of the first version, and those that come later.

use std::io::Read;

use aimark::Verdict;
use aimark_c2pa::AnchorList;
use aimark_tests::stamp::{Authority, granted};
use aimark_tests::{judge, pictures, position};
use c2pa::http::http::{Request, Response};
use c2pa::http::{HttpResolverError, SyncHttpResolver};
use c2pa::{Builder, BuilderIntent, Signer, SigningAlg};

use crate::anchors::{SIGNERS, STAMPS, THEN, expired, list, signed, stamper, stamps_under, with_leaf};
use crate::{created, definition, examine, ours, signer};

/// The fixed identity, stamped by somebody.
struct Stamped {
    signer: c2pa::BoxedSigner,
    authority: Authority,
}

impl Signer for Stamped {
    fn sign(&self, data: &[u8]) -> c2pa::Result<Vec<u8>> {
        self.signer.sign(data)
    }
    fn alg(&self) -> SigningAlg {
        self.signer.alg()
    }
    fn certs(&self) -> c2pa::Result<Vec<Vec<u8>>> {
        self.signer.certs()
    }
    fn reserve_size(&self) -> usize {
        self.signer.reserve_size() + 8000
    }
    fn send_timestamp_request(&self, message: &[u8]) -> Option<c2pa::Result<Vec<u8>>> {
        Some(Ok(self.authority.response(message, NOW)))
    }
}

/// A time in which the fixed identity is in force.
const NOW: &str = "20260601000000Z";

/// The c2pa crate calls every stamp of a version 1 claim trusted.
#[test]
fn a_stamp_of_a_version_1_claim_needs_an_anchor_too() {
    let mut old = definition("old", created("http://c2pa.org/digitalsourcetype/empty"));
    old["claim_version"] = 1.into();
    let mut builder = crate::builder(&old);
    let signer = Stamped { signer: signer(), authority: stamps_under(STAMPS, &stamper()) };
    let mut out = std::io::Cursor::new(Vec::new());
    let picture = pictures::jpeg(16, 16);
    builder.sign(&signer, "image/jpeg", &mut std::io::Cursor::new(&picture), &mut out).unwrap();
    let asset = out.into_inner();
    assert!(judge::opinion(&asset, "image/jpeg", None).unwrap().json.contains("timeStamp.trusted"));

    for (stamps, accepted_by) in [(vec![], None), (vec![list("stamps", STAMPS)], Some("stamps"))] {
        let found = examine(&ours(), &stamps, &asset, "image/jpeg");
        assert_eq!(found.verdict, Verdict::Trusted, "{found:?}");
        let at = found.signed_at.unwrap();
        assert_eq!(
            (at.time.to_string().as_str(), at.accepted_by.as_deref()),
            ("2026-06-01T00:00:00Z", accepted_by)
        );
        let says_trusted = found.findings.iter().any(|f| f.code == "timeStamp.trusted");
        assert_eq!(says_trusted, accepted_by.is_some());
    }
}

/// Answers requests for time stamps as a server would.
struct Server(Authority);

impl SyncHttpResolver for Server {
    fn http_resolve(&self, request: Request<Vec<u8>>) -> Result<Response<Box<dyn Read>>, HttpResolverError> {
        let body = request.into_body();
        let (hash, rest) = body[position(&body, b"\x04\x20") + 2..].split_at(32);
        let nonce = &rest[..2 + usize::from(rest[1])];
        let answer = granted(&self.0.token_over(hash, nonce, THEN));
        let response = Response::builder().header("content-type", "application/timestamp-reply");
        Ok(response.body(Box::new(std::io::Cursor::new(answer)) as Box<dyn Read>)?)
    }
}

/// The fixed identity, which has an authority for others.
struct Later(c2pa::BoxedSigner);

impl Signer for Later {
    fn sign(&self, data: &[u8]) -> c2pa::Result<Vec<u8>> {
        self.0.sign(data)
    }
    fn alg(&self) -> SigningAlg {
        self.0.alg()
    }
    fn certs(&self) -> c2pa::Result<Vec<Vec<u8>>> {
        self.0.certs()
    }
    fn reserve_size(&self) -> usize {
        self.0.reserve_size()
    }
    fn time_authority_url(&self) -> Option<String> {
        Some("http://stamps.invalid/".to_owned())
    }
    fn send_timestamp_request(&self, _: &[u8]) -> Option<c2pa::Result<Vec<u8>>> {
        None
    }
}

/// An update manifest that stamps its parent, whose signer has expired since (C2PA 2.2, 18.17).
#[test]
fn a_later_stamp_counts_for_the_manifest_it_names() {
    let parent = signed(with_leaf(&expired()), None);
    let mut settings = judge::settings(None);
    settings["builder"]["auto_timestamp_assertion"] =
        serde_json::json!({ "enabled": true, "skip_existing": false, "fetch_scope": "parent" });
    let context = judge::context_of(&settings).with_resolver(Server(stamps_under(STAMPS, &stamper())));
    let definition =
        serde_json::json!({ "claim_version": 2, "claim_generator_info": [{ "name": "updater" }] });
    let mut builder = Builder::from_context(context).with_definition(definition.to_string()).unwrap();
    builder.set_intent(BuilderIntent::Update);
    let mut out = std::io::Cursor::new(Vec::new());
    builder.sign(&Later(signer()), "image/png", &mut std::io::Cursor::new(&parent), &mut out).unwrap();
    let asset = out.into_inner();

    let signers = [ours(), vec![list("signers", SIGNERS)]].concat();
    let accepted = |stamps: &[AnchorList]| {
        let found = examine(&signers, stamps, &asset, "image/png");
        eprintln!("{:?} {:?}", found.verdict, crate::codes(&found));
        assert_eq!(found.ai.extent, aimark_c2pa::Extent::Fully, "an update leaves the content as it is");
        found.ingredients[0].accepted_by.clone()
    };
    assert_eq!(accepted(&[]), None);
    assert_eq!(accepted(&[list("stamps", STAMPS)]).as_deref(), Some("signers"));
}

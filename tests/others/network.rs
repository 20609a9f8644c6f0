//! Nothing connects, whatever an asset says, unless the caller allows it; and then only where it may. These tests are built
//! with a client, so that it is the option that keeps it still.

use std::io::{Cursor, Read, Write};
use std::net::TcpListener;

use aimark::{Integrity, Verdict};
use aimark_c2pa::{Examiner, Judgement, Options};
use aimark_tests::certificates;
use aimark_tests::forge::{Forge, key_of};
use aimark_tests::pictures;
use aimark_tests::stamp::tlv;

use crate::{builder, codes, created, definition, examine, ours, signer};

fn listener() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let url = format!("http://127.0.0.1:{}/manifest.c2pa", listener.local_addr().unwrap().port());
    (listener, url)
}

fn nobody_came(listener: &TcpListener) {
    std::thread::sleep(std::time::Duration::from_millis(200));
    let came = listener.accept().map(|(_, from)| from);
    assert_eq!(came.unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}

/// A picture whose manifest is kept at an address, and that manifest.
fn kept_at(url: &str) -> (Vec<u8>, Vec<u8>) {
    let mut builder = builder(&definition("elsewhere", created("http://c2pa.org/digitalsourcetype/empty")));
    builder.set_remote_url(url).set_no_embed(true);
    let (picture, mut out) = (pictures::jpeg(16, 16), Cursor::new(Vec::new()));
    let store = builder.sign(signer().as_ref(), "image/jpeg", &mut Cursor::new(&picture), &mut out).unwrap();
    (out.into_inner(), store)
}

#[test]
fn a_remote_manifest_is_named_and_not_fetched() {
    let (listener, url) = listener();
    let (asset, _) = kept_at(&url);
    let found = examine(&ours(), &[], &asset, "image/jpeg");
    assert_eq!((found.verdict, found.integrity), (Verdict::Foreign, Integrity::NotExamined));
    assert_eq!(found.remote.as_deref(), Some(url.as_str()));
    assert_eq!(codes(&found), ["manifest.inaccessible"]);
    nobody_came(&listener);
}

/// Answers one request, and gives its first line.
fn serve(listener: TcpListener, answer: Vec<u8>) -> std::thread::JoinHandle<String> {
    listener.set_nonblocking(false).unwrap();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 4096];
        let read = stream.read(&mut request).unwrap();
        // Who has heard enough may hang up.
        let _ = stream.write_all(&answer);
        String::from_utf8_lossy(&request[..read]).lines().next().unwrap_or_default().to_owned()
    })
}

fn answer(status: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn online(options: Options, asset: &[u8], media_type: &str) -> Judgement {
    let examiner = Examiner::new(&ours(), &[], Options { online: true, ..options }).unwrap();
    examiner.examine(asset, media_type).unwrap().unwrap()
}

fn inside() -> Options {
    Options { private_addresses: true, ..Options::default() }
}

#[test]
fn a_remote_manifest_is_fetched_where_the_caller_allows_it() {
    let (listener, url) = listener();
    let (asset, store) = kept_at(&url);
    let server = serve(listener, answer("200 OK", &store));
    let found = online(inside(), &asset, "image/jpeg");
    assert_eq!(server.join().unwrap(), "GET /manifest.c2pa HTTP/1.1");
    assert_eq!((found.verdict, found.remote.as_deref()), (Verdict::Trusted, Some(url.as_str())), "{found:?}");
}

#[test]
fn a_remote_manifest_of_another_asset_is_invalid() {
    let (listener, url) = listener();
    let (mut asset, store) = kept_at(&url);
    let last = asset.len() - 10;
    asset[last] ^= 1;
    let server = serve(listener, answer("200 OK", &store));
    assert_eq!(online(inside(), &asset, "image/jpeg").verdict, Verdict::Invalid);
    server.join().unwrap();
}

#[test]
fn nothing_inside_the_house_is_asked() {
    let (listener, url) = listener();
    let by_name = url.replace("127.0.0.1", "localhost");
    for url in [url, by_name] {
        let found = online(Options::default(), &kept_at(&url).0, "image/jpeg");
        assert_eq!(found.verdict, Verdict::Foreign, "{found:?}");
    }
    nobody_came(&listener);
}

#[test]
fn no_redirect_is_followed_and_nothing_endless_is_read() {
    let (target, elsewhere) = listener();
    let moved = format!("302 Found\r\nLocation: {elsewhere}");
    for (answer, limit) in [
        (answer(&moved, b""), 1 << 20),
        (answer("200 OK", &[0; 5000]), 4999),
        (answer("404 Not Found", b"no"), 1 << 20),
    ] {
        let (listener, url) = listener();
        let server = serve(listener, answer);
        let found = online(Options { max_fetched: limit, ..inside() }, &kept_at(&url).0, "image/jpeg");
        assert_eq!(found.verdict, Verdict::Foreign, "{found:?}");
        server.join().unwrap();
    }
    nobody_came(&target);
}

/// A server that says nothing keeps nobody longer than the caller allows.
#[test]
fn silence_ends() {
    let (listener, url) = listener();
    let timeout = std::time::Duration::from_millis(300);
    let start = std::time::Instant::now();
    let found = online(Options { timeout, ..inside() }, &kept_at(&url).0, "image/jpeg");
    assert_eq!(found.verdict, Verdict::Foreign, "{found:?}");
    assert!(start.elapsed() < std::time::Duration::from_secs(5));
    drop(listener);
}

/// A picture whose signer's certificate names a server for revocation (RFC 5280, 4.2.2.1).
fn revocable_at(url: &str) -> Vec<u8> {
    let access = tlv(0x30, &[b"\x06\x08\x2b\x06\x01\x05\x05\x07\x30\x01", &tlv(0x86, &[url.as_bytes()])]);
    let mut params = certificates::leaf();
    let extension =
        rcgen::CustomExtension::from_oid_content(&[1, 3, 6, 1, 5, 5, 7, 1, 1], tlv(0x30, &[&access]));
    params.custom_extensions.push(extension);
    // With its issuer, for a question about revocation names it.
    let root = certificates::authority("root").self_signed(&certificates::key(9).0).unwrap().der().to_vec();
    let chain = vec![certificates::issue(&params, 7), root];
    let key = key_of(&certificates::key(7).1);
    Forge { chain, key, ..Forge::default() }.png(&pictures::png(16, 16))
}

#[test]
fn a_revocation_server_is_asked_only_where_the_caller_allows_it() {
    let (listener, url) = listener();
    let asset = revocable_at(&url);
    assert_eq!(examine(&[], &[], &asset, "image/png").verdict, Verdict::Valid);
    assert_eq!(online(Options::default(), &asset, "image/png").verdict, Verdict::Valid);
    nobody_came(&listener);
    let server = serve(listener, answer("200 OK", b"no answer at all"));
    assert_eq!(online(inside(), &asset, "image/png").verdict, Verdict::Valid);
    assert!(server.join().unwrap().starts_with("GET /"));
}

//! Nothing connects, whatever an asset says.

use std::net::TcpListener;

use aimark::{Integrity, Verdict};
use aimark_tests::certificates;
use aimark_tests::forge::{Forge, key_of};
use aimark_tests::pictures;
use aimark_tests::stamp::tlv;

use crate::{builder, codes, created, definition, examine, ours, sign};

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

#[test]
fn a_remote_manifest_is_named_and_not_fetched() {
    let (listener, url) = listener();
    let mut builder = builder(&definition("elsewhere", created("http://c2pa.org/digitalsourcetype/empty")));
    builder.set_remote_url(&url).set_no_embed(true);
    let asset = sign(&mut builder, &pictures::jpeg(16, 16), "image/jpeg").unwrap();
    let found = examine(&ours(), &[], &asset, "image/jpeg");
    assert_eq!((found.verdict, found.integrity), (Verdict::Foreign, Integrity::NotExamined));
    assert_eq!(found.remote.as_deref(), Some(url.as_str()));
    assert_eq!(codes(&found), ["manifest.inaccessible"]);
    nobody_came(&listener);
}

#[test]
fn no_revocation_server_is_asked() {
    let (listener, url) = listener();
    let access = tlv(0x30, &[b"\x06\x08\x2b\x06\x01\x05\x05\x07\x30\x01", &tlv(0x86, &[url.as_bytes()])]);
    let mut params = certificates::leaf();
    params
        .custom_extensions
        .push(rcgen::CustomExtension::from_oid_content(&[1, 3, 6, 1, 5, 5, 7, 1, 1], tlv(0x30, &[&access])));
    let chain = vec![certificates::issue(&params, 7)];
    let key = key_of(&certificates::key(7).1);
    let asset = Forge { chain, key, ..Forge::default() }.png(&pictures::png(16, 16));
    assert_eq!(examine(&[], &[], &asset, "image/png").verdict, Verdict::Valid);
    nobody_came(&listener);
}

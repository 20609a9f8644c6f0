//! Signs one picture again and again, as `tests/c/border.c` does through the C functions. `cargo xtask border` compares
//! the instructions that the two take. Arguments: the folder of the test identity, the picture, how often.

#![allow(clippy::expect_used, clippy::panic, reason = "a program to look at, not a library")]

use std::hint::black_box;
use std::path::Path;

use aimark::{Label, Origin, SignContext, Signer, Timestamp};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [identity, picture, often] = arguments.as_slice() else { panic!("three arguments") };
    let read = |path: &Path| std::fs::read(path).expect("a file");
    let identity = Path::new(identity);
    let signer = Signer::from_pem(&read(&identity.join("chain.pem")), &read(&identity.join("key.pem")));
    let signer = signer.expect("an identity");
    let picture = read(Path::new(picture));
    let label = Label::new(Origin::Generated);
    let now = Timestamp::from_unix_seconds(1_795_262_400).expect("a moment");
    for _ in 0..often.parse().expect("a number") {
        let context = SignContext::new(now, [7; 32]);
        let signed = aimark::sign(&picture, &label, &signer, &context).expect("a picture");
        assert!(black_box(signed.to_vec()).len() > picture.len());
    }
}

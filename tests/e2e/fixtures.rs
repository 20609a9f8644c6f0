//! The committed files that examples and other tests use are what their recipes give. `AIMARK_BLESS=1` writes
//! them anew.

use std::fs;
use std::path::Path;

use aimark_tests::{identity, pictures, project};

/// Compares `path` (from the project's root) with `bytes`, or writes it.
pub fn same_or_bless(path: impl AsRef<Path>, bytes: &[u8]) {
    let path = project().join(path);
    if std::env::var_os("AIMARK_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
    }
    let committed = fs::read(&path).unwrap_or_default();
    assert!(committed == bytes, "{} differs from its recipe; AIMARK_BLESS=1 writes it", path.display());
}

#[test]
fn the_identity_of_the_examples_is_the_fixed_one() {
    let identity = identity();
    let folder = Path::new("crates/aimark/tests/identity");
    same_or_bless(folder.join("chain.pem"), identity.certificate_pem().as_bytes());
    same_or_bless(folder.join("root.pem"), identity.root_pem().as_bytes());
    same_or_bless(folder.join("key.pem"), identity.key_pem().as_bytes());
    same_or_bless(folder.join("dot.png"), &pictures::png(1, 1));
}

#[test]
fn the_sample_picture_is_its_recipe() {
    same_or_bless("docs/sample.png", &pictures::png(256, 192));
}

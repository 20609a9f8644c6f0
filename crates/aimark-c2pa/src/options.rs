//! Anchors and limits: everything the caller decides.

use std::time::Duration;

/// A named list of anchors, as PEM.
///
/// ```
/// let list = aimark_c2pa::AnchorList::new("your anchors", "-----BEGIN CERTIFICATE-----\n...");
/// assert_eq!(list.name, "your anchors");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorList {
    /// What people call it: "C2PA trust list, 2026-08-21". It comes back in [`Judgement::accepted_by`](crate::Judgement::accepted_by).
    pub name: String,
    /// The certificates (RFC 7468). Text between them is ignored.
    pub pem: String,
}

impl AnchorList {
    /// A list called `name`.
    pub fn new(name: impl Into<String>, pem: impl Into<String>) -> Self {
        Self { name: name.into(), pem: pem.into() }
    }
}

/// Limits, who may state identities, and whether anything may be fetched.
///
/// ```
/// let options = aimark_c2pa::Options { max_bytes: 10_000_000, ..Default::default() };
/// assert_eq!(options.max_manifests, 64);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// How large an asset may be, in bytes. Default: 1 GiB.
    pub max_bytes: u64,
    /// How many boxes a file of the ISO BMFF family may have (MP4, HEIC, AVIF, JPEG XL): the c2pa crate's reader takes time by
    /// the square of their number, a second for 20,000. Default: 20,000, the fragments of an hour of video.
    pub max_boxes: usize,
    /// How large a compressed manifest may become, in MiB (1 to 1024). Default: 32.
    pub max_decompressed_mib: usize,
    /// How many manifests a store may have. Default: 64.
    pub max_manifests: usize,
    /// How deep ingredients of ingredients are followed for what they say about AI. Default: 16.
    pub max_depth: usize,
    /// How many ingredients, actions, identities are shown, each. What is left out is counted in a finding, and still
    /// decides. Default: 100.
    pub max_shown: usize,
    /// How many findings are shown of each severity. Failures that decide are never hidden by successes. Default: 200.
    pub max_findings: usize,
    /// How many characters a text may have before it is cut. Default: 400.
    pub max_text: usize,
    /// Anchors for the certificates of CAWG identities. They accept neither claim signers nor time stamps. Default: none.
    pub identity_anchors: Vec<AnchorList>,
    /// Whether manifests that are kept elsewhere and answers about revocation may be fetched. It tells strangers which asset
    /// is looked at. Needs the crate's feature `online`. Default: no.
    pub online: bool,
    /// Whether fetching may go to addresses that are not public ones: loopback, private networks, link-local. An asset could
    /// otherwise make its reader knock on doors inside the house. Default: no.
    pub private_addresses: bool,
    /// How many bytes an answer may have. Default: 16 MiB.
    pub max_fetched: u64,
    /// How long one answer may take. Default: 10 seconds.
    pub timeout: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            max_bytes: 1 << 30,
            max_boxes: 20_000,
            max_decompressed_mib: 32,
            max_manifests: 64,
            max_depth: 16,
            max_shown: 100,
            max_findings: 200,
            max_text: 400,
            identity_anchors: Vec::new(),
            online: false,
            private_addresses: false,
            max_fetched: 16 << 20,
            timeout: Duration::from_secs(10),
        }
    }
}

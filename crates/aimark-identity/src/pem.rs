//! Finding PEM blocks in a text (RFC 7468).

/// The label of an X.509 certificate.
pub(crate) const CERTIFICATE: Label =
    Label { name: "CERTIFICATE", begin: "-----BEGIN CERTIFICATE-----", end: "-----END CERTIFICATE-----" };
/// The label of an unencrypted PKCS#8 key.
pub(crate) const KEY: Label =
    Label { name: "PRIVATE KEY", begin: "-----BEGIN PRIVATE KEY-----", end: "-----END PRIVATE KEY-----" };
/// The label of an encrypted PKCS#8 key.
pub(crate) const ENCRYPTED_KEY: Label = Label {
    name: "ENCRYPTED PRIVATE KEY",
    begin: "-----BEGIN ENCRYPTED PRIVATE KEY-----",
    end: "-----END ENCRYPTED PRIVATE KEY-----",
};

/// One kind of PEM block.
pub(crate) struct Label {
    pub(crate) name: &'static str,
    pub(crate) begin: &'static str,
    end: &'static str,
}

impl Label {
    /// The blocks of this kind, in order, each with its boundary lines. Everything around them is passed
    /// over: files often hold explanations, or a chain and a key together. A block without an end is still
    /// handed out, so that a cut file is an error and not a shorter chain.
    pub(crate) fn blocks<'a>(&self, text: &'a str) -> impl Iterator<Item = &'a str> {
        let (begin, end) = (self.begin, self.end);
        text.split_inclusive(end).filter_map(move |piece| piece.get(piece.find(begin)?..))
    }
}

//! The vocabulary "Digital Source Type" of IPTC, and its likeness in schema.org.

use crate::Says;

/// What a digital source type says. It may stand there as the address of a term, as a bare term, or as a member of
/// schema.org's enumeration, such as `https://schema.org/TrainedAlgorithmicMediaDigitalSource`.
pub(crate) fn says(value: &str) -> Says {
    let term = value.trim().trim_end_matches(['/', '#']);
    // Terms stand behind an address, or behind a prefix such as `iptc:`.
    let term = term.rsplit(['/', '#', ':']).next().unwrap_or(term).trim();
    let term = term.to_ascii_lowercase();
    let term = term.strip_suffix("digitalsource").unwrap_or(&term);
    TERMS.iter().find(|(name, _)| *name == term).map_or(Says::Open, |(_, says)| *says)
}

/// <https://cv.iptc.org/newscodes/digitalsourcetype/> as of 2026-10, with retired terms, and the two terms of C2PA 2.4.
/// In lower case, because files are careless about it.
const TERMS: [(&str, Says); 25] = [
    ("trainedalgorithmicmedia", Says::Generated),
    ("trainedalgorithmicdata", Says::Generated),
    ("compositewithtrainedalgorithmicmedia", Says::Altered),
    ("compositesynthetic", Says::Altered),
    ("algorithmicmedia", Says::NotAi),
    ("algorithmicallyenhanced", Says::NotAi),
    ("computationalcapture", Says::NotAi),
    ("compositecapture", Says::NotAi),
    ("digitalcapture", Says::NotAi),
    ("digitalcreation", Says::NotAi),
    ("digitalart", Says::NotAi),
    ("humanedits", Says::NotAi),
    ("minorhumanedits", Says::NotAi),
    ("negativefilm", Says::NotAi),
    ("positivefilm", Says::NotAi),
    ("print", Says::NotAi),
    ("screencapture", Says::NotAi),
    ("datadrivenmedia", Says::NotAi),
    // Of elements of any kind, also of synthetic ones.
    ("composite", Says::Open),
    ("virtualrecording", Says::Open),
    ("softwareimage", Says::Open),
    ("empty", Says::Open),
    // As schema.org spells some of them.
    ("multiframecomputationalcapture", Says::NotAi),
    ("composedcapture", Says::NotAi),
    ("algorithmicallyenhancedmedia", Says::NotAi),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_known_in_every_spelling() {
        let cases = [
            ("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia", Says::Generated),
            (
                "https://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia/",
                Says::Altered,
            ),
            ("digitalCapture", Says::NotAi),
            ("iptc:compositeSynthetic", Says::Altered),
            ("https://schema.org/TrainedAlgorithmicMediaDigitalSource", Says::Generated),
            ("TrainedAlgorithmicMediaDigitalSource", Says::Generated),
            ("http://c2pa.org/digitalsourcetype/trainedAlgorithmicData", Says::Generated),
            ("composite", Says::Open),
            ("something else", Says::Open),
            ("", Says::Open),
        ];
        for (value, expected) in cases {
            assert_eq!(says(value), expected, "{value}");
        }
    }
}

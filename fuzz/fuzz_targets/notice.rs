//! The visible warning: in any picture, under small limits, and in any text. The last bytes also choose what is wished for.

#![no_main]

use aimark_fuzz::{check_shown, text};
use aimark_notice::{
    Area, Contrast, Drawn, Error, LANGUAGES, Limits, Line, Origin, Place, Position, Seen, TextKind, Wish,
    draw, find_text, look, similarity, size, visible_text, words, write_text,
};

const LIMITS: Limits = Limits { bytes: 1 << 20, pixels: 250_000, decoded: 4 << 20, parts: 1 << 10 };
const KINDS: [TextKind; 3] = [TextKind::Plain, TextKind::Markdown, TextKind::Html];
const POSITIONS: [Position; 6] = [
    Position::TopLeft,
    Position::TopRight,
    Position::BottomLeft,
    Position::BottomRight,
    Position::TopBand,
    Position::BottomBand,
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let tail = data.last_chunk::<4>().copied().unwrap_or_default();
    // Each input is one of both, and one kind of text, so that many can be tried.
    if [&b"\x89PNG"[..], b"\xff\xd8\xff", b"RIFF"].iter().any(|start| data.starts_with(start)) {
        return picture(data, tail);
    }
    let words = text(data);
    if let Ok(area) = words.parse::<Area>() {
        assert_eq!(area.to_string().parse(), Ok(area));
    }
    letters(&words, KINDS[data.len() % KINDS.len()], tail);
});

fn picture(asset: &[u8], tail: [u8; 4]) {
    let size_before = size(asset, &LIMITS);
    let area = Area { x: tail[3].into(), y: tail[2].into(), width: tail[1].into(), height: tail[0].into() };
    for area in [area, Area { x: 0, y: 0, width: u32::MAX, height: u32::MAX }] {
        match similarity(asset, "AI Generated · ИИ", &area, &LIMITS) {
            Ok(found) => {
                let seen = found.map_or(Seen::NotFound, |found| found.seen());
                assert_eq!(look(asset, "AI Generated · ИИ", &area, &LIMITS), Ok(seen));
            }
            Err(error) => check_error(&error),
        }
    }
    match draw(asset, &wish(tail), &LIMITS) {
        Ok(drawn) => check_drawn(&drawn, size_before.unwrap()),
        Err(error) => check_error(&error),
    }
}

fn check_drawn(drawn: &Drawn, size_before: (u32, u32)) {
    let (record, all) = (&drawn.record, Limits { bytes: u64::MAX, ..LIMITS });
    assert_eq!(size(&drawn.bytes, &all), Ok(size_before), "the picture has another size");
    let (width, height) = size_before;
    let Area { x, y, width: across, height: down } = record.area;
    assert!(across > 0 && down > 0 && x + across <= width && y + down <= height, "{}", record.area);
    assert!(record.contrast > Contrast::AA && record.text_height >= 6);
    let seen = similarity(&drawn.bytes, &record.words, &record.area, &all).unwrap();
    assert_eq!(seen.map(|seen| seen.seen()), Some(Seen::Found), "{record:?} {seen:?}");
    check_shown(&record.words);
}

fn check_error(error: &Error) {
    assert!(!matches!(error, Error::Internal(_)), "{error}");
    check_shown(&error.to_string());
}

fn wish([shape, height, from, count]: [u8; 4]) -> Wish {
    let mut wish = Wish::new(lines(from, count));
    wish.position = POSITIONS[usize::from(shape) % POSITIONS.len()];
    wish.height_permille = u16::from(height) + 1;
    wish.height_pixels = 6 + u16::from(shape / 8 % 8);
    wish.jpeg_quality = 60 + shape % 41;
    wish
}

/// Up to four of the built-in lines.
fn lines(from: u8, count: u8) -> Vec<Line> {
    let origin = if count & 4 == 0 { Origin::Generated } else { Origin::Altered };
    let languages = LANGUAGES.iter().cycle().skip(usize::from(from)).take(usize::from(count % 4) + 1);
    languages.map(|language| Line::of(language, origin).unwrap()).collect()
}

/// What is written is what is found, and nothing else in the text changes.
fn letters(old: &str, kind: TextKind, [from, count, ..]: [u8; 4]) {
    let seen = visible_text(old, kind);
    assert!(seen.lines().all(|line| !line.is_empty() && line.trim() == line), "{seen:?}");
    check_found(old, kind);
    let wish = Wish::new(lines(from, count));
    for place in [Place::First, Place::Last] {
        let Ok((new, record)) = write_text(old, kind, &wish, place).inspect_err(check_error) else {
            continue;
        };
        assert!(new.get(record.range.clone()).is_some(), "{:?}", record.range);
        assert!(is_around(old, &new), "the text was changed");
        let found =
            find_text(&new, kind).unwrap_or_else(|| panic!("{kind:?} {place:?}: not found in {new:?}"));
        check_found(&new, kind);
        if place == Place::First {
            assert_eq!(found.place, place, "{kind:?}: {new:?}");
            let language = wish.lines[0].language();
            assert!(found.languages.iter().any(|found| *found == language), "{kind:?} {found:?}: {new:?}");
        }
    }
    own_words(old, kind);
}

/// Whether `new` is `old` with something put in at one place.
fn is_around(old: &str, new: &str) -> bool {
    let same = |(one, other): &(u8, u8)| one == other;
    let before = old.bytes().zip(new.bytes()).take_while(same).count();
    let after = old.bytes().rev().zip(new.bytes().rev()).take_while(same).count();
    before + after >= old.len() && new.len() > old.len()
}

fn check_found(text: &str, kind: TextKind) {
    let Some(found) = find_text(text, kind) else { return };
    assert!(!found.languages.is_empty());
    for language in found.languages {
        assert!(words(language, Origin::Generated).is_some());
    }
}

/// A caller's own words, which are any: refused, or read as they are.
fn own_words(text: &str, kind: TextKind) {
    let own: String = text.chars().take(170).collect();
    let Ok(line) = Line::new("und", &own, None).inspect_err(check_error) else { return };
    let written = write_text("x\n", kind, &Wish::new(vec![line]), Place::First);
    assert!(written.is_ok(), "{kind:?} {own:?}: {written:?}");
}

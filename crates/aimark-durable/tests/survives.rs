//! Marks are found again after what happens to pictures.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod pictures;

use std::sync::OnceLock;

use aimark_durable::*;
use pictures::{Picture, payload, photo, scatter};

fn marked() -> &'static Picture {
    static MARKED: OnceLock<Picture> = OnceLock::new();
    MARKED.get_or_init(|| photo(1, 900, 620).marked(&payload(), &Key::shared()))
}

/// Finds the payload, and gives the geometry.
fn geometry(picture: &Picture) -> Geometry {
    let found = picture.found().unwrap();
    assert_eq!(found.payload, payload());
    found.geometry
}

fn assert_near(found: f32, expected: f32, off: f32) {
    assert!((found - expected).abs() <= off, "{found} is not {expected}");
}

#[test]
fn as_it_is() {
    let found = marked().found_fast().unwrap();
    assert_eq!((found.payload, found.key), (payload(), 0));
    assert!(found.z > 10.0 && found.metric > 0.8 && found.metric <= 1.0001, "{found:?}");
    let geometry = found.geometry;
    assert_near(geometry.scale_x, 1.0, 0.003);
    assert_near(geometry.scale_y, 1.0, 0.003);
    assert_near(geometry.angle, 0.0, 0.2);
    assert_eq!((geometry.mirrored, geometry.quarter_turns), (false, 0));
}

#[test]
fn half_as_large() {
    assert_eq!(marked().halved().found_fast().unwrap().payload, payload());
}

#[test]
fn turned_by_quarters_and_mirrored() {
    let mut picture = marked().clone();
    for quarters in 0..4 {
        for mirrored in [false, true] {
            let picture = if mirrored { mirrored_then_turned(quarters) } else { picture.clone() };
            let geometry = picture.found_fast().unwrap().geometry;
            assert_eq!((geometry.mirrored, geometry.quarter_turns), (mirrored, quarters));
        }
        picture = picture.turned();
    }
}

fn mirrored_then_turned(quarters: u8) -> Picture {
    (0..quarters).fold(marked().mirrored(), |picture, _| picture.turned())
}

#[test]
fn cropped() {
    let geometry = geometry(&marked().cropped(151, 77, 520, 360));
    let expected = (900.0_f32 * 620.0 / (520.0 * 360.0)).sqrt();
    assert_near(geometry.scale_x, expected, 0.02);
    assert_near(geometry.scale_y, expected, 0.02);
}

#[test]
fn rotated_by_two_degrees() {
    assert_near(geometry(&marked().rotated(2.0)).angle, 2.0, 0.1);
    assert_near(geometry(&marked().rotated(-2.0)).angle, -2.0, 0.1);
}

#[test]
fn rotated_by_six_degrees() {
    assert_near(geometry(&marked().rotated(6.3)).angle, 6.3, 0.1);
}

#[test]
fn stretched() {
    for (width, height) in [(774, 620), (900, 530)] {
        let (x, y) = (900.0 / f64::from(width), 620.0 / f64::from(height));
        let found = geometry(&marked().sampled(width, height, |left, top| (left * x, top * y)));
        assert_near(found.scale_x / found.scale_y, (y / x) as f32, 0.01);
    }
}

#[test]
fn framed() {
    let picture = Picture::made(1100, 800, |x, y| {
        if (60..960).contains(&x) && (110..730).contains(&y) { marked().at(x - 60, y - 110) } else { [24; 3] }
    });
    geometry(&picture);
}

#[test]
fn brighter_darker_and_noisier() {
    geometry(&marked().mapped(|_, value| value * 1.2));
    geometry(&marked().mapped(|_, value| value * 0.7 + 20.0));
    geometry(&marked().mapped(|at, value| value + (scatter(at, 0, 7) >> 27) as f32 - 15.5));
}

//! What happens to pictures after they leave the one who marked them.

use std::fmt;

use crate::jpeg::jpeg;
use crate::picture::Picture;
use crate::resize::{Kernel, resize, scale, scale_to};
use crate::{filter, scene, tone, warp};

/// One thing that is done to a marked picture.
pub struct Attack {
    pub name: String,
    pub group: Group,
    /// How much of it, in the unit of its group; the abscissa of a plot.
    pub strength: f64,
    /// Whether every photo goes through it, or only some.
    pub set: Set,
    pub source: Source,
    apply: Box<dyn Fn(&Picture) -> Picture>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// What the goals ask about, where the fast search should do: over all photos.
    Goals,
    /// What the goals ask about where only the full search can find anything, and what has no goal but is asked for as
    /// often: over many photos.
    Searched,
    /// The rest: over some of them.
    Wide,
}

/// What was marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The photo as the bench takes it.
    Whole,
    /// The photo at 0.4 megapixels at most.
    Small,
}

/// Attacks that are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    None,
    Compression,
    LowQuality,
    Social,
    Screenshot,
    Crop25,
    Crop50,
    Crop75,
    Crop,
    Rotation,
    HalfOfWhole,
    HalfOfSmall,
    Aspect,
    Size,
    Thumbnail,
    Perspective,
    Turn,
    Mirror,
    Collage,
    Overlay,
    Brightness,
    Contrast,
    Tone,
    Colour,
    Blur,
    Median,
    Smoothing,
    Sharpening,
    Noise,
    Erasing,
    WavesRotation,
    WavesCrop,
    WavesCombined,
}

impl Set {
    pub fn is_goal(self) -> bool {
        self != Self::Wide
    }
}

impl Group {
    /// The share of pictures in which the mark is to be found exactly, where the project set a goal.
    pub fn goal(self) -> Option<f64> {
        Some(match self {
            Self::Compression | Self::Social | Self::Crop25 | Self::HalfOfWhole => 0.99,
            Self::Screenshot => 0.98,
            Self::Crop50 | Self::Rotation => 0.97,
            Self::Aspect => 0.95,
            Self::HalfOfSmall => 0.90,
            Self::Crop75 => 0.80,
            _ => return None,
        })
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::None => "nothing",
            Self::Compression => "JPEG >= 50, WebP 50, JPEG twice",
            Self::LowQuality => "JPEG and WebP below 50",
            Self::Social => "social chain twice, 1080 px + JPEG 70 twice",
            Self::Screenshot => "framed screenshot",
            Self::Crop25 => "crop away 25 % of the area",
            Self::Crop50 => "crop away 50 %",
            Self::Crop75 => "crop away 75 %",
            Self::Crop => "other crops",
            Self::Rotation => "rotation up to 7 degrees",
            Self::HalfOfWhole => "0.5x + JPEG 75, of >= 1 MP",
            Self::HalfOfSmall => "0.5x + JPEG 75, of 0.4 MP",
            Self::Aspect => "aspect 0.85 to 1.18, the goal being for 0.9 to 1.1",
            Self::Size => "other sizes",
            Self::Thumbnail => "thumbnails",
            Self::Perspective => "perspective",
            Self::Turn => "quarter turns",
            Self::Mirror => "mirror",
            Self::Collage => "in a collage",
            Self::Overlay => "text and pictures over it",
            Self::Brightness => "brightness",
            Self::Contrast => "contrast",
            Self::Tone => "gamma, levels, posterised",
            Self::Colour => "saturation, hue, grey",
            Self::Blur => "blur",
            Self::Median => "median",
            Self::Smoothing => "bilateral smoothing",
            Self::Sharpening => "sharpening",
            Self::Noise => "noise",
            Self::Erasing => "a part erased",
            Self::WavesRotation => "WAVES rotation 9 to 45 degrees",
            Self::WavesCrop => "WAVES resized crop",
            Self::WavesCombined => "WAVES combinations",
        }
    }
}

impl Attack {
    pub fn apply(&self, picture: &Picture) -> Picture {
        (self.apply)(picture)
    }
}

impl fmt::Debug for Attack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({:?} {})", self.name, self.group, self.strength)
    }
}

/// All of them, those of the goals first.
pub fn all() -> Vec<Attack> {
    let mut list = List(Vec::new());
    goals(&mut list);
    gaps(&mut list);
    compression(&mut list);
    places(&mut list);
    frames(&mut list);
    values(&mut list);
    filters(&mut list);
    waves(&mut list);
    list.0.sort_by_key(|attack| !attack.set.is_goal());
    list.0
}

struct List(Vec<Attack>);

impl List {
    fn goal(
        &mut self,
        group: Group,
        name: &str,
        strength: f64,
        apply: impl Fn(&Picture) -> Picture + 'static,
    ) {
        use Group::{Compression, HalfOfSmall, HalfOfWhole, None, Social};
        let fast = matches!(group, None | Compression | Social | HalfOfWhole | HalfOfSmall);
        self.add(if fast { Set::Goals } else { Set::Searched }, group, name, strength, apply);
    }

    fn wide(
        &mut self,
        group: Group,
        name: &str,
        strength: f64,
        apply: impl Fn(&Picture) -> Picture + 'static,
    ) {
        self.add(Set::Wide, group, name, strength, apply);
    }

    /// The same with several strengths, which end the name.
    fn each<const N: usize>(
        &mut self,
        group: Group,
        name: &str,
        strengths: [f64; N],
        apply: impl Fn(&Picture, f64) -> Picture + Clone + 'static,
    ) {
        for strength in strengths {
            let apply = apply.clone();
            self.wide(group, &format!("{name} {strength}"), strength, move |p| apply(p, strength));
        }
    }

    fn add(
        &mut self,
        set: Set,
        group: Group,
        name: &str,
        strength: f64,
        apply: impl Fn(&Picture) -> Picture + 'static,
    ) {
        let source = if group == Group::HalfOfSmall { Source::Small } else { Source::Whole };
        self.0.push(Attack { name: name.to_owned(), group, strength, set, source, apply: Box::new(apply) });
    }
}

fn goals(list: &mut List) {
    list.goal(Group::None, "none", 0.0, Picture::clone);
    for quality in [90, 75, 50] {
        list.goal(Group::Compression, &format!("jpeg {quality}"), f64::from(quality), move |p| {
            jpeg(p, quality)
        });
    }
    list.goal(Group::Compression, "jpeg 75 + 60 shifted", 60.0, |p| {
        let once = jpeg(p, 75);
        jpeg(&once.crop(5, 3, once.width - 5, once.height - 3), 60)
    });
    #[cfg(feature = "webp")]
    list.goal(Group::Compression, "webp 50", 50.0, |p| crate::webp::webp(p, 50.0));
    list.goal(Group::Social, "social x2", 0.7, |p| jpeg(&jpeg(&scale(p, 0.7), 70), 70));
    list.goal(Group::Social, "1080 px + jpeg 70 x2", 1080.0, |p| jpeg(&jpeg(&scale_to(p, 1080), 70), 70));
    list.goal(Group::Screenshot, "screenshot", 0.83, |p| jpeg(&scene::screenshot(p, 0.83), 85));
    list.goal(Group::Crop25, "crop 25 %", 25.0, |p| warp::crop_area(p, 0.75, 0.2, 0.8));
    list.goal(Group::Crop50, "crop 50 %", 50.0, |p| warp::crop_area(p, 0.5, 0.2, 0.6));
    list.goal(Group::Crop75, "crop 75 %", 75.0, |p| warp::crop_area(p, 0.25, 0.3, 0.6));
    for degrees in [1.0, 2.0, 5.0, 7.0] {
        let turn = move |p: &Picture| jpeg(&warp::rotate(p, degrees), 75);
        list.goal(Group::Rotation, &format!("rotation {degrees} + jpeg 75"), degrees, turn);
    }
    list.goal(Group::HalfOfWhole, "0.5x + jpeg 75", 0.5, |p| jpeg(&scale(p, 0.5), 75));
    list.goal(Group::HalfOfSmall, "0.4 MP: 0.5x + jpeg 75", 0.5, |p| jpeg(&scale(p, 0.5), 75));
    for factor in [0.9, 0.97, 1.1] {
        list.goal(Group::Aspect, &format!("aspect {factor}"), factor, move |p| scene::stretch(p, factor));
    }
}

/// What such marks usually do not survive, and this one is to.
fn gaps(list: &mut List) {
    for factor in [0.85, 1.18] {
        list.goal(Group::Aspect, &format!("aspect {factor}"), factor, move |p| scene::stretch(p, factor));
    }
    for share in [1.0, 2.0, 3.0] {
        list.goal(Group::Perspective, &format!("perspective % {share}"), share, move |p| {
            warp::perspective(p, share / 100.0)
        });
    }
    list.goal(Group::Thumbnail, "320 px + jpeg 80", 320.0, |p| jpeg(&scale_to(p, 320), 80));
    list.goal(Group::Turn, "90 degrees", 1.0, |p| p.turned(1));
    list.goal(Group::Mirror, "mirror", 1.0, Picture::mirrored);
}

fn compression(list: &mut List) {
    for quality in [40, 30, 20, 15, 10] {
        list.wide(Group::LowQuality, &format!("jpeg {quality}"), f64::from(quality), move |p| {
            jpeg(p, quality)
        });
    }
    #[cfg(feature = "webp")]
    list.each(Group::LowQuality, "webp", [30.0, 20.0, 10.0], |p, quality| {
        crate::webp::webp(p, quality as f32)
    });
    list.wide(Group::Social, "1200 px + jpeg 80 then 0.6x + jpeg 70 then jpeg 60", 3.0, |p| {
        jpeg(&jpeg(&scale(&jpeg(&scale_to(p, 1200), 80), 0.6), 70), 60)
    });
    list.wide(Group::Social, "0.6x + sharpen + jpeg 75", 0.6, |p| {
        jpeg(&filter::sharpen(&scale(p, 0.6), 0.5), 75)
    });
    list.wide(Group::Social, "Lanczos to 1080 px + jpeg 80", 1080.0, |p| {
        let factor = 1080.0 / p.width.max(p.height) as f64;
        let side = |length: usize| (length as f64 * factor).round() as usize;
        jpeg(&resize(p, side(p.width), side(p.height), Kernel::Lanczos), 80)
    });
}

fn places(list: &mut List) {
    list.wide(Group::Crop, "crop 10 %", 10.0, |p| warp::crop_area(p, 0.9, 0.3, 0.7));
    list.wide(Group::Crop, "crop 85 %", 85.0, |p| warp::crop_area(p, 0.15, 0.5, 0.5));
    list.wide(Group::Crop, "crop 50 % + 0.8x + jpeg 75", 50.0, |p| {
        jpeg(&scale(&warp::crop_area(p, 0.5, 0.2, 0.6), 0.8), 75)
    });
    list.wide(Group::Crop, "crop square", 30.0, scene::square);
    list.each(Group::Rotation, "rotation", [0.25, 0.5, 3.0, 4.0, 6.0], warp::rotate);
    list.each(Group::Aspect, "aspect", [0.95, 1.05], scene::stretch);
    list.each(Group::Size, "scale", [0.35, 0.5, 0.75, 1.5, 2.0], scale);
    list.wide(Group::Size, "0.5x and back", 0.5, |p| {
        resize(&scale(p, 0.5), p.width, p.height, Kernel::Cubic)
    });
    list.wide(Group::Size, "0.75x + jpeg 75", 0.75, |p| jpeg(&scale(p, 0.75), 75));
    list.wide(Group::Size, "0.35x + jpeg 80", 0.35, |p| jpeg(&scale(p, 0.35), 80));
    for edge in [480, 240] {
        let small = move |p: &Picture| jpeg(&scale_to(p, edge), 80);
        list.wide(Group::Thumbnail, &format!("{edge} px + jpeg 80"), edge as f64, small);
    }
    for quarters in 2..4 {
        list.wide(Group::Turn, &format!("{} degrees", quarters * 90), quarters as f64, move |p| {
            p.turned(quarters)
        });
    }
    list.wide(Group::Mirror, "upside down mirror + jpeg 75", 2.0, |p| jpeg(&p.mirrored().turned(2), 75));
}

fn frames(list: &mut List) {
    list.each(Group::Screenshot, "screenshot at", [0.5, 0.67, 1.0], |p, factor| {
        jpeg(&scene::screenshot(p, factor), 85)
    });
    list.each(Group::Collage, "collage at", [0.4, 0.5, 0.7], |p, factor| {
        jpeg(&scene::collage(p, factor), 85)
    });
    list.wide(Group::Collage, "one of four", 0.25, |p| jpeg(&scene::grid(p), 85));
    list.each(Group::Collage, "border", [0.05, 0.15], |p, share| scene::border(p, share, [255; 3]));
    list.wide(Group::Overlay, "text", 1.0, |p| scene::caption(p, "BREAKING NEWS"));
    list.wide(Group::Overlay, "bar below", 2.0, |p| scene::bar(p, 0.15));
    list.each(Group::Overlay, "emoji", [0.3, 0.6], scene::emoji);
}

fn values(list: &mut List) {
    list.each(Group::Brightness, "brightness", [0.5, 0.8, 1.2, 1.5, 2.0], |p, f| {
        tone::linear(p, f as f32, 0.0)
    });
    list.each(Group::Contrast, "contrast", [0.5, 0.7, 1.5, 2.0], |p, f| tone::contrast(p, f as f32));
    list.each(Group::Tone, "gamma", [0.5, 0.7, 1.5], |p, exponent| tone::gamma(p, exponent as f32));
    list.each(Group::Tone, "bits", [4.0, 3.0], |p, bits| tone::posterize(p, bits as u32));
    list.wide(Group::Tone, "auto contrast", 1.0, tone::auto_contrast);
    list.wide(Group::Tone, "equalised", 2.0, tone::equalize);
    list.each(Group::Colour, "saturation", [0.0, 0.5, 2.0], |p, factor| tone::saturation(p, factor as f32));
    list.each(Group::Colour, "hue", [20.0, 90.0], |p, degrees| tone::hue(p, degrees as f32));
    list.wide(Group::Colour, "inverted", 1.0, |p| tone::linear(p, -1.0, 255.0));
}

fn filters(list: &mut List) {
    list.each(Group::Blur, "blur", [0.5, 1.0, 2.0, 3.0, 4.0], filter::gaussian);
    list.each(Group::Median, "median", [3.0, 5.0, 7.0], |p, side| filter::median(p, side as usize));
    list.each(Group::Smoothing, "bilateral", [25.0, 60.0], |p, colour| filter::bilateral(p, 4, colour, 9.0));
    list.each(Group::Sharpening, "sharpen", [0.5, 1.0, 2.0], |p, amount| filter::sharpen(p, amount as f32));
    list.each(Group::Noise, "noise", [4.0, 8.0, 13.0, 20.0, 26.0], filter::noise);
    list.each(Group::Noise, "salt and pepper %", [1.0, 3.0], |p, share| {
        filter::salt_and_pepper(p, share / 100.0)
    });
}

/// What "WAVES" (An and others, 2024) adds: larger turns, crops brought back to the old size, and everything at once.
fn waves(list: &mut List) {
    list.each(Group::Erasing, "erased", [0.05, 0.15, 0.25], scene::erase);
    list.each(Group::WavesRotation, "rotation", [9.0, 18.0, 27.0, 45.0], warp::rotate);
    list.each(Group::WavesCrop, "resized crop", [0.9, 0.7, 0.5], resized_crop);
    list.wide(Group::WavesCombined, "geometric", 1.0, |p| {
        scene::erase(&resized_crop(&warp::rotate(p, 4.0), 0.8), 0.1)
    });
    list.wide(Group::WavesCombined, "photometric", 2.0, |p| tone::contrast(&tone::linear(p, 1.3, 0.0), 1.4));
    list.wide(Group::WavesCombined, "degradation", 3.0, |p| {
        jpeg(&filter::noise(&filter::gaussian(p, 1.0), 8.0), 50)
    });
    list.wide(Group::WavesCombined, "all three", 4.0, |p| {
        let moved = resized_crop(&warp::rotate(p, 2.0), 0.9);
        jpeg(&filter::noise(&tone::linear(&moved, 1.15, 0.0), 5.0), 70)
    });
}

fn resized_crop(picture: &Picture, keep: f64) -> Picture {
    resize(&warp::crop_area(picture, keep, 0.4, 0.6), picture.width, picture.height, Kernel::Linear)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::made;

    #[test]
    fn every_name_stands_once_and_every_goal_has_an_attack() {
        let attacks = all();
        let names: HashSet<_> = attacks.iter().map(|attack| (&attack.name, attack.group)).collect();
        assert_eq!(names.len(), attacks.len());
        assert!(
            attacks
                .iter()
                .filter(|attack| attack.set == Set::Goals)
                .all(|attack| { attack.group.goal().is_some() || attack.group == Group::None })
        );
        let groups: HashSet<_> =
            attacks.iter().filter(|a| a.group.goal().is_some()).map(|a| a.group).collect();
        assert_eq!(groups.len(), 10);
    }

    #[test]
    fn every_attack_does_something_and_the_same_each_time() {
        let scene = made::scene(96, 64, 12);
        for attack in all() {
            let out = attack.apply(&scene);
            assert_eq!(out.rgb.len(), out.width * out.height * 3, "{attack:?}");
            assert_eq!(out == scene, attack.group == Group::None, "{attack:?}");
            assert_eq!(out, attack.apply(&scene), "{attack:?}");
        }
    }
}

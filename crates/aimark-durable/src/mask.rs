//! How strong a mark may be where: more where there is texture, less on plain surfaces and beside edges.

use crate::num::real;
use crate::plane::Plane;

/// The least that a mask has, on plain surfaces of middle brightness.
pub(crate) const FLOOR: f32 = 0.8;
/// The most that a mask has.
const CEILING: f32 = 6.0;
/// The most that the mark may deviate on a plain surface, in grey levels.
const PLAIN: f32 = 1.1;
/// The least deviation of fine detail that is texture, in grey levels.
const TEXTURE: f32 = 0.5;

/// The strength that a picture's luma allows at each place.
pub(crate) struct Mask {
    /// Relative to other places.
    strength: Plane,
    /// At most, in grey levels.
    most: Plane,
    /// What share of the picture has texture.
    texture: f32,
}

impl Mask {
    /// Activity is the deviation of the fine detail in 7 x 7 pixels; of it the least in 9 x 9 counts, so that a lone edge
    /// gives its surroundings no strength, and no halo.
    pub(crate) fn new(luma: &Plane) -> Self {
        let coarse = luma.smooth(2);
        let detail = coarse.zip(luma, |coarse, luma| (luma - coarse) * (luma - coarse));
        let activity = detail.mean(3).map(|mean| mean.max(0.0).sqrt());
        let textured = activity.values().iter().filter(|activity| **activity >= TEXTURE).count();
        let texture = real(textured) / real(activity.values().len());
        let activity = activity.least(4).smooth(2);
        let brightness = luma.smooth(7).map(|mean| {
            let away = (mean - 110.0) * (1.0 / 110.0);
            1.0 + 0.25 * away.abs()
        });
        let strength = brightness.zip(&activity, |brightness, activity| {
            (FLOOR * brightness + 0.55 * activity).clamp(FLOOR, CEILING)
        });
        Self { strength, most: activity.map(|activity| PLAIN + activity), texture }
    }

    /// What share of the picture has texture.
    pub(crate) fn texture(&self) -> f32 {
        self.texture
    }

    /// The mark, as strong as asked, and nowhere stronger than it may be.
    pub(crate) fn mark(&self, pattern: &Plane, strength: f32) -> Plane {
        let allowed = self.strength.clone().zip(&self.most, |mask, most| (mask * strength).min(most));
        allowed.zip(pattern, |allowed, pattern| allowed * pattern)
    }
}

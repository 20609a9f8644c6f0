//! What is left of a picture when what is expected of pictures is taken away.

use crate::plane::Plane;

/// Fine detail, divided by how much of it is usual around it, and cut off at three times that. The same on every machine.
pub(crate) fn whiten(luma: &Plane) -> Plane {
    let detail = luma.smooth(4).zip(luma, |coarse, luma| luma - coarse);
    let usual = detail.clone().map(|value| value * value).smooth(4);
    detail.zip(&usual, |value, usual| (value / (usual.max(0.0).sqrt() + 1.0)).clamp(-3.0, 3.0))
}

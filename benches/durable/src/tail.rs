//! How rare high values are, beyond those that were seen.

/// A fit to the upper part of what was measured: above `from`, half the square of a value falls off exponentially. A value that is
/// normally distributed, or the largest of many such, comes to that with a scale of 1 from below.
#[derive(Clone, Copy, Debug)]
pub struct Tail {
    from: f64,
    share: f64,
    scale: f64,
}

impl Tail {
    /// Of the values, the largest `share` are the tail. The scale is their mean excess with two standard errors on top,
    /// and at least the 1 of theory, so that the tail is rather too long than too short.
    ///
    /// # Panics
    /// Without values.
    pub fn fit(values: &[f64], share: f64) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let count = ((sorted.len() as f64 * share) as usize).clamp(1, sorted.len());
        let upper = &sorted[sorted.len() - count..];
        let from = upper[0];
        let mean = upper.iter().map(|value| excess(*value, from)).sum::<f64>() / count as f64;
        let scale = (mean * (1.0 + 2.0 / (count as f64).sqrt())).max(1.0);
        Self { from, share: count as f64 / sorted.len() as f64, scale }
    }

    /// The probability of this value or more. Below the tail it says no more than the tail's whole share.
    pub fn above(&self, value: f64) -> f64 {
        if value <= self.from {
            self.share
        } else {
            self.share * (-excess(value, self.from) / self.scale).exp()
        }
    }

    pub fn scale(&self) -> f64 {
        self.scale
    }
}

fn excess(value: f64, from: f64) -> f64 {
    (value * value - from * from) / 2.0
}

/// The value that this share of the sorted values does not pass.
///
/// # Panics
/// Without values.
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    sorted[((sorted.len() - 1) as f64 * share).round() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made::Chance;

    #[test]
    fn the_tail_of_a_normal_distribution_is_met_and_not_undercut() {
        let mut chance = Chance::new(20);
        let values: Vec<f64> = (0..100_000).map(|_| chance.normal()).collect();
        let tail = Tail::fit(&values, 0.02);
        // 1 - Phi(4) and 1 - Phi(5).
        for (value, right) in [(4.0, 3.17e-5), (5.0, 2.87e-7)] {
            let said = tail.above(value);
            assert!(said > right && said < 10.0 * right, "{value}: {said:e}");
        }
    }

    #[test]
    fn quantiles_are_values_that_were_there() {
        assert_eq!(quantile(&[1.0, 2.0, 3.0], 0.5), 2.0);
        assert_eq!(quantile(&[1.0, 2.0, 3.0], 1.0), 3.0);
    }
}

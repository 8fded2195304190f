//! Medians, quartiles, ratios.

/// The value at a part of the way through the sorted values, between two of them where it must be.
pub fn quantile(values: &[f64], part: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = part * (sorted.len().checked_sub(1)? as f64);
    let (below, above) = (
        sorted[place.floor() as usize],
        sorted[place.ceil() as usize],
    );
    Some(below + (above - below) * place.fract())
}

/// The middle one.
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The lower and the upper quartile.
pub fn quartiles(values: &[f64]) -> Option<(f64, f64)> {
    Some((quantile(values, 0.25)?, quantile(values, 0.75)?))
}

/// The median of the ratios round by round: what disturbs a round disturbs both. Series of other
/// lengths, which are not of the same rounds, give the ratio of their medians.
pub fn ratio(of: &[f64], to: &[f64]) -> Option<f64> {
    if of.len() != to.len() {
        return Some(median(of)? / median(to)?);
    }
    let ratios: Vec<f64> = of.iter().zip(to).map(|(of, to)| of / to).collect();
    median(&ratios)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_values() {
        let values = [4.0, 1.0, 3.0, 2.0];
        assert_eq!(median(&values), Some(2.5));
        assert_eq!(quartiles(&values), Some((1.75, 3.25)));
        assert_eq!(quartiles(&[7.0]), Some((7.0, 7.0)));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn a_disturbed_round_does_not_move_the_ratio() {
        assert_eq!(ratio(&[1.0, 10.0, 1.0], &[2.0, 20.0, 2.0]), Some(0.5));
        assert_eq!(ratio(&[1.0, 9.0], &[2.0]), Some(2.5));
    }
}

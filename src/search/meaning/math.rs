const LANES: usize = 8;
const ROUNDER: f32 = 12_582_912.0; // 1.5 × 2^23: adding it rounds to a whole number, which then stands in the low bits

/// e to the power of `x`, to the last two bits of a float; plain arithmetic, so that many are computed at once.
pub(super) fn exp(x: f32) -> f32 {
    const LN2_HIGH: f32 = 0.693_359_4;
    const LN2_LOW: f32 = -0.000_212_194_44;
    let x = x.clamp(-87.0, 88.0);
    let rounded = x * std::f32::consts::LOG2_E + ROUNDER;
    let whole = rounded - ROUNDER;
    let r = (x - whole * LN2_HIGH) - whole * LN2_LOW;
    let tail = 1.0 / 24.0 + r * (1.0 / 120.0 + r * (1.0 / 720.0 + r * (1.0 / 5040.0)));
    let power = 1.0 + r + r * r * (0.5 + r * (1.0 / 6.0 + r * tail));
    let scale = f32::from_bits((rounded.to_bits() << 23).wrapping_add(127 << 23));
    scale * power
}

/// The Gaussian error linear unit, exact to about 2e-7 (Abramowitz and Stegun, 7.1.26).
pub(super) fn gelu(x: f32) -> f32 {
    let z = (x * std::f32::consts::FRAC_1_SQRT_2).abs();
    let t = 1.0 / (1.0 + 0.327_591_1 * z);
    let series = 0.254_829_6 + t * (-0.284_496_72 + t * (1.421_413_8 + t * (-1.453_152 + t * 1.061_405_4)));
    let rest = 0.5 * t * series * exp(-z * z); // the normal distribution's tail beyond |x|
    x.max(0.0) - x.abs() * rest
}

/// The same unit as some models approximate it.
pub(super) fn gelu_tanh(x: f32) -> f32 {
    let inner = 2.0 * 0.797_884_6 * (x + 0.044_715 * x * x * x);
    x / (1.0 + exp(-inner))
}

/// Subtracts the mean, divides by the deviation, scales and shifts.
pub(super) fn normalise(row: &mut [f32], weight: &[f32], bias: &[f32], epsilon: f32) {
    let count = row.len().max(1) as f32;
    let mean = sum(row, |x| x) / count;
    let variance = sum(row, |x| (x - mean) * (x - mean)) / count;
    let scale = 1.0 / (variance + epsilon).sqrt();
    for ((x, w), b) in row.iter_mut().zip(weight).zip(bias) {
        *x = (*x - mean) * scale * w + b;
    }
}

/// Turns scores into shares that add up to one.
pub(super) fn softmax(row: &mut [f32], scale: f32) {
    let highest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    for x in row.iter_mut() {
        *x = exp((*x - highest) * scale);
    }
    let share = 1.0 / sum(row, |x| x);
    for x in row {
        *x *= share;
    }
}

/// Makes a vector one long; the zero vector stays. None if it holds a number that is none.
pub(super) fn unit(mut vector: Vec<f32>) -> Option<Vec<f32>> {
    let length = sum(&vector, |x| x * x).sqrt();
    if !length.is_finite() {
        return None;
    }
    if length > 0.0 {
        vector.iter_mut().for_each(|x| *x /= length);
    }
    Some(vector)
}

fn sum(row: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0.0_f32; LANES];
    let (groups, rest) = row.as_chunks::<LANES>();
    for group in groups {
        for (lane, x) in lanes.iter_mut().zip(group) {
            *lane += of(*x);
        }
    }
    lanes.iter().sum::<f32>() + rest.iter().map(|x| of(*x)).sum::<f32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fast_functions_say_what_the_slow_ones_say() {
        for step in -8000..=8000 {
            let x = step as f32 / 100.0;
            let slow = f64::from(x).exp();
            assert!((f64::from(exp(x)) / slow - 1.0).abs() < 3e-6 * (1.0 + f64::from(x).abs() / 40.0), "{x}");
        }
        for (x, said) in [(0.0, 0.0), (1.0, 0.841_344_7), (-1.0, -0.158_655_25), (-3.0, -0.004_049_69), (20.0, 20.0)] {
            assert!((gelu(x) - said).abs() < 1e-6, "{x}: {}", gelu(x));
            assert!((gelu_tanh(x) - said).abs() < 1e-3, "{x}: {}", gelu_tanh(x));
        }
        assert!(gelu(-90.0).abs() < 1e-6 && gelu(f32::NAN).is_nan());
    }

    #[test]
    fn rows_are_normalised_whatever_their_length() {
        for length in [1, 7, 8, 9, 384] {
            let mut row: Vec<f32> = (0..length).map(|x| (x * x % 13) as f32).collect();
            softmax(&mut row, 0.5);
            assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-5);
            normalise(&mut row, &vec![2.0; length], &vec![1.0; length], 1e-9);
            assert!((row.iter().sum::<f32>() / length as f32 - 1.0).abs() < 1e-4);
        }
        assert_eq!(unit(vec![3.0, 4.0]), Some(vec![0.6, 0.8]));
        assert_eq!((unit(vec![0.0]), unit(vec![f32::INFINITY]), unit(vec![f32::NAN])), (Some(vec![0.0]), None, None));
    }
}

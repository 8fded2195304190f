//! Figures with units.

use crate::results::Quantity::{self, *};

/// The name of a column.
pub fn name(quantity: Quantity) -> &'static str {
    match quantity {
        Calls => "in a round",
        Latency => "time",
        Cpu => "CPU",
        Rate => "calls/s",
        Throughput => "bytes/s",
        Instructions => "instructions",
        Allocations => "allocations",
        AllocatedBytes => "allocated",
        PeakHeap => "peak heap",
        PeakRss => "peak RSS",
        Connections => "connections",
        ExtraAttempts => "extra attempts",
        Crates => "crates",
        BuildTime => "build",
        BuildCpu => "build CPU",
        Size => "stripped",
    }
}

/// A value in the unit of its column.
pub fn value(quantity: Quantity, value: f64) -> String {
    match quantity {
        Latency | Cpu | BuildTime | BuildCpu => scaled(value, &["ns", "µs", "ms", "s"]),
        AllocatedBytes | PeakHeap | PeakRss | Size => scaled(value, &["B", "KB", "MB", "GB"]),
        Throughput => scaled(value, &["B/s", "KB/s", "MB/s", "GB/s"]),
        Instructions => scaled(value, &["", "k", "M", "G"]),
        Calls | Rate | Connections | ExtraAttempts | Crates => thousands(value),
        Allocations if value.fract() == 0.0 => thousands(value),
        Allocations => format!("{value:.1}"),
    }
}

/// Three digits or more, and the unit in which they make sense.
fn scaled(value: f64, units: &[&str]) -> String {
    let (mut value, mut units) = (value, units.iter());
    let mut unit = units.next().copied().unwrap_or_default();
    // What would be rounded to a thousand is one of the next unit.
    while value >= 999.5 {
        let Some(next) = units.next() else { break };
        (value, unit) = (value / 1000.0, next);
    }
    let digits = match value {
        _ if value.fract() == 0.0 || value >= 99.95 => 0,
        _ if value >= 9.995 => 1,
        _ => 2,
    };
    format!("{value:.digits$} {unit}").trim_end().to_owned()
}

fn thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_three_digits() {
        for (quantity, number, text) in [
            (Latency, 850.0, "850 ns"),
            (Cpu, 15_634.2, "15.6 µs"),
            (Cpu, 999_700.0, "1.00 ms"),
            (BuildTime, 96_400_000_000.0, "96.4 s"),
            (Size, 2_750_000.0, "2.75 MB"),
            (Instructions, 56_600.0, "56.6 k"),
            (Instructions, 120.0, "120"),
            (Rate, 42_354.4, "42,354"),
            (Throughput, 1_234_000_000.0, "1.23 GB/s"),
            (Connections, 50.0, "50"),
            (Allocations, 9_013.0, "9,013"),
            (Allocations, 46.05, "46.0"),
        ] {
            assert_eq!(value(quantity, number), text);
        }
    }
}

//! Base64 as the real server decodes it: either alphabet, padded or not, with what does not
//! belong to it passed over.

use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

const LOOSE: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

pub(crate) fn decode(text: &str) -> Vec<u8> {
    let symbols = text
        .chars()
        .take_while(|c| *c != '=')
        .filter_map(|c| match c {
            '-' => Some('+'),
            '_' => Some('/'),
            '+' | '/' => Some(c),
            _ => c.is_ascii_alphanumeric().then_some(c),
        });
    let mut symbols: String = symbols.collect();
    // A single symbol left over is less than a byte.
    if symbols.len() % 4 == 1 {
        symbols.pop();
    }
    LOOSE.decode(symbols).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn both_alphabets_and_all_lengths_are_taken() {
        assert_eq!(decode("+/+/"), decode("-_-_"));
        assert_eq!(decode("YQ=="), b"a");
        assert_eq!(decode("YQ"), b"a");
        assert_eq!(decode("YR"), b"a");
        assert_eq!(decode("Y\u{e9}W J"), b"ab");
        assert_eq!(decode("YWJjZ"), b"abc");
    }
}

//! Values that look like others, the same for the same seed.

/// A source of values. The same seed gives the same values, so that a run can be repeated.
///
/// Not for nonces: a merchant must never see the same one twice.
#[derive(Debug, Clone)]
pub struct Random(fastrand::Rng);

const DIGITS: &[u8] = b"0123456789";
const LOWER: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
const UPPER: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const HEX_LOWER: &[u8] = b"0123456789abcdef";
const HEX_UPPER: &[u8] = b"0123456789ABCDEF";

impl Random {
    /// A source for a seed.
    pub fn seeded(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// A seed nobody chose, short enough to be typed.
    pub fn any_seed() -> u64 {
        fastrand::u64(..1_000_000_000)
    }

    /// A source for a seed and a name, so that what one part of a run draws does not depend on the others.
    pub fn seeded_for(seed: u64, name: &str) -> Self {
        // FNV-1a: the same on every machine and in every version.
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self::seeded(seed ^ hash)
    }

    /// A number below another.
    pub fn below(&mut self, most: usize) -> usize {
        self.0.usize(..most.max(1))
    }

    /// Another text of the same form: digits stay digits, letters stay letters of their case, a UUID stays one. Letters
    /// before the first digit are kept, because they tend to be a mark of the kind of id.
    pub fn like(&mut self, example: &str) -> String {
        let letters = example.bytes().filter(u8::is_ascii_alphanumeric);
        let is_hex =
            letters.clone().count() >= 16 && letters.clone().all(|byte| byte.is_ascii_hexdigit());
        let mut is_mark = !is_hex && example.bytes().any(|byte| byte.is_ascii_digit());
        let has_upper = example.bytes().any(|byte| byte.is_ascii_uppercase());
        let hex = if has_upper { HEX_UPPER } else { HEX_LOWER };
        let draw = |letter: char| {
            is_mark &= letter.is_ascii_alphabetic();
            let alphabet = match letter {
                _ if is_mark => return letter,
                'a'..='z' | 'A'..='Z' | '0'..='9' if is_hex => hex,
                '0'..='9' => DIGITS,
                'a'..='z' => LOWER,
                'A'..='Z' => UPPER,
                other => return other,
            };
            self.one_of(alphabet)
        };
        example.chars().map(draw).collect()
    }

    /// So many hexadecimal digits.
    pub fn hex(&mut self, length: usize) -> String {
        (0..length).map(|_| self.one_of(HEX_LOWER)).collect()
    }

    /// So many letters and digits.
    pub fn alphanumeric(&mut self, length: usize) -> String {
        (0..length).map(|_| self.0.alphanumeric()).collect()
    }

    /// A UUID.
    pub fn uuid(&mut self) -> String {
        self.like("00000000-0000-4000-8000-000000000000")
    }

    fn one_of(&mut self, alphabet: &[u8]) -> char {
        let at = self.below(alphabet.len());
        alphabet.get(at).copied().map_or('0', char::from)
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn the_same_seed_gives_the_same_values() {
        let draw = || Random::seeded_for(7, "scenario").like("CS2211181819B4LVS");
        assert_eq!(draw(), draw());
        let other = Random::seeded_for(7, "another").like("CS2211181819B4LVS");
        assert_ne!(draw(), other);
    }

    #[test]
    fn the_form_is_kept() {
        let mut random = Random::seeded(1);
        let order = random.like("CS2211181819B4LVS-000001");
        let form = |text: &str| -> String {
            text.chars()
                .map(|letter| match letter {
                    '0'..='9' => '9',
                    'A'..='Z' => 'A',
                    'a'..='z' => 'a',
                    other => other,
                })
                .collect()
        };
        assert_eq!(form(&order), form("CS2211181819B4LVS-000001"));
        assert!(order.starts_with("CS"));
        let uuid = random.like("87b94795-0603-4e24-8ae5-69420d60e3c8");
        assert_eq!(
            uuid.split('-').map(str::len).collect::<Vec<_>>(),
            [8, 4, 4, 4, 12]
        );
        assert!(
            uuid.bytes()
                .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
        );
    }
}

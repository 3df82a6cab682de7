//! Which members an object has had so far.

/// What is known of the members of an object while it is read.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// Their names were there.
    pub(super) named: Bits,
    /// They were there and not null.
    pub(super) present: Bits,
    /// What conditions ask for.
    pub(super) facts: Bits,
}

/// A set of small numbers. Only those from 64 on, which hardly any object has, take memory.
#[derive(Debug, Default)]
pub(super) struct Bits {
    low: u64,
    high: Vec<u64>,
}

impl Bits {
    /// Adds a number and says whether it was there before.
    #[inline]
    pub(super) fn set(&mut self, number: usize) -> bool {
        let mask = 1 << (number % 64);
        let word = match (number / 64).checked_sub(1) {
            None => &mut self.low,
            Some(index) => {
                if self.high.len() <= index {
                    self.high.resize(index + 1, 0);
                }
                let Some(word) = self.high.get_mut(index) else {
                    return false;
                };
                word
            }
        };
        let before = *word;
        *word |= mask;
        before & mask != 0
    }

    #[inline]
    pub(super) fn has(&self, number: usize) -> bool {
        let mask = 1 << (number % 64);
        let word = match (number / 64).checked_sub(1) {
            None => self.low,
            Some(index) => self.high.get(index).copied().unwrap_or(0),
        };
        word & mask != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn any_number_of_members_is_remembered() {
        let mut bits = Bits::default();
        for number in [0, 5, 63, 64, 127, 128, 1000] {
            assert!(!bits.has(number), "{number}");
            assert!(!bits.set(number), "{number}");
            assert!(bits.set(number) && bits.has(number), "{number}");
        }
        assert!(!bits.has(1) && !bits.has(129) && !bits.has(100_000));
    }
}

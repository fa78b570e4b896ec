//! Exact numbers that keep what was written.

use std::fmt;
use std::str::FromStr;

use crate::words::{Lang, Wanted};
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A decimal as written: `23.9`, `0.10` (not `0.1`), `-3`. At most 28 digits; never a float.
#[derive(Clone, Copy, Debug)]
pub struct Number(Decimal);

impl Number {
    /// The value for arithmetic.
    pub fn value(self) -> Decimal {
        self.0
    }

    /// So many tenths: 5 is `0.5`.
    pub fn tenths(tenths: i64) -> Self {
        Self(Decimal::new(tenths, 1))
    }
}

impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        Self(value)
    }
}

impl From<i64> for Number {
    fn from(whole: i64) -> Self {
        Self(Decimal::from(whole))
    }
}

/// `0.1` and `0.10` are two things that were written, though they are worth the same.
impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 && self.0.scale() == other.0.scale()
    }
}

impl Eq for Number {}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// The text is not a plain decimal of at most 28 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

impl FromStr for Number {
    type Err = NotANumber;

    /// Reads `-?digits(.digits)?` and nothing else: no exponent, no grouping, no leading zeros, so
    /// that writing gives back the same text.
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let value = Decimal::from_str_exact(text).map_err(|_| NotANumber)?;
        if value.to_string() == text { Ok(Self(value)) } else { Err(NotANumber) }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wanted = Wanted::Decimal.text(Lang::En);
        text.parse()
            .map_err(|NotANumber| de::Error::invalid_value(de::Unexpected::Str(&text), &wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_was_written_stays() {
        for text in ["0", "23.9", "0.10", "-3", "500", "12345678901234567890.12345678"] {
            assert_eq!(text.parse::<Number>().map(|number| number.to_string()), Ok(text.into()));
        }
    }

    #[test]
    fn what_is_not_a_plain_decimal_is_refused() {
        let wrong = "|+1|1e400|inf|NaN|1,5|1_000|007|.5|5.| 1|１|1234567890123456789012345678901";
        for text in wrong.split('|') {
            assert_eq!(text.parse::<Number>(), Err(NotANumber), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_refused_or_kept(text in r"\PC{0,40}|-?[0-9]{1,30}(\.[0-9]{1,30})?") {
            if let Ok(number) = text.parse::<Number>() {
                prop_assert_eq!(number.to_string(), text);
            }
        }
    }
}

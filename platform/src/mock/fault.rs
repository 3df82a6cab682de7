//! Faults on request: what networks and overloaded platforms do.

use std::str::FromStr;
use std::time::Duration;

use koo_spec::duration;

/// Longest latency that can be asked for.
const MOST_LATENCY: Duration = Duration::from_secs(60);

/// Something that goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The answer comes later.
    Latency(Duration),
    /// The platform fails; nothing is done.
    ServerError,
    /// There are too many calls; nothing is done.
    Throttle,
    /// The call is carried out, and half of the body of the answer arrives.
    Truncate,
    /// The call is carried out, and no answer arrives.
    Close,
}

/// Why text is no fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no fault: write 5xx, throttle, truncate, close or a latency such as 200ms, a probability behind it as in \
     5xx:0.1, an interface in front of it as in queryOrder=5xx"
)]
pub struct NoFault(String);

impl FromStr for Fault {
    type Err = NoFault;

    fn from_str(text: &str) -> Result<Self, NoFault> {
        Ok(match text {
            "5xx" => Self::ServerError,
            "throttle" => Self::Throttle,
            "truncate" => Self::Truncate,
            "close" => Self::Close,
            other => {
                let millis = duration::parse_millis(other);
                let latency = millis.map(Duration::from_millis);
                let latency = latency.filter(|latency| *latency <= MOST_LATENCY);
                Self::Latency(latency.ok_or_else(|| NoFault(other.to_owned()))?)
            }
        })
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Latency(latency) => write!(formatter, "{}ms", latency.as_millis()),
            Self::ServerError => formatter.write_str("5xx"),
            Self::Throttle => formatter.write_str("throttle"),
            Self::Truncate => formatter.write_str("truncate"),
            Self::Close => formatter.write_str("close"),
        }
    }
}

/// A fault of some interfaces, sometimes.
#[derive(Debug, Clone, PartialEq)]
pub struct FaultRule {
    /// The interface, with or without its family; all if there is none.
    pub interface: Option<String>,
    /// What goes wrong.
    pub fault: Fault,
    /// How often, from 0 to 1.
    pub probability: f64,
}

impl FromStr for FaultRule {
    type Err = NoFault;

    fn from_str(text: &str) -> Result<Self, NoFault> {
        let no_fault = || NoFault(text.to_owned());
        let (interface, rest) = match text.split_once('=') {
            Some((interface, rest)) => (Some(interface.trim().to_owned()), rest),
            None => (None, text),
        };
        let (fault, probability) = match rest.split_once(':') {
            Some((fault, probability)) => (fault, probability.parse().map_err(|_| no_fault())?),
            None => (rest, 1.0),
        };
        if !(0.0..=1.0).contains(&probability) || interface.as_deref() == Some("") {
            return Err(no_fault());
        }
        Ok(Self {
            interface,
            fault: fault.trim().parse().map_err(|_| no_fault())?,
            probability,
        })
    }
}

impl FaultRule {
    /// Whether the rule is about an interface, given as `family/interface`.
    pub(super) fn is_about(&self, id: &str) -> bool {
        self.interface.as_ref().is_none_or(|interface| {
            id == interface || id.split_once('/').is_some_and(|(_, id)| id == interface)
        })
    }
}

/// The faults that a call meets, by its number: the same seed gives the same faults.
pub(super) fn drawn(rules: &[FaultRule], seed: u64, number: u64, id: &str) -> Vec<Fault> {
    let about = rules
        .iter()
        .zip(0_u64..)
        .filter(|(rule, _)| rule.is_about(id));
    about
        .filter(|(rule, at)| chance(seed, number, *at) < rule.probability)
        .map(|(rule, _)| rule.fault)
        .collect()
}

/// A number from 0 to 1 that depends on nothing else, by `SplitMix64`.
fn chance(seed: u64, number: u64, rule: u64) -> f64 {
    const GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut mixed = seed
        .wrapping_add(number.wrapping_mul(GAMMA))
        .wrapping_add(rule.wrapping_mul(GAMMA).rotate_left(32))
        .wrapping_add(GAMMA);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^= mixed >> 31;
    let top = u32::try_from(mixed >> 32).unwrap_or(u32::MAX);
    f64::from(top) / 4_294_967_296.0
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Fault, FaultRule, drawn};

    #[test]
    fn rules_are_read() {
        let read = |text: &str| text.parse::<FaultRule>();
        let rule = |interface: Option<&str>, fault, probability| FaultRule {
            interface: interface.map(str::to_owned),
            fault,
            probability,
        };
        assert_eq!(read("throttle"), Ok(rule(None, Fault::Throttle, 1.0)));
        assert_eq!(
            read("queryOrder=5xx:0.25"),
            Ok(rule(Some("queryOrder"), Fault::ServerError, 0.25))
        );
        let latency = Fault::Latency(Duration::from_millis(200));
        assert_eq!(read("200ms"), Ok(rule(None, latency, 1.0)));
        for wrong in [
            "", "6xx", "5xx:2", "5xx:-1", "5xx:x", "=close", "2h", "5xx:nan",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_seed_gives_the_same_faults_as_often_as_asked_for() {
        let rules = ["5xx:0.1".parse().unwrap(), "other=close".parse().unwrap()];
        let draw = |seed| -> Vec<_> {
            let calls = 1..=10_000;
            calls
                .map(|number| drawn(&rules, seed, number, "f/i"))
                .collect()
        };
        let first = draw(7);
        assert_eq!(first, draw(7));
        assert_ne!(first, draw(8));
        let often = first.iter().filter(|faults| !faults.is_empty()).count();
        assert!((800..1200).contains(&often), "{often}");
        assert_eq!(drawn(&rules, 7, 1, "f/other").last(), Some(&Fault::Close));
    }
}

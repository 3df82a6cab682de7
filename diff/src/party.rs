//! Who is concerned: the parties, who calls whom, and how bad a change is for each.

use std::fmt;

use serde::Serialize;

/// A side of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// The merchant's server, which the platform calls.
    MerchantServer,
    /// The merchant's code that calls the platform, and the merchant's packages and SDK code.
    MerchantClient,
    /// The platform.
    Platform,
}

impl Party {
    /// Every party.
    pub const ALL: [Self; 3] = [Self::MerchantServer, Self::MerchantClient, Self::Platform];

    /// The merchant in both roles.
    pub const MERCHANT: [Self; 2] = [Self::MerchantServer, Self::MerchantClient];

    /// The word of reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MerchantServer => "merchant-server",
            Self::MerchantClient => "merchant-client",
            Self::Platform => "platform",
        }
    }
}

/// How bad a change is for a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The party takes no part.
    None,
    /// Nothing has to be done.
    Info,
    /// Somebody should look: it depends on the party's code.
    Warning,
    /// Code that was right before goes wrong.
    Breaking,
}

impl Severity {
    /// The word of reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Breaking => "breaking",
        }
    }
}

/// A side of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// What the caller sends.
    Request,
    /// What it gets back.
    Reply,
}

impl Side {
    /// The side of a row of an export.
    pub(crate) fn of(word: &str) -> Self {
        if word == "response" {
            Self::Reply
        } else {
            Self::Request
        }
    }

    /// The word of reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Reply => "reply",
        }
    }
}

/// Who calls whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The platform calls the merchant's server.
    PlatformToMerchant,
    /// The merchant calls the platform.
    MerchantToPlatform,
    /// The merchant sends a browser to an address of the platform.
    BrowserToPlatform,
    /// The platform sends a browser to an address of the merchant.
    BrowserToMerchant,
    /// The merchant calls somebody else.
    ThirdParty,
}

impl Direction {
    /// Every direction.
    pub const ALL: [Self; 5] = [
        Self::PlatformToMerchant,
        Self::MerchantToPlatform,
        Self::BrowserToPlatform,
        Self::BrowserToMerchant,
        Self::ThirdParty,
    ];

    /// The direction of an interface. A browser goes to the platform where the contract gives an address, and to the
    /// merchant where it gives none, because then it is the merchant's own.
    pub(crate) fn of(word: &str, has_address: bool) -> Self {
        match (word, has_address) {
            ("merchant-to-platform", _) => Self::MerchantToPlatform,
            ("browser-redirect", true) => Self::BrowserToPlatform,
            ("browser-redirect", false) => Self::BrowserToMerchant,
            ("third-party", _) => Self::ThirdParty,
            _ => Self::PlatformToMerchant,
        }
    }

    /// The words of reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PlatformToMerchant => "platform-to-merchant",
            Self::MerchantToPlatform => "merchant-to-platform",
            Self::BrowserToPlatform => "browser-redirect to the platform",
            Self::BrowserToMerchant => "browser-redirect to the merchant",
            Self::ThirdParty => "third-party",
        }
    }

    /// Who calls.
    pub const fn caller(self) -> Option<Party> {
        match self {
            Self::PlatformToMerchant | Self::BrowserToMerchant => Some(Party::Platform),
            Self::MerchantToPlatform | Self::BrowserToPlatform | Self::ThirdParty => {
                Some(Party::MerchantClient)
            }
        }
    }

    /// Who is called; somebody else has no name here.
    pub const fn called(self) -> Option<Party> {
        match self {
            Self::PlatformToMerchant | Self::BrowserToMerchant => Some(Party::MerchantServer),
            Self::MerchantToPlatform | Self::BrowserToPlatform => Some(Party::Platform),
            Self::ThirdParty => None,
        }
    }

    /// Who sends the message of a side.
    pub const fn sender(self, side: Side) -> Option<Party> {
        match side {
            Side::Request => self.caller(),
            Side::Reply => self.called(),
        }
    }

    /// Who receives the message of a side.
    pub const fn receiver(self, side: Side) -> Option<Party> {
        match side {
            Side::Request => self.called(),
            Side::Reply => self.caller(),
        }
    }
}

macro_rules! display {
    ($($name:ty)+) => {
        $(impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        })+
    };
}

display! { Party Severity Side Direction }

//! Why a mock does not serve an interface.

use koo_spec::catalogue::{Direction, Interface};

/// Why a mock does not serve an interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Absence {
    /// The platform calls it.
    #[error("the platform calls it at the merchant, as `koo simulate` does")]
    OfTheMerchant,
    /// A browser is sent to the merchant.
    #[error("its address is the merchant's own")]
    AddressOfTheMerchant,
    /// Somebody else answers it.
    #[error("a third party answers it, not the platform")]
    ThirdParty,
    /// Nobody knows where it is.
    #[error("no page says at which address it is")]
    NoAddress,
}

impl Absence {
    /// Why an interface is not served; `None` if it is.
    pub fn of(interface: &Interface) -> Option<Self> {
        let variants = interface.variants.values();
        let has_address = !interface.urls.is_empty()
            || variants.into_iter().any(|variant| !variant.urls.is_empty());
        match interface.direction {
            Direction::PlatformToMerchant => Some(Self::OfTheMerchant),
            Direction::MerchantToPlatform if !has_address => Some(Self::NoAddress),
            Direction::BrowserRedirect if !has_address => Some(Self::AddressOfTheMerchant),
            Direction::MerchantToPlatform | Direction::BrowserRedirect => None,
            Direction::ThirdParty => Some(Self::ThirdParty),
        }
    }
}

//! What both examples are told from outside.

use koogallery::Site;
use koogallery::runtime::Secret;

/// The key of the examples. Everybody knows it, so it protects nothing.
const DEMO_KEY: &str = "demo-access-key";

/// The key that both sides share, from `KOO_ACCESS_KEY`.
pub(crate) fn access_key() -> Secret {
    match std::env::var("KOO_ACCESS_KEY") {
        Ok(key) if !key.is_empty() => Secret::from(key),
        _ => {
            eprintln!("warning: KOO_ACCESS_KEY is not set, using the public key `{DEMO_KEY}`");
            Secret::from(DEMO_KEY)
        }
    }
}

/// A site by its name.
pub(crate) fn site(name: &str) -> Result<Site, String> {
    match name {
        "mainland" => Ok(Site::Mainland),
        "intl" => Ok(Site::Intl),
        "eu" => Ok(Site::Eu),
        _ => Err("the sites are mainland, intl and eu".to_owned()),
    }
}

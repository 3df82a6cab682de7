//! Settings of the merchant's own code.

use koogallery::runtime::Secret;

use crate::config::Source;

/// What can be set of the merchant's own code.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where buyers open the product. The id of their instance is added as a parameter.
    pub product_url: Option<String>,
    /// Keys to ask KooGallery for orders with. Without them what was bought stays unknown.
    pub orders: Option<AccessKeys>,
    /// Asks this server instead of KooGallery, for tests.
    pub orders_url: Option<String>,
}

/// The access key pair of the merchant account, made under My Credentials.
#[derive(Debug, Clone)]
pub struct AccessKeys {
    /// Names the account.
    pub id: Secret,
    /// Signs the calls.
    pub secret: Secret,
}

impl Settings {
    /// Reads the sections `[product]` and `[orders]`.
    pub fn read(source: &mut Source) -> Self {
        Self {
            product_url: source.url("product.url"),
            orders: access_keys(source),
            orders_url: source.url("orders.base_url"),
        }
    }
}

fn access_keys(source: &mut Source) -> Option<AccessKeys> {
    let id = source.secret("orders.access_key_id");
    let secret = source.secret("orders.secret_access_key");
    match (id, secret) {
        (Some(id), Some(secret)) => Some(AccessKeys { id, secret }),
        (None, None) => None,
        (Some(_), None) => {
            source.problem("orders.secret_access_key", "missing, while there is an id");
            None
        }
        (None, Some(_)) => {
            source.problem("orders.access_key_id", "missing, while there is a secret");
            None
        }
    }
}

//! The table of nonces.

use std::time::Duration;

use koo_runtime::replay::Admission;
use sqlx::PgPool;

use super::{FORGOTTEN_AT_ONCE, seconds};

/// Remembers a nonce, or one whose time is over anew.
const ADMIT: &str = "
    INSERT INTO koo_nonces AS found (digest, ends)
    VALUES ($1, clock_timestamp() + make_interval(secs => $2))
    ON CONFLICT (digest) DO UPDATE SET ends = excluded.ends
    WHERE found.ends <= clock_timestamp()";

const FORGET: &str = "
    DELETE FROM koo_nonces WHERE digest IN (
        SELECT digest FROM koo_nonces WHERE ends <= clock_timestamp() LIMIT $1
    )";

pub(super) async fn admit(
    pool: &PgPool,
    digest: &[u8],
    keep: Duration,
) -> Result<Admission, sqlx::Error> {
    let query = sqlx::query(ADMIT).bind(digest).bind(seconds(keep));
    let written = query.execute(pool).await?.rows_affected();
    Ok(if written == 0 {
        Admission::Seen
    } else {
        Admission::New
    })
}

/// Forgets some nonces whose time is over.
pub(super) async fn forget(pool: &PgPool) -> Result<u64, sqlx::Error> {
    let query = sqlx::query(FORGET).bind(FORGOTTEN_AT_ONCE);
    Ok(query.execute(pool).await?.rows_affected())
}

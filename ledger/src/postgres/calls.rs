//! The table of calls: what [`Entry`](koo_runtime::ledger::Entry) says, as statements that are atomic each.

use std::time::Duration;

use koo_runtime::ledger::{
    Claim, Completion, Fingerprint, Key, Recorded, Settled, Standing, Ticket, Token,
};
use sqlx::{PgPool, Row as _};

use super::{FORGOTTEN_AT_ONCE, seconds};

const FIND: &str = "
    SELECT state, reply, fingerprint,
        (extract(epoch FROM until - clock_timestamp()) * 1000)::float8 AS left_millis
    FROM koo_calls WHERE digest = $1";

/// Takes a row that is not there, or over.
const CLAIM: &str = "
    INSERT INTO koo_calls AS found
        (digest, key, state, token, attempt, fingerprint, reply, until, changed)
    VALUES ($1, $2, 'claimed', $3, 1, $4, '',
        clock_timestamp() + make_interval(secs => $5), clock_timestamp())
    ON CONFLICT (digest) DO UPDATE SET
        state = 'claimed', token = excluded.token, attempt = found.attempt + 1,
        fingerprint = excluded.fingerprint, reply = '',
        until = clock_timestamp() + make_interval(secs => $5), changed = clock_timestamp()
    WHERE found.state <> 'done' AND found.until <= clock_timestamp()
    RETURNING attempt";

const RENEW: &str = "
    UPDATE koo_calls SET until = clock_timestamp() + make_interval(secs => $3)
    WHERE digest = $1 AND token = $2 AND state = 'claimed'";

const SETTLE: &str = "
    UPDATE koo_calls SET state = $3, reply = $4, changed = clock_timestamp(),
        until = clock_timestamp() + make_interval(secs => $5)
    WHERE digest = $1 AND token = $2 AND state = 'claimed'";

const RELEASE: &str =
    "DELETE FROM koo_calls WHERE digest = $1 AND token = $2 AND state = 'claimed'";

const COMPLETE: &str = "
    UPDATE koo_calls SET state = 'done', reply = $2, changed = clock_timestamp(),
        until = clock_timestamp()
    WHERE digest = $1 AND state <> 'done'";

const FORGET: &str = "
    DELETE FROM koo_calls WHERE digest IN (
        SELECT digest FROM koo_calls
        WHERE greatest(changed, until) <= clock_timestamp() - make_interval(secs => $1) LIMIT $2
    )";

/// A row as others find it.
struct Found {
    state: String,
    recorded: Recorded,
    left: Duration,
}

pub(super) async fn claim(
    pool: &PgPool,
    key: &Key,
    token: Token,
    fingerprint: Fingerprint,
    lease: Duration,
) -> Result<Claim, sqlx::Error> {
    let digest = key.digest();
    // A row can change between the two statements. Whatever it becomes, the next look tells.
    loop {
        if let Some(found) = find(pool, &digest).await? {
            let is_over = found.left.is_zero();
            match found.state.as_str() {
                "done" => return Ok(Claim::Replied(found.recorded)),
                "pending" if !is_over => return Ok(Claim::Replied(found.recorded)),
                _ if !is_over => return Ok(Claim::Busy(found.left)),
                _ => {}
            }
        }
        let query = sqlx::query(CLAIM)
            .bind(&digest[..])
            .bind(key.to_string())
            .bind(&token[..])
            .bind(&fingerprint[..])
            .bind(seconds(lease));
        if let Some(row) = query.fetch_optional(pool).await? {
            let attempt: i64 = row.try_get("attempt")?;
            return Ok(Claim::Run(Ticket {
                key: key.clone(),
                token,
                attempt: u32::try_from(attempt).unwrap_or(u32::MAX),
            }));
        }
    }
}

pub(super) async fn renew(
    pool: &PgPool,
    ticket: &Ticket,
    lease: Duration,
) -> Result<bool, sqlx::Error> {
    let query = sqlx::query(RENEW)
        .bind(ticket.key.digest().to_vec())
        .bind(&ticket.token[..])
        .bind(seconds(lease));
    Ok(query.execute(pool).await?.rows_affected() > 0)
}

pub(super) async fn settle(
    pool: &PgPool,
    ticket: &Ticket,
    reply: &str,
    standing: Standing,
) -> Result<Settled, sqlx::Error> {
    let digest = ticket.key.digest();
    let (state, time) = match standing {
        Standing::Done => ("done", Duration::ZERO),
        Standing::Pending(time) => ("pending", time),
    };
    let query = sqlx::query(SETTLE)
        .bind(&digest[..])
        .bind(&ticket.token[..])
        .bind(state)
        .bind(reply)
        .bind(seconds(time));
    if query.execute(pool).await?.rows_affected() > 0 {
        return Ok(Settled::Recorded);
    }
    Ok(match find(pool, &digest).await? {
        Some(found) if found.state == "done" => Settled::Replied(found.recorded),
        _ => Settled::Lost,
    })
}

pub(super) async fn release(pool: &PgPool, ticket: &Ticket) -> Result<(), sqlx::Error> {
    let query = sqlx::query(RELEASE)
        .bind(ticket.key.digest().to_vec())
        .bind(&ticket.token[..]);
    query.execute(pool).await.map(|_| ())
}

pub(super) async fn complete(
    pool: &PgPool,
    key: &Key,
    reply: &str,
) -> Result<Completion, sqlx::Error> {
    let digest = key.digest();
    let query = sqlx::query(COMPLETE).bind(&digest[..]).bind(reply);
    if query.execute(pool).await?.rows_affected() > 0 {
        return Ok(Completion::Completed);
    }
    Ok(match find(pool, &digest).await? {
        Some(_) => Completion::AlreadyDone,
        None => Completion::Unknown,
    })
}

/// Forgets some calls that ended `age` ago, and counts them.
pub(super) async fn forget(pool: &PgPool, age: Duration) -> Result<u64, sqlx::Error> {
    let query = sqlx::query(FORGET)
        .bind(seconds(age))
        .bind(FORGOTTEN_AT_ONCE);
    Ok(query.execute(pool).await?.rows_affected())
}

async fn find(pool: &PgPool, digest: &[u8]) -> Result<Option<Found>, sqlx::Error> {
    let query = sqlx::query(FIND).bind(digest);
    let Some(row) = query.fetch_optional(pool).await? else {
        return Ok(None);
    };
    let fingerprint: Vec<u8> = row.try_get("fingerprint")?;
    let left_millis: f64 = row.try_get("left_millis")?;
    Ok(Some(Found {
        state: row.try_get("state")?,
        recorded: Recorded {
            reply: row.try_get("reply")?,
            fingerprint: fingerprint.try_into().unwrap_or_default(),
        },
        left: Duration::try_from_secs_f64(left_millis.max(0.0) / 1000.0).unwrap_or(Duration::MAX),
    }))
}

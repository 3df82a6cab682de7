//! Generated schemes against the HMACs they cannot do without, and against the interpreter of recipes.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use hmac::{Hmac, KeyInit as _, Mac as _};
use koo_benchmarks::{Report, Row, Target};
use koo_runtime::message::Message;
use koo_runtime::replay::{Admission, MemoryReplayGuard, ReplayGuard as _};
use koo_runtime::scheme::{Evidence, Place, Scheme, Stamp, TimestampForm, freshness};
use koo_runtime::secret::Secret;
use koo_spec::interpret::scheme::SchemeInterpreter;
use koogallery::saas_v2::{BodySign, UrlSignature};
use sha2::Sha256;

const KEY: &str = "example-access-key";

/// A request of the contract's examples.
const BODY: &str = r#"{"activity":"newInstance","businessId":"87b94795-0603-4e24-8ae5-69420d60e3c8","orderId":"CS2211181819B4LVS","orderLineId":"CS2211181819B4LVS-000001","testFlag":"1"}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let mut report = Report::from_args(env!("CARGO_TARGET_TMPDIR"));
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/catalog");
    let loaded = koo_spec::files::load_path(&catalogue)?;
    let family = loaded
        .catalogue
        .families
        .iter()
        .find(|family| family.id == "saas-v2")
        .ok_or("no family")?;
    let scheme = family.schemes.get("url-signature").ok_or("no scheme")?;
    let secrets = BTreeMap::from([("access_key".to_owned(), Secret::from(KEY))]);
    let interpreter = SchemeInterpreter::new(scheme, ["access_key"], secrets)?;

    verify(&mut report, "verify, 173 bytes", &padded(173), &interpreter)?;
    verify(&mut report, "verify, 4 KiB", &padded(4096), &interpreter)?;
    body_sign(&mut report)?;
    replay(&mut report);
    report.criterion.final_summary();
    report.print();
    Ok(())
}

/// A request body of exactly so many bytes.
fn padded(bytes: usize) -> String {
    let (start, end) = BODY.split_at(BODY.len() - 2);
    format!(
        "{start}{}{end}",
        "0".repeat(bytes.saturating_sub(BODY.len()))
    )
}

/// Verification of a request, from the parsed message to the verdict.
fn verify(
    report: &mut Report,
    name: &'static str,
    body: &str,
    interpreter: &SchemeInterpreter<'_>,
) -> Result<(), Box<dyn Error>> {
    let generated = UrlSignature::new(KEY);
    let unsigned = Message {
        method: "POST",
        path: "/saasproduce",
        query: &[],
        headers: &[],
        body: body.as_bytes(),
    };
    let stamp = Stamp {
        timestamp_millis: 1_680_508_066_618,
        nonce: "RLLUammMSInlrNWb".to_owned(),
    };
    let query: Vec<_> = generated
        .sign(&unsigned, &stamp)?
        .into_iter()
        .map(|carried| (carried.name.to_owned(), carried.value))
        .collect();
    let message = Message {
        query: &query,
        ..unsigned
    };
    let value = |name| message.query_get(name).ok_or("not signed");
    let (timestamp, nonce, signature) = (value("timestamp")?, value("nonce")?, value("signature")?);
    generated.verify(&message)?;
    interpreter.verify(&message)?;
    assert!(two_hmacs(body, timestamp, nonce, signature));

    let mut group = report.criterion.benchmark_group(name);
    group.bench_function("generated", |bencher| {
        bencher.iter(|| generated.verify(black_box(&message)).is_ok());
    });
    group.bench_function("bare HMACs", |bencher| {
        bencher.iter(|| {
            two_hmacs(
                black_box(body),
                black_box(timestamp),
                black_box(nonce),
                black_box(signature),
            )
        });
    });
    group.bench_function("interpreter", |bencher| {
        bencher.iter(|| interpreter.verify(black_box(&message)).is_ok());
    });
    group.finish();
    report.row(Row {
        group: name,
        own: "generated",
        peer: Some("bare HMACs"),
        target: Target::TimesTheTime(1.3),
    });
    report.row(Row {
        group: name,
        own: "generated",
        peer: Some("interpreter"),
        target: Target::None,
    });
    Ok(())
}

/// The same written by hand with the crates of `RustCrypto`, and no more: the parts go into the second HMAC one by one,
/// the comparison is not in constant time, no key leaves memory, and the parameters are not looked up.
fn two_hmacs(body: &str, timestamp: &str, nonce: &str, signature: &str) -> bool {
    let Ok(keyed) = Hmac::<Sha256>::new_from_slice(black_box(KEY).as_bytes()) else {
        return false;
    };
    let digest = hex::encode(keyed.chain_update(body).finalize().into_bytes());
    let Ok(keyed) = Hmac::<Sha256>::new_from_slice(black_box(KEY).as_bytes()) else {
        return false;
    };
    let parts = keyed
        .chain_update(KEY)
        .chain_update(nonce)
        .chain_update(timestamp)
        .chain_update(digest);
    hex::encode_upper(parts.finalize().into_bytes()).eq_ignore_ascii_case(signature)
}

/// Signing of a reply.
fn body_sign(report: &mut Report) -> Result<(), Box<dyn Error>> {
    const NAME: &str = "sign a reply";
    let scheme = BodySign::new(KEY);
    let reply = br#"{"resultCode":"000000","resultMsg":"success","instanceId":"03pf80c2bae96vc49b80b917bea776d7"}"#;
    let message = Message {
        method: "",
        path: "",
        query: &[],
        headers: &[],
        body: reply,
    };
    let stamp = Stamp {
        timestamp_millis: 1_680_508_066_618,
        nonce: String::new(),
    };
    let carried = scheme.sign(&message, &stamp)?;
    assert!(carried.iter().all(|carried| carried.place == Place::Header));

    let mut group = report.criterion.benchmark_group(NAME);
    group.bench_function("generated", |bencher| {
        bencher.iter(|| scheme.sign(black_box(&message), &stamp));
    });
    group.bench_function("bare HMAC", |bencher| {
        bencher.iter(|| {
            let keyed = Hmac::<Sha256>::new_from_slice(black_box(KEY).as_bytes()).ok()?;
            Some(keyed.chain_update(black_box(reply)).finalize().into_bytes())
        });
    });
    group.finish();
    report.row(Row {
        group: NAME,
        own: "generated",
        peer: Some("bare HMAC"),
        target: Target::None,
    });
    Ok(())
}

/// What follows a good signature: is it fresh, and was its nonce seen?
fn replay(report: &mut Report) {
    const NAME: &str = "fresh, seen once";
    let now = 1_680_508_066_618;
    let window = Duration::from_secs(60);
    let evidence = Evidence {
        timestamp: Some("1680508066000"),
        nonce: None,
    };

    let mut group = report.criterion.benchmark_group(NAME);
    group.bench_function("freshness", |bencher| {
        bencher.iter(|| {
            freshness(
                black_box(&evidence),
                TimestampForm::EpochMillis,
                window,
                black_box(now),
            )
        });
    });
    // Room for 100 000 nonces, full after the first second: from then on each admission forgets one, the steady state
    // of a server under more load than this guide will ever see. Writing the nonce is part of the time.
    let guard = MemoryReplayGuard::default();
    let mut count = 0_u64;
    let mut nonce = String::with_capacity(16);
    group.bench_function("guard, memory", |bencher| {
        bencher.iter(|| {
            count += 1;
            nonce.clear();
            let written = write!(nonce, "{count:016x}");
            (written, admit(&guard, &nonce, 2 * window))
        });
    });
    group.finish();
    assert_eq!(admit(&guard, &nonce, window), Some(Admission::Seen));
    report.row(Row {
        group: NAME,
        own: "freshness",
        peer: None,
        target: Target::None,
    });
    report.row(Row {
        group: NAME,
        own: "guard, memory",
        peer: None,
        target: Target::None,
    });
}

/// The guard in memory answers at once.
fn admit(guard: &MemoryReplayGuard, nonce: &str, keep: Duration) -> Option<Admission> {
    match pin!(guard.admit("url-signature", nonce, keep))
        .poll(&mut Context::from_waker(Waker::noop()))
    {
        Poll::Ready(Ok(admission)) => Some(admission),
        _ => None,
    }
}

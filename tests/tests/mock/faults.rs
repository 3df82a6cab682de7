//! Faults on request.

use std::time::{Duration, Instant};

use super::Platform;
use super::orders::{answered, client, order};

async fn ask(platform: &Platform, fault: &str) -> Result<reqwest::Response, reqwest::Error> {
    let address = format!(
        "{}/api/v1/cas/p3/serviceValidate?service=s&ticket=t",
        platform.url
    );
    let call = reqwest::Client::new().get(address);
    call.header("X-Koo-Fault", fault).send().await
}

#[tokio::test]
async fn a_call_asks_for_its_fault() {
    let platform = Platform::new().await;
    assert_eq!(ask(&platform, "throttle").await.unwrap().status(), 429);
    assert_eq!(ask(&platform, "5xx").await.unwrap().status(), 500);
    assert_eq!(ask(&platform, "nonsense").await.unwrap().status(), 400);
    assert!(ask(&platform, "close").await.is_err());

    let whole = ask(&platform, "0ms").await.unwrap();
    let whole = whole.bytes().await.unwrap();
    let cut = ask(&platform, "truncate").await.unwrap();
    assert_eq!(cut.content_length(), Some(whole.len() as u64));
    assert!(cut.bytes().await.is_err());

    let began = Instant::now();
    assert_eq!(ask(&platform, "300ms").await.unwrap().status(), 200);
    assert!(began.elapsed() >= Duration::from_millis(300));
}

#[tokio::test]
async fn a_seed_decides_which_calls_fail() {
    let run = async || {
        let platform = Platform::with(|settings| {
            settings.seed = 7;
            settings.faults = vec![
                "queryOrder=throttle:0.3".parse().unwrap(),
                "joint-kit/casLogin=close".parse().unwrap(),
            ];
        })
        .await;
        let client = client(&platform);
        let mut throttled = Vec::new();
        for _ in 0..40 {
            let answer = client.query_order(&order("MOCKONETIMENEW")).await;
            throttled.push(match answer {
                Ok(_) => false,
                Err(error) => {
                    assert_eq!(answered(&error), (406, "MKT.0250".to_owned()));
                    true
                }
            });
        }
        throttled
    };
    let first = run().await;
    assert!(first.contains(&true) && first.contains(&false), "{first:?}");
    assert_eq!(first, run().await);
}

//! Plays KooGallery against a merchant: a purchase and what follows it, then calls that must be refused. Real
//! HTTP, real signatures.
//!
//! ```text
//! cargo run -p koo-tests --example platform
//! cargo run -p koo-tests --example platform -- --url http://127.0.0.1:8080/saas
//! ```
//!
//! Without an address it starts the example merchant itself, on a free port. It prints one line for each call,
//! and ends with exit code 1 if an answer is not as expected.

#[path = "shared/options.rs"]
mod options;
#[path = "shared/script.rs"]
mod script;
#[path = "shared/session.rs"]
mod session;
#[path = "shared/shop.rs"]
mod shop;

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;
use koogallery::Site;
use koogallery::runtime::Secret;
use koogallery::runtime::ledger::MemoryLedger;
use koogallery::runtime::server::serve;
use koogallery::saas_v2::server::settings;
use session::Session;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

#[derive(Parser)]
#[command(
    about = "Plays KooGallery against a merchant; the access key is read from KOO_ACCESS_KEY"
)]
struct Arguments {
    /// Address of the merchant, with the path
    #[arg(long, conflicts_with = "self_contained")]
    url: Option<String>,
    /// Start the example merchant and call that; the default without an address
    #[arg(long)]
    self_contained: bool,
    /// Site to play: mainland, intl or eu, where a reply without signature is wrong. A signature that is there is
    /// checked on every site. The merchant started here is one of eu, if nothing else is said
    #[arg(long, value_parser = options::site)]
    site: Option<Site>,
}

#[tokio::main]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = Arguments::parse();
    let key = options::access_key();
    let failed = match &arguments.url {
        Some(url) => play(url, arguments.site == Some(Site::Eu), &key).await?,
        None => play_alone(arguments.site.unwrap_or(Site::Eu), &key).await?,
    };
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Plays against the merchant at `url`, and tells how many answers were wrong.
async fn play(url: &str, signed: bool, key: &Secret) -> Result<usize, Box<dyn Error>> {
    let mut session = Session::new(url, key, signed)?;
    script::play(&mut session).await?;
    Ok(session.finish())
}

/// Plays against the example merchant, which lives for this play only.
async fn play_alone(site: Site, key: &Secret) -> Result<usize, Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/saas", listener.local_addr()?);
    let settings = settings(site, key.clone()).ledger(MemoryLedger::default());
    let app = shop::app(settings);
    let (stop, stopped) = oneshot::channel::<()>();
    let merchant = tokio::spawn(serve(listener, app, async {
        // Also ready when `stop` is dropped.
        let _ = stopped.await;
    }));
    let played = play(&url, site == Site::Eu, key).await;
    drop(stop);
    merchant.await?;
    played
}

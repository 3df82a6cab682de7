//! A merchant on KooGallery, small enough to read in five minutes.
//!
//! ```text
//! cargo run -p koo-tests --example merchant -- --listen 127.0.0.1:8080 --site eu
//! ```
//!
//! Calls that the platform repeats are answered from a ledger, in memory or in a file (`--store redb:calls.redb`), or in
//! PostgreSQL, which several merchants may share (`--features postgres`, `--store postgres://…`).
//!
//! What a merchant writes is in `shared/shop.rs`: one method for each interface. Signatures, replays, limits,
//! result codes and the deadline are the generated server's business. Call this merchant with the example
//! `platform`, or with `curl.sh`.

#[path = "shared/options.rs"]
mod options;
#[path = "shared/shop.rs"]
mod shop;
#[path = "shared/store.rs"]
mod store;

use std::error::Error;
use std::net::SocketAddr;

use clap::Parser;
use koogallery::Site;
use koogallery::runtime::server::{Event, serve};
use koogallery::saas_v2::server::settings;
use tokio::net::TcpListener;
use tokio::signal::ctrl_c;

#[derive(Parser)]
#[command(
    about = "Serves a small merchant until Ctrl-C; the access key is read from KOO_ACCESS_KEY"
)]
struct Arguments {
    /// Address to listen on; port 0 takes a free one
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Site whose rules apply: mainland, intl or eu, which wants signed replies
    #[arg(long, default_value = "mainland", value_parser = options::site)]
    site: Site,
    /// Where calls are remembered: memory, redb:FILE or, with the feature `postgres`, postgres://…
    #[arg(long, default_value = "memory")]
    store: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let settings = settings(arguments.site, options::access_key()).observer(tell);
    let settings = store::remember(settings, &arguments.store)?;
    let listener = TcpListener::bind(arguments.listen).await?;
    println!(
        "serving http://{}/saas, Ctrl-C stops",
        listener.local_addr()?
    );
    serve(listener, shop::app(settings), async {
        // Without Ctrl-C there is no way to be told, so serve for ever.
        if ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
    .await;
    println!("stopped");
    Ok(())
}

/// One line for each call, and one for whatever it had beyond the contract. Events hold no value that was sent.
fn tell(interface: &str, event: &Event<'_>) {
    let interface = if interface.is_empty() { "?" } else { interface };
    match event {
        Event::Replied { code, .. } => println!("{interface}: {code}"),
        Event::Refused { code, cause, .. } => {
            println!("{interface}: {code}, refused: {}", cause.as_str());
        }
        Event::Leniency(observation) => println!("{interface}: {observation}"),
        Event::Violation(violation) => println!("{interface}: request: {violation}"),
        Event::ReplyViolation(violation) => println!("{interface}: reply held back: {violation}"),
        _ => {}
    }
}

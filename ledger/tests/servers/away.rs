//! A database that is away for a while.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use koogallery::runtime::Call;
use koogallery::runtime::client::Client;
use koogallery::runtime::server::serve;
use koogallery::saas_v2::server::router;
use koogallery::saas_v2::{NewInstanceReply, NewInstanceRequest};
use tokio::net::TcpListener;
use tokio::time::sleep;

use crate::merchant::Making;
use crate::postgres::Server;
use crate::{remembering, resend};

fn request(order: &str) -> NewInstanceRequest {
    NewInstanceRequest::new(order, format!("{order}-1"), "")
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_are_refused_with_the_documented_code_until_it_is_back() {
    let Some(database) = Server::start() else {
        return;
    };
    let database = Arc::new(database);
    let runs = Arc::<AtomicUsize>::default();
    let (counted, other) = (Arc::clone(&runs), Arc::clone(&database));
    let shop = Making(move |call: Call<NewInstanceRequest>| {
        counted.fetch_add(1, Ordering::SeqCst);
        let database = Arc::clone(&other);
        async move {
            if call.request.order_id == "meanwhile" {
                // The database goes away while the code runs, and comes back before the caller's patience ends.
                database.stop();
                tokio::spawn(async move {
                    sleep(Duration::from_millis(700)).await;
                    database.resume();
                });
            }
            Ok(NewInstanceReply::new(call.request.business_id))
        }
    });
    // Time for a database that starts slowly.
    let settings = remembering(&database.url()).budget(Duration::from_secs(60));
    let app = router(shop, settings.ledger_lease(Duration::from_secs(60)));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(serve(listener, app, std::future::pending::<()>()));
    let client = Client::new(Duration::from_secs(60)).unwrap();
    let call = async |order: &str| {
        resend(&client, &address, &mut request(order))
            .await
            .unwrap()
    };

    let (code, first) = call("CS1").await;
    assert_eq!(code, "000000");
    database.stop();
    for order in ["CS1", "CS2"] {
        assert_eq!(call(order).await, ("000005".to_owned(), String::new()));
    }
    assert_eq!(runs.load(Ordering::SeqCst), 1, "nothing ran meanwhile");
    database.resume();
    assert_eq!(call("CS1").await, ("000000".to_owned(), first));
    assert_eq!(call("CS2").await.0, "000000");
    assert_eq!(runs.load(Ordering::SeqCst), 2);

    let (code, made) = call("meanwhile").await;
    assert_eq!(code, "000000", "recorded as soon as the database was back");
    assert_eq!(call("meanwhile").await, ("000000".to_owned(), made));
    assert_eq!(runs.load(Ordering::SeqCst), 3);
}

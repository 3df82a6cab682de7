//! A file that cannot grow: a call is refused, and what was confirmed stays.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use koo_ledger::FileLedger;
use koo_runtime::ledger::{Claim, Key, Ledger as _, Standing};
use koogallery::Site;
use koogallery::runtime::Call;
use koogallery::runtime::server::Router;
use koogallery::saas_v2::mock::platform;
use koogallery::saas_v2::server::{router, settings};
use koogallery::saas_v2::{NewInstanceReply, NewInstanceRequest, ResultCode};
use tokio::time::sleep;

use crate::merchant::Making;

const KEY: &str = "demo-access-key";
const LEASE: Duration = Duration::from_millis(100);
/// How many calls follow once the file can grow again.
const AFTERWARDS: usize = 20;

/// Starts a program that may write files of so many bytes, and is told by an error beyond.
fn limited(bytes: u64, folder: &Path) -> Child {
    let blocks = bytes.div_ceil(1024);
    let script = format!("trap '' XFSZ; ulimit -S -f {blocks}; exec \"$0\" \"$@\"");
    Command::new("bash")
        .args(["-c", &script])
        .arg(env::current_exe().unwrap())
        .args(["--exact", "full::worker", "--ignored"])
        .env("KOO_LEDGER_FOLDER", folder)
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_confirmed_survives_a_full_disk() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calls.redb");
    drop(FileLedger::open(&path).unwrap());
    let mut worker = limited(fs::metadata(&path).unwrap().len(), folder.path());
    let journal = || fs::read_to_string(folder.path().join("journal")).unwrap_or_default();
    while !journal().contains("refused") {
        assert!(worker.try_wait().unwrap().is_none(), "{}", journal());
        thread::sleep(Duration::from_millis(5));
    }
    // The same process goes on when there is room.
    let mut unlimited = Command::new("prlimit");
    let unlimited = unlimited.args(["--fsize=unlimited", "--pid"]);
    assert!(
        unlimited
            .arg(worker.id().to_string())
            .status()
            .unwrap()
            .success()
    );
    assert!(worker.wait().unwrap().success());
    let ledger = FileLedger::open(&path).unwrap();
    let records = ledger.records();
    let journal = journal();
    let mut done = 0;
    for line in journal.lines() {
        match line.split(' ').collect::<Vec<_>>()[..] {
            ["done", event, instance] => {
                let key = Key::new("saas-v2", event.replace('|', "\u{1f}"));
                let found = ledger.claim(&key, [0; 32], LEASE).await.unwrap();
                let Claim::Replied(recorded) = found else {
                    panic!("{event} is lost: {found:?}")
                };
                assert!(recorded.reply.contains(instance), "{event}");
                let order = event.split('|').nth(1).unwrap();
                let record: Option<String> = records.get("instances", order).await.unwrap();
                assert_eq!(record.as_deref(), Some(instance), "{event}");
                done += 1;
            }
            ["refused", code] => assert_eq!(code, "000005"),
            _ => panic!("{line}"),
        }
    }
    assert!(done > AFTERWARDS, "{journal}");
}

/// Not a test of its own: the process whose file cannot grow.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "started by what_is_confirmed_survives_a_full_disk"]
async fn worker() {
    let Some(folder) = env::var_os("KOO_LEDGER_FOLDER") else {
        return;
    };
    let folder = Path::new(&folder);
    let ledger = FileLedger::open(folder.join("calls.redb")).unwrap();
    let mut options = OpenOptions::new();
    let journal = options
        .create(true)
        .append(true)
        .open(folder.join("journal"));
    let mut journal = journal.unwrap();
    fill(&ledger).await;
    let records = ledger.records();
    let shop = Making(move |call: Call<NewInstanceRequest>| {
        let records = records.clone();
        async move {
            let (order, instance) = (call.request.order_id, call.request.business_id);
            let id = instance.clone();
            let kept = records.change(move |change| change.put("instances", &order, &id));
            kept.await.map_err(|_| ResultCode::InternalError)?;
            Ok(NewInstanceReply::new(instance))
        }
    });
    let settings = settings(Site::Eu, KEY).ledger(ledger).ledger_lease(LEASE);
    let router = router(shop, settings);
    let mut remaining = usize::MAX;
    for order in 0.. {
        if remaining == 0 {
            return;
        }
        let order = format!("CS{order}");
        loop {
            let (code, instance) = call(&router, &order).await;
            if code == "000000" {
                writeln!(journal, "done newInstance|{order}|{order}-1 {instance}").unwrap();
                remaining -= 1;
                break;
            }
            writeln!(journal, "refused {code}").unwrap();
            remaining = AFTERWARDS;
            sleep(LEASE).await;
        }
    }
}

/// Records replies until the next one has no room.
async fn fill(ledger: &FileLedger) {
    let reply = "x".repeat(32 * 1024);
    for number in 0.. {
        let key = Key::new("fill", number.to_string());
        let claim = ledger.claim(&key, [0; 32], LEASE).await;
        let Ok(Claim::Run(ticket)) = claim else {
            return;
        };
        if let Err(error) = ledger.settle(&ticket, &reply, Standing::Done).await {
            let error = error.to_string();
            assert!(error.starts_with("the ledger does not answer: "), "{error}");
            return;
        }
    }
}

async fn call(router: &Router, order: &str) -> (String, String) {
    let mut request = NewInstanceRequest::new(order, format!("{order}-1"), "");
    let signed = platform(KEY).resend(&mut request).unwrap();
    let answer = signed.send(router.clone()).await.unwrap();
    let body = answer.json().unwrap();
    let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    (text("resultCode"), text("instanceId"))
}

//! Drives a headless Chromium over its debugging pipe: JSON messages, each ended by a zero byte.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use base64::Engine as _;
use serde_json::{Value, json};

/// All of a test; a browser that hangs is ended then.
const PATIENCE: Duration = Duration::from_secs(180);

/// A running browser with one page. Ends with the guard.
pub(crate) struct Browser {
    process: Child,
    commands: File,
    messages: BufReader<File>,
    session: Option<String>,
    last_id: u64,
    /// What pages complained about: exceptions, and what their policy stopped.
    pub(crate) complaints: Vec<String>,
    is_done: Arc<AtomicBool>,
    _folder: tempfile::TempDir,
}

/// The browser, or `None` where there is none and none is demanded.
pub(crate) fn launch() -> Option<Browser> {
    let Some(program) = find() else {
        let message = "SKIPPED: no chromium on the path; run apt-get install chromium";
        assert!(
            std::env::var_os("KOO_REQUIRE_ORACLES").is_none(),
            "{message}"
        );
        println!("{message}");
        return None;
    };
    let folder = tempfile::tempdir().unwrap();
    let (input, output) = (folder.path().join("in"), folder.path().join("out"));
    let made = Command::new("mkfifo").args([&input, &output]).status();
    assert!(made.unwrap().success());
    // The browser reads commands from file 3 and writes messages to file 4.
    let process = Command::new("sh")
        .args(["-c", "exec \"$0\" \"$@\" 3<\"$KOO_IN\" 4>\"$KOO_OUT\""])
        .arg(program)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--lang=en-US",
            "--remote-debugging-pipe",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.path().join("profile").display()
        ))
        .env("KOO_IN", &input)
        .env("KOO_OUT", &output)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let commands = OpenOptions::new().write(true).open(input).unwrap();
    let messages = BufReader::new(File::open(output).unwrap());
    let is_done = Arc::new(AtomicBool::new(false));
    watch(process.id(), Arc::clone(&is_done));
    let mut browser = Browser {
        process,
        commands,
        messages,
        session: None,
        last_id: 0,
        complaints: Vec::new(),
        is_done,
        _folder: folder,
    };
    browser.open_page();
    Some(browser)
}

fn find() -> Option<PathBuf> {
    let folders: Vec<_> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
}

/// Ends a browser that hangs, so that reading from it ends too.
fn watch(process: u32, is_done: Arc<AtomicBool>) {
    std::thread::spawn(move || {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if is_done.load(Ordering::Relaxed) {
                return;
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        let _ = Command::new("kill").arg(process.to_string()).status();
    });
}

impl Browser {
    fn open_page(&mut self) {
        let target = self.command("Target.createTarget", &json!({"url": "about:blank"}));
        let attach = json!({"targetId": target["targetId"], "flatten": true});
        let session = self.command("Target.attachToTarget", &attach);
        self.session = Some(session["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log"] {
            self.command(&format!("{domain}.enable"), &json!({}));
        }
    }

    /// Carries a command out and gives its result.
    pub(crate) fn command(&mut self, method: &str, parameters: &Value) -> Value {
        let result = self.attempt(method, parameters);
        result.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    fn attempt(&mut self, method: &str, parameters: &Value) -> Result<Value, Value> {
        self.last_id += 1;
        let id = self.last_id;
        let mut message = json!({"id": id, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            message["sessionId"] = session.as_str().into();
        }
        let mut text = message.to_string().into_bytes();
        text.push(0);
        self.commands.write_all(&text).unwrap();
        loop {
            let mut message = self.message();
            if message["id"] == id {
                return match message["error"].take() {
                    Value::Null => Ok(message["result"].take()),
                    error => Err(error),
                };
            }
        }
    }

    fn message(&mut self) -> Value {
        let mut text = Vec::new();
        self.messages.read_until(0, &mut text).unwrap();
        assert_eq!(text.pop(), Some(0), "the browser has ended");
        let message: Value = serde_json::from_slice(&text).unwrap();
        let told = &message["params"];
        match message["method"].as_str() {
            Some("Runtime.exceptionThrown") => self.complaints.push(told.to_string()),
            Some("Log.entryAdded") if told["entry"]["level"] == "error" => {
                self.complaints.push(told.to_string());
            }
            _ => {}
        }
        message
    }

    /// Goes to an address and waits until it is there.
    pub(crate) fn go(&mut self, address: &str) {
        self.command("Page.navigate", &json!({"url": address}));
        self.wait(&format!(
            "document.readyState === 'complete' && location.href.startsWith({})",
            json!(address.split('?').next())
        ));
    }

    /// The value of an expression.
    pub(crate) fn value(&mut self, expression: &str) -> Value {
        let parameters =
            json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let result = self.command("Runtime.evaluate", &parameters);
        assert!(
            result["exceptionDetails"].is_null(),
            "{expression}: {result}"
        );
        result["result"]["value"].clone()
    }

    /// The text that a person sees in an element.
    pub(crate) fn text(&mut self, selector: &str) -> String {
        let shown = self.value(&format!(
            "document.querySelector({})?.innerText ?? null",
            json!(selector)
        ));
        let shown = shown.as_str().map(str::to_owned);
        shown.unwrap_or_else(|| panic!("there is no {selector}"))
    }

    /// Waits for a condition. Between two pages there is nothing to ask, which is no failure yet.
    pub(crate) fn wait(&mut self, condition: &str) {
        let start = Instant::now();
        let asked = json!({"expression": format!("Boolean({condition})"), "returnByValue": true});
        loop {
            let answer = self.attempt("Runtime.evaluate", &asked);
            if answer.is_ok_and(|answer| answer["result"]["value"] == true) {
                return;
            }
            assert!(
                start.elapsed() < Duration::from_secs(60),
                "still not: {condition}"
            );
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Types into a field as a person would, in place of what is there.
    pub(crate) fn fill(&mut self, selector: &str, text: &str) {
        self.value(&format!(
            "(field => {{ field.focus(); field.select(); }})(document.querySelector({}))",
            json!(selector)
        ));
        self.command("Input.insertText", &json!({"text": text}));
    }

    /// Presses the return key on an element.
    pub(crate) fn press(&mut self, selector: &str) {
        self.value(&format!(
            "document.querySelector({}).focus()",
            json!(selector)
        ));
        for (kind, text) in [("keyDown", "\r"), ("keyUp", "")] {
            let key = json!({"type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": text});
            self.command("Input.dispatchKeyEvent", &key);
        }
    }

    /// The size of the window, and whether it is dark.
    pub(crate) fn show(&mut self, width: u32, height: u32, is_dark: bool) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.command("Emulation.setDeviceMetricsOverride", &size);
        let scheme = if is_dark { "dark" } else { "light" };
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.command("Emulation.setEmulatedMedia", &media);
    }

    /// A picture of the page.
    pub(crate) fn picture(&mut self, path: &Path) -> usize {
        let picture = self.command("Page.captureScreenshot", &json!({"format": "png"}));
        let picture = base64::engine::general_purpose::STANDARD
            .decode(picture["data"].as_str().unwrap())
            .unwrap();
        std::fs::write(path, &picture).unwrap();
        picture.len()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.is_done.store(true, Ordering::Relaxed);
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

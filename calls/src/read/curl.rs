//! curl commands, as documentation shows them and browsers copy them.

use koo_runtime::crypto::{base64, url_encode};

use super::shell::words;
use super::{CaptureError, line_of};
use crate::Request;

/// Options with a value that say nothing about the call itself.
const WITH_VALUE: &[&str] = &[
    "-m",
    "--max-time",
    "--connect-timeout",
    "-o",
    "--output",
    "-w",
    "--write-out",
    "-x",
    "--proxy",
    "--cacert",
    "--capath",
    "-E",
    "--cert",
    "--key",
    "--resolve",
    "--retry",
    "--retry-delay",
    "--interface",
    "-c",
    "--cookie-jar",
    "-T",
    "--upload-file",
    "-F",
    "--form",
    "--ciphers",
    "--tls-max",
    "-D",
    "--dump-header",
    "--retry-max-time",
    "--connect-to",
    "--limit-rate",
];

pub(super) fn read(command: &[u8]) -> Result<Request, CaptureError> {
    let malformed = |line, problem: &str| CaptureError::Malformed {
        line,
        form: "curl command",
        problem: problem.to_owned(),
    };
    let text = std::str::from_utf8(command)
        .map_err(|error| malformed(line_of(command, error.valid_up_to()), "not UTF-8"))?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let words = words(text.strip_prefix("$ ").unwrap_or(text))?;
    let mut read = Command::default();
    let mut rest = words.into_iter().skip(1);
    while let Some(word) = rest.next() {
        let (option, attached) = split(&word);
        if !option.starts_with('-') || option == "-" {
            read.url = Some(word);
            continue;
        }
        let mut value = || {
            let value = attached.clone().or_else(|| rest.next());
            value.ok_or_else(|| malformed(1, &format!("{option} has no value")))
        };
        match option.as_str() {
            "-X" | "--request" => read.method = Some(value()?),
            "-H" | "--header" => read.header(&value()?),
            "--url" => read.url = Some(value()?),
            "-A" | "--user-agent" => read.headers.push(("User-Agent".to_owned(), value()?)),
            "-e" | "--referer" => read.headers.push(("Referer".to_owned(), value()?)),
            "-b" | "--cookie" => read.headers.push(("Cookie".to_owned(), value()?)),
            "-u" | "--user" => {
                let credentials = format!("Basic {}", base64(value()?));
                read.headers.push(("Authorization".to_owned(), credentials));
            }
            "-d" | "--data" | "--data-ascii" => {
                let data = value()?;
                refuse_file(&data, &option)?;
                // curl takes line ends out of what is not given as binary or raw.
                read.data.push(data.replace(['\r', '\n'], ""));
            }
            "--data-binary" => {
                let data = value()?;
                refuse_file(&data, &option)?;
                read.data.push(data);
            }
            "--data-raw" => read.data.push(value()?),
            "--data-urlencode" => read.data.push(encoded(&value()?)),
            "--json" => {
                let data = value()?;
                refuse_file(&data, &option)?;
                read.is_json = true;
                read.data.push(data);
            }
            "-G" | "--get" => read.in_query = true,
            "-I" | "--head" => read.method = Some("HEAD".to_owned()),
            other if WITH_VALUE.contains(&other) => {
                value()?;
            }
            _ => {}
        }
    }
    read.into_request()
        .ok_or_else(|| malformed(1, "it names no address"))
}

#[derive(Default)]
struct Command {
    url: Option<String>,
    method: Option<String>,
    headers: Vec<(String, String)>,
    data: Vec<String>,
    is_json: bool,
    in_query: bool,
}

impl Command {
    fn header(&mut self, header: &str) {
        // `Name;` is how curl writes an empty header, `Name:` how it leaves out one of its own.
        if let Some((name, value)) = header.split_once(':') {
            self.headers
                .push((name.trim().to_owned(), value.trim().to_owned()));
        } else if let Some(name) = header.strip_suffix(';') {
            self.headers.push((name.trim().to_owned(), String::new()));
        }
    }

    fn into_request(self) -> Option<Request> {
        let mut request = Request::default();
        request.set_url(&self.url?);
        request.headers = self.headers;
        let has_data = !self.data.is_empty();
        let data = self.data.join(if self.is_json { "" } else { "&" });
        let is_absent = |name: &str| crate::call::header(&request.headers, name).is_none();
        if self.in_query {
            let separator = if request.query.is_empty() || data.is_empty() {
                ""
            } else {
                "&"
            };
            request.query = format!("{}{separator}{data}", request.query);
        } else if has_data {
            let content_type = if self.is_json {
                "application/json"
            } else {
                "application/x-www-form-urlencoded"
            };
            if is_absent("content-type") {
                request
                    .headers
                    .push(("Content-Type".to_owned(), content_type.to_owned()));
            }
            request.body = data.into_bytes();
        }
        let sends = has_data && !self.in_query;
        request.method = self
            .method
            .unwrap_or_else(|| if sends { "POST" } else { "GET" }.to_owned());
        if crate::call::header(&request.headers, "host").is_none() {
            let host = request.authority().map(str::to_owned);
            request
                .headers
                .extend(host.map(|host| ("Host".to_owned(), host)));
        }
        Some(request)
    }
}

/// An option and the value written onto it: `-XPOST`, `--request=POST`.
fn split(word: &str) -> (String, Option<String>) {
    if word.starts_with("--") {
        return match word.split_once('=') {
            Some((option, value)) => (option.to_owned(), Some(value.to_owned())),
            None => (word.to_owned(), None),
        };
    }
    let takes_value = ["-X", "-H", "-d", "-A", "-e", "-b", "-u"]
        .into_iter()
        .find(|option| word.starts_with(option) && word.len() > option.len());
    match takes_value {
        Some(option) => (option.to_owned(), word.get(2..).map(str::to_owned)),
        None => (word.to_owned(), None),
    }
}

fn encoded(data: &str) -> String {
    match data.split_once('=') {
        Some(("", value)) => url_encode(value),
        Some((name, value)) => format!("{name}={}", url_encode(value)),
        None => url_encode(data),
    }
}

/// The file of a command is somewhere else; a signature over its name would mislead.
fn refuse_file(data: &str, option: &str) -> Result<(), CaptureError> {
    if !data.starts_with('@') {
        return Ok(());
    }
    Err(CaptureError::Malformed {
        line: 1,
        form: "complete curl command",
        problem: format!("{option} takes the body from a file; put the body into the command"),
    })
}

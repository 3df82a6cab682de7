//! Addresses and headers on the command line.

use reqwest::Url;
use reqwest::header::HeaderName;

/// The address of a web server.
pub(crate) fn web(written: &str) -> Result<String, String> {
    let is_web = Url::parse(written).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    // Browsers forgive more slashes than there are, and blanks.
    let host = written.split_once("://").map(|(_, rest)| rest);
    let has_host = host.is_some_and(|host| !host.starts_with(['/', '?', '#']));
    let is_whole = !written.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    if is_web && has_host && is_whole {
        return Ok(written.to_owned());
    }
    Err("write http://host/path or https://host/path".to_owned())
}

/// The name and the value of a header.
pub(crate) fn header(written: &str) -> Result<(String, String), String> {
    let parts = written.split_once(':');
    let (name, value) = parts.ok_or("write 'Name: value'")?;
    let (name, value) = (name.trim(), value.trim());
    let is_name = HeaderName::from_bytes(name.as_bytes()).is_ok();
    if !is_name || value.contains(|letter: char| letter.is_control() && letter != '\t') {
        return Err("no header holds these characters; write 'Name: value'".to_owned());
    }
    Ok((name.to_owned(), value.to_owned()))
}

//! Bytes of a saved page → text.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// How far into a page the declaration of its encoding is looked for, as browsers do.
const DECLARATION_BYTES: usize = 1024;

/// The bytes are text in no encoding that is known here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecodable {
    /// Where the first byte stands that is no text.
    pub at: usize,
}

impl std::fmt::Display for Undecodable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "byte {} is not text in UTF-8, nor is the page text in another encoding it declares or in GB18030; save it as UTF-8",
            self.at
        )
    }
}

/// The text of a page: UTF-8, UTF-16 with a byte order mark, an encoding the page declares, or GBK and GB18030.
///
/// # Errors
///
/// When the bytes are none of these.
pub fn decode(bytes: &[u8]) -> Result<String, Undecodable> {
    let at = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => error.valid_up_to(),
    };
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let candidates: Vec<_> = match marked {
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => vec![encoding],
        // Marked as UTF-8, yet not UTF-8.
        Some(_) => Vec::new(),
        None => declared(bytes).into_iter().chain([GB18030]).collect(),
    };
    candidates
        .into_iter()
        .filter(|encoding| *encoding != UTF_8)
        .find_map(|encoding| {
            let (text, _, broken) = encoding.decode(bytes);
            (!broken).then(|| text.into_owned())
        })
        .ok_or(Undecodable { at })
}

/// The encoding that `<meta charset=…>` or `<meta content="…; charset=…">` names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARATION_BYTES.min(bytes.len()))?;
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, label) = head.split_once("charset=")?;
    let label = label.trim_start_matches(['"', '\'', ' ']);
    let end = label
        .find(|character: char| !character.is_ascii_alphanumeric() && !"-_:".contains(character))
        .unwrap_or(label.len());
    Encoding::for_label(label.get(..end)?.as_bytes())
}

#[cfg(test)]
mod tests {
    use encoding_rs::{GB18030, GBK};

    use super::decode;

    #[test]
    fn chinese_encodings_are_read() {
        let text = "<table><tr><td>参数</td><td>是否必选</td></tr></table>";
        for encoding in [GBK, GB18030] {
            let (bytes, _, _) = encoding.encode(text);
            assert_eq!(decode(&bytes).as_deref(), Ok(text));
        }
        assert_eq!(decode(text.as_bytes()).as_deref(), Ok(text));
    }

    #[test]
    fn a_declared_encoding_is_read() {
        let text = "<meta charset=\"big5\"><td>參數</td>";
        let (bytes, _, _) = encoding_rs::BIG5.encode(text);
        assert_eq!(decode(&bytes).as_deref(), Ok(text));
    }

    #[test]
    fn utf_16_needs_its_mark() {
        let bytes: Vec<u8> = "\u{feff}参数"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(&bytes).as_deref(), Ok("参数"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b"ab\xff\xff\xff").map_err(|error| error.at), Err(2));
        assert_eq!(
            decode(b"\xef\xbb\xbfab\xff").map_err(|error| error.at),
            Err(5)
        );
    }
}

//! Reads what commands are given: a file, or standard input for `-`.

use std::io::Read;
use std::path::Path;

use crate::commands::Failure;

/// Longest input that is read at once.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |source| Failure::Io {
        action: "read",
        path: path.to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin()
            .take(MAX_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    } else {
        std::fs::File::open(path)
            .and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
            .map_err(failed)?;
    }
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Failure::Usage(format!(
            "{} has more than 64 MiB",
            path.display()
        )));
    }
    Ok(bytes)
}

/// The text of a file, or of standard input for `-`.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    String::from_utf8(bytes(path)?)
        .map_err(|_| Failure::Usage(format!("{} is not UTF-8", path.display())))
}

//! Records of the user's own.

use std::path::Path;

use koo_platform::mock::Mock;
use serde_json::Value;

use crate::commands::Failure;

/// Puts the records of a file into a mock: family, collection, list of records.
pub(super) fn add(mock: &Mock, path: &Path) -> Result<(), Failure> {
    let text = crate::input::text(path)?;
    let wrong = |why: &str| Failure::Usage(format!("{}: {why}", path.display()));
    let read = serde_json::from_str::<Value>(&text);
    let read = read.map_err(|error| wrong(&format!("no JSON: {error}")))?;
    let shape = "write {\"family\": {\"collection\": [records]}}";
    for (family, collections) in read.as_object().ok_or_else(|| wrong(shape))? {
        for (collection, records) in collections.as_object().ok_or_else(|| wrong(shape))? {
            for record in records.as_array().ok_or_else(|| wrong(shape))? {
                if !record.is_object() {
                    return Err(wrong(shape));
                }
                mock.put(family, collection, record.clone())
                    .map_err(|error| wrong(&error.to_string()))?;
            }
        }
    }
    Ok(())
}

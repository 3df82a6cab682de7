//! How fast the disk confirms.

use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long is measured.
const TIME: Duration = Duration::from_secs(2);

/// How often a second a page of 8 KiB can be written over and brought to the disk, one after the other.
pub(crate) fn syncs_per_second(folder: &Path) -> f64 {
    let mut file = File::create(folder.join("pages")).unwrap();
    let page = [7; 8192];
    let mut syncs = 0_u32;
    let start = Instant::now();
    while start.elapsed() < TIME {
        file.seek(SeekFrom::Start(0)).unwrap();
        file.write_all(&page).unwrap();
        file.sync_data().unwrap();
        syncs += 1;
    }
    f64::from(syncs) / start.elapsed().as_secs_f64()
}

//! What criterion measured, read back from its folder.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;
use std::time::SystemTime;

use serde::Deserialize;

/// The times of one measurement, in nanoseconds for one call.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// Of every repetition, sorted, at least one.
    times: Vec<f64>,
}

/// `sample.json` of criterion.
#[derive(Deserialize)]
struct Recorded {
    /// Calls in each repetition.
    iters: Vec<f64>,
    /// Nanoseconds of each repetition.
    times: Vec<f64>,
}

impl Sample {
    /// The sample in a folder of criterion's, if it was measured after `started`.
    pub(crate) fn read(folder: &Path, started: SystemTime) -> Option<Self> {
        let path = folder.join("new").join("sample.json");
        let written = fs::metadata(&path).ok()?.modified().ok()?;
        if written < started {
            return None;
        }
        let recorded: Recorded =
            serde_json::from_reader(BufReader::new(File::open(path).ok()?)).ok()?;
        Self::new(
            recorded
                .times
                .iter()
                .zip(&recorded.iters)
                .map(|(time, calls)| time / calls)
                .collect(),
        )
    }

    fn new(mut times: Vec<f64>) -> Option<Self> {
        times.sort_by(f64::total_cmp);
        (!times.is_empty()).then_some(Self { times })
    }

    /// Half of the repetitions took less.
    pub fn median(&self) -> f64 {
        self.quantile(1, 2)
    }

    /// How far the middle half of the repetitions is spread, as a part of the median.
    pub fn spread(&self) -> f64 {
        (self.quantile(3, 4) - self.quantile(1, 4)) / self.median()
    }

    fn quantile(&self, part: usize, of: usize) -> f64 {
        let last = self.times.len() - 1;
        self.times
            .get(last * part / of)
            .copied()
            .unwrap_or(f64::NAN)
    }
}

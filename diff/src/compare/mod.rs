//! Two outlines → changes. One module per concern; all of them record into one list.

mod catalogue;
mod cipher;
mod code;
mod family;
mod interface;
mod parameter;
mod recorder;
mod rest;
mod rows;
mod scheme;
mod sdk;
mod secret;
mod site;
mod sources;
mod transport;
mod trial;

use crate::change::Change;
use crate::outline::Outline;
use recorder::Recorder;
pub(crate) use rest::Rest;

/// What a comparison gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The changes, ordered by family, place and subject.
    pub changes: Vec<Change>,
    /// Whether both catalogues carried everything. If not, only what both carried was compared.
    pub full: bool,
}

/// Compares two catalogues. The order in which anything is written makes no difference.
pub fn compare(old: &Outline, new: &Outline) -> Comparison {
    let mut recorder = Recorder {
        full: old.is_full() && new.is_full(),
        grown: old.is_grown() && new.is_grown(),
        changes: Vec::new(),
    };
    catalogue::compare(&mut recorder, old, new);
    family::compare(&mut recorder, &old.families, &new.families);
    let Recorder {
        full, mut changes, ..
    } = recorder;
    changes.sort_by(|left, right| {
        let key = |change: &Change| {
            let site = change.site.clone();
            (
                change.place.clone(),
                change.subject.clone(),
                change.rule,
                site,
            )
        };
        key(left).cmp(&key(right))
    });
    Comparison { changes, full }
}

//! The built-in catalogue is that of the folder.

#![cfg(feature = "builtin")]
#![allow(clippy::expect_used, reason = "helpers of tests may panic")]

use std::path::Path;

use koo_spec::{builtin, files};

#[test]
fn the_built_in_catalogue_is_that_of_the_folder() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    let fresh = files::load_path(&folder).expect("a catalogue");
    let built_in = builtin::load();
    assert!(
        built_in.catalogue == fresh.catalogue,
        "the two catalogues differ"
    );
    assert_eq!(built_in.diagnostics, [], "released unchecked");
    let checked = builtin::check();
    assert!(checked.catalogue == fresh.catalogue);
    assert_eq!(checked.diagnostics, fresh.diagnostics);
    assert_eq!(fresh.diagnostics, []);
    let texts = |loaded: &koo_spec::load::Loaded| -> Vec<String> {
        loaded
            .sources
            .files()
            .map(|file| file.text().to_owned())
            .collect()
    };
    assert_eq!(texts(&built_in), texts(&fresh));
    let family = built_in
        .catalogue
        .families
        .first()
        .expect("at least one family");
    let place = built_in.sources.locate(family.span).to_string();
    assert!(place.starts_with("<built-in>/"), "{place}");
}

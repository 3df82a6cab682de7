//! Misuse fails well, and every use compiles.
//!
//! After a change of messages: `TRYBUILD=overwrite cargo test -p koo-macros --test ui`, then read the difference.

#[test]
fn misuse_fails_well_and_every_use_compiles() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*/*.rs");
    cases.pass("tests/pass/*.rs");
}

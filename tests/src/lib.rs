//! Tests that cross the crates of koo: they stand in `tests/`, runnable examples in `examples/`.

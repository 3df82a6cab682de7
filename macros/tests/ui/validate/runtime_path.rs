#[derive(koo_runtime::Validate)]
#[koo(crat = koo_runtime)]
struct Order {}

#[derive(koo_runtime::Validate)]
#[koo(crate = koo_runtime, crate = koo_runtime)]
struct Item {}

#[derive(koo_runtime::Validate)]
#[koo]
struct Note {}

fn main() {}

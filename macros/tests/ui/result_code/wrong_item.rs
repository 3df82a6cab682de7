#[derive(koo_runtime::ResultCode)]
struct Code(String);

fn main() {}

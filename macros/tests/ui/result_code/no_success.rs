#[derive(Clone, koo_runtime::ResultCode)]
enum Code {
    #[code("000000", meaning = "success")]
    Success,
    #[code(other)]
    Other(String),
}

fn main() {}

#[derive(Clone, koo_runtime::ResultCode)]
enum Code {
    #[code("0", role = success)]
    Success,
    #[code("1", retry)]
    Retry,
    #[code("2", retryable, retryable)]
    Twice,
    #[code("3" meaning = "no comma")]
    Comma,
    #[code("4", meaning = 7)]
    Meaning,
    #[code(role = internal)]
    NoText,
    #[code("0")]
    Same,
    #[code(other, meaning = "?")]
    Other(String),
}

fn main() {}

#[derive(Clone, koo_runtime::ResultCode)]
enum Code {
    #[code("0", role = success, retryable)]
    Success,
    #[code("1", role = success)]
    Fine,
    #[code("2", role = paramater)]
    Parameter,
    #[code("3", role = teapot)]
    Teapot,
    #[code("4", role = internal)]
    Internal,
    #[code("5", role = internal)]
    Fault,
    #[code(other)]
    Other(String),
}

fn main() {}

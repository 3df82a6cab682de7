#[derive(koo_runtime::Redact)]
#[redact]
struct Account {
    #[redact(all)]
    password: String,
    #[redact = "***"]
    token: String,
    #[redact]
    #[redact]
    key: String,
}

#[derive(koo_runtime::Redact)]
enum Login {
    #[redact]
    Token(String),
}

#[derive(koo_runtime::Redact)]
union Bits {
    number: u32,
}

fn main() {}

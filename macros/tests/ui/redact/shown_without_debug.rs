struct Opaque;

#[derive(koo_runtime::Redact)]
struct Account {
    opaque: Opaque,
    #[redact]
    hidden: Opaque,
}

fn main() {}

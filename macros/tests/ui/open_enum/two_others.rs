#[derive(koo_runtime::OpenEnum)]
enum Scene {
    #[wire("RENEWAL")]
    Renewal,
    #[wire(other)]
    Other(String),
    #[wire(other)]
    Unknown(String),
}

fn main() {}

#[derive(koo_runtime::OpenEnum)]
enum Scene {
    #[wire("RENEWAL")]
    Renewal,
    #[wire("RENEWAL")]
    Again,
    #[wire(other)]
    Other(String),
}

fn main() {}

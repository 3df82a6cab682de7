#[derive(koo_runtime::OpenEnum)]
enum Scene {
    #[wire("RENEWAL")]
    Renewal,
}

fn main() {}

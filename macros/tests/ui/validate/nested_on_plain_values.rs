#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(nested)]
    id: String,
    #[validate(nested)]
    numbers: Vec<Option<u8>>,
}

fn main() {}

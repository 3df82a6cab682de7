#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(minimum = 1)]
    id: String,
    #[validate(maximum = 10)]
    items: Vec<u8>,
}

fn main() {}

#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(max_chars = 64, max_chars = 32)]
    id: String,
    #[validate(nested)]
    #[validate(nested)]
    item: Item,
}

#[derive(koo_runtime::Validate)]
struct Item {}

fn main() {}

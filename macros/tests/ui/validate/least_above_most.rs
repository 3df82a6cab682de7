#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(min_chars = 10, max_chars = 5)]
    id: String,
    #[validate(maximum = -1, minimum = 1)]
    amount: i32,
    #[validate(min_items = 2, max_items = 1, each(min_chars = 2, max_chars = 1))]
    labels: Vec<String>,
}

fn main() {}

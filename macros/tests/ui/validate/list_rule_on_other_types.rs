#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(max_items = 10)]
    id: String,
    #[validate(each(max_chars = 10))]
    name: Option<String>,
}

fn main() {}

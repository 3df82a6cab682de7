#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(max_char = 64)]
    id: String,
    #[validate(pattern = "[a-z]+")]
    name: String,
}

fn main() {}

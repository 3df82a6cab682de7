#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(min_chars = 1, max_bytes = 64)]
    id: String,
    #[validate(max_utf16 = 64, max_chars = 32)]
    name: String,
}

fn main() {}

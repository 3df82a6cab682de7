#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(required)]
    id: String,
    #[validate(required_if = "id == \"A\"")]
    items: Vec<u8>,
}

fn main() {}

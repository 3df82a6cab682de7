#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(skip, max_chars = 3)]
    id: String,
    #[validate(required, required_if(id == "A"))]
    name: Option<String>,
}

fn main() {}

#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(max_char = 3, min_chars = "a", format = ulr, minimum = 3)]
    id: String,
    #[validate(max_items = 3)]
    name: String,
    #[validate(required_if(present(nmae) && present(idd)))]
    reason: Option<String>,
}

fn main() {}

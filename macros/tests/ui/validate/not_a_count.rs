#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(max_chars = -1)]
    id: String,
    #[validate(max_chars = "64")]
    name: String,
    #[validate(max_chars(64))]
    note: String,
    #[validate(max_chars)]
    reason: String,
    #[validate(minimum = 1.5)]
    amount: f64,
}

fn main() {}

#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(max_chars = 3)]
    amount: u32,
    #[validate(min_bytes = 3)]
    ratio: Option<f64>,
    #[validate(max_chars = 8)]
    labels: Option<Vec<String>>,
    #[validate(format = url)]
    urls: Vec<String>,
    #[validate(one_of("true"))]
    flag: bool,
    #[validate(decimal(4, 2))]
    price: f32,
}

fn main() {}

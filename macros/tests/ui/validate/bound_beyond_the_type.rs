#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(maximum = 300)]
    amount: u8,
    #[validate(minimum = -1)]
    days: Option<u32>,
}

fn main() {}

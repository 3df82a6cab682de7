#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(decimal(4, 5))]
    price: String,
    #[validate(decimal(0, 0))]
    rebate: String,
    #[validate(decimal(4))]
    sum: String,
    #[validate(decimal = 4)]
    total: String,
}

fn main() {}

#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(one_of())]
    a: String,
    #[validate(one_of("A", "B", "A"))]
    b: String,
    #[validate(one_of(1, 2))]
    c: String,
}

fn main() {}

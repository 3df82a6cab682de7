#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(each())]
    a: Vec<String>,
    #[validate(each(nested))]
    b: Vec<Item>,
    #[validate(each(required, max_char = 3))]
    c: Vec<Option<String>>,
    #[validate(each(maximum = 3))]
    d: Vec<String>,
}

#[derive(koo_runtime::Validate)]
struct Item {}

fn main() {}

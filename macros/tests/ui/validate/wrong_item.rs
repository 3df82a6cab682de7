#[derive(koo_runtime::Validate)]
enum Status {
    On,
}

#[derive(koo_runtime::Validate)]
union Bits {
    number: u32,
}

#[derive(koo_runtime::Validate)]
#[validate(max_chars = 3)]
struct Order {
    #[validate]
    id: String,
    #[validate = "max_chars"]
    name: String,
}

fn main() {}

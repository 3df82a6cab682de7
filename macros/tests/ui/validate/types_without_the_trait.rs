type Amount = u32;
type Words = String;

struct Opaque;

#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(max_chars = 3)]
    amount: Amount,
    #[validate(nested)]
    opaque: Option<Opaque>,
    #[validate(required)]
    words: Words,
}

#[derive(koo_runtime::Validate)]
struct Change {
    opaque: Opaque,
    #[validate(required_if(opaque == "A"))]
    reason: Option<String>,
}

fn main() {}

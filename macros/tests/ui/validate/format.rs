#[derive(koo_runtime::Validate)]
struct Order {
    #[validate(format = ulr)]
    a: String,
    #[validate(format = email)]
    b: String,
    #[validate(format = timestamp)]
    c: String,
    #[validate(format = timestamp("dd MMM yy"))]
    d: String,
    #[validate(format = timestamp("yyyy", "yyyy"))]
    e: String,
    #[validate(format = comma_list(max_item = 3))]
    f: String,
    #[validate(format = comma_list(max_items = 3, max_items = 4))]
    g: String,
    #[validate(format = "url")]
    h: String,
}

fn main() {}

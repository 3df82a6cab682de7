#[derive(koo_runtime::Validate)]
struct Order {
    status: String,
    #[validate(required_if = "present(reason)")]
    reason: Option<String>,
    #[validate(required_if(status == status))]
    note: Option<String>,
    #[validate(required_if("A" == "A"))]
    other: Option<String>,
}

fn main() {}

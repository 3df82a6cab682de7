#[derive(koo_runtime::Validate)]
struct Order {
    status: String,
    days: Option<u32>,
    trial: bool,
    #[validate(required_if(status == 7))]
    a: Option<String>,
    #[validate(required_if(in(days, [7, "8"])))]
    b: Option<String>,
    #[validate(required_if(trial == "true"))]
    c: Option<String>,
    #[validate(required_if(status))]
    d: Option<String>,
}

fn main() {}

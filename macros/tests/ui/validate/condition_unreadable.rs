#[derive(koo_runtime::Validate)]
struct Order {
    status: String,
    days: u32,
    #[validate(required_if = "")]
    a: Option<String>,
    #[validate(required_if = "status = \"A\"")]
    b: Option<String>,
    #[validate(required_if = "days > 7")]
    c: Option<String>,
    #[validate(required_if = "status ==")]
    d: Option<String>,
    #[validate(required_if = "exists(status)")]
    e: Option<String>,
    #[validate(required_if = "status.len() == 1")]
    f: Option<String>,
    #[validate(required_if = "!status == \"A\"")]
    g: Option<String>,
    #[validate(required_if = "in(status, [])")]
    h: Option<String>,
    #[validate(required_if = "(status == \"A\"")]
    i: Option<String>,
    #[validate(required_if)]
    j: Option<String>,
    #[validate(required_if("A"))]
    k: Option<String>,
    #[validate(required_if(days == 1.5))]
    l: Option<String>,
    #[validate(required_if(status == "A" && days < 7))]
    m: Option<String>,
}

fn main() {}

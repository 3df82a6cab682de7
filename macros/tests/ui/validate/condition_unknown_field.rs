#[derive(serde::Serialize, koo_runtime::Validate)]
#[serde(rename_all = "camelCase")]
struct Order {
    order_id: String,
    status: String,
    #[validate(required_if = "order_ids == \"A\" || present(nothing)")]
    reason: Option<String>,
    #[validate(required_if(present(orderid)))]
    note: Option<String>,
}

fn main() {}

#[derive(koo_runtime::OpenEnum)]
struct Scene {
    text: String,
}

#[derive(koo_runtime::OpenEnum)]
union Bits {
    number: u32,
}

fn main() {}

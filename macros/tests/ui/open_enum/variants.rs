#[derive(koo_runtime::OpenEnum)]
#[wire("SCENE")]
enum Scene<T> {
    Unmarked,
    #[wire("A")]
    #[wire("B")]
    Twice,
    #[wire("HOLDS")]
    Holds(T),
    #[wire(otter)]
    Otter(String),
    #[wire]
    Empty,
    #[wire(7)]
    Number,
    #[wire("C", "D")]
    Two,
    #[wire(other)]
    Other(u32),
}

#[derive(koo_runtime::OpenEnum)]
enum OnlyOther {
    #[wire(other)]
    Other,
}

fn main() {}

//! Reads the small specs of the tests.

#![allow(clippy::expect_used, reason = "helpers of tests may panic")]

use std::fs;
use std::path::Path;

use koo_spec::load::Input;

/// The files of an example: one family file, or several that follow lines such as `# file: common/x.yaml`.
#[allow(dead_code, reason = "each test binary uses its part of this module")]
pub(crate) fn files_of_example(text: &str) -> Vec<Input> {
    const MARK: &str = "# file: ";
    if !text.starts_with(MARK) {
        return vec![Input::new("shop.yaml", text)];
    }
    text.split(MARK)
        .filter(|file| !file.is_empty())
        .map(|file| {
            let (path, content) = file.split_once('\n').expect("a path and then the file");
            Input::new(path.trim(), content)
        })
        .collect()
}

/// The files of a spec: a single file, or all files of a folder with paths relative to it.
#[allow(dead_code, reason = "each test binary uses its part of this module")]
pub(crate) fn files_of_spec(path: &Path) -> Vec<Input> {
    if path.is_file() {
        let name = path
            .file_name()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        return vec![Input::new(
            name,
            fs::read_to_string(path).expect("specs are text"),
        )];
    }
    let mut inputs = Vec::new();
    collect(path, "", &mut inputs);
    inputs.sort_by(|left, right| left.path.cmp(&right.path));
    inputs
}

fn collect(folder: &Path, below: &str, inputs: &mut Vec<Input>) {
    for entry in fs::read_dir(folder).expect("the folder of a spec") {
        let path = entry.expect("an entry").path();
        let name = format!(
            "{below}{}",
            path.file_name().expect("a name").to_string_lossy()
        );
        if path.is_dir() {
            collect(&path, &format!("{name}/"), inputs);
        } else {
            inputs.push(Input::new(
                name,
                fs::read_to_string(&path).expect("specs are text"),
            ));
        }
    }
}

//! For browsers: one page in English and Chinese, without scripts or anything loaded from elsewhere.

use super::Run;
use super::page::{HtmlError, case, head, render};

/// The page. It is well-formed XML too.
///
/// # Errors
///
/// Never in practice: the template is part of koo.
pub fn html(run: &Run) -> Result<String, HtmlError> {
    let mut context = head(run, false);
    if let Some(members) = context.as_object_mut() {
        members.insert("cases".to_owned(), run.verdicts.iter().map(case).collect());
    }
    render(context)
}

//! Addresses whose parameters stand behind a fragment, such as those of pages that are one program in the browser.

use super::answer::Answer;

/// Calls the same address once more, with the parameters where a server sees them.
const PAGE: &str = r#"<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>koo mock</title></head>
<body>
<noscript>The parameters stand behind the # of the address, where only a script sees them. Without one, write them behind a ?.</noscript>
<p id="without" hidden>There are no parameters behind the # of the address.</p>
<script>
"use strict";
const at = location.hash.indexOf("?");
if (at >= 0) location.replace(location.pathname + location.hash.slice(at));
else document.getElementById("without").hidden = false;
</script>
</body>
</html>
"#;

/// The page that brings the parameters along.
pub(super) fn page() -> Answer {
    Answer {
        status: 200,
        headers: vec![(
            "Content-Type".to_owned(),
            "text/html; charset=utf-8".to_owned(),
        )],
        body: PAGE.into(),
        code: None,
    }
}

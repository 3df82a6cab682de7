//! Holds a package against the rules of an artifact: sizes, counts, files that must be there, and what must not occur.
//!
//! Pure: the caller says which files there are, and hands over the contents of those whose text matters.
//!
//! ```
//! use koo_spec::catalogue::{Artifact, ArtifactFile, Family, Forbidden, ForbiddenKind, Presence};
//! use koo_spec::interpret::artifact::{self, ListedFile, Listing};
//!
//! # let provenance = koo_spec::catalogue::Provenance::default();
//! # let span = koo_spec::source::Span::default();
//! let no_files = Forbidden {
//!     doc: koo_spec::catalogue::Text { en: "Write it inline.".into(), zh: None },
//!     kind: ForbiddenKind::Function,
//!     # sites: vec![], provenance: provenance.clone(), span,
//! };
//! let template = Artifact {
//!     forbidden: [("file".to_owned(), no_files)].into_iter().collect(),
//!     # title: Default::default(), doc: Default::default(), names: vec![], max_bytes: None,
//!     # files: Default::default(), provenance,
//! };
//! let text = "resource \"server\" \"one\" {\n  user_data = file(\"init.sh\")\n}\n";
//! let package = Listing {
//!     name: None,
//!     packed_bytes: None,
//!     files: vec![ListedFile { path: "main.tf".into(), bytes: text.len() as u64 }],
//!     read: &|_| Ok(text.as_bytes().to_vec()),
//! };
//! let found = artifact::check(&Family::default(), &template, None, &package);
//! assert_eq!(found[0].to_string(), "main.tf:2:15: the function `file` is forbidden: Write it inline.");
//! ```

mod content;
mod structured;
mod terraform;

use std::fmt;
use std::io;

use globset::{GlobBuilder, GlobMatcher};

use crate::catalogue::{
    Artifact, ArtifactFile, Family, Forbidden, ForbiddenKind, Presence, Provenance,
};
use crate::source::Position;

/// The largest file whose contents are looked into.
pub const MAX_READ_BYTES: u64 = 16 * 1024 * 1024;

/// The files of a package, wherever they are: a folder, an archive, a test.
pub struct Listing<'a> {
    /// File name of the package, if it is one file.
    pub name: Option<&'a str>,
    /// Size of the packed package, if it is packed.
    pub packed_bytes: Option<u64>,
    /// Every file, in any order.
    pub files: Vec<ListedFile>,
    /// Gives the contents of a file. Asked at most once for each file, and for none above [`MAX_READ_BYTES`].
    pub read: &'a dyn Fn(&str) -> io::Result<Vec<u8>>,
}

/// A file of a package.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListedFile {
    /// Path from the root of the package, with `/` between folders.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
}

/// A rule of an artifact that a package breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArtifactViolation {
    /// File in the package, or the pattern that files match; empty for the package as a whole.
    pub path: String,
    /// Where in the file.
    pub position: Option<Position>,
    /// Where in a structured file, as a JSON pointer.
    pub pointer: Option<String>,
    /// Which rule.
    pub rule: ArtifactRule,
    /// What is allowed, such as `1048576 bytes`.
    pub limit: Option<String>,
    /// What is wrong, for people; without the place.
    pub message: String,
    /// Source pages of the rule.
    pub pages: Vec<String>,
}

impl fmt::Display for ArtifactViolation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.path.as_str(), self.position) {
            ("", _) => {}
            (path, None) => write!(f, "{path}: ")?,
            (path, Some(position)) => write!(f, "{path}:{position}: ")?,
        }
        f.write_str(&self.message)
    }
}

/// The kinds of rules a package can break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ArtifactRule {
    /// The file name of the package.
    Name,
    /// Size.
    MaxBytes,
    /// Number of files.
    MaxCount,
    /// A file that must be there.
    Missing,
    /// Something that must not occur.
    Forbidden,
    /// Text that is not UTF-8.
    Encoding,
    /// A structured file that cannot be read as what it is.
    Malformed,
    /// A key of a structured file.
    Field,
    /// A file that cannot be looked into.
    Unreadable,
}

impl ArtifactRule {
    /// The name of the rule, for reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "package_name",
            Self::MaxBytes => "max_bytes",
            Self::MaxCount => "max_count",
            Self::Missing => "missing_file",
            Self::Forbidden => "forbidden",
            Self::Encoding => "encoding",
            Self::Malformed => "malformed",
            Self::Field => "field",
            Self::Unreadable => "unreadable",
        }
    }
}

/// A pattern of paths or names: `*` stops at a slash, `**` does not, a slash at the end stands for all below.
///
/// # Errors
///
/// What cannot be read, in words.
pub fn pattern(written: &str) -> Result<GlobMatcher, String> {
    let whole = if written.ends_with('/') {
        format!("{written}**")
    } else {
        written.to_owned()
    };
    GlobBuilder::new(&whole)
        .literal_separator(true)
        .build()
        .map(|glob| glob.compile_matcher())
        .map_err(|error| error.kind().to_string())
}

/// Every rule a package breaks, as one site documents them or, without a site, as any does: those of the package first,
/// then by path and position.
pub fn check(
    family: &Family,
    artifact: &Artifact,
    site: Option<&str>,
    package: &Listing<'_>,
) -> Vec<ArtifactViolation> {
    let mut found = Vec::new();
    whole(artifact, package, &mut found);
    for (written, rule) in &artifact.files {
        if let Ok(pattern) = pattern(written) {
            let matching: Vec<_> = package
                .files
                .iter()
                .filter(|file| pattern.is_match(&file.path))
                .collect();
            file_rule(written, rule, &matching, &mut found);
        }
    }
    let is_on_site = |forbidden: &(&String, &Forbidden)| match site {
        Some(site) if !forbidden.1.sites.is_empty() => {
            forbidden.1.sites.iter().any(|known| known.value == site)
        }
        _ => true,
    };
    let forbidden: Vec<_> = artifact.forbidden.iter().filter(is_on_site).collect();
    forbidden_paths(artifact, &forbidden, package, &mut found);
    content::Checker::new(family, artifact, site, &forbidden).check(package, &mut found);
    found.sort_by(|left, right| {
        (&left.path, left.position, left.rule).cmp(&(&right.path, right.position, right.rule))
    });
    found
}

/// The name and the size of the package.
fn whole(artifact: &Artifact, package: &Listing<'_>, found: &mut Vec<ArtifactViolation>) {
    let pages = pages(&[&artifact.provenance]);
    let fits = |name: &str| {
        let mut patterns = artifact
            .names
            .iter()
            .filter_map(|written| pattern(&written.value).ok());
        artifact.names.is_empty() || patterns.any(|pattern| pattern.is_match(name))
    };
    if let Some(name) = package.name.filter(|name| !fits(name)) {
        let names: Vec<_> = artifact
            .names
            .iter()
            .map(|name| name.value.as_str())
            .collect();
        let limit = names.join(", ");
        found.push(ArtifactViolation {
            path: String::new(),
            position: None,
            pointer: None,
            rule: ArtifactRule::Name,
            message: format!("the package is called {name}, allowed are {limit}"),
            limit: Some(limit),
            pages: pages.clone(),
        });
    }
    let bytes = package.packed_bytes.unwrap_or_else(|| {
        let sizes = package.files.iter().map(|file| file.bytes);
        sizes.fold(0, u64::saturating_add)
    });
    if let Some(max) = artifact.max_bytes.filter(|max| bytes > *max) {
        found.push(too_large(
            String::new(),
            "the package has",
            bytes,
            max,
            pages,
        ));
    }
}

/// What is said about the files that match a pattern.
fn file_rule(
    written: &str,
    rule: &ArtifactFile,
    matching: &[&ListedFile],
    found: &mut Vec<ArtifactViolation>,
) {
    let pages = pages(&[&rule.provenance]);
    // One file is reported under its own path, several under the pattern they match.
    let path = match matching {
        [only] => only.path.clone(),
        _ => written.to_owned(),
    };
    if matching.is_empty() && rule.presence == Presence::Mandatory {
        found.push(ArtifactViolation {
            path: path.clone(),
            position: None,
            pointer: None,
            rule: ArtifactRule::Missing,
            limit: None,
            message: "the file is missing".to_owned(),
            pages: pages.clone(),
        });
    }
    if let Some(max) = rule.max_count.filter(|max| matching.len() as u64 > *max) {
        let count = matching.len();
        found.push(ArtifactViolation {
            path: path.clone(),
            position: None,
            pointer: None,
            rule: ArtifactRule::MaxCount,
            limit: Some(format!("{max} files")),
            message: format!("{count} files, at most {max} allowed"),
            pages: pages.clone(),
        });
    }
    let bytes = matching
        .iter()
        .map(|file| file.bytes)
        .fold(0, u64::saturating_add);
    if let Some(max) = rule.max_bytes.filter(|max| bytes > *max) {
        found.push(too_large(path, "together", bytes, max, pages));
    }
}

fn too_large(
    path: String,
    what: &str,
    bytes: u64,
    max: u64,
    pages: Vec<String>,
) -> ArtifactViolation {
    ArtifactViolation {
        path,
        position: None,
        pointer: None,
        rule: ArtifactRule::MaxBytes,
        limit: Some(format!("{max} bytes")),
        message: format!("{what} {bytes} bytes, at most {max} allowed"),
        pages,
    }
}

fn forbidden_paths(
    artifact: &Artifact,
    forbidden: &[(&String, &Forbidden)],
    package: &Listing<'_>,
    found: &mut Vec<ArtifactViolation>,
) {
    let files = forbidden
        .iter()
        .filter(|(_, forbidden)| forbidden.kind == ForbiddenKind::File);
    for (written, forbidden) in files {
        let Ok(pattern) = pattern(written) else {
            continue;
        };
        for file in &package.files {
            if pattern.is_match(&file.path) {
                found.push(ArtifactViolation {
                    path: file.path.clone(),
                    position: None,
                    pointer: None,
                    rule: ArtifactRule::Forbidden,
                    limit: Some((*written).clone()),
                    message: format!("the file is forbidden: {}", forbidden.doc.en),
                    pages: pages(&[&forbidden.provenance, &artifact.provenance]),
                });
            }
        }
    }
}

/// The pages of the first that names any.
fn pages(provenances: &[&Provenance]) -> Vec<String> {
    let named = provenances
        .iter()
        .find(|provenance| !provenance.pages.is_empty());
    let pages = named.map(|provenance| provenance.pages.as_slice());
    pages
        .unwrap_or_default()
        .iter()
        .map(|page| page.value.clone())
        .collect()
}

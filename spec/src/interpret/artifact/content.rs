//! What stands in the files of a package.

use globset::GlobMatcher;

use super::{
    ArtifactRule, ArtifactViolation, ListedFile, Listing, MAX_READ_BYTES, pages, pattern,
    structured, terraform,
};
use crate::catalogue::{Artifact, ArtifactFile, Family, Forbidden, ForbiddenKind};
use crate::source::{Position, SourceFile};

/// The most that is reported of what must not occur in one file.
const MAX_BANNED: usize = 1_000;

/// What must not occur, ready to be looked for.
struct Ban<'a> {
    name: &'a str,
    forbidden: &'a Forbidden,
    /// Of what is a name; text is looked for as it stands.
    pattern: Option<GlobMatcher>,
}

/// Looks into the files of packages.
pub(super) struct Checker<'a> {
    family: &'a Family,
    artifact: &'a Artifact,
    site: Option<&'a str>,
    bans: Vec<Ban<'a>>,
    structured: Vec<(GlobMatcher, &'a ArtifactFile)>,
}

impl<'a> Checker<'a> {
    pub(super) fn new(
        family: &'a Family,
        artifact: &'a Artifact,
        site: Option<&'a str>,
        forbidden: &[(&'a String, &'a Forbidden)],
    ) -> Self {
        let bans = forbidden.iter().map(|(name, forbidden)| Ban {
            name,
            forbidden,
            pattern: pattern(name).ok(),
        });
        let structured = artifact.files.iter();
        let structured = structured
            .filter(|(_, file)| !file.fields.is_empty())
            .filter_map(|(written, file)| Some((pattern(written).ok()?, file)));
        Self {
            family,
            artifact,
            site,
            bans: bans.collect(),
            structured: structured.collect(),
        }
    }

    /// Looks into every file whose contents a rule is about.
    pub(super) fn check(&self, package: &Listing<'_>, found: &mut Vec<ArtifactViolation>) {
        let bans_text = self.bans(|kind| *kind == ForbiddenKind::Text).count() > 0;
        let bans_code = self.bans(is_of_terraform).count() > 0;
        for file in &package.files {
            let language = terraform::Language::of(&file.path).filter(|_| bans_code);
            let structured: Vec<_> = self
                .structured
                .iter()
                .filter(|(pattern, _)| pattern.is_match(&file.path))
                .map(|(_, rule)| *rule)
                .collect();
            let is_text = language.is_some() || !structured.is_empty();
            if !is_text && !bans_text {
                continue;
            }
            let Some(bytes) = self.read(package, file, is_text, found) else {
                continue;
            };
            let source = match String::from_utf8(bytes) {
                Ok(text) => SourceFile::new(&file.path, text),
                Err(error) if is_text => {
                    found.push(self.not_utf8(file, &error));
                    continue;
                }
                // Text is looked for in text; a binary file has none.
                Err(_) => continue,
            };
            self.text(&source, found);
            if let Some(language) = language {
                self.code(&source, language, found);
            }
            for rule in structured {
                structured::check(self.family, rule, self.site, &source, found);
            }
        }
    }

    fn bans(&self, of: impl Fn(&ForbiddenKind) -> bool) -> impl Iterator<Item = &Ban<'a>> {
        self.bans.iter().filter(move |ban| of(&ban.forbidden.kind))
    }

    fn read(
        &self,
        package: &Listing<'_>,
        file: &ListedFile,
        is_text: bool,
        found: &mut Vec<ArtifactViolation>,
    ) -> Option<Vec<u8>> {
        let message = if file.bytes > MAX_READ_BYTES {
            if !is_text {
                return None;
            }
            format!("too large to be looked into: more than {MAX_READ_BYTES} bytes")
        } else {
            match (package.read)(&file.path) {
                Ok(bytes) => return Some(bytes),
                Err(error) => format!("cannot be read: {error}"),
            }
        };
        found.push(self.violation(file, None, ArtifactRule::Unreadable, message));
        None
    }

    fn not_utf8(&self, file: &ListedFile, error: &std::string::FromUtf8Error) -> ArtifactViolation {
        let valid = error.utf8_error().valid_up_to();
        let text = error.as_bytes().get(..valid).unwrap_or_default();
        let source = SourceFile::new(&file.path, String::from_utf8_lossy(text));
        let position = source.position(valid);
        let message = "not UTF-8 from here on".to_owned();
        self.violation(file, Some(position), ArtifactRule::Encoding, message)
    }

    fn violation(
        &self,
        file: &ListedFile,
        position: Option<Position>,
        rule: ArtifactRule,
        message: String,
    ) -> ArtifactViolation {
        ArtifactViolation {
            path: file.path.clone(),
            position,
            pointer: None,
            rule,
            limit: None,
            message,
            pages: pages(&[&self.artifact.provenance]),
        }
    }

    fn text(&self, source: &SourceFile, found: &mut Vec<ArtifactViolation>) {
        let bans = self.bans(|kind| *kind == ForbiddenKind::Text);
        let places = bans.flat_map(|ban| {
            let places = source.text().match_indices(ban.name);
            places.map(move |(at, _)| self.banned(source, at, "text", ban.name, ban))
        });
        found.extend(places.take(MAX_BANNED));
    }

    fn code(
        &self,
        source: &SourceFile,
        language: terraform::Language,
        found: &mut Vec<ArtifactViolation>,
    ) {
        let mentions = match terraform::mentions(source, language) {
            Ok(mentions) => mentions,
            Err((at, message)) => {
                found.push(ArtifactViolation {
                    path: source.path().to_owned(),
                    position: Some(at),
                    pointer: None,
                    rule: ArtifactRule::Malformed,
                    limit: None,
                    message,
                    pages: pages(&[&self.artifact.provenance]),
                });
                return;
            }
        };
        let broken = mentions.iter().flat_map(|mention| {
            let matches = |ban: &&Ban<'_>| {
                let pattern = ban.pattern.as_ref();
                pattern.is_some_and(|pattern| pattern.is_match(&mention.name))
            };
            let bans = self.bans(|kind| mention.is(kind)).filter(matches);
            bans.map(|ban| {
                let what = mention.kind.as_str();
                self.banned(source, mention.at, what, &mention.name, ban)
            })
        });
        found.extend(broken.take(MAX_BANNED));
    }

    fn banned(
        &self,
        source: &SourceFile,
        at: usize,
        what: &str,
        name: &str,
        ban: &Ban<'_>,
    ) -> ArtifactViolation {
        ArtifactViolation {
            path: source.path().to_owned(),
            position: Some(source.position(at)),
            pointer: None,
            rule: ArtifactRule::Forbidden,
            limit: Some(ban.name.to_owned()),
            message: format!("the {what} `{name}` is forbidden: {}", ban.forbidden.doc.en),
            pages: pages(&[&ban.forbidden.provenance, &self.artifact.provenance]),
        }
    }
}

const fn is_of_terraform(kind: &ForbiddenKind) -> bool {
    matches!(
        kind,
        ForbiddenKind::Function | ForbiddenKind::Resource | ForbiddenKind::Block { .. }
    )
}

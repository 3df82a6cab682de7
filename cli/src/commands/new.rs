//! `koo new`

mod questions;

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use koo_codegen::scaffold::{
    About, Bindings, Choices, Ci, Dependencies, Input, Language, Offer, ProjectFile, Store, about,
    check_name, check_served, emit, offers,
};
use koo_spec::catalogue::{Catalogue, Family};
use koo_spec::names::{self, UnknownName};
use serde_json::json;

use super::Failure;
use crate::ask;
use crate::contract::SpecArguments;
use crate::folder::slashed;
use crate::output::{Outcome, Output};
use crate::project::{Record, SourceArguments, bindings, check_free, create, templates};
use questions::Questions;

/// Arguments of `koo new`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  koo new shop                                     asks what to write, in a terminal
  koo new shop --family saas-v2 --store postgres --yes
  koo new shop --site mainland --kit --ci gitlab --language zh
  koo new shop --bindings crate                    no generated code in the project
  koo new shop --dry-run                           which files there would be
  koo new shop --templates ../our-templates        own templates beside and over those of koo

The folder must not exist or be empty. What is not said is asked for in a terminal, unless --yes
is given; otherwise the usual is taken, and printed. `koo update` brings newer templates into the
project later. docs/templates.md says how to write templates.

Exit codes: 0 written, 1 errors in the catalogue, 2 wrong usage, a broken template, I/O,
or a question answered with no or Esc, 130 ended by Ctrl-C")]
pub(crate) struct Arguments {
    /// Folder of the project; its last part is the project's name.
    #[arg(value_name = "NAME")]
    folder: Option<PathBuf>,

    /// The guide; `koo list families` names them.
    #[arg(long, value_name = "ID")]
    family: Option<String>,

    /// The site whose rules apply.
    #[arg(long, value_name = "SITE")]
    site: Option<String>,

    /// Where the service remembers what it has done.
    #[arg(long, value_parser = words(Store::ALL, Store::as_str))]
    store: Option<Store>,

    /// Serve the interfaces of the kit too.
    #[arg(long)]
    kit: bool,

    /// Whose continuous integration runs.
    #[arg(long, value_parser = words(Ci::ALL, Ci::as_str))]
    ci: Option<Ci>,

    /// Language of what people read.
    #[arg(long, value_parser = words(Language::ALL, Language::as_str))]
    language: Option<Language>,

    /// Where models, validators, signatures, server and client come from: `project` generates them into the
    /// project, of its guides only, and its CI runs `koo generate --check`; `crate` depends on the generated crate of
    /// koo, which holds every guide.
    #[arg(long, value_parser = words(Bindings::ALL, Bindings::as_str))]
    bindings: Option<Bindings>,

    /// Folder with templates of your own.
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,

    #[command(flatten)]
    source: SourceArguments,

    #[command(flatten)]
    spec: SpecArguments,

    /// Ask nothing.
    #[arg(short, long)]
    yes: bool,

    /// Write nothing; print which files there would be.
    #[arg(long)]
    dry_run: bool,

    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// What was chosen, and what to do next.
    Human,
    /// One JSON document.
    Json,
}

/// A parser of words that clap lists in its help.
pub(super) fn words<T>(
    all: &'static [T],
    word: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + std::str::FromStr<Err = String> + 'static,
{
    PossibleValuesParser::new(all.iter().map(|one| word(*one))).try_map(|word| word.parse())
}

/// Writes a project.
pub(crate) fn run(arguments: &Arguments, output: &Output) -> Result<Outcome, Failure> {
    let Some(loaded) = arguments.spec.load(output)? else {
        return Ok(Outcome::Problems);
    };
    let catalogue = &loaded.catalogue;
    let spec = arguments.spec.templates()?;
    let own = arguments.templates.as_deref().map(absolute).transpose()?;
    let asks = is_watched(arguments);
    let folder = match &arguments.folder {
        Some(folder) => folder.clone(),
        None if asks => PathBuf::from(questions::name(catalogue)?),
        None => {
            let text = "say what the project is called: koo new NAME; without a terminal nothing is asked. \
                        What the usual does not suit is said with --family, --site, --store, --kit, --ci, --language and --bindings";
            return Err(Failure::Usage(text.to_owned()));
        }
    };
    check_free(&folder)?;
    // The templates of the guide itself are known once it is chosen.
    let about = about(&templates(spec.as_deref(), "", own.as_deref())?)?;
    let choices = Chooser {
        arguments,
        catalogue,
        about: &about,
        questions: Questions::new(asks),
    }
    .choose(&folder)?;
    if asks {
        output.remark(&summary(&choices));
        if !questions::confirm(&folder)? {
            return Err(Failure::Usage("nothing was written".to_owned()));
        }
    }
    let templates = templates(spec.as_deref(), &choices.family, own.as_deref())?;
    let spec_folder = spec.as_deref().map(slashed);
    let input = input(catalogue, spec_folder.as_deref(), &choices);
    let files = emit(&input, &templates)?;
    let bindings = bindings(catalogue, &choices, &folder, &files)?;
    let record = Record::new(
        env!("CARGO_PKG_VERSION"),
        about.version,
        spec,
        own,
        choices,
        &files,
    );
    let recorded = record.files(&files)?;
    let mut files = [files, bindings].concat();
    files.sort();
    if !arguments.dry_run {
        create(&folder, &[files.as_slice(), &recorded].concat())?;
    }
    print(arguments, &folder, &record.choices, &files, output)?;
    Ok(Outcome::Clean)
}

/// What a project of these choices is written from.
pub(super) fn input<'a>(
    catalogue: &'a Catalogue,
    spec: Option<&'a str>,
    choices: &'a Choices,
) -> Input<'a> {
    Input {
        catalogue,
        spec,
        choices,
        koo_version: env!("CARGO_PKG_VERSION"),
        rust_version: env!("CARGO_PKG_RUST_VERSION"),
    }
}

/// A path that is right from every folder.
pub(super) fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    path.canonicalize().map_err(|source| Failure::Io {
        action: "read",
        path: path.to_owned(),
        source,
    })
}

/// Whether somebody can be asked.
fn is_watched(arguments: &Arguments) -> bool {
    ask::is_possible() && !arguments.yes && !arguments.dry_run && arguments.format == Format::Human
}

/// Finds out what is wanted: what was said, else what is answered, else the usual.
struct Chooser<'a> {
    arguments: &'a Arguments,
    catalogue: &'a Catalogue,
    about: &'a About,
    questions: Questions,
}

impl Chooser<'_> {
    fn choose(&self, folder: &Path) -> Result<Choices, Failure> {
        let (arguments, questions) = (self.arguments, &self.questions);
        let name = folder
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        check_name(name, &self.catalogue.id)?;
        let given = self.arguments.site.as_deref();
        let given = given.map(|site| names::site(self.catalogue, site));
        let given = given.transpose()?;
        let family = self.family(given)?;
        let site = match given {
            Some(site) => {
                check_served(self.catalogue, &family, site)?;
                site.to_owned()
            }
            None => self.site(&family)?,
        };
        let store = match arguments.store {
            Some(store) => store,
            None => questions.store()?,
        };
        let kit = match self.kit() {
            _ if arguments.kit => true,
            Some(kit) if kit.id != family && self.is_served(&kit.id, &site) => {
                questions.kit(&kit.title)?
            }
            _ => false,
        };
        let ci = match arguments.ci {
            Some(ci) => ci,
            None => questions.ci()?,
        };
        let language = match arguments.language {
            Some(language) => language,
            None => questions.language()?,
        };
        let bindings = match arguments.bindings {
            Some(bindings) => bindings,
            None => questions.bindings(&self.catalogue.id)?,
        };
        Ok(Choices {
            name: name.to_owned(),
            family,
            site,
            store,
            kit,
            ci,
            language,
            bindings,
            dependencies: arguments.source.resolve()?,
        })
    }

    /// The guide, one of those on the site if that is given.
    fn family(&self, site: Option<&str>) -> Result<String, Failure> {
        let offers = offers(self.catalogue);
        let ids: Vec<&str> = offers.iter().map(|offer| offer.id).collect();
        if let Some(wanted) = &self.arguments.family {
            let found = ids.iter().find(|id| *id == wanted);
            return match found {
                Some(id) => Ok((*id).to_owned()),
                None => {
                    Err(UnknownName::new("no guide with a server is called", wanted, ids).into())
                }
            };
        }
        // The kit is added to another guide, not chosen.
        let is_kit = |offer: &Offer<'_>| self.about.kit.as_deref() == Some(offer.id);
        let usual = |offer: &Offer<'_>| self.about.family.as_deref() == Some(offer.id);
        let fits = |offer: &Offer<'_>| site.is_none_or(|site| self.is_served(offer.id, site));
        let mut offers: Vec<_> = offers
            .into_iter()
            .filter(|offer| !is_kit(offer) && fits(offer))
            .collect();
        offers.sort_by_key(|offer| !usual(offer));
        if offers.is_empty() {
            return Err(Failure::Usage(
                "no guide of the catalogue has a server for merchants to run".to_owned(),
            ));
        }
        self.questions.family(&offers)
    }

    fn site(&self, family: &str) -> Result<String, Failure> {
        let sites = self.catalogue.sites.iter();
        let sites: Vec<_> = sites.filter(|(id, _)| self.is_served(family, id)).collect();
        self.questions.site(&sites)
    }

    fn is_served(&self, family: &str, site: &str) -> bool {
        check_served(self.catalogue, family, site).is_ok()
    }

    fn kit(&self) -> Option<&Family> {
        self.catalogue.family(self.about.kit.as_deref()?)
    }
}

/// The choices in a few lines.
fn summary(choices: &Choices) -> String {
    let dependencies = match &choices.dependencies {
        Dependencies::Released => format!("released versions, koo {}", env!("CARGO_PKG_VERSION")),
        Dependencies::Checkout(folder) => format!("paths into the checkout {folder}"),
    };
    format!(
        "  guide         {}\n  site          {}\n  store         {}\n  kit           {}\n  CI            {}\n  language      {}\n  \
         bindings      {}\n  dependencies  {dependencies}",
        choices.family,
        choices.site,
        choices.store.as_str(),
        if choices.kit { "yes" } else { "no" },
        choices.ci.as_str(),
        choices.language.as_str(),
        choices.bindings.as_str(),
    )
}

fn print(
    arguments: &Arguments,
    folder: &Path,
    choices: &Choices,
    files: &[ProjectFile],
    output: &Output,
) -> Result<(), Failure> {
    if arguments.format == Format::Json {
        let report = json!({
            "koo": 1,
            "folder": folder,
            "written": !arguments.dry_run,
            "choices": choices,
            "files": files.iter().map(|file| &file.path).collect::<Vec<_>>(),
        });
        return output.result(&(serde_json::to_string_pretty(&report)? + "\n"));
    }
    let (place, count) = (folder.display(), files.len());
    // Who was asked has seen them.
    let summary = if is_watched(arguments) {
        String::new()
    } else {
        format!("\n{}", summary(choices))
    };
    if arguments.dry_run {
        for file in files {
            output.result(&format!("{}\n", folder.join(&file.path).display()))?;
        }
        output.remark(&format!(
            "{count} files would be written to {place}{summary}"
        ));
    } else {
        output.remark(&format!("{count} files written to {place}{summary}"));
        output.remark(&format!(
            "next: cd {place} && cargo test, then read README.md"
        ));
    }
    Ok(())
}

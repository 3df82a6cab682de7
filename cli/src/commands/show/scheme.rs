//! A scheme.

use koo_codegen::catalogue_json;
use koo_spec::catalogue::{CarriedIn, Family, Length, Scheme};
use koo_spec::duration::format_millis;
use serde_json::json;

use super::Shown;
use super::pages::Pages;
use super::row::{both, titles};
use crate::page::{Block, Table};

/// Shows how a message is signed, step by step.
pub(super) fn show(family: &Family, scheme: &Scheme) -> Shown {
    let mut pages = Pages::new(family);
    let sites: Vec<_> = scheme
        .sites
        .iter()
        .map(|site| site.value.as_str())
        .collect();
    let fresh = scheme.fresh.as_ref().map(|(carried, window)| match window {
        Some(window) => format!("{} within {}", carried.value, format_millis(*window)),
        None => format!("{}, within a time the pages do not say", carried.value),
    });
    let once = scheme.once.as_ref().map(|once| once.value.clone());
    let mut facts = vec![
        ("signs", scheme.of.as_str().to_owned()),
        ("sites", sites.join(", ")),
        ("fresh", fresh.unwrap_or_default()),
        ("only once", once.unwrap_or_default()),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    let carried = scheme.carries.iter().map(|carried| {
        let location = match carried.location {
            CarriedIn::Header => "header",
            CarriedIn::Query => "query",
        };
        let limit = match carried.max_length {
            Length::AtMost(most) => format!("{most} characters"),
            Length::Unlimited => "unlimited".to_owned(),
            Length::Unknown => String::new(),
        };
        let cited = carried
            .provenance
            .pages
            .iter()
            .map(|page| page.value.as_str());
        vec![
            carried.name.clone(),
            carried.wire_name.clone(),
            location.to_owned(),
            carried.presence.letter().to_owned(),
            limit,
            carried.doc.en.clone(),
            pages.cite(cited),
        ]
    });
    let carried = Table {
        headers: vec![
            "name",
            "on the wire",
            "in",
            "need",
            "limit",
            "about",
            "page",
        ],
        rows: carried.collect(),
    };
    let steps = scheme.steps.iter().map(|(name, step)| {
        let recipes: Vec<_> = step
            .recipes
            .iter()
            .map(|recipe| recipe.source.as_str())
            .collect();
        vec![name.clone(), recipes.join("\nor ")]
    });
    let equals = scheme.equals.iter().map(|(target, recipe)| {
        vec![
            format!("{} must equal", target.value),
            recipe.source.clone(),
        ]
    });
    let steps = Table {
        headers: vec!["step", "recipe"],
        rows: steps.chain(equals).collect(),
    };
    let title = scheme.title.as_ref().map(titles).unwrap_or_default();
    let mut page = vec![
        Block::Title {
            id: format!("{}/schemes/{}", family.id, scheme.id),
            titles: title,
        },
        Block::Paragraph(both(&scheme.doc)),
        Block::Facts(facts),
        Block::Heading("Carried values".to_owned()),
        Block::Table(carried.without_empty_columns()),
        Block::Heading("Recipe".to_owned()),
        Block::Table(steps),
    ];
    page.extend(pages.list());
    Shown {
        page,
        json: json!({ "koo": 1, "family": family.id, "scheme": catalogue_json::scheme(scheme) }),
    }
}

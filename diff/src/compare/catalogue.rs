//! The contract as a whole: its name, its sites, the labels of its packages.

use std::collections::BTreeMap;

use super::recorder::{Recorder, Rules, Scope, pairs};
use crate::change::PlaceKind;
use crate::outline::{Family, Outline};
use crate::party::Direction;
use crate::rule::ContractRule::{
    CatalogueDescribed, CatalogueRenamed, PackageDescribed, SiteAdded, SiteDescribed, SiteRemoved,
};

pub(super) fn compare(recorder: &mut Recorder, old: &Outline, new: &Outline) {
    if !recorder.grown {
        return;
    }
    let whole = Family {
        id: new.id.clone().unwrap_or_default(),
        ..Family::default()
    };
    let urls = BTreeMap::new();
    let directions = Direction::ALL.to_vec();
    let scope = &Scope::new(&whole, PlaceKind::Catalogue, "", directions, &urls);
    recorder.fact(
        scope,
        Rules::one(CatalogueRenamed),
        "id",
        old.id.as_ref(),
        new.id.as_ref(),
    );
    let described = Rules::one(CatalogueDescribed);
    for (subject, old, new) in [
        ("title", &old.title, &new.title),
        ("description", &old.doc, &new.doc),
    ] {
        recorder.fact(scope, described, subject, old.as_ref(), new.as_ref());
    }
    for (id, was, is) in pairs(&old.site_texts, &new.site_texts) {
        match (was, is) {
            (Some(was), Some(is)) => {
                let subject = format!("site {id}");
                let described = Rules::one(SiteDescribed);
                recorder.fact(
                    scope,
                    described,
                    &subject,
                    was.title.as_ref(),
                    is.title.as_ref(),
                );
                recorder.rest(scope, SiteDescribed, &subject, &was.rest, &is.rest);
            }
            (None, _) => recorder.push(scope, SiteAdded, "sites", None, Some(id.to_owned())),
            (_, None) => recorder.push(scope, SiteRemoved, "sites", Some(id.to_owned()), None),
        }
    }
    for (target, was, is) in pairs(&old.packages, &new.packages) {
        let rest = |package: Option<&crate::outline::Package>| {
            package
                .map(|package| package.rest.clone())
                .unwrap_or_default()
        };
        let subject = format!("package for {target}");
        recorder.rest(scope, PackageDescribed, &subject, &rest(was), &rest(is));
    }
}

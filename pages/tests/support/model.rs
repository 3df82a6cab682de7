//! The tables of a page as data, taken from the catalogue.

use koo_spec::catalogue::{
    Catalogue, Family, Interface, Length, PageKind, Parameter, Presence, Type, TypeShape,
};

/// A page.
#[derive(Debug, Clone)]
pub(crate) struct PageModel {
    pub(crate) id: String,
    pub(crate) site: String,
    pub(crate) title: String,
    /// `family/interface`.
    pub(crate) interfaces: Vec<String>,
    pub(crate) tables: Vec<TableModel>,
}

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct TableModel {
    /// `request`, `reply`, or the name of an object.
    pub(crate) of: String,
    pub(crate) rows: Vec<RowModel>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RowModel {
    pub(crate) name: String,
    /// M, O or C.
    pub(crate) mark: char,
    pub(crate) r#type: String,
    /// Nothing is printed as a dash.
    pub(crate) length: Option<u64>,
    pub(crate) values: Vec<String>,
}

/// Every page that interfaces name as their source, as the site of the page documents them.
pub(crate) fn pages(catalogue: &Catalogue) -> Vec<PageModel> {
    let mut pages: Vec<PageModel> = Vec::new();
    for site in catalogue.sites.keys() {
        let projected = catalogue.for_site(site);
        for family in &projected.families {
            for interface in &family.interfaces {
                let named = interface
                    .provenance
                    .pages
                    .iter()
                    .filter_map(|page| Some((&page.value, family.pages.get(&page.value)?)))
                    .filter(|(_, page)| page.kind == PageKind::Page && page.site.value == *site);
                for (id, page) in named {
                    let tables = tables(catalogue, family, interface, site);
                    if tables.is_empty() {
                        continue;
                    }
                    let name = format!("{}/{}", family.id, interface.id);
                    if let Some(known) = pages.iter_mut().find(|known| known.id == *id) {
                        known.interfaces.push(name);
                        known.tables.extend(tables);
                        continue;
                    }
                    pages.push(PageModel {
                        id: id.clone(),
                        site: site.clone(),
                        title: page.title.clone(),
                        interfaces: vec![name],
                        tables,
                    });
                }
            }
        }
    }
    pages
}

fn tables(
    catalogue: &Catalogue,
    family: &Family,
    interface: &Interface,
    site: &str,
) -> Vec<TableModel> {
    let mut tables = Vec::new();
    let whole = catalogue.family(&family.id).expect("the family");
    let mut lists: Vec<(String, &[Parameter])> = vec![
        ("request".to_owned(), &interface.request),
        ("reply".to_owned(), &interface.reply.parameters),
    ];
    if let Some(callback) = &interface.callback {
        lists.push(("callback".to_owned(), &callback.query));
    }
    for (name, variant) in &interface.variants {
        lists.push((format!("{name} request"), &variant.request));
        lists.push((format!("{name} reply"), &variant.reply.parameters));
    }
    for (of, parameters) in &lists {
        if !parameters.is_empty() {
            tables.push(TableModel {
                of: of.clone(),
                rows: parameters
                    .iter()
                    .map(|parameter| row(family, whole, interface, parameter, site))
                    .collect(),
            });
        }
    }
    let mut seen = Vec::new();
    for parameter in lists.iter().flat_map(|(_, parameters)| *parameters) {
        objects(
            family,
            whole,
            interface,
            parameter,
            site,
            &mut seen,
            &mut tables,
        );
    }
    tables
}

fn objects(
    family: &Family,
    whole: &Family,
    interface: &Interface,
    parameter: &Parameter,
    site: &str,
    seen: &mut Vec<*const Parameter>,
    tables: &mut Vec<TableModel>,
) {
    let Some(fields) = family
        .fields_of(parameter.r#type.value.innermost())
        .or_else(|| family.held_fields(parameter))
    else {
        return;
    };
    let held = parameter
        .holds
        .as_ref()
        .map_or(&parameter.r#type.value, |held| &held.value);
    let name = match held.innermost() {
        Type::Named(name) => name.clone(),
        _ => parameter.name.clone(),
    };
    if seen.contains(&fields.as_ptr()) || fields.is_empty() {
        return;
    }
    seen.push(fields.as_ptr());
    tables.push(TableModel {
        of: name,
        rows: fields
            .iter()
            .map(|field| row(family, whole, interface, field, site))
            .collect(),
    });
    for field in fields {
        objects(family, whole, interface, field, site, seen, tables);
    }
}

fn row(
    family: &Family,
    whole: &Family,
    interface: &Interface,
    parameter: &Parameter,
    site: &str,
) -> RowModel {
    let of_site = parameter_of(whole, parameter)
        .and_then(|whole| whole.differences.get(site)?.values.as_ref())
        .map(|values| {
            values
                .iter()
                .map(|value| value.value.clone())
                .collect::<Vec<_>>()
        });
    let values = match interface.select.get(&parameter.name) {
        Some(selected) => vec![selected.value.clone()],
        None => of_site.unwrap_or_else(|| {
            family
                .values_of(parameter)
                .iter()
                .map(|value| value.value.clone())
                .collect()
        }),
    };
    RowModel {
        name: parameter.name.clone(),
        mark: match parameter.presence {
            Presence::Mandatory => 'M',
            Presence::Optional => 'O',
            Presence::Conditional { .. } => 'C',
        },
        r#type: printed(&parameter.r#type.value, family),
        length: match parameter.limits.max_length {
            Length::AtMost(limit) => Some(limit),
            Length::Unknown | Length::Unlimited => None,
        },
        values,
    }
}

fn parameter_of<'a>(whole: &'a Family, parameter: &Parameter) -> Option<&'a Parameter> {
    let lists = whole.interfaces.iter().flat_map(|interface| {
        [&interface.request, &interface.reply.parameters]
            .into_iter()
            .flatten()
    });
    let fields = whole
        .types
        .values()
        .flat_map(|definition| match &definition.shape {
            TypeShape::Object(fields) => fields.as_slice(),
            TypeShape::Enumeration(_) => &[],
        });
    lists
        .chain(fields)
        .find(|known| known.span == parameter.span)
}

/// A type as the vendor prints it.
fn printed(r#type: &Type, family: &Family) -> String {
    match r#type {
        Type::String | Type::Enumeration | Type::ResultCode => "String".to_owned(),
        Type::Integer => "Integer".to_owned(),
        Type::Decimal { precision, scale } => format!("Decimal({precision},{scale})"),
        Type::Boolean => "Boolean".to_owned(),
        Type::Object(_) | Type::Any => "Object".to_owned(),
        Type::Binary => "File".to_owned(),
        Type::Map(_) => "Map".to_owned(),
        Type::List(inner) => format!("{}[]", printed(inner, family)),
        Type::Named(name) => match family.types.get(name).map(|definition| &definition.shape) {
            Some(TypeShape::Enumeration(_)) => "String".to_owned(),
            _ => name.clone(),
        },
    }
}

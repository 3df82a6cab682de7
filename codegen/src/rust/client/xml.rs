//! What the contract says about an answer that XML cannot tell by itself.

use koo_spec::catalogue::{Family, Interface, Location, Parameter, Type};
use proc_macro2::TokenStream;
use quote::quote;

/// The shape of the reply, if it may come as XML.
pub(super) fn shape(family: &Family, interface: &Interface) -> Option<TokenStream> {
    let content_type = interface.reply.content_type.as_ref();
    let content_type = content_type.or(family.transport.reply_content_type.as_ref())?;
    if !content_type.contains("xml") {
        return None;
    }
    let mut shape = Shape::default();
    for parameter in interface.reply.at(Location::Body) {
        shape.add(family, "", parameter, &mut Vec::new());
    }
    let Shape {
        objects,
        lists,
        texts,
    } = shape;
    let texts = texts.iter().map(|(path, name)| quote! { (#path, #name) });
    Some(quote! {
        Xml {
            objects: &[#(#objects),*],
            lists: &[#(#lists),*],
            texts: &[#(#texts),*],
        }
    })
}

/// Elements by their paths.
#[derive(Default)]
struct Shape {
    objects: Vec<String>,
    lists: Vec<String>,
    texts: Vec<(String, String)>,
}

impl Shape {
    fn add<'a>(
        &mut self,
        family: &'a Family,
        above: &str,
        parameter: &'a Parameter,
        open: &mut Vec<&'a str>,
    ) {
        if parameter.xml_text {
            self.texts.push((above.to_owned(), parameter.name.clone()));
            return;
        }
        let name = &parameter.name;
        let path = match above {
            "" => name.clone(),
            above => format!("{above}.{name}"),
        };
        if matches!(parameter.r#type.value, Type::List(_)) {
            self.lists.push(path.clone());
        }
        let innermost = parameter.r#type.value.innermost();
        let Some(fields) = family.fields_of(innermost) else {
            return;
        };
        self.objects.push(path.clone());
        // A type inside itself has no end.
        let named = match innermost {
            Type::Named(name) => Some(name.as_str()),
            _ => None,
        };
        if named.is_some_and(|name| open.contains(&name)) {
            return;
        }
        open.extend(named);
        for field in fields {
            self.add(family, &path, field, open);
        }
        open.truncate(open.len() - usize::from(named.is_some()));
    }
}

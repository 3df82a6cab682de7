//! What recipes need: other steps, values of the message, secrets.

use std::collections::BTreeSet;

use koo_spec::recipe::{Expression, Kind, MESSAGE_PARTS, Recipe};

use super::super::recipe::Renderer;
use super::{Emitter, MESSAGE};

impl<'a> Emitter<'a> {
    /// The step with several readings, if there is one, and its readings.
    pub(super) fn alternative(&self) -> Option<(&'a str, &'a [Recipe])> {
        let step = self
            .scheme
            .steps
            .iter()
            .find(|(_, step)| step.recipes.len() > 1)?;
        Some((step.0.as_str(), step.1.recipes.as_slice()))
    }

    /// The steps a recipe needs, in order, without the one that has several readings.
    pub(super) fn needed_steps(&self, recipe: &Recipe) -> Vec<(&'a str, &'a Expression)> {
        let alternative = self.alternative().map(|(name, _)| name);
        let mut needed: BTreeSet<&str> = recipe
            .tree
            .iter()
            .flat_map(Expression::names)
            .map(|(name, _)| name)
            .collect();
        let mut steps = Vec::new();
        for (name, step) in self.scheme.steps.iter().rev() {
            let Some(tree) = step.recipes.first().and_then(|recipe| recipe.tree.as_ref()) else {
                continue;
            };
            if needed.contains(name.as_str()) && Some(name.as_str()) != alternative {
                needed.extend(tree.names().into_iter().map(|(name, _)| name));
                steps.push((name.as_str(), tree));
            }
        }
        steps.reverse();
        steps
    }

    /// The names a method takes as arguments: the step with readings, parts of the message, carried values.
    pub(super) fn arguments(&self, recipe: &Recipe) -> Vec<String> {
        let used = self.used_names(recipe);
        let alternative = self.alternative().map(|(name, _)| name.to_owned());
        let parts: Vec<String> = if self.takes_message(recipe) {
            vec![MESSAGE.to_owned()]
        } else {
            MESSAGE_PARTS
                .iter()
                .map(|(name, _)| (*name).to_owned())
                .collect()
        };
        let carried = self.carried_names();
        alternative
            .into_iter()
            .chain(parts)
            .chain(carried)
            .filter(|name| name == MESSAGE || used.contains(name.as_str()))
            .collect()
    }

    /// The names a recipe and the steps it needs use.
    pub(super) fn used_names(&self, recipe: &Recipe) -> BTreeSet<String> {
        let steps = self.needed_steps(recipe);
        let trees = recipe
            .tree
            .iter()
            .chain(steps.iter().map(|(_, tree)| *tree));
        trees
            .flat_map(Expression::names)
            .map(|(name, _)| name.to_owned())
            .collect()
    }

    /// Whether a method takes the whole message, since it would take too many parts of it.
    pub(super) fn takes_message(&self, recipe: &Recipe) -> bool {
        let used = self.used_names(recipe);
        MESSAGE_PARTS
            .iter()
            .filter(|(name, _)| used.contains(*name))
            .count()
            > 2
    }

    pub(super) fn carried_names(&self) -> Vec<String> {
        self.scheme
            .carries
            .iter()
            .flat_map(|carried| match carried.template {
                Some(_) => carried.packed().into_iter().map(str::to_owned).collect(),
                None => vec![carried.name.clone()],
            })
            .collect()
    }

    pub(super) fn kind_of_argument(&self, name: &str) -> Kind {
        if let Some((step, readings)) = self.alternative()
            && step == name
        {
            let reading = readings
                .iter()
                .find_map(|reading| Some((reading, reading.tree.as_ref()?)));
            return reading.map_or(Kind::Text, |(reading, tree)| {
                let mut scope = self.base_scope();
                self.steps(
                    std::slice::from_ref(reading),
                    &mut Renderer::default(),
                    &mut scope,
                );
                Renderer::default().render(tree, &scope).kind
            });
        }
        MESSAGE_PARTS
            .iter()
            .find(|(part, _)| *part == name)
            .map_or(Kind::Text, |(_, kind)| *kind)
    }

    pub(super) fn used_secrets(&self, recipe: &Recipe) -> Vec<&'a str> {
        let steps = self.needed_steps(recipe);
        let trees = recipe
            .tree
            .iter()
            .chain(steps.iter().map(|(_, tree)| *tree));
        let used: BTreeSet<&str> = trees
            .flat_map(Expression::names)
            .map(|(name, _)| name)
            .collect();
        self.secrets
            .iter()
            .copied()
            .filter(|secret| used.contains(secret))
            .collect()
    }

    /// The carried values that verifying looks at.
    pub(super) fn needed_values(&self) -> BTreeSet<&'a str> {
        let scheme = self.scheme;
        let compared = scheme.equals.iter().map(|(target, _)| target);
        let checked = scheme
            .fresh
            .iter()
            .map(|(name, _)| name)
            .chain(&scheme.once);
        let used = scheme
            .recipes()
            .filter_map(|recipe| recipe.tree.as_ref())
            .flat_map(Expression::names)
            .map(|(name, _)| name);
        compared
            .chain(checked)
            .map(|name| name.value.as_str())
            .chain(used)
            .collect()
    }
}

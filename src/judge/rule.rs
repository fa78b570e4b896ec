//! The rule by which is judged: a policy with the name that stands beside every light.

use crate::plan::policy::SHIPPED;
use crate::plan::{Plan, Policy};
use crate::words::Lang;

/// A policy and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// As plan.ron spells it.
    pub name: String,
    /// Its numbers.
    pub policy: Policy,
}

impl Rule {
    /// The rule that a plan picked.
    pub fn of(plan: &Plan) -> Self {
        let (name, policy) = plan.policy();
        Self { name, policy }
    }

    /// A rule by its name, the plan's own or one that ships; either name of one that ships will do.
    pub fn named(plan: &Plan, name: &str) -> Option<Self> {
        plan.policy_named(name.trim()).map(|(name, policy)| Self { name, policy })
    }

    /// The names of all rules that there are, each that ships with its name without Han.
    pub fn names(plan: &Plan) -> Vec<String> {
        let shipped = SHIPPED.iter().map(|(han, code)| format!("{han}({code})"));
        let own = plan.policies.keys().filter(|name| SHIPPED.iter().all(|(han, _)| han != name));
        shipped.chain(own.cloned()).collect()
    }

    /// Its name for people: of one that ships, the name without Han where nobody reads Han.
    pub fn shown(&self, lang: Lang) -> &str {
        let shipped = SHIPPED.iter().find(|(han, _)| *han == self.name);
        match (lang, shipped) {
            (Lang::En, Some((_, code))) => code,
            _ => &self.name,
        }
    }
}

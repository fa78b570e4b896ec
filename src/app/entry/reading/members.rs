//! `1.4/2=+航空小镇`: members of a checklist that are done, by name, by pinyin or by their first letters.

use rust_decimal::Decimal;

use crate::app::entry::{Context, Figure};
use crate::app::key::twin;
use crate::ledger::Reading;
use crate::plan::{Number, Target};
use crate::words::Notice;

/// The names behind `+`; none when the value is something else.
pub(super) fn ticked(value: &str) -> Option<Vec<String>> {
    let first = value.chars().next().filter(|mark| twin(*mark) == '+')?;
    let names = value[first.len_utf8()..].split(|c: char| twin(c) == '+' || "、，,".contains(c));
    let names: Vec<String> = names.filter(|name| !name.is_empty()).map(str::to_owned).collect();
    (!names.is_empty()).then_some(names)
}

/// What was done last time, with these members; the count grows by those that are new. What was
/// counted without a name stays counted.
pub(super) fn figure(
    names: &[String],
    target: &Target,
    last: Option<&Reading>,
    context: &Context,
) -> Result<(Figure, Vec<String>), Notice> {
    let mut done = kept(target, last);
    let unnamed = unnamed(last);
    for name in names {
        let member = named(name, target, context)?;
        if !done.iter().any(|other| other == member) {
            done.push(member.to_owned());
        }
    }
    let count = Decimal::from(done.len()).saturating_add(unnamed);
    let value = Number::from(count.normalize());
    Ok((Figure { value, converted: false, differs: false }, done))
}

/// The members that were done last time, as far as a figure without names still covers them.
pub(super) fn covered(target: &Target, last: Option<&Reading>, value: Number) -> Vec<String> {
    let done = kept(target, last);
    if value.value() < Decimal::from(done.len()) { Vec::new() } else { done }
}

/// The members that were done last time.
pub fn kept(target: &Target, last: Option<&Reading>) -> Vec<String> {
    let known = |name: &&String| names(target).any(|member| member == name.as_str());
    last.into_iter().flat_map(|last| &last.done).filter(known).cloned().collect()
}

/// How many a reading counted beyond those that it named.
pub fn unnamed(last: Option<&Reading>) -> Decimal {
    last.map_or(Decimal::ZERO, |last| {
        let named = Decimal::from(last.done.len());
        last.value.value().saturating_sub(named).max(Decimal::ZERO)
    })
}

/// What can be done one by one: members, and nodes beside them.
pub fn names(target: &Target) -> impl Iterator<Item = &str> {
    let members = target.members.iter().map(String::as_str);
    let nodes = target.nodes.iter().map(|node| node.text.as_str());
    members.chain(nodes.filter(|node| target.members.iter().all(|member| member != node)))
}

/// The one member that a name means: in full, by its beginning, by a part of it, or by letters.
fn named<'a>(name: &str, target: &'a Target, context: &Context) -> Result<&'a str, Notice> {
    if let Some(exact) = names(target).find(|member| *member == name) {
        return Ok(exact);
    }
    let mut begin = names(target).filter(|member| member.starts_with(name));
    if let (Some(one), None) = (begin.next(), begin.next()) {
        return Ok(one);
    }
    let letters = context.names.pinyin().letters(name);
    let means = |member: &&str| {
        member.contains(name)
            || letters.as_ref().is_some_and(|letters| letters.find(member).is_some())
    };
    let found: Vec<&str> = names(target).filter(means).collect();
    match found.as_slice() {
        [one] => Ok(one),
        [] => Err(Notice::NoSuchMember {
            name: name.to_owned(),
            id: target.id.to_string(),
            names: listed(names(target)),
        }),
        several => Err(Notice::WhichMember {
            name: name.to_owned(),
            names: listed(several.iter().copied()),
        }),
    }
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join("、")
}

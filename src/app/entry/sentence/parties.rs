//! Names in a sentence: known ones longest first, with 、 or 和 between.

use super::super::Context;
use crate::plan::Party;

/// Names with 、 or 和 between, and whether the roster knows them all. None where something is no name.
pub(super) fn parties(text: &str, context: &Context) -> Option<(Vec<Party>, bool)> {
    let whole = ["等有关单位", "等相关单位", "等有关部门", "等单位", "等部门", "等"];
    let named = whole.iter().find_map(|tail| text.strip_suffix(tail));
    let (mut rest, mut known) = (named.unwrap_or(text), named.is_none());
    let mut parties = Vec::new();
    loop {
        let (length, found) = match context.names.at_start(rest) {
            Some((length, found)) if joins(&rest[length..]) => (length, found.to_vec()),
            _ => {
                known = false;
                let length = rest.find('、').unwrap_or(rest.len());
                (length, vec![body(&rest[..length])?])
            }
        };
        parties.extend(found);
        rest = &rest[length..];
        if rest.is_empty() {
            return Some((parties, known));
        }
        rest = JOINTS.iter().find_map(|joint| rest.strip_prefix(joint))?;
    }
}

const JOINTS: [&str; 5] = ["、", "以及", "和", "及", "与"];

fn joins(rest: &str) -> bool {
    rest.is_empty() || JOINTS.iter().any(|joint| rest.starts_with(joint))
}

/// A body that the roster does not know, told by its last word.
fn body(name: &str) -> Option<Party> {
    const LAST: [&str; 18] = [
        "局",
        "办",
        "委",
        "厅",
        "署",
        "公司",
        "集团",
        "中心",
        "街道",
        "街镇",
        "镇",
        "学院",
        "大学",
        "医院",
        "支队",
        "大队",
        "管委会",
        "办事处",
    ];
    let letters = name.chars().count();
    let part = |c: char| c.is_alphanumeric() && !"由请及与".contains(c);
    let plain = (3..=20).contains(&letters) && name.chars().all(part);
    let ends = LAST.iter().any(|last| name.ends_with(last));
    (plain && ends).then(|| Party::Outside(name.to_owned()))
}

/// The known names with which a text begins: their length in bytes, and whom they mean.
pub(super) fn named_first(text: &str, context: &Context) -> Option<(usize, Vec<Party>)> {
    let (mut length, first) = context.names.at_start(text)?;
    let mut parties = first.to_vec();
    loop {
        let rest = &text[length..];
        let next = JOINTS.iter().find_map(|joint| {
            let (more, named) = context.names.at_start(rest.strip_prefix(joint)?)?;
            Some((joint.len() + more, named))
        });
        let Some((more, named)) = next else { return Some((length, parties)) };
        parties.extend(named.iter().cloned());
        length += more;
    }
}

//! The name that a person probably meant.

use crate::words::Mend;

/// The known name that `found` was probably meant to be, or all of them.
pub(in crate::format) fn nearest(found: &str, known: &[&str]) -> Option<Mend> {
    let near = known.iter().map(|name| (distance(found, name), *name)).min();
    match near {
        Some((edits, name)) if edits <= 1 + name.len() / 4 => Some(Mend::Did { name: name.into() }),
        Some(_) => Some(Mend::OneOf { names: known.join(" ") }),
        None => None,
    }
}

/// Letters to put in, take out or change to get from one name to the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (y, above) in b.iter().zip(row.iter_mut().skip(1)) {
            let change = corner + usize::from(x != *y);
            corner = *above;
            left = change.min(left + 1).min(corner + 1);
            *above = left;
        }
        if let Some(start) = row.first_mut() {
            *start = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

//! A title over several lines: no word broken, no line much longer than another.

/// Before these words a title may be broken, and after those.
const BEFORE: [&str; 8] =
    ["会议纪要", "关于", "的通知", "工作", "调度会", "常务会议", "专题会议", "第"];
const AFTER: [&str; 8] = ["人民政府", "的", "和", "及", "、", "，", "）", "次"];

/// The lines of a title of which one takes so many characters.
pub(super) fn lines(title: &str, most: usize) -> Vec<String> {
    let letters: Vec<char> = title.chars().collect();
    let count = letters.len().div_ceil(most.max(1)).max(1);
    let mut lines = Vec::new();
    let mut rest = letters.as_slice();
    for left in (1..=count).rev() {
        if left == 1 || rest.len() <= 1 {
            break;
        }
        let even = rest.len().div_ceil(left);
        let at = best(
            rest,
            even,
            most.min(rest.len() - 1),
            rest.len().saturating_sub(most * (left - 1)),
        );
        lines.push(rest[..at].iter().collect());
        rest = &rest[at..];
    }
    lines.push(rest.iter().collect());
    lines
}

/// The break nearest to the middle at which no word ends in the next line; the middle where there is
/// none.
fn best(letters: &[char], even: usize, most: usize, least: usize) -> usize {
    let text = |range: &[char]| range.iter().collect::<String>();
    let may = |at: &usize| {
        let (before, after) = (text(&letters[..*at]), text(&letters[*at..]));
        BEFORE.iter().any(|word| after.starts_with(word))
            || AFTER.iter().any(|word| before.ends_with(word))
    };
    let breaks = (least.max(1)..=most).filter(may);
    breaks.min_by_key(|at| at.abs_diff(even)).unwrap_or(even.min(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_broken() {
        for (title, want) in [
            ("第4次重点工作调度会会议纪要", "第4次重点工作调度会会议纪要"),
            (
                "道里区人民政府第4次重点工作调度会会议纪要",
                "道里区人民政府第4次/重点工作调度会会议纪要",
            ),
            (
                "关于进一步做好冬季清冰雪和供热保障工作的专题会议纪要",
                "关于进一步做好冬季清冰雪和/供热保障工作的专题会议纪要",
            ),
            ("", ""),
        ] {
            assert_eq!(lines(title, 20).join("/"), want);
        }
        let long = "甲".repeat(61);
        let broken = lines(&long, 20);
        assert!(broken.concat() == long && broken.iter().all(|line| line.chars().count() <= 20));
    }
}

//! What stands between words: marks of a list, of statements, of a label; and days that come again.

words! {
    /// A mark between two texts, in the writing of the language.
    Joint {
        List => "、", ", ";
        Comma => "，", ", ";
        Apart => "；", "; ";
        Label => "：", ": ";
    }
}

sentences! {
    /// What stands beside something, and what comes again.
    Aside {
        Beside { text, aside } => "{text}（{aside}）", "{text} ({aside})";
        Monthly { day } => "每月{day}日", "every {day}";
        Weekly { day } => "每周{day}", "every {day}";
        MonthlyInFull { day } => "每月{day}日", "on the {day} of every month";
        WeeklyInFull { day } => "每周{day}", "every {day}";
    }
}

/// Names in one line, with the comma of their own writing: 发改局、财政局 in either language.
pub fn listed<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let han = names.iter().any(|name| !name.is_ascii());
    names.join(Joint::List.text(if han { super::Lang::Zh } else { super::Lang::En }))
}

/// A month: its number in Han, its name in English.
pub fn month(number: u32, lang: super::Lang) -> String {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let nth = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    match nth.and_then(|nth| NAMES.get(nth)) {
        Some(name) if lang == super::Lang::En => (*name).to_owned(),
        _ => number.to_string(),
    }
}

/// A day of a month as English counts them: 1st, 22nd, 13th.
pub fn ordinal(day: u8) -> String {
    let end = match (day % 100, day % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{day}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_set_in_the_writing_of_its_names() {
        assert_eq!(listed(&["发改局", "财政局"]), "发改局、财政局");
        assert_eq!(listed(&["Health Bureau", "Airport Office"]), "Health Bureau, Airport Office");
        assert_eq!(listed(&["WTO办", "Health"]), "WTO办、Health");
        assert_eq!(listed::<&str>(&[]), "");
    }

    #[test]
    fn months_have_names_in_english() {
        use crate::words::Lang::{En, Zh};
        assert_eq!([month(1, En), month(12, En), month(8, Zh)], ["Jan", "Dec", "8"]);
        assert_eq!([month(0, En), month(13, En)], ["0", "13"]);
    }

    #[test]
    fn days_are_counted_as_english_does() {
        let all = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30, 31].map(ordinal);
        let want = ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd"];
        assert_eq!(all[..10], want);
        assert_eq!(all[10..], ["30th", "31st"]);
    }
}

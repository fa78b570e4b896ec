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
        Monthly { day } => "每月{day}日", "day {day} of every month";
        Weekly { day } => "每周{day}", "every {day}";
    }
}

/// Names in one line, with the comma of their own writing: 发改局、财政局 in either language.
pub fn listed<S: AsRef<str>>(names: &[S]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    let han = names.iter().any(|name| !name.is_ascii());
    names.join(Joint::List.text(if han { super::Lang::Zh } else { super::Lang::En }))
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
}

//! A value as the bytes that scripts read. It must never change a value.

use serde_json::Value;

use crate::plan::plain::is_hidden;

/// A value as text, one field a line, with a line feed at its end. What steers or hides is escaped: it
/// is the same to a program, and harmless to whoever looks.
pub fn text(value: &Value) -> String {
    let whole = format!("{value:#}\n");
    let steers = |c: char| c != '\n' && is_hidden(c);
    if !whole.contains(steers) {
        return whole;
    }
    let mut safe = String::with_capacity(whole.len() + 64);
    for c in whole.chars() {
        if steers(c) {
            let mut units = [0; 2];
            safe.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_escaped_and_is_the_same_to_a_program() {
        let said = "甲\u{1b}[2J\u{202e}\n\u{9b}\u{e0041}\u{7f}乙";
        let value = serde_json::json!({ said: [said] });
        let text = text(&value);
        assert!(!text.chars().any(|c| c != '\n' && is_hidden(c)), "{text:?}");
        assert!(text.contains("\\u202e") && text.contains("\\udb40\\udc41"), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}

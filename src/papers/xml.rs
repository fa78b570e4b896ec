//! XML as values: elements whose attributes and children stand in the order in which they were added,
//! because the schema of documents asks for an order.

use quick_xml::escape::{escape, partial_escape};

/// An element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Inside>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Inside {
    Element(Element),
    Text(String),
}

/// What an attribute says: a text, or a number.
pub(super) struct Value(String);

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self(number.to_string())
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self(number.to_string())
    }
}

/// An element of a name.
pub(super) fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), inside: Vec::new() }
}

impl Element {
    /// With an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.attributes.push((name, value.into().0));
        self
    }

    /// With an element in it, behind those that are there.
    pub(super) fn add(mut self, element: Self) -> Self {
        self.inside.push(Inside::Element(element));
        self
    }

    /// With several elements in it.
    pub(super) fn add_all(mut self, elements: impl IntoIterator<Item = Self>) -> Self {
        self.inside.extend(elements.into_iter().map(Inside::Element));
        self
    }

    /// With a text in it.
    pub(super) fn say(mut self, text: &str) -> Self {
        self.inside.push(Inside::Text(text.to_owned()));
        self
    }

    /// The whole file.
    pub(super) fn file(&self) -> String {
        let mut text =
            String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        self.write(&mut text);
        text.push('\n');
        text
    }

    fn write(&self, text: &mut String) {
        text.push('<');
        text.push_str(self.name);
        for (name, value) in &self.attributes {
            text.extend([" ", name, "=\"", &escape(value.as_str()), "\""]);
        }
        if self.inside.is_empty() {
            text.push_str("/>");
            return;
        }
        text.push('>');
        for inside in &self.inside {
            match inside {
                Inside::Element(element) => element.write(text),
                Inside::Text(said) => text.push_str(&partial_escape(said.as_str())),
            }
        }
        text.extend(["</", self.name, ">"]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_to_xml_is_escaped() {
        let inner = element("w:t").with("w:val", "a\"b<c").say("甲 & <乙> \"丙\"");
        let whole = element("w:p").add(inner).add(element("w:br")).file();
        let (_, body) = whole.split_once('\n').unwrap();
        let said = "甲 &amp; &lt;乙&gt; \"丙\"";
        assert_eq!(body, format!("<w:p><w:t w:val=\"a&quot;b&lt;c\">{said}</w:t><w:br/></w:p>\n"));
    }
}

//! Findings: one thing each, with its mark, its word and what to do.

use crate::format::json::{self, Value};
use crate::view::shown::Shown;
use crate::view::width::Ruler;
use crate::words::doctor::{Cure, Found, Health, Topic, Ward};
use crate::words::{Lang, Says};

/// The columns before what was found: of mark and word, and of the topic.
const fn columns(lang: Lang) -> (usize, usize) {
    match lang {
        Lang::Zh => (12, 10),
        Lang::En => (15, 21),
    }
}

/// How one thing stands.
pub(super) struct Line {
    pub(super) ward: Ward,
    pub(super) topic: Topic,
    pub(super) health: Health,
    pub(super) found: Found,
    pub(super) cure: Option<Cure>,
    /// Whether `--fix` would set it right.
    pub(super) mendable: bool,
}

/// The findings of one part, as they are made.
pub(super) struct Chart {
    pub(super) ward: Ward,
    pub(super) lang: Lang,
    pub(super) lines: Vec<Line>,
}

impl Chart {
    pub(super) fn new(ward: Ward, lang: Lang) -> Self {
        Self { ward, lang, lines: Vec::new() }
    }

    pub(super) fn good(&mut self, topic: Topic, found: &Found) {
        self.line(topic, Health::Good, found, None);
    }

    pub(super) fn note(&mut self, topic: Topic, found: &Found, cure: &Cure) {
        self.line(topic, Health::Note, found, Some(cure));
    }

    pub(super) fn fault(&mut self, topic: Topic, found: &Found, cure: &Cure) {
        self.line(topic, Health::Fault, found, Some(cure));
    }

    pub(super) fn unasked(&mut self, topic: Topic, found: &Found, cure: &Cure) {
        self.line(topic, Health::Unasked, found, Some(cure));
    }

    /// A fault that `--fix` sets right.
    pub(super) fn mendable(&mut self, topic: Topic, found: &Found) {
        self.fault(topic, found, &Cure::Fix);
        self.lines.iter_mut().rev().take(1).for_each(|line| line.mendable = true);
    }

    /// A sentence that says already what to do.
    pub(super) fn said(&mut self, topic: Topic, health: Health, what: String) {
        self.line(topic, health, &Found::Said { what }, None);
    }

    fn line(&mut self, topic: Topic, health: Health, found: &Found, cure: Option<&Cure>) {
        let (ward, found, cure) = (self.ward, found.clone(), cure.cloned());
        self.lines.push(Line { ward, topic, health, found, cure, mendable: false });
    }
}

impl Line {
    /// Where the text of every finding begins.
    pub(super) fn column(lang: Lang) -> usize {
        let (marked, topic) = columns(lang);
        marked + topic
    }

    /// Mark, word and topic, as wide as [`Line::column`].
    pub(super) fn head(&self, lang: Lang) -> String {
        let (marks, topics) = columns(lang);
        let pad = |text: String, columns| Ruler::default().pad(&Shown::new(text), columns);
        let marked = format!("  {} {}", mark(self.health), self.health.text(lang));
        let topic = self.topic.text(lang).to_owned();
        format!("{}{}", pad(marked, marks), pad(topic, topics))
    }

    /// For programs: topic and health by their English names.
    pub(super) fn value(&self, say: &dyn Fn(&dyn Says) -> String) -> Value {
        let name = |text: &str| text.to_lowercase().replace(' ', "_");
        let (topic, health) = (self.topic.text(Lang::En), self.health.text(Lang::En));
        let cure = self.cure.as_ref().map(|cure| say(cure));
        json::examined((&name(topic), &name(health)), &say(&self.found), cure.as_deref())
    }
}

fn mark(health: Health) -> char {
    match health {
        Health::Good => '=',
        Health::Note => '!',
        Health::Fault => 'X',
        Health::Unasked => '-',
    }
}

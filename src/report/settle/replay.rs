//! The draft written anew from what every stretch is.

use std::collections::BTreeSet;
use std::ops::Range;

use super::layer::Layer;
use crate::plan::{Place, Plan};
use crate::report::draft::{Draft, Duty};
use crate::report::sentence::split_stop;
use crate::report::writer::Writer;
use crate::words::report::Role;

/// Writes the draft that the layers give.
pub(super) fn replay(text: &str, read: &Draft, layers: &[Layer]) -> Draft {
    let plan = Plan {
        guidance: Vec::new(),
        headline: Vec::new(),
        sections: Vec::new(),
        ..read.plan.clone()
    };
    let mut writer = Writer::new(text, plan);
    writer.bridge.clone_from(&read.bridge);
    let mut scribe =
        Scribe { text, read, writer, marker: None, begun: BTreeSet::new(), titled: titled(read) };
    for layer in sentences(layers) {
        scribe.write(&layer);
    }
    scribe.writer.finish()
}

/// The rows whose title stands in the text.
fn titled(read: &Draft) -> BTreeSet<Place> {
    let titles = [Role::SectionTitle, Role::SectionMarker, Role::TaskTitle];
    let spans = read.spans.iter().filter(|span| titles.contains(&span.role));
    spans.filter_map(|span| span.row).collect()
}

/// The layers, those of one measure with the brackets between them as one.
fn sentences(layers: &[Layer]) -> Vec<Layer> {
    let mut joined: Vec<Layer> = Vec::with_capacity(layers.len());
    for (nth, layer) in layers.iter().enumerate() {
        let goes_on = layer.row.is_some()
            && joined.last().is_some_and(|last| goes_on(last, layer, layers.get(nth + 1)));
        match joined.last_mut().filter(|_| goes_on) {
            Some(last) => last.at.end = layer.at.end,
            None => joined.push(layer.clone()),
        }
    }
    joined
}

/// Whether a layer is more of the measure before it: another piece of it, or a bracket within it.
fn goes_on(last: &Layer, layer: &Layer, next: Option<&Layer>) -> bool {
    let one = last.role == Role::Measure && last.row == layer.row && last.at.end == layer.at.start;
    let more = layer.role == Role::Measure;
    let bracket = layer.role == Role::Responsibility
        && next.is_some_and(|next| next.role == Role::Measure && next.row == layer.row);
    one && (more || bracket)
}

struct Scribe<'a> {
    text: &'a str,
    read: &'a Draft,
    writer: Writer<'a>,
    /// A marker whose title is still to come.
    marker: Option<Range<usize>>,
    /// The rows of the reading that were begun although no title of theirs stands in the text.
    begun: BTreeSet<Place>,
    titled: BTreeSet<Place>,
}

impl Scribe<'_> {
    fn write(&mut self, layer: &Layer) {
        let at = layer.at.clone();
        match layer.role {
            Role::SectionMarker | Role::TaskMarker => self.marker = Some(at),
            Role::SectionTitle => {
                let marker = self.marker(at.start);
                self.writer.section(marker, self.title(at));
            }
            Role::TaskTitle => {
                let marker = self.marker(at.start);
                self.house(layer);
                self.writer.task(marker, self.title(at));
            }
            Role::SectionLead => self.lead(layer),
            Role::Measure => self.measure(layer),
            Role::Responsibility => self.duty(at),
            Role::Guidance | Role::Headline | Role::Bridge => {
                if layer.role == Role::Headline {
                    self.writer.headlines.push(at.clone());
                }
                self.writer.guidance(at, layer.role);
            }
            // Found anew between what is claimed.
            Role::Space | Role::Stop => {}
            other => self.writer.claim(at, other),
        }
    }

    /// The marker before a title, if one waits.
    fn marker(&mut self, start: usize) -> Range<usize> {
        self.marker.take().unwrap_or(start..start)
    }

    /// A title without its stop.
    fn title(&self, at: Range<usize>) -> Range<usize> {
        split_stop(self.text, &at).0
    }

    /// Behind the title of a task a guiding sentence is a measure.
    fn lead(&mut self, layer: &Layer) {
        self.house(layer);
        if self.writer.has_task() {
            self.writer.measure(layer.at.clone());
        } else {
            self.writer.lead(layer.at.clone());
        }
    }

    /// Who answers for what, as it was read: in a table the heading of a column says it.
    fn duty(&mut self, at: Range<usize>) {
        let within = |duty: &&Duty| duty.at.start <= at.start && at.end <= duty.at.end;
        match self.read.duties.iter().find(within) {
            Some(duty) => self.writer.duty_again(at, duty),
            None => self.writer.duty(at, ""),
        }
    }

    fn measure(&mut self, layer: &Layer) {
        self.house(layer);
        let task = layer.row.and_then(Place::in_task).filter(|task| !self.titled.contains(task));
        let new = task.is_some_and(|task| self.begun.insert(task));
        if new || !self.writer.has_task() {
            let marker = self.marker(layer.at.start);
            self.writer.borrowed(marker, &self.beginning(&layer.at));
        }
        self.writer.measure(layer.at.clone());
    }

    /// The first clause of a sentence: it stands in for a title.
    fn beginning(&self, at: &Range<usize>) -> Range<usize> {
        let borrowed = self.read.doubts.iter().find(|doubt| {
            doubt.is_borrowed() && at.start <= doubt.at.start && doubt.at.end <= at.end
        });
        if let Some(doubt) = borrowed {
            return doubt.at.clone();
        }
        let words = self.text.get(self.title(at.clone())).unwrap_or_default();
        let ends = |c: char| matches!(c, ',' | '，' | ';' | '；');
        at.start..at.start + words.find(ends).unwrap_or(words.len())
    }

    /// Begins the section of a row when no title of it stands in the text.
    fn house(&mut self, layer: &Layer) {
        let section = layer.row.and_then(Place::in_section);
        let bare = section.filter(|section| !self.titled.contains(section));
        let new = bare.is_some_and(|section| self.begun.insert(section));
        if !new && !self.writer.plan.sections.is_empty() {
            return;
        }
        let title = bare.and_then(|id| self.read.plan.sections.iter().find(|it| it.id == id));
        let title = title.map(|section| section.title.clone()).unwrap_or_default();
        self.writer.untitled(title);
    }
}

//! A list as ratatui draws it: only the lines that are seen, one of them marked.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{self, ListState, Paragraph};

/// Lines with a cursor.
pub struct List {
    lines: Vec<String>,
    decisions: usize,
    top: usize,
    cursor: usize,
}

/// The last thing that a frame writes; without a blank, which ratatui would pass over.
pub const FOOT: &str = "q=quit";

impl List {
    /// A list with the cursor on its first line.
    pub fn new(lines: Vec<String>, decisions: usize) -> Self {
        Self { lines, decisions, top: 0, cursor: 0 }
    }

    /// One line down.
    pub fn down(&mut self) {
        self.cursor = (self.cursor + 1).min(self.lines.len().saturating_sub(1));
    }

    /// One line up.
    pub fn up(&mut self) {
        self.cursor = self.cursor.saturating_sub(1);
    }

    /// Draws what is seen.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        let [head, body, foot] =
            Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)])
                .areas(frame.area());
        let height = usize::from(body.height);
        self.top = self.top.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
        let seen = self.lines.iter().skip(self.top).take(height).map(String::as_str);
        let marked = Style::new().add_modifier(Modifier::REVERSED);
        let mut state = ListState::default().with_selected(Some(self.cursor - self.top));
        let counts = format!("{} tasks, {} decisions", self.lines.len(), self.decisions);
        frame.render_widget(Paragraph::new(counts), head);
        let list = widgets::List::new(seen).highlight_style(marked).highlight_symbol("> ");
        frame.render_stateful_widget(list, body, &mut state);
        frame.render_widget(Paragraph::new(FOOT), foot);
    }
}

//! From the lines of a journal to the state that they lead to.
//!
//! What cannot be understood is left out and named, never a reason to lose the rest.

use crate::format::ron;
use crate::ledger::journal::Record;
use crate::ledger::{Entry, Header, History, Snapshot};
use crate::words::Lang;
use crate::words::book::Odd;

/// What a journal leads to, and what of it was left out.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// The state.
    pub history: History,
    /// How many acts of a person were done again; that the meeting went on is none.
    pub acts: usize,
    /// What was left out, in order.
    pub odd: Vec<Odd>,
}

/// Does everything again on top of the snapshot that the header names.
pub fn replay(base: &Snapshot, header: &Header, records: &[Record], lang: Lang) -> Replayed {
    let open = base.following(header.seal.clone(), header.kind.clone(), &header.plan);
    replay_on(open, records, lang)
}

/// Does everything again on top of what was opened.
pub fn replay_on(open: Snapshot, records: &[Record], lang: Lang) -> Replayed {
    let id = open.id();
    let mut replayed = Replayed { history: History::new(open), acts: 0, odd: Vec::new() };
    for record in records {
        let entry = ron::read_line::<Entry>(record.payload()).map_err(|why| why.what.text(lang));
        replayed.acts += usize::from(!matches!(entry, Ok(Entry::Aside(_))));
        let entered = entry.and_then(|entry| {
            replayed.history.enter(entry).map_err(|_| Odd::DoesNotFit.text(lang))
        });
        if let Err(why) = entered {
            let (id, seq) = (id.to_string(), record.seq().to_string());
            replayed.odd.push(Odd::Lost { id, seq, why });
        }
    }
    replayed
}

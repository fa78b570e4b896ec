//! The writer's threads: what the desk asks for is done behind its back, in order.
//!
//! One thread has the journal; another runs git, because a hook may hang for twenty seconds and a
//! record must not wait for it; a third makes papers, which takes as long as they are many. Answers come through one function. Nothing is asked twice.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::{Scribe, commit, papers};
use crate::app::{Effect, Outcome, Papering, Publication};
use crate::shell::book::Site;
use crate::shell::printing::{self, Print};
use crate::words::Lang;

/// Where answers go. Called on the writer's threads, so it must not wait.
pub type Answer = Arc<dyn Fn(Outcome) + Send + Sync>;

/// The desk's side of the threads. [`Writer::finish`] waits until everything asked for is done.
pub struct Writer {
    asked: Option<Sender<Effect>>,
    press: Option<Sender<Order>>,
    threads: Vec<JoinHandle<()>>,
}

impl Writer {
    /// Starts the threads.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn start(scribe: Scribe, answer: Answer) -> std::io::Result<Self> {
        let (asked, work) = mpsc::channel();
        let (file, filing) = mpsc::channel();
        let (order, ordered) = mpsc::channel();
        let (site, lang) = (scribe.site.clone(), scribe.lang);
        let (book, theirs, told) = (site.clone(), Arc::clone(&answer), Arc::clone(&answer));
        let named = |name: &str| thread::Builder::new().name(name.to_owned());
        let clerk = named("git").spawn(move || commit_all(&site, lang, &filing, &theirs))?;
        let printer = named("papers").spawn(move || make_all(&book, lang, &ordered, &told))?;
        let press = Some(order.clone());
        let behind = Behind { file, order };
        let writer = named("writer").spawn(move || write_all(scribe, &work, &behind, &answer))?;
        Ok(Self { asked: Some(asked), press, threads: vec![writer, clerk, printer] })
    }

    /// Asks for something to be printed, behind the papers that were asked for before.
    pub fn print(&self, print: Print) {
        if let Some(press) = &self.press {
            let _ = press.send(Order::Print(print));
        }
    }

    /// Asks for something to be done, after all that was asked before.
    pub fn ask(&self, effect: Effect) {
        if let Some(asked) = &self.asked {
            // A writer that is gone has panicked, and the program is ending.
            let _ = asked.send(effect);
        }
    }

    /// Waits until everything asked for is done. Says whether it was: a thread that panicked left
    /// something undone.
    pub fn finish(mut self) -> bool {
        self.wait()
    }

    fn wait(&mut self) -> bool {
        drop((self.asked.take(), self.press.take()));
        let ended: Vec<_> = self.threads.drain(..).map(JoinHandle::join).collect();
        ended.iter().all(Result::is_ok)
    }
}

/// Also when the desk itself fails: what was asked for is done before the program ends.
impl Drop for Writer {
    fn drop(&mut self) {
        self.wait();
    }
}

/// Who does what the writer does not wait for. What they are sent is on the disk.
struct Behind {
    file: Sender<Publication>,
    order: Sender<Order>,
}

/// What the thread of papers is asked for.
enum Order {
    /// All papers of a meeting.
    Papers(Papering),
    /// What a seat showed.
    Print(Print),
}

fn write_all(mut scribe: Scribe, work: &Receiver<Effect>, behind: &Behind, answer: &Answer) {
    for effect in work {
        let done = scribe.perform(effect);
        done.outcomes.into_iter().for_each(|outcome| answer(outcome));
        if let Some(publication) = done.commit {
            let _ = behind.file.send(publication);
        }
        if let Some(papering) = done.papers {
            let _ = behind.order.send(Order::Papers(papering));
        }
    }
}

fn commit_all(site: &Site, lang: Lang, filing: &Receiver<Publication>, answer: &Answer) {
    for publication in filing {
        answer(commit(site, publication, lang));
    }
}

fn make_all(site: &Site, lang: Lang, ordered: &Receiver<Order>, answer: &Answer) {
    for order in ordered {
        match order {
            Order::Papers(papering) => papers::make(site, papering, lang, answer),
            Order::Print(print) => answer(printing::carry_out(site, &print, lang)),
        }
    }
}

//! What a screen that knows no book asks of the world; whether what was settled there lies on the disk,
//! and what leaving takes as long as it does not.

/// What is asked of the world. `S` is what is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect<S> {
    /// Keep all that was settled, so that one can leave and come back.
    Keep(Vec<S>),
    /// Write the plan.
    Write,
    /// Draw everything anew.
    Redraw,
    /// Leave.
    Leave,
}

/// What the disk said last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Why the last of it is not kept.
    why: Option<String>,
    /// Leaving was asked for, and nothing else since.
    leaving: bool,
}

impl Keeping {
    /// Why what was settled is not kept; nothing when it is.
    pub fn why(&self) -> Option<&str> {
        self.why.as_deref()
    }

    /// What the disk says now. Whether it took what it had refused before.
    pub(super) fn hear(&mut self, how: Result<(), String>) -> bool {
        let before = self.why.take();
        self.why = how.err();
        before.is_some() && self.why.is_none()
    }

    /// Leaving is asked for. What is not kept is tried once more first, and one stays; twice in a row
    /// leaving is meant, whatever is lost.
    pub(super) fn leave<S: Clone>(&mut self, settled: &[S]) -> Vec<Effect<S>> {
        if self.why.is_none() {
            return vec![Effect::Leave];
        }
        let keep = Effect::Keep(settled.to_vec());
        let again = std::mem::replace(&mut self.leaving, true);
        if again { vec![keep, Effect::Leave] } else { vec![keep] }
    }

    /// Anything else was asked for.
    pub(super) fn stay(&mut self) {
        self.leaving = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_leaves_by_a_slip_what_is_not_kept() {
        let mut keeping = Keeping::default();
        let keep = || Effect::Keep(vec![7]);
        assert_eq!(keeping.leave(&[7]), [Effect::Leave]);
        assert!(!keeping.hear(Err("full".into())));
        assert_eq!(keeping.why(), Some("full"));
        assert_eq!(keeping.leave(&[7]), [keep()]);
        keeping.stay();
        assert_eq!(keeping.leave(&[7]), [keep()]);
        assert_eq!(keeping.leave(&[7]), [keep(), Effect::Leave], "asked twice in a row");
        assert!(keeping.hear(Ok(())) && !keeping.hear(Ok(())));
        assert_eq!(keeping.why(), None);
        assert_eq!(keeping.leave(&[7]), [Effect::Leave]);
    }
}

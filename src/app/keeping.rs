//! Whether what was settled on a screen that knows no book lies on the disk, and what leaving takes as
//! long as it does not.

/// What the disk said last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Why the last of it is not kept.
    why: Option<String>,
    /// Leaving was asked for, and nothing else since.
    leaving: bool,
}

/// What leaving comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaving {
    /// One leaves.
    Now,
    /// What is not kept is tried once more, and one stays.
    KeepFirst,
    /// The same, and one leaves whatever comes of it.
    KeepAndGo,
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

    /// Leaving is asked for: twice in a row it is meant, whatever is lost.
    pub(super) fn leave(&mut self) -> Leaving {
        if self.why.is_none() {
            return Leaving::Now;
        }
        let again = std::mem::replace(&mut self.leaving, true);
        if again { Leaving::KeepAndGo } else { Leaving::KeepFirst }
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
        assert_eq!(keeping.leave(), Leaving::Now);
        assert!(!keeping.hear(Err("full".into())));
        assert_eq!(keeping.why(), Some("full"));
        assert_eq!(keeping.leave(), Leaving::KeepFirst);
        keeping.stay();
        assert_eq!(keeping.leave(), Leaving::KeepFirst);
        assert_eq!(keeping.leave(), Leaving::KeepAndGo, "asked twice in a row");
        assert!(keeping.hear(Ok(())) && !keeping.hear(Ok(())));
        assert_eq!(keeping.why(), None);
        assert_eq!(keeping.leave(), Leaving::Now);
    }
}

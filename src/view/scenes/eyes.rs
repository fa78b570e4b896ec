//! Different eyes: every size, layout, theme, script and language in which a screen is looked at.

use crate::app::Seat;
use crate::app::sight::{Depth, Theme};
use crate::app::taste::{Arrangement, Borders, Columns, Hints, Marks, Taste, Tongue, Writing};

/// One pair of eyes at one window.
#[derive(Clone, Debug)]
pub(super) struct Eyes {
    pub name: &'static str,
    pub size: (u16, u16),
    pub taste: Taste,
    pub depth: Depth,
}

/// The windows: a desk, a small one, a telephone.
pub(super) const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (60, 20)];

impl Eyes {
    fn new(name: &'static str, size: (u16, u16), taste: Taste) -> Self {
        Self { name, size, taste, depth: Depth::True }
    }

    /// Sits down with these eyes.
    pub(super) fn put_on(&self, seat: &mut Seat) {
        seat.size = self.size;
        seat.ground.depth = self.depth;
        seat.wear(self.taste.clone());
    }

    pub(super) fn is_english(&self) -> bool {
        self.taste.lang == Tongue::En
    }

    pub(super) fn is_traditional(&self) -> bool {
        self.taste.script == Writing::Traditional
    }
}

fn plain() -> Taste {
    Taste::default()
}

fn care() -> Taste {
    Taste { layout: Arrangement::Care, ..plain() }
}

/// Those whose pictures are kept for a person to read.
pub(super) fn pictured() -> Vec<Eyes> {
    let small = SIZES[1];
    vec![
        Eyes::new("120x36", SIZES[0], plain()),
        Eyes::new("80x24", small, plain()),
        Eyes::new("60x20", SIZES[2], plain()),
        Eyes::new("关怀 80x24", small, care()),
        Eyes::new("繁 80x24", small, Taste { script: Writing::Traditional, ..plain() }),
        Eyes::new("English 80x24", small, Taste { lang: Tongue::En, ..plain() }),
    ]
}

/// All of them: each screen is held to the laws for each.
pub(super) fn all() -> Vec<Eyes> {
    let tastes = [
        ("标准", plain()),
        ("关怀", care()),
        ("大屏", Taste { layout: Arrangement::Wall, ..plain() }),
        ("繁", Taste { script: Writing::Traditional, ..plain() }),
        ("繁 关怀", Taste { script: Writing::Traditional, ..care() }),
        ("English", Taste { lang: Tongue::En, ..plain() }),
        ("English 关怀", Taste { lang: Tongue::En, ..care() }),
        ("模糊宽度2", Taste { ambiguous: Columns::Wide, borders: Borders::Line, ..plain() }),
        ("线条", Taste { borders: Borders::Line, marks: Marks::Word, ..plain() }),
        ("无提示", Taste { hints: Hints::Hidden, marks: Marks::Plain, ..plain() }),
    ];
    let sized = tastes.into_iter().flat_map(|(name, taste)| {
        SIZES.map(|size| Eyes::new(name, size, taste.clone())).into_iter()
    });
    sized.chain(coloured()).collect()
}

/// Every theme on every terminal.
fn coloured() -> impl Iterator<Item = Eyes> {
    let depths = [Depth::Mono, Depth::Sixteen, Depth::Indexed, Depth::True];
    Theme::ALL.into_iter().flat_map(move |theme| {
        depths.map(|depth| {
            let layout = match depth {
                Depth::Indexed => Arrangement::Care,
                _ => Arrangement::Standard,
            };
            let taste = Taste { layout, theme, ..plain() };
            Eyes { depth, ..Eyes::new("颜色", SIZES[1], taste) }
        })
    })
}

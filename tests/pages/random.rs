//! Papers of words drawn at random, the same for the same number.
//!
//! Between two words of digits or letters stands Han, and a mark before such a word or a dash behind one
//! does not occur: there LibreOffice has rules of its own, see `OTHERWISE`.

use yiding::papers::{Block, Foot, Level, Paper};

const HAN: &str = "会议听取了关于持续推动临空经济发展的汇报由区长主持召开住房和城乡建设局配合专项债第三批材料报省";
const WORDS: [&str; 20] = [
    "，",
    "。",
    "、",
    "；",
    "：",
    "“重点”",
    "（试行）",
    "《办法》",
    "〔2023〕",
    "305亿元",
    "10月15日",
    "1.5万",
    "12%",
    "GDP",
    "5G",
    "GB/T 9704-2012",
    "——",
    "……",
    "3个100",
    "14:00",
];

/// Numbers as if by chance.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap()
    }

    /// So many characters, or a few more.
    fn words(&mut self, most: usize) -> String {
        let han: Vec<char> = HAN.chars().collect();
        let (mut text, mut after_word) = (String::new(), true);
        let count = 4 + self.below(most);
        while text.chars().count() < count {
            after_word = !after_word && self.below(5) == 0;
            if after_word {
                text.push_str(WORDS[self.below(WORDS.len())]);
            } else {
                text.push(han[self.below(han.len())]);
            }
        }
        text + "了。"
    }

    fn block(&mut self, number: usize) -> Block {
        let kind = self.below(10);
        let level = match kind {
            0..4 => return Block::Text(self.words(120)),
            4 | 5 => Level::First,
            6 => Level::Second,
            7 | 8 => Level::Third,
            _ => Level::Fourth,
        };
        let most = if kind < 7 { 30 } else { 120 };
        Block::Item { level, number, text: self.words(most) }
    }
}

/// A paper under its number.
pub(super) fn paper(number: u64) -> Paper {
    let mut dice = Dice((number + 1) * 0x9e37_79b9);
    let mut paper = Paper { title: dice.words(30), ..Paper::default() };
    if dice.below(3) > 0 {
        paper.mark = "演练区人民政府专题会议纪要".into();
        paper.number = "第4期".into();
        paper.organ = "演练区人民政府".into();
        paper.date = "2023年9月15日".into();
    }
    if dice.below(2) == 0 {
        paper.standing = vec!["送审稿".into()];
    }
    paper.body = (1..4 + dice.below(25)).map(|number| dice.block(number)).collect();
    match dice.below(3) {
        0 => paper.body.extend(
            ["出席", "列席"]
                .map(|label| Block::Roll { label: label.into(), names: dice.words(200) }),
        ),
        1 => paper
            .body
            .push(Block::Signed {
                by: "演练区人民政府".into(), day: "2023年9月15日".into()
            }),
        _ => {}
    }
    if dice.below(4) > 0 {
        let (office, issued) = ("演练区人民政府办公室".into(), "2023年9月18日印发".into());
        paper.foot = Foot { copies: dice.words(90), office, issued };
    }
    paper
}

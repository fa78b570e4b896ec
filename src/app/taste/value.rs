//! What a person can choose, setting by setting, as it is written in the file.

use serde::{Deserialize, Serialize};

use crate::app::script::Script;
use crate::words::Lang;

/// 版式
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arrangement {
    /// As much as there is room for.
    #[default]
    #[serde(alias = "标准")]
    Standard,
    /// One column of at most 40 Han, six rows, nothing abbreviated.
    #[serde(alias = "关怀")]
    Care,
    /// For a projector: what matters of one item.
    #[serde(alias = "大屏")]
    Wall,
    /// Lines behind each other, for whoever hears or feels the screen.
    #[serde(alias = "线性")]
    Linear,
}

/// 颜色
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colours {
    /// As the terminal and its environment say.
    #[default]
    #[serde(alias = "自动")]
    Auto,
    /// None.
    #[serde(alias = "单色")]
    Mono,
    /// The sixteen of the terminal's own palette.
    Ansi16,
    /// The 256 of xterm.
    Ansi256,
    /// 24 bit.
    #[serde(alias = "真彩")]
    Truecolor,
}

/// 状态标: what tells how something stands. The word is always there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marks {
    /// Mark, word and colour.
    #[default]
    #[serde(alias = "全部")]
    All,
    /// Mark and word.
    #[serde(alias = "符号和汉字")]
    Plain,
    /// The word alone.
    #[serde(alias = "仅汉字")]
    Word,
}

/// 边框
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Borders {
    /// Lines where the terminal is known to draw them in one column, else ASCII.
    #[default]
    #[serde(alias = "自动")]
    Auto,
    /// Lines, unless the terminal draws them in two columns.
    #[serde(alias = "线条")]
    Line,
    /// `+`, `-` and `|`.
    Ascii,
}

/// 模糊宽度
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Columns {
    /// As the terminal answers when it is measured.
    #[default]
    #[serde(alias = "自动")]
    Auto,
    /// One column.
    #[serde(alias = "一格")]
    Narrow,
    /// Two columns.
    #[serde(alias = "两格")]
    Wide,
}

/// 提示行
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hints {
    /// Keys, and what can be done besides.
    #[default]
    #[serde(alias = "新手")]
    Beginner,
    /// Keys.
    #[serde(alias = "常用")]
    Usual,
    /// Neither.
    #[serde(alias = "隐藏")]
    Hidden,
}

/// 文字
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Writing {
    /// As the option or the locale says.
    #[default]
    #[serde(alias = "自动")]
    Auto,
    /// As it was written.
    #[serde(alias = "简", alias = "簡")]
    Simplified,
    /// 繁
    #[serde(alias = "繁")]
    Traditional,
}

impl Writing {
    /// The letters that somebody asked for.
    pub fn of(script: Script) -> Self {
        match script {
            Script::Simplified => Self::Simplified,
            Script::Traditional => Self::Traditional,
        }
    }
}

/// 语言
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tongue {
    /// As the option or the locale says.
    #[default]
    #[serde(alias = "自动")]
    Auto,
    /// 中文
    #[serde(alias = "中文")]
    Zh,
    /// English
    En,
}

impl Tongue {
    /// The language that somebody asked for.
    pub fn of(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Zh,
            Lang::En => Self::En,
        }
    }
}

/// 鼠标
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mouse {
    /// Clicks and the wheel reach the program.
    #[default]
    #[serde(alias = "开")]
    On,
    /// They stay the terminal's.
    #[serde(alias = "关")]
    Off,
}

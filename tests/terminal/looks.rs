//! How things look, on a real terminal: what F9 keeps, what a faulty file does, what is seen without
//! colours.

use std::fs;

use portable_pty::CommandBuilder;

use super::desk::{Book, F10};
use super::rig::{Rig, Seen};

const F9: &str = "\x1b[20~";
const CTRL_E: &str = "\x05";
const DOWN: &str = "\x1b[B";

fn wrote(book: &Book, config: &str) {
    fs::create_dir_all(book.at(".config/yiding")).unwrap();
    fs::write(book.at(".config/yiding/config.ron"), config).unwrap();
}

#[test]
fn what_f9_keeps_is_there_the_next_time() {
    let book = Book::new();
    let (mut rig, mut program) = book.sit();
    rig.press(F9);
    rig.wait("the settings", |seen| seen.says("版式") && seen.says("1[标准]"));
    rig.press(DOWN);
    rig.wait("the themes", |seen| seen.says("4 高对比黑底"));
    rig.press("4");
    rig.wait("its own paper", |seen| {
        seen.emulator
            .screen()
            .cell(5, 60)
            .is_some_and(|cell| cell.bgcolor() != vt100::Color::Default)
    });
    rig.press("\r");
    rig.wait("the answer", |seen| seen.says("显示设置已存"));
    rig.press(F10);
    assert_eq!(program.end(), "0");
    let kept = fs::read_to_string(book.at(".config/yiding/config.ron")).unwrap();
    assert!(kept.contains("\n  theme: contrast_dark,\n"), "{kept}");

    let (mut rig, mut program) = book.sit();
    rig.wait("the theme again", |seen| {
        seen.emulator
            .screen()
            .cell(5, 60)
            .is_some_and(|cell| cell.bgcolor() != vt100::Color::Default)
    });
    rig.press(F10);
    assert_eq!(program.end(), "0");
}

#[test]
fn a_fault_is_said_in_one_line_and_the_desk_opens() {
    let book = Book::new();
    wrote(&book, "(\n  thme: mono,\n)\n");
    let (mut rig, mut program) = book.sit();
    rig.wait("the fault", |seen| seen.says("config.ron:2:3"));
    rig.press(F10);
    assert_eq!(program.end(), "0");

    wrote(&book, "(\n  keys: {\"palette\": [\"ctrl-e\"]},\n)\n");
    let (mut rig, mut program) = book.sit();
    rig.wait("the person's own key", |seen| seen.says("^E命令"));
    rig.press(CTRL_E);
    rig.wait("the palette", |seen| seen.says("+-命令"));
    rig.press(F10);
    assert_eq!(program.end(), "0");
}

/// screens.md 9, 6: crossterm would have lost the reverse at the first change of colour. A terminal that
/// can do nothing is told in lines, the row that is looked at in words.
#[test]
fn acceptance_06_no_color_dumb_16_256_and_true_colours_show_the_selection() {
    let book = Book::new();
    let mut dumb = Rig::new();
    let mut command = book.call();
    command.env("TERM", "dumb");
    let mut program = dumb.start(command);
    dumb.wait("the prompt", |seen| seen.text().trim_end().ends_with('>'));
    dumb.press("1.4\r");
    dumb.wait("the row that is looked at", |seen| seen.says("看 1.4"));
    assert_eq!(dumb.look(|seen| seen.count("\x1b")), 0, "no escape byte");
    dumb.press("退出\r");
    assert_eq!(program.end(), "0");
    let settings = [
        ("no colour", vec![("NO_COLOR", "1"), ("COLORTERM", "truecolor")]),
        ("16", vec![("TERM", "xterm")]),
        ("256", Vec::new()),
        ("24 bit", vec![("COLORTERM", "truecolor")]),
    ];
    for (name, variables) in settings {
        let mut command: CommandBuilder = book.call();
        for (variable, value) in variables {
            command.env(variable, value);
        }
        let mut rig = Rig::new();
        let mut program = rig.start(command);
        rig.wait("the first screen", |seen| seen.says("> 0/1"));
        rig.wait(name, |seen| {
            let reversed = |column| {
                let cell = seen.emulator.screen().cell(3, column).unwrap();
                cell.inverse() || cell.is_wide_continuation()
            };
            (1..79).all(reversed)
        });
        if name == "no colour" {
            rig.wait("no colour at all", is_colourless);
        }
        rig.press(F10);
        assert_eq!(program.end(), "0");
    }
}

fn is_colourless(seen: &Seen) -> bool {
    let screen = seen.emulator.screen();
    let plain = |row, column| {
        let cell = screen.cell(row, column).unwrap();
        cell.fgcolor() == vt100::Color::Default && cell.bgcolor() == vt100::Color::Default
    };
    (0..24).all(|row| (0..80).all(|column| plain(row, column)))
}

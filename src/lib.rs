//! # yiding 议定: the map
//!
//! A meeting book for government plans. The plan says what was promised, each meeting says what was
//! decided, and git keeps every closed meeting as one RON file.
//!
//! ```text
//! keyboard ──┐                        ┌─> Effect ─> shell does it ─> Outcome ─┐
//! script/CLI ┼─> Key ─> Action ─> update(Session, Seat) ──────────────────────┤
//! disk, clock┘ <──────────────────────────────────────────────────────────────┘
//!                  draw(&Session, &Seat, area, &mut Buffer)   once per seat
//! ```
//!
//! Ten rooms, numbered from the ground; a lower one never uses a higher one (`tests/layers.rs`).
//!
//! ```text
//! words    0 WHAT IT SAYS         every text for people, Chinese and English
//! plan     1 WHAT WAS PROMISED    the adopted plan, its rows, its offices
//! ledger   2 WHAT WAS DECIDED     records, edits, journal lines, snapshots
//!   ledger/journal.rs  a journal as text: header and checksummed lines
//!   ledger/journal/recover.rs  from the bytes of all segments to the records, every loss named
//!   ledger/journal/recover/lines.rs  one segment, line by line
//! judge    3 HOW IT STANDS        what is missing, what is late, and why
//! report   4 READING A REPORT     does the plan say what the report says
//! format   5 AS BYTES             the only reader and writer of .ron and .json
//!   format/ron.rs      a value as a file of many lines, or as one line
//!   format/diagnose.rs from "cannot be read" to a place and a sentence
//!   format/scan.rs     the marks of a RON text
//! papers   6 AS PAPERS            what is printed
//! app      7 THE STATE MACHINE    session, seat, keys, the line, commands
//!   app/key.rs        keys, bursts, and the twins of full-width marks
//!   app/sight.rs      colours, theme and widths of one pair of eyes
//! view     8 DRAWING              state to cells, nothing else
//!   view/canvas.rs    the pen: the only way into a buffer
//!   view/shown.rs     text that is safe to show
//!   view/style.rs     roles to colours, per theme and depth
//!   view/width.rs     columns, cuts, Chinese line breaks
//! shell    9 THE WORLD            files, git, clock, terminal, command line
//! ```

pub mod words;

pub mod plan;

pub mod ledger;

pub mod judge;

pub mod report;

pub mod format;

pub mod papers;

pub mod app;

pub mod view;

pub mod shell;

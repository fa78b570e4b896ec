//! The one table of commands, in the order of the help: parser, help, completions and man page come
//! from it. What a command takes and what it means stands in the file of its family.

use super::row::Row;
use super::{agenda, door, export, join, life, look, meet, print, record, report, start};

/// Every command.
pub(super) const COMMANDS: &[Row] = &[
    look::SHOW,
    look::LIST,
    meet::MEET,
    record::DECIDE,
    record::READ,
    record::ASSIGN,
    agenda::AGENDA,
    life::STAGE,
    life::EXTEND,
    life::LEAD,
    life::REWORD,
    life::FEEDBACK,
    life::SHEET,
    life::CORRECT,
    life::SIGN,
    life::AMEND,
    record::LIGHT,
    meet::ATTEND,
    record::ACCOUNT,
    record::UNDO,
    record::REDO,
    record::SEAL,
    look::CHECK,
    look::LOG,
    look::DIFF,
    look::STORY,
    join::MERGE,
    join::SYNC,
    export::EXPORT,
    print::PRINT,
    report::IMPORT,
    report::INIT,
    door::FOLLOW,
    door::SERVE,
    start::DEMO,
    start::TUTOR,
    start::DOCTOR,
    start::COMPLETIONS,
    look::TEXTCONV,
    start::MAN,
];

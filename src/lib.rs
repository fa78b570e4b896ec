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
//! Ten rooms, numbered from the ground; a lower one never uses a higher one. Every file has one line
//! here, under its room; `tests/layers.rs` holds both against the folders.
//!
//! ```text
//! main.rs                            argv in, exit code out
//! lib.rs                             this map
//!
//! words    0 WHAT IT SAYS         every text for people, Chinese and English
//!   words/agenda.rs                  what the agenda and the cards say of what they list
//!   words/cli.rs                     the command line: lists, blanks, options, lines of its help
//!   words/cli/called.rs              every command: how it is written, what it does
//!   words/cli/misuse.rs              what is wrong with a call
//!   words/command.rs                 the names of all commands
//!   words/door.rs                    the door of reviewers: sentences, refusals, its log
//!   words/amending.rs                what both a plan and its amended report changed
//!   words/drafting.rs                settling the doubts of a report
//!   words/doctor.rs                  体检: what was found, and what to do about it
//!   words/deed.rs                    what can be done about an earlier decision
//!   words/compare.rs                 what differs between two states of a book
//!   words/label.rs                   labels of fields, columns and panes
//!   words/notice.rs                  what the program says after an act, or instead of one
//!   words/textconv.rs                what git's own diffs show of a snapshot
//!   words/told.rs                    what an edit says of itself
//!   words/life.rs                    what happened to a record
//!   words/gap.rs                     what a record can lack
//!   words/paper.rs                   what papers say besides what is on record
//!   words/empty.rs                   where there is nothing, and how one goes on from it
//!   words/tip.rs                     one hint a start
//!   words/practice.rs                what the practice meeting asks for
//!   words/export.rs                  what became of a paper that was asked for
//!   words/reminder.rs                what a 提醒函 says
//!   words/before.rs                  what papers say before a meeting
//!   words/bulletin.rs                what a 督查通报 and a 交办单 say
//!   words/column.rs                  columns of tables, and what stands around them
//!   words/chart.rs                   the words around a picture of readings
//!   words/shine.rs                   the words of lights
//!   words/verdict.rs                 why a light is what it is
//!   words/format.rs                  why a file cannot be read
//!   words/account.rs                 the year's end
//!   words/candidate.rs               why a number is no target, and what is doubtful about one that is
//!   words/book.rs                    what a book on disk says of itself when it is opened
//!   words/check.rs                   what can be wrong between the files of a book
//!   words/printed.rs                 what the program says outside the screen
//!   words/prints.rs                  what is said of printing what is seen
//!   words/again.rs                   what an amended report changes, and where both did
//!   words/import.rs                  what reading a report came to
//!   words/instead.rs                 what a command says where the screen names a key
//!   words/joining.rs                 合并: conflicts, choices, what git and the remote said
//!   words/joint.rs                   marks between words, and days that come again
//!   words/sync.rs                    同步: what the remote said, and what to do about it
//!   words/template.rs                the plan of a new book
//!   words/git.rs                     why something is on the disk but not in git
//!   words/linear.rs                  what is said where nothing is drawn
//!   words/preview.rs                 what stands around a page
//!   words/wall.rs                    what the big screen says besides what it shows
//!   words/guest.rs                   what a reviewer's seat says, and the desk of its reviewers
//!   words/history.rs                 how far a long job is, and the story of a row
//!   words/sheet.rs                   tables that are filled in elsewhere and come back
//!   words/entry.rs                   what the line says before Enter
//!   words/problem.rs                 what can be wrong with a file that a person wrote
//!   words/query.rs                   keys, terms and faults of the query language
//!   words/proof.rs                   what comparing a plan with its report shows
//!   words/source.rs                  what a source is, and why it cannot be read
//!   words/says.rs                    a text with the keys that its reader has
//!   words/report.rs                  what reading a report found, and where it is not sure
//!   words/screen.rs                  what the screens say of what they show
//!   words/seek.rs                    looking for words where there is no book
//!   words/state.rs                   what a decision, an item or a person is at the moment
//!   words/taste.rs                   what is said of a person's own settings
//!   words/storage.rs                 what can go wrong between memory and disk
//!
//! plan     1 WHAT WAS PROMISED    the adopted plan, its rows, its offices
//!   plan/section.rs                  sections, tasks and measures, verbatim
//!   plan/target.rs                   a number, a direction or a state to be reached
//!   plan/quantity.rs                 exact numbers that keep what was written
//!   plan/calendar.rs                 days, months and the spans that readings speak of
//!   plan/holiday.rs                  days off, and weekend days that are worked
//!   plan/letterhead.rs               版头和版记, and phrases in other words
//!   plan/policy.rs                   the rules by which lights are judged, as data
//!   plan/office.rs                   offices, posts and groups, under keys that never change
//!   plan/party.rs                    who is named: an office of the roster, or somebody outside it
//!   plan/place.rs                    where in the plan: the one type of all row numbers
//!   plan/row.rs                      a row found by its place, or quoted with its title
//!   plan/table.rs                    an ordered map that refuses a key written twice
//!   plan/adopted.rs                  the canonical form that a digest stands on
//!   plan/plain.rs                    characters that a person cannot see
//!   plan/validate.rs                 everything that can be wrong with a plan
//!   plan/validate/judging.rs         what can be wrong with rules, seasons and nodes
//!   plan/validate/letterhead.rs      blanks that no paper fills
//!   plan/validate/people.rs          what can be wrong with the roster
//!   plan/validate/tests.rs           each fault: where it is told, and in which words
//!   plan/validate/tests/judging.rs   faults of rules, seasons and nodes
//!   plan/problem.rs                  what is wrong, and where
//!
//! ledger   2 WHAT WAS DECIDED     records, edits, journal lines, snapshots
//!   ledger/id.rs                     names of snapshots, numbers of records
//!   ledger/decision.rs               议定事项
//!   ledger/due.rs                    时限
//!   ledger/followup.rs               what happens to a decision after it was made
//!   ledger/standing.rs               how a decision stands now
//!   ledger/hindrance.rs              which step follows from which
//!   ledger/life.rs                   the life of one decision, record by record
//!   ledger/past.rs                   what was known when
//!   ledger/story.rs                  everything that ever happened to a row or a decision
//!   ledger/completion.rs             办结率
//!   ledger/reading.rs                报数
//!   ledger/assignment.rs             分工
//!   ledger/meeting.rs                who met when, and what they went through
//!   ledger/note.rs                   记
//!   ledger/amendment.rs              调整
//!   ledger/light.rs                  亮灯: mark, word and colour together
//!   ledger/light_set.rs              亮灯 by hand
//!   ledger/sheet.rs                  督办单
//!   ledger/correction.rs             更正
//!   ledger/correction/slip.rs        what was written, and what is right
//!   ledger/signing.rs                签发
//!   ledger/account.rs                交账
//!   ledger/mark.rs                   what a reviewer may leave
//!   ledger/chain.rs                  the snapshots that a snapshot stands on
//!   ledger/snapshot.rs               a meeting or an interval, and the ledger as it stands
//!   ledger/lineage.rs                what a snapshot owes to those that it follows
//!   ledger/joining.rs                two lines of meetings that became one, and what was in conflict
//!   ledger/rename.rs                 a snapshot as it would read under another name
//!   ledger/merge.rs                  合并: two lines of meetings, record by record
//!   ledger/merge/conflict.rs         one field, two new values
//!   ledger/merge/conflict/decision.rs  what became of one decision in two lines
//!   ledger/merge/said.rs             what one line says of a field
//!   ledger/merge/settle.rs           the records that make a choice hold
//!   ledger/merge/tests.rs            two small lines, told apart and joined
//!   ledger/merge/laws.rs             what holds of any joining
//!   ledger/edit.rs                   the one way what is open changes
//!   ledger/history.rs                what is open, with everything confirmed since
//!   ledger/floor.rs                  which item of the agenda was on, and for how long
//!   ledger/journal.rs                a journal as text: header and checksummed lines
//!   ledger/journal/recover.rs        from the bytes of all segments to the records
//!   ledger/journal/recover/lines.rs  one segment, line by line
//!   ledger/journal/recover/tests.rs  laws and scenes of recovery
//!   ledger/sentence.rs               what an edit says of itself: toast, log line, commit message
//!   ledger/sentence/duty.rs          who answers for what
//!   ledger/sentence/joined.rs        what is in conflict, what each line says, how it was settled
//!   ledger/sentence/life.rs          steps, corrections, sheets, amendments, 签发
//!   ledger/laws.rs                   arbitrary meetings and edits, for the laws
//!
//! judge    3 HOW IT STANDS        what is missing, what is late, and why
//!   judge/rule.rs                    the policy by which is judged, under its name
//!   judge/verdict.rs                 a judgement: light, numbers, facts
//!   judge/goal.rs                    which value is in force when, and how it is said
//!   judge/figures.rs                 which figure is judged
//!   judge/pace.rs                    序时进度: where a sum should be
//!   judge/reports.rs                 which reports were due, which are missing
//!   judge/kinds.rs                   what the kind of a target makes of its figures
//!   judge/kinds/sum.rs               累计, and 以内
//!   judge/kinds/rate.rs              增速, 同步, 方向
//!   judge/kinds/level.rs             水平
//!   judge/kinds/nodes.rs             节点, 清单
//!   judge/kinds/once.rs              一次性
//!   judge/target.rs                  a target: its kind, its dues, its partners, a hand
//!   judge/decision.rs                a decision: its due, its nodes, how long nothing was heard
//!   judge/rollup.rs                  tasks by their worst
//!   judge/tally.rs                   sections and plan by counts
//!   judge/reason.rs                  why, in one sentence
//!   judge/agenda.rs                  会前三张单: what a meeting has to talk about
//!   judge/card.rs                    发言卡: what an office answers for
//!   judge/sheet.rs                   which sheet a light asks for
//!   judge/compare.rs                 差异: what differs between two states of a book
//!   judge/compare/rows.rs            readings, goals, assignments, lights by hand, rows themselves
//!   judge/compare/lights.rs          lights of targets, tasks and open decisions
//!   judge/compare/decisions.rs       decisions, field by field
//!   judge/compare/held.rs            corrections, signatures, sheets, notes, attendance
//!   judge/compare/said.rs            a difference in words
//!   judge/compare/laws.rs            what holds of any comparison
//!   judge/settlement.rs              交账: what the lights of a row say of it
//!   judge/silence.rs                 久未报: of what nobody reported for long
//!   judge/gaps.rs                    四见: what a decision lacks before it can be sent out
//!   judge/course.rs                  走势: figures month by month beside where they should be
//!   judge/doubt.rs                   what looks odd about a figure beside the one before it
//!   judge/tests.rs                   a small book to judge in
//!   judge/tests/table.rs             targets, line by line
//!   judge/tests/decisions.rs         decisions, line by line
//!   judge/tests/hands.rs             lights by hand, rows, counts, sheets
//!   judge/laws.rs                    what holds of any judgement
//!
//! report   4 READING A REPORT     does the plan say what the report says
//!   report/again.rs                  an amended report brought into a plan, three ways
//!   report/again/likeness.rs         which row of one report is which of another
//!   report/again/moves.rs            rows that stand below another row by now
//!   report/again/rows.rs             which rows stay, come and go, and their numbers
//!   report/again/tests.rs            amended reports, conflicts, laws
//!   report/hint.rs                   what the form of a source says of its text
//!   report/draft.rs                  what reading came to: a plan, spans, doubts
//!   report/goal.rs                   the targets of the plan, each with its place in the source
//!   report/duty.rs                   牵头单位, 责任单位: who answers for a row
//!   report/join.rs                   whether a line goes on where the one above it was broken
//!   report/lead.rs                   which sentence is the title of a task
//!   report/letter.rs                 one character, whichever width it was printed in
//!   report/latin.rs                  a plan in Latin letters
//!   report/latin/block.rs            from its lines to what stands together
//!   report/latin/heading.rs          what a line of it is
//!   report/latin/tests.rs            priorities, actions, tables
//!   report/line.rs                   from lines to paragraphs
//!   report/listed.rs                 a plan that is a table already
//!   report/listed/goal.rs            what three cells say of a target
//!   report/listed/tests.rs           tables as people keep them
//!   report/marker.rs                 what stands before a title
//!   report/notice.rs                 a notice that publishes a document
//!   report/outline.rs                from parts to sections
//!   report/outline/bridge.rs         what the sentences before the first section are
//!   report/outline/starts.rs         where sections begin, and which parts are lists
//!   report/parts.rs                  review, outlook, the plan of the year
//!   report/section.rs                the tasks and measures of a section
//!   report/section/marked.rs         tasks behind markers, and where their titles end
//!   report/section/tabled.rs         tasks in the rows of a table
//!   report/section/running.rs        a section that is one running text
//!   report/sentence.rs               from a stretch of text to its sentences
//!   report/settle.rs                 what a person says of the reading, said again on the same text
//!   report/settle/carry.rs           what was settled, said again of an amended report
//!   report/settle/layer.rs           what was said laid over what was read
//!   report/settle/promise.rs         what was said of numbers and of names
//!   report/settle/replay.rs          the draft written anew from what every stretch is
//!   report/settle/tests.rs           every kind of settling, and what holds of any of them
//!   report/table.rs                  tables of who answers for what
//!   report/tail.rs                   what stands behind the body
//!   report/tests.rs                  conventions of published reports, one each
//!   report/tests/documents.rs        notices, lists, tables, plans of offices and towns
//!   report/tests/formed.rs           what headings and bold print add
//!   report/tests/laws.rs             what holds of the reading of any text
//!   report/tests/levels.rs           sections, tasks, measures at every marker
//!   report/tests/whole.rs            parts, first and last pages, responsibility
//!   report/title.rs                  the first page, and the year of the plan
//!   report/writer.rs                 writes the draft down in the order of the text
//!   report/number.rs                 numerals in running text, of every script and width
//!   report/unit.rs                   units: measure words, and what only looks like one
//!   report/clause.rs                 the targets of a sentence, and the numbers that are none
//!   report/clause/lexicon.rs         lists of words, found by their first or last character
//!   report/clause/vocabulary.rs      the words around a target
//!   report/clause/bound.rs           不低于, 以上, 左右: how a value is meant
//!   report/clause/script.rs          traditional characters beside the tables' simplified ones
//!   report/clause/marks.rs           quotations and brackets
//!   report/clause/quantity.rs        numerals with their units and comparators, and ranges
//!   report/clause/refusal.rs         numbers that count nothing, by their neighbours
//!   report/clause/split.rs           a sentence in clauses
//!   report/clause/phrase.rs          what stands before and behind a number
//!   report/clause/reader.rs          each quantity becomes a proposal or a candidate
//!   report/clause/scope.rs           quantities that are no targets, by what their clause says
//!   report/clause/series.rs          分别增长x、y, and 从x提高到y
//!   report/clause/metric.rs          what a number measures
//!   report/clause/member.rs          the names that a list gives
//!   report/clause/kind.rs            how a target would be judged
//!   report/clause/state.rs           goals without a number
//!   report/clause/english.rs         sentences of English plans
//!   report/clause/tests.rs           one convention of reports a line
//!   report/clause/tests/phrases.rs   one number and what stands around it
//!   report/clause/tests/series.rs    numbers that share a verb, a unit or a metric
//!   report/clause/tests/refused.rs   numbers that are no targets
//!   report/clause/tests/states.rs    goals without a number
//!   report/clause/tests/laws.rs      what holds of any text
//!   report/clause/tests/seed.rs      the shipped plan, and what is proposed of its report
//!   report/proof.rs                  every character of the report, once, in order, in the plan
//!   report/proof/tests.rs            what the comparison shows of one change
//!
//! format   5 AS BYTES             the only reader and writer of .ron and .json
//!   format/json.rs                   what scripts read
//!   format/json/compare.rs           what differs between two states
//!   format/json/text.rs              a value as bytes, with nothing that steers whoever looks
//!   format/json/draft.rs             a plan that a report proposes, with all its places
//!   format/json/decision.rs          a decision and its life, as scripts read them
//!   format/json/findings.rs          what a check, a proof and an examination found
//!   format/json/past.rs              stories, commits, two lines of meetings, as scripts read them
//!   format/csv.rs                    tables for spreadsheets
//!   format/remarks.rs                comments of people in a file that is written anew
//!   format/annotated.rs              a plan as a file, with what a person should see beside its rows
//!   format/field.rs                  the fields of a file as they are written
//!   format/sheet.rs                  a table that somebody filled in: bytes to rows and their lines
//!   format/source.rs                 what bytes are, and their text with what their form says of it
//!   format/source/kind.rs            by what bytes are known
//!   format/source/charset.rs         bytes as text, marked, declared or guessed
//!   format/source/line.rs            one line, and what its form says of it
//!   format/source/page.rs            a text as it grows, line by line
//!   format/source/table.rs           tables as lines, those of duties with their brackets
//!   format/source/html.rs            a saved page
//!   format/source/markdown.rs        Markdown
//!   format/source/columns.rs         tables of a PDF, under their headings
//!   format/source/paged.rs           what another program made of a PDF
//!   format/source/xlsx.rs            a workbook
//!   format/source/xlsx/sheet.rs      its cells, and those that were merged
//!   format/source/package.rs         what office programs write: a zip of parts, unpacked up to a bound
//!   format/source/docx.rs            a Word file
//!   format/source/docx/xml.rs        XML as a walk
//!   format/source/docx/style.rs      which styles are headings
//!   format/source/docx/numbering.rs  the numbers that Word counts by itself
//!   format/source/tests.rs           one report in every form, and files that want to do harm
//!   format/ron.rs                    RON in and out, one value at a time
//!   format/escape.rs                 one way of writing a string, whichever compiler built the program
//!   format/diagnose.rs               from "cannot be read" to a place and a sentence
//!   format/diagnose/shape.rs         faults of brackets, quotes and punctuation
//!   format/diagnose/told.rs          the errors of the ron crate in our words
//!   format/diagnose/near.rs          the name that a person probably meant
//!   format/diagnose/tests.rs         what a person reads for each way to be wrong
//!   format/diagnose/tests/files.rs   files that are wrong as a whole
//!   format/seal.rs                   the seal under a snapshot, the digest of a plan
//!   format/excerpt.rs                a fault with its line and a caret under it
//!   format/excerpt/tests.rs          what a person sees of a fault, to the column
//!   format/locate.rs                 from a path in a value to its place in the text
//!   format/patch.rs                  one field of a file changed where it stands
//!   format/scan.rs                   the marks of a RON text, enough to find places in it
//!
//! papers   6 AS PAPERS            what is printed
//!   papers/minutes.rs                会议纪要: one meeting, or several in one paper
//!   papers/minutes/head.rs           its head, and how the meeting was held
//!   papers/minutes/items.rs          what it goes through, in order
//!   papers/minutes/decision.rs       one decision in a sentence
//!   papers/minutes/signed.rs         签发 cuts the record
//!   papers/minutes/tests.rs          minutes of a small book, read as the secretary reads them
//!   papers/level.rs                  结构层次: 一、（一）1.（1）
//!   papers/said.rs                   days, times and dues as papers say them
//!   papers/names.rs                  full names first, short names after
//!   papers/name.rs                   what the files of papers are called
//!   papers/text.rs                   a paper as plain text
//!   papers/markdown.rs               a paper as Markdown
//!   papers/decisions.rs              议定事项清单, with the seal under which it is filed
//!   papers/ledger.rs                 督办台账: each matter with its life in one line
//!   papers/division.rs               任务分解表: every measure, whose it is, quarter by quarter
//!   papers/progress.rs               推进情况表: the last two reports side by side
//!   papers/notices.rs                交办单: to each office what is its to do
//!   papers/reminders.rs              提醒函: what is pressing, office by office
//!   papers/bulletin.rs               督查通报: how everything stands, in counts that add up
//!   papers/before.rs                 会议通知 议程 签到表
//!   papers/calendar.rs               时限日历: dues for calendars
//!   papers/chart.rs                  走势图: what a target's readings look like beside its pace
//!   papers/chart/svg.rs              the picture as SVG
//!   papers/chart/tests.rs            sums, rates and figures without a goal
//!   papers/listing.rs                a screen as a paper: headings, rows and facts
//!   papers/sheet.rs                  a paper that is a table
//!   papers/xlsx.rs                   a table as a workbook
//!   papers/html.rs                   a paper as one HTML file, for the printer and the phone
//!   papers/html/listing.rs           what a screen shows as an HTML file
//!   papers/plain.rs                  papers of bodies outside the Chinese standard
//!   papers/docx.rs                   a paper as a Word document, GB/T 9704-2012
//!   papers/docx/body.rs              its text, from mark to foot
//!   papers/docx/page.rs              paper, margins, lines, page number
//!   papers/docx/styles.rs            fonts and styles
//!   papers/docx/plain.rs             the document in a layout of no country
//!   papers/docx/plain/styles.rs      its fonts and styles
//!   papers/docx/parts.rs             settings, properties, what the archive holds
//!   papers/docx/pack.rs              parts in one archive
//!   papers/docx/tests.rs             against the schema, and against the paper
//!   papers/title.rs                  a title over several lines, no word broken
//!   papers/measure.rs                the page of the standard, on which document and preview stand
//!   papers/page.rs                   a paper in pages of 22 lines, line by line as it is printed
//!   papers/page/breaking.rs          where lines end, as Chinese is set
//!   papers/page/shape.rs             its paragraphs, broken into lines
//!   papers/page/flow.rs              paragraphs onto pages, the foot at the bottom of the last
//!   papers/page/text.rs              pages as plain text
//!   papers/page/tests.rs             pages, line by line
//!   papers/many.rs                   ten years of decisions, 300 who attended (tests)
//!   papers/worded.rs                 what papers say of what is worded for them (tests)
//!   papers/xml.rs                    XML as values
//!   papers/laws.rs                   what holds of the papers of any record
//!   papers/tests.rs                  a small book for the tests of papers
//!
//! app      7 THE STATE MACHINE    session, seat, keys, the line, commands
//!   app/key.rs                       keys, bursts, and the twins of full-width marks
//!   app/keyed.rs                     tables of keys beside the desk's: one shape, many actions
//!   app/keymap.rs                    keys as a person wants them, nobody locked out
//!   app/keymap/said.rs               texts with the keys of whoever reads them
//!   app/keymap/wanted.rs             which keys a file may ask for
//!   app/keymap/tests.rs              what is refused, what is heard, nobody locked out
//!   app/taste.rs                     what a person chose of the looks, and what holds without a choice
//!   app/taste/value.rs               what can be chosen, as it is written in the file
//!   app/taste/choice.rs              what can be chosen for each setting
//!   app/sight.rs                     colours, theme and widths of one pair of eyes
//!   app/session.rs                   what everybody shares: plan, ledger, what is open, what is on disk
//!   app/session/held.rs              which meetings were held
//!   app/fork.rs                      two lines of meetings, and what their joining would be
//!   app/index.rs                     decisions by what people ask for
//!   app/verdicts.rs                  how every row stands
//!   app/tip.rs                       which hint a start gives, from what was not used yet
//!   app/practice.rs                  练习: three jobs, recognised by what is on record
//!   app/progress.rs                  how far a meeting is with each section
//!   app/seat.rs                      one pair of eyes: which screen, which row, what is typed
//!   app/seat/over.rs                 what lies over a screen and has the keys
//!   app/seat/line.rs                 the line of the meeting, and to what it binds
//!   app/spot.rs                      where the desk is, for whoever follows
//!   app/guest.rs                     阅览席: a seat that looks and marks, and can name no act
//!   app/guest/boxes.rs               what lies over its screen and takes its keys
//!   app/guest/command.rs             the one table of a guest's keys
//!   app/guest/follow.rs              going where the desk goes, and what happened to the book
//!   app/guest/going.rs               where it goes on its screens
//!   app/guest/keys.rs                what a key of it means
//!   app/guest/marking.rs             the marks it leaves
//!   app/guest/minutes.rs             the minutes that were signed last
//!   app/guest/over.rs                which look leads where
//!   app/guest/pointing.rs            what a mark would be left on
//!   app/guest/typed.rs               lines typed in where nothing is drawn
//!   app/guest/typed/tests.rs         what typed lines come to
//!   app/guest/veil.rs                what is not for guests
//!   app/guest/tests.rs               what guests' keys do, and what they never do
//!   app/stray.rs                     a character on its own that is no command
//!   app/keeping.rs                   whether what was settled lies on the disk
//!   app/seek.rs                      looking for words where there is no book
//!   app/amending.rs                  定冲突: what both sides changed, one by one
//!   app/amending/command.rs          its keys, and what they do
//!   app/amending/seeking.rs          looking for one of them
//!   app/amending/tests.rs            conflicts settled key by key
//!   app/drafting.rs                  定疑: a report, what was said of it, and the plan it comes to
//!   app/drafting/command.rs          the one table of its keys
//!   app/drafting/cut.rs              a point in a sentence
//!   app/drafting/over.rs             choices and fields over the draft
//!   app/drafting/rows.rs             the lines of the draft
//!   app/drafting/seeking.rs          looking for words in the draft
//!   app/drafting/target.rs           the form of a target
//!   app/drafting/tests.rs            a report settled key by key
//!   app/field.rs                     one line of text being typed
//!   app/form.rs                      a page of fields
//!   app/glimpse.rs                   what the last frame showed of a long list
//!   app/rows.rs                      what the cursor can stand on, on each screen
//!   app/division.rs                  分工表: what a cell says, and what typed into it means
//!   app/sheet.rs                     tables that come back: columns by headings, rows by ids
//!   app/sheet/readings.rs            报数表
//!   app/sheet/assignments.rs         分工, from a table
//!   app/sheet/template.rs            a table to be filled in, for an office
//!   app/effect.rs                    what the world is asked to do, and what it answers
//!   app/rehearsal.rs                 a rehearsal book for tests
//!   app/rehearsal/entries.rs         what a test writes into one
//!   app/rehearsal/forked.rs          two desks that worked apart
//!   app/update.rs                    the one door: input in, effects out
//!   app/command.rs                   the one table of commands: names, keys, when each works
//!   app/look.rs                      which screen, which row: what only looks
//!   app/over.rs                      the jump box, search and palette
//!   app/menu.rs                      numbered choices
//!   app/menu/meeting.rs              休会 散会 签到 差异
//!   app/menu/decision.rs             what can be done about an earlier decision
//!   app/jump.rs                      digits that become a row
//!   app/account.rs                   交账: what became of each row, and what its lights let assume
//!   app/founding.rs                  from a report's draft to the roster and the leads of a new book
//!   app/carry.rs                     from one year's book to the next
//!   app/catalogue.rs                 all decisions with what can be asked of them, and their orders
//!   app/query.rs                     the query language of register and list
//!   app/query/key.rs                 its keys, and which kinds of record have them
//!   app/query/split.rs               a line in terms
//!   app/query/read.rs                from a term to what it asks for
//!   app/query/value.rs               days, meetings, series, states behind a key
//!   app/query/word.rs                a word that is looked for
//!   app/query/facts.rs               what can be asked of one record
//!   app/query/says.rs                what a term says, in words
//!   app/query/tests.rs               what queries find, and what any text may do
//!   app/register.rs                  台账: the list that a filter lets through
//!   app/preview.rs                   预览: the papers of a meeting, laid out
//!   app/compare.rs                   差异: two ends on the line of meetings
//!   app/script.rs                    简/繁: what is shown, what is found
//!   app/search.rs                    what matches what is typed, best first
//!   app/page.rs                      a form for each thing that has fields
//!   app/page/open.rs                 开会
//!   app/page/lists.rs                会前三张单
//!   app/page/agenda.rs               议程
//!   app/page/item.rs                 议题, a prepared line, why an item is skipped
//!   app/page/office.rs               发言卡
//!   app/page/decide.rs               记议定
//!   app/page/read.rs                 记报数
//!   app/page/assign.rs               分工
//!   app/page/follow.rs               延期 换牵头 改文字 废止 重启, stages with their day, 反馈
//!   app/page/sheet.rs                督办单
//!   app/page/correct.rs              更正
//!   app/page/sign.rs                 签发
//!   app/page/amend.rs                调整
//!   app/page/division.rs             分工表
//!   app/page/figures.rs              报数表
//!   app/page/light.rs                亮灯
//!   app/page/identity.rs             由谁入库
//!   app/page/register.rs             台账: its keys
//!   app/page/compare.rs              差异: its keys
//!   app/page/story.rs                来龙去脉: on what, and what its records stand for
//!   app/page/account.rs              交账
//!   app/page/reviews.rs              阅览
//!   app/page/signin.rs               签到
//!   app/page/join.rs                 合并
//!   app/page/gate.rs                 散会
//!   app/page/looks.rs                显示: chosen while one sees it
//!   app/page/help.rs                 帮助
//!   app/line.rs                      the line of the meeting, and what it binds to
//!   app/due.rs                       due words: from 1031, 月底, +7 to a day
//!   app/due/scan.rs                  one word after another, in either width
//!   app/due/parse.rs                 the grammar of due words
//!   app/due/english.rs               the same days in English
//!   app/due/time.rs                  times of day
//!   app/due/calendar.rs              from numbers to days
//!   app/due/tests.rs                 what due words mean
//!   app/due/tests/english.rs         what English due words mean
//!   app/due/tests/laws.rs            what holds of any due word
//!   app/pinyin.rs                    letters that stand for Han
//!   app/entry.rs                     the one-line entry: what a typed line means
//!   app/entry/binding.rs             `#`: to what a line binds
//!   app/entry/sigil.rs               `@` `+` `>` `#`, and when they count
//!   app/entry/names.rs               the names by which people call offices
//!   app/entry/candidates.rs          whom letters mean, and who is offered
//!   app/entry/sentence.rs            由X牵头，Y、Z配合，10月底前
//!   app/entry/sentence/clause.rs     one clause of it
//!   app/entry/sentence/english.rs    lead: X, by 31 Oct, and clauses around them
//!   app/entry/sentence/parties.rs    the names in it
//!   app/entry/decision.rs            from a line to a decision, a note, an assignment
//!   app/entry/reading.rs             `=305`, `1.2/1=305 8月`
//!   app/entry/reading/period.rs      the months of a reading
//!   app/entry/reading/members.rs     members of a checklist that are done
//!   app/entry/reading/oddity.rs      what is odd about a reading
//!   app/entry/replace.rs             代替：, a decision in the place of another
//!   app/entry/figure.rs              figures as people type them
//!   app/entry/tests.rs               meanings in one line, for the table
//!   app/entry/tests/desk.rs          a small book to read lines on
//!   app/entry/tests/laws.rs          what holds for any line
//!   app/entry/tests/english.rs       the table of lines in English
//!   app/entry/tests/lines.rs         the table of lines
//!   app/submit.rs                    Enter on the line: from words to records
//!   app/mend.rs                      from words to what is right of a sealed record
//!   app/papering.rs                  all papers of a meeting, asked for by one key
//!   app/printing.rs                  打印: where what is seen goes
//!   app/copying.rs                   复制: what is pointed at, to a clipboard or a blank screen
//!   app/pointer.rs                   the mouse: what a place on the screen stands for
//!   app/touch.rs                     what a press of the mouse chooses
//!   app/record.rs                    recording commands, and what the world's answers mean
//!   app/scenes.rs                    stories of the desk, key by key
//!   app/scenes/before.rs             stories of the agenda, before the meeting and in it
//!   app/scenes/tables.rs             stories of cards, tables and the sign-in sheet
//!   app/scenes/worded.rs             how papers word a record, said at the desk
//!   app/scenes/hour.rs               an hour of a meeting, from a script, on a clock of its own
//!   app/scenes/join.rs               stories of two lines of meetings
//!   app/scenes/practice.rs           练习, job by job
//!   app/scenes/menus.rs              a menu and whatever is no choice of it
//!   app/scenes/items.rs              the items of the agenda without a single row
//!   app/scenes/followup.rs           what happens to decisions after they were made
//!   app/scenes/compare.rs            the comparison, key by key
//!   app/scenes/correction.rs         更正 签发 调整
//!   app/scenes/lights.rs             亮灯: by hand, by a rule, by what is reported
//!   app/scenes/printing.rs           打印, 复制 and the mouse
//!   app/scenes/papering.rs           all papers by one key
//!   app/scenes/register.rs           stories of the register and the search
//!   app/act.rs                       every act that changes the ledger: into the history, then to the disk
//!   app/act/record.rs                readings, assignments, notes, who is here
//!   app/act/follow.rs                decisions and what happens to them
//!   app/act/correct.rs               更正 签发 调整
//!   app/act/hold.rs                  opening and closing
//!   app/act/join.rs                  合并: begun, settled, sealed
//!   app/act/agenda.rs                what is gone through, what is on, what was put off
//!   app/act/undo.rs                  撤回 and 重做
//!   app/agenda.rs                    a meeting before its first word
//!   app/agenda/build.rs              an agenda that builds itself
//!   app/agenda/order.rs              which items may move, and where to
//!   app/agenda/prepared.rs           预拟: lines for the room
//!   app/pasted.rs                    several lines that were pasted at once
//!   app/page/revise.rs               a record of what is open, changed
//!   app/page/kind.rs                 类别 as words of one field
//!   app/page/paste.rs                粘贴
//!   app/page/pending.rs              待定
//!   app/page/preview.rs              预览: its keys
//!   app/page/readback.rs             念清单
//!   app/entry/sentence/nodes.rs      several days in one sentence
//!   app/scenes/room.rs               stories at the speed of the room
//!   app/scenes/spelt.rs              a task called by how it sounds, marks on their own
//!   app/scenes/story.rs              来龙去脉, key by key
//!   app/story.rs                     来龙去脉 as a page, a chapter for each meeting
//!   app/typed.rs                     线性: what lines typed at the desk come to
//!   app/typed/acts.rs                what can be done on a screen, by name
//!   app/typed/looks.rs               显示: a setting and its value by their numbers
//!   app/typed/read.rs                what a line means where it was typed
//!   app/typed/tests.rs               every command and every act by its line
//!   app/rehearse.rs                  演练: a book played in memory through the same acts
//!   app/rehearse/year.rs             a year of it: meetings, and what goes on between them
//!   app/rehearse/meeting.rs          one of its meetings, from agenda to close
//!   app/rehearse/events.rs           what happens once in it
//!   app/rehearse/fate.rs             what becomes of its decisions
//!   app/rehearse/figures.rs          what is reported of its targets
//!
//! view     8 DRAWING              state to cells, nothing else
//!   view/overview.rs                 总览
//!   view/tasks.rs                    任务清单
//!   view/task.rs                     任务详情
//!   view/meeting.rs                  会议: the item that is on, and the line
//!   view/agenda.rs                   议题, and the digits of the offices
//!   view/records.rs                  本次记录
//!   view/line.rs                     the prompt and what is typed
//!   view/echo.rs                     what the line will do
//!   view/page.rs                     a page of fields
//!   view/page/heading.rs             what a form is for, and how its record stands
//!   view/page/meant.rs               what a field will be taken for
//!   view/standing.rs                 how a decision stands, piece by piece
//!   view/signin.rs                   签到
//!   view/gate.rs                     散会
//!   view/join.rs                     合并
//!   view/office.rs                   单位
//!   view/account.rs                  交账
//!   view/register.rs                 台账
//!   view/story.rs                    来龙去脉
//!   view/lists.rs                    会前三张单
//!   view/items.rs                    议程, with minutes and prepared lines
//!   view/compare.rs                  差异: the list of changes
//!   view/timeline.rs                 the line of meetings, the readings of a target on their way
//!   view/division.rs                 分工表
//!   view/figures_table.rs            报数表
//!   view/help.rs                     帮助
//!   view/reviews.rs                  阅览
//!   view/guest.rs                    阅览席
//!   view/column.rs                   where in the window a screen stands
//!   view/tall.rs                     关怀 there: rows in as many lines as they need
//!   view/seek.rs                     looking for words where there is no book
//!   view/amending.rs                 定冲突: conflicts, and the three sides of one
//!   view/amending/scenes.rs          at both sizes
//!   view/drafting.rs                 定疑: report and draft beside each other
//!   view/drafting/over.rs            what lies over the draft
//!   view/drafting/rows.rs            one line of the draft
//!   view/drafting/scenes.rs          the screen at both sizes
//!   view/drafting/source.rs          the report around the line
//!   view/guest/said.rs               what a guest is told on a screen and in lines alike
//!   view/linear.rs                   线性: what a reviewer sees, as lines
//!   view/linear/desk.rs              the desk in lines: what changed, what is asked
//!   view/linear/desk/form.rs         a form, field by field
//!   view/linear/desk/over.rs         choices and what was found
//!   view/linear/desk/place.rs        each screen: its head, what can be done, the row pointed at
//!   view/linear/desk/tests.rs        every screen, menu and form is said
//!   view/linear/looks.rs             显示: the settings, and what is chosen for each
//!   view/linear/saying.rs            facts as sentences
//!   view/linear/tell.rs              rows, records and screens in sentences
//!   view/plain.rs                    a text on a screen that is otherwise blank
//!   view/listing.rs                  what a screen holds: printed from here, and read out
//!   view/listing/head.rs             what it says above its rows
//!   view/listing/groups.rs           its headings, and what no cursor stands on
//!   view/listing/rows.rs             anything that can be stood on, as a row of it
//!   view/listing/own.rs              the rows of each screen
//!   view/listing/text.rs             it as text of seventy-six columns
//!   view/listing/tests.rs            every screen printed whole
//!   view/wall.rs                     大屏: what is being discussed, from afar
//!   view/scenes/linear.rs            what a reviewer reads in lines
//!   view/scenes/linear_desk.rs       what a secretary writes and reads in lines
//!   view/scenes/limits.rs            windows of every size
//!   view/scenes/care.rs              关怀 as it is gone through, page by page
//!   view/wall/lists.rs               its lists: tasks, the plan as a whole
//!   view/wall/targets.rs             its targets: figure, bar and light
//!   view/scenes/tongue.rs            English, and 繁体
//!   view/scenes/wall.rs              what the back of the room sees
//!   view/scenes/guest.rs             what reviewers see
//!   view/find.rs                     搜索 and 命令
//!   view/matched.rs                  what matched in a text, marked
//!   view/looks.rs                    显示: every setting with its choices, and a sample
//!   view/menu.rs                     a numbered choice, the box for a row's number
//!   view/foot.rs                     what was said last, over as many lines as it needs
//!   view/status.rs                   header, status line and keys
//!   view/subject.rs                  what is drawn: days, names and lights as a seat reads them
//!   view/figures.rs                  goals and readings as a seat reads them
//!   view/chart.rs                    走势: readings as a picture
//!   view/why.rs                      why the row under the cursor has its light
//!   view/panes.rs                    which lines of a long screen are seen
//!   view/list.rs                     lines with a cursor
//!   view/strip.rs                    a line made of pieces
//!   view/table.rs                    columns
//!   view/picture.rs                  README's pictures, from real buffers
//!   view/scenes.rs                   what people see, screen by screen
//!   view/scenes/acceptance.rs        the acceptance list, over every screen that keys lead to
//!   view/scenes/acceptance/reached.rs every screen, box and form, found by pressing all keys
//!   view/scenes/acceptance/typed.rs  what an input method hands over, everywhere
//!   view/scenes/agenda.rs            before the meeting: lists, agenda, cards, tables
//!   view/scenes/join.rs              two lines of meetings, with conflicts and without
//!   view/scenes/keys.rs              whoever moved a key never reads its old place
//!   view/scenes/item.rs              the items of the agenda without a single row
//!   view/scenes/followup.rs          the menu of a decision, its forms, its life
//!   view/scenes/compare.rs           the comparison and its line of meetings
//!   view/scenes/looks.rs             the settings, and what single ones change
//!   view/scenes/every.rs             every screen, as all eyes see it: the table
//!   view/scenes/eyes.rs              every size, layout, theme, script and language
//!   view/scenes/laws.rs              what holds of every frame
//!   view/scenes/styles.rs            how the looks of a few screens are told apart
//!   view/scenes/line.rs              the line of the meeting and its echo
//!   view/scenes/register.rs          the register, the year's end, what the search shows beside a hit
//!   view/scenes/story.rs             the story of a row, of a decision
//!   view/brief.rs                    less of a text where all of it finds no room
//!   view/care.rs                     关怀: one column, six rows, nothing abbreviated
//!   view/care/above.rs               what stands over the rows: what it is about, what is typed
//!   view/care/below.rs               what stands below them: why, what a line means, the keys
//!   view/care/item.rs                the item of the meeting
//!   view/care/page.rs                a page of whole rows
//!   view/care/rows.rs                rows in whole words, in as many lines as they need
//!   view/canvas.rs                   the pen: the only way into a buffer
//!   view/printable.rs                which characters a terminal may be given
//!   view/shown.rs                    text that is safe to show
//!   view/style.rs                    roles to colours, per theme and depth
//!   view/width.rs                    columns, cuts, Chinese line breaks
//!   view/width/tests.rs              what a text takes, where it is cut and broken
//!   view/cluster.rs                  what a person calls one character
//!   view/paste.rs                    粘贴
//!   view/pending.rs                  待定
//!   view/empty.rs                    where there is nothing: the key that goes on from it
//!   view/practice.rs                 what is to be done next, where the eye is
//!   view/readback.rs                 念清单
//!   view/scenes/empty.rs             where there is nothing
//!   view/scenes/practice.rs          what a practice asks for
//!   view/preview.rs                  预览: a page as it is printed
//!   view/preview/beside.rs           what stands beside the page
//!   view/scenes/preview.rs           pages of papers, at every size
//!   view/scenes/settling.rs          定疑 and 定冲突, as all eyes see them
//!   view/scenes/room.rs              what goes with the line: pasting, settling, the gate
//!
//! shell    9 THE WORLD            files, git, clock, terminal, command line
//!   shell/trouble.rs                 what can fail between memory and disk
//!   shell/disk.rs                    the few things asked of a file system
//!   shell/disk/real.rs               the machine's own
//!   shell/disk/sim.rs                one that loses power and fails on command (tests)
//!   shell/disk/sim/platter.rs        what is shown and what is kept
//!   shell/home.rs                    where a journal lies, and its folders
//!   shell/journal.rs                 the writer: what it calls saved is on the disk
//!   shell/journal/segment.rs         one file of it, until its first failure
//!   shell/journal/tests.rs           what people and tools do to a journal that is open
//!   shell/terminal.rs                a screen to draw on, a source of events, always given back
//!   shell/terminal/tty.rs            modes and bytes of the tty, never waiting for long
//!   shell/terminal/listen.rs         the thread that turns input into events
//!   shell/terminal/signals.rs        the thread of signals
//!   shell/terminal/acceptance.rs     where the cursor is after a frame, and how long one is (tests)
//!   shell/terminal/ask.rs            what a terminal says when it is asked, without a screen
//!   shell/terminal/decode.rs         bytes of a keyboard to keys
//!   shell/terminal/decode/tests.rs   keys of many terminals, halves, replies, pastes
//!   shell/terminal/paint.rs          frames to bytes, only what changed
//!   shell/terminal/brush.rs          glyphs, looks and moves, each the shortest way
//!   shell/terminal/grid.rs           what the terminal shows
//!   shell/terminal/scroll.rs         what only moved
//!   shell/terminal/sgr.rs            from one look to the next
//!   shell/terminal/clipboard.rs      OSC 52: a text for the clipboard of whoever looks
//!   shell/terminal/depth.rs          how many colours there are
//!   shell/run.rs                     from argv to an exit code
//!   shell/args.rs                    argv to what it means, from one table of commands
//!   shell/args/ask.rs                what a command line means, as values
//!   shell/args/table.rs              every command, in the order of the help
//!   shell/args/row.rs                what a command is, and what it takes
//!   shell/args/typed.rs              what was typed: text, numbers, days, files
//!   shell/args/settings.rs           the options of every command
//!   shell/args/look.rs               show, list, check, log, diff, story, textconv
//!   shell/args/meet.rs               a meeting without the screen, and who attended
//!   shell/args/agenda.rs             its agenda
//!   shell/args/record.rs             decide, read, assign, light, account, undo, redo, seal
//!   shell/args/life.rs               what becomes of a decision, and of what is sealed
//!   shell/args/join.rs               merge and sync
//!   shell/args/export.rs             which paper, of what, as what, where to
//!   shell/args/print.rs              which screen, as what, where to
//!   shell/args/report.rs             import and init
//!   shell/args/door.rs               follow and serve
//!   shell/args/start.rs              demo, tutor, doctor, and the texts about the program
//!   shell/args/guest.rs              what of it reviewers may call
//!   shell/args/grammar.rs            from the table to clap, in one language
//!   shell/args/help.rs               help and completions
//!   shell/args/manual.rs             the man page
//!   shell/args/misuse.rs             from clap's complaints to ours
//!   shell/args/tests.rs              calls, and what is said of a wrong one
//!   shell/args/tests/meant.rs        what each command means
//!   shell/args/tests/help.rs         help and its columns, completions and man page
//!   shell/failure.rs                 one exit code, one sentence, what to do
//!   shell/git.rs                     入库: files into git, by the user's own program
//!   shell/git/remote.rs              fetched, merged, pushed: never forced, never rebased
//!   shell/git/folder.rs              a repository found without running git
//!   shell/git/driver.rs              git's own diffs in sentences
//!   shell/git/past.rs                files as a revision has them
//!   shell/git/history.rs             which commit brought a file, who signed it
//!   shell/git/merging.rs             a merge that git left unfinished, and its conclusion
//!   shell/git/program.rs             one run of git: what it gets
//!   shell/git/refusal.rs             from what git said to why something is not committed
//!   shell/git/tests.rs               real repositories, each with one thing wrong
//!   shell/git/tests/hooks.rs         hooks that refuse, hang, shout or ask
//!   shell/place.rs                   where a book keeps journals and lock, with git and without
//!   shell/placing.rs                 two snapshots of one name in an unfinished git merge
//!   shell/child.rs                   one run of another program: how long it may take
//!   shell/source.rs                  a report from a path, from standard input, out of a PDF
//!   shell/lock.rs                    one writer at a time, and who it is
//!   shell/holder.rs                  who sits here, in one line
//!   shell/publish.rs                 a file that is whole or not there, and never replaces another
//!   shell/close.rs                   the steps of a close around it
//!   shell/proof.rs                   every way to lose a record, tried on the simulated disk
//!   shell/proof/joining.rs           two snapshots of one name, and the joining that follows
//!   shell/proof/story.rs             the meeting that is tried, and what its person was told
//!   shell/book.rs                    from a folder to a session
//!   shell/book/site.rs               where a book lies, and the folder of what is open
//!   shell/book/shelf.rs              the names in snapshots/
//!   shell/book/head.rs               the newest snapshot, from as few files as the names allow
//!   shell/book/abandoned.rs          copies that a given-up git merge left behind
//!   shell/book/lines.rs              two ends of one book, and what only one of the lines has
//!   shell/book/plans.rs              the plan as it read when a snapshot was sealed
//!   shell/book/journals.rs           what is open, and what only waits to be filed away
//!   shell/book/replay.rs             from the lines of a journal to the state that they lead to
//!   shell/book/unopened.rs           why a book could not be opened
//!   shell/book/veiled.rs             what of its meetings is not for guests
//!   shell/book/tests.rs              books recorded, closed, interrupted, forked, damaged
//!   shell/book/tests/purge.rs        what does not outlive the close
//!   shell/clock.rs                   the only place that asks what time it is
//!   shell/desk.rs                    one loop between keyboard, writer and screen
//!   shell/desk/sit.rs                by what right, in what taste, and where the person was
//!   shell/desk/hands.rs              what a desk holds, and what it asks of the world, drawn or in lines
//!   shell/desk/linear.rs             the same in lines, without a screen
//!   shell/desk/linear/events.rs      what it waits for, and its signals
//!   shell/desk/linear/keys.rs        keys that slipped into a line
//!   shell/follow.rs                  阅览席: one loop between keyboard, folder and screen
//!   shell/follow/linear.rs           the same in lines, without a terminal
//!   shell/typed.rs                   bytes that come in pieces, as lines
//!   shell/follow/reader.rs           the book, opened once and read as it changes
//!   shell/follow/tail.rs             the journal as it grows
//!   shell/follow/reader/tests.rs     books that change while they are read
//!   shell/paper.rs                   papers as files, what somebody changed left alone
//!   shell/paper/agrees.rs            the bulletin against lists and screen (tests)
//!   shell/paper/made.rs              which paper is made by what
//!   shell/paper/source.rs            of which meetings papers are, what their files are called
//!   shell/copying.rs                 what a clipboard was given, in words
//!   shell/printing.rs                what a seat shows, as a file or through lp
//!   shell/marks.rs                   reviewers' marks, each in a file of their own
//!   shell/marks/tests.rs             marks of several reviewers, whole and torn
//!   shell/reviewer.rs                whose marks: a key that was proven, and a name
//!   shell/spot.rs                    the desk's place, told ten times a second at most
//!   shell/watch.rs                   what the kernel says of a folder
//!   shell/watch/trail.rs             what it says of a file, and of all that leads to it
//!   shell/habits.rs                  what a person uses, in a file of their own
//!   shell/headless.rs                commands without the screen
//!   shell/headless/hand.rs           the lock, the acts, and waiting for the disk
//!   shell/headless/instead.rs        a call where the screen names a key
//!   shell/headless/name.rs           what people call a row or a record
//!   shell/headless/layout.rs         plain lines for a number of columns
//!   shell/headless/lines.rs          targets and decisions in one line each
//!   shell/headless/overview.rs       the first screen as plain lines
//!   shell/headless/show.rs           the plan, or one row with all that is known
//!   shell/headless/list.rs           every record of a kind, or those that filters let through
//!   shell/headless/meet.rs           a meeting without the screen
//!   shell/headless/record.rs         decide, read, assign, attend, undo, redo, seal
//!   shell/headless/follow.rs         stage, extend, feedback, sheet
//!   shell/headless/correct.rs        correct, sign, amend
//!   shell/headless/agenda.rs         the agenda, and what there is to talk about
//!   shell/headless/tables.rs         tables that come back filled in, and the templates
//!   shell/headless/export.rs         papers, printed or as files
//!   shell/headless/print.rs          a screen, printed or as a file
//!   shell/headless/log.rs            all that was sealed, and what is open
//!   shell/headless/diff.rs           what changed between two states
//!   shell/headless/moment.rs         what people call a state of a book
//!   shell/headless/textconv.rs       a snapshot in sentences, for git's own diffs
//!   shell/headless/story.rs          来龙去脉 of a row or a decision
//!   shell/headless/merge.rs          two lines of meetings joined without the screen
//!   shell/headless/sync.rs           fetch, join, push
//!   shell/headless/check.rs          everything that can be wrong with a book
//!   shell/headless/check/finding.rs  faults with their places, and remarks
//!   shell/headless/check/chain.rs    the snapshots against their seals and each other
//!   shell/both.rs                    two things at once
//!   shell/proof/check.rs             what must hold after a power cut
//!   shell/headless/check/in_git.rs   the folder against what git has
//!   shell/headless/check/parents.rs  a snapshot against those that it follows
//!   shell/headless/check/remarks.rs  what is worth knowing and no fault
//!   shell/headless/check/source.rs   the plan's text against the published report
//!   shell/headless/import.rs         a report becomes a plan
//!   shell/headless/import/again.rs   an amended report brought into the plan
//!   shell/headless/import/again/amended.rs the new report with what was settled in the old one
//!   shell/headless/import/again/kept.rs what the plan keeps: comments, records
//!   shell/headless/import/told.rs    what a reading came to, in lines
//!   shell/headless/doctor.rs         体检: terminal, git and book, and what may be set right
//!   shell/headless/doctor/chart.rs   one finding: mark, word, what to do
//!   shell/headless/doctor/terminal.rs what the terminal can do
//!   shell/headless/doctor/trial.rs   an input method tried by a person
//!   shell/headless/doctor/git.rs     git, its repository, its attributes and diffs
//!   shell/headless/doctor/book.rs    plan, lock, rights, holidays
//!   shell/headless/doctor/door.rs    the front door: what sshd is told, what its group may do
//!   shell/headless/init.rs           a new book
//!   shell/headless/init/after.rs     the next year's book
//!   shell/headless/tutor.rs          a practice meeting in a copy
//!   shell/headless/demo.rs           a book to rehearse with
//!   shell/serve.rs                   an SSH door of our own: what it takes to open it
//!   shell/serve/door.rs              it accepts, and lets nobody stand in it
//!   shell/serve/guard.rs             it puts out whose key opens no more, as soon as that is so
//!   shell/serve/guard/tests.rs       keys that are taken away and keys that run out
//!   shell/serve/alarm.rs             a clock that rings at a time of the wall
//!   shell/serve/busy.rs              what goes on in a connection, counted
//!   shell/serve/line.rs              a stream that can be cut, and says when it last heard
//!   shell/serve/strangers.rs         who is at the door and has proven no key
//!   shell/serve/keys.rs              who may come in, read anew whenever it changes
//!   shell/serve/keys/line.rs         one line of authorized_keys
//!   shell/serve/host.rs              the host key
//!   shell/serve/members.rs           who is in, by key
//!   shell/serve/limits.rs            how much the door bears
//!   shell/serve/visit.rs             one connection: what is taken, what is refused
//!   shell/serve/visit/handler.rs     each request of the SSH library, and its answer
//!   shell/serve/visit/budget.rs      how fast a connection may ask
//!   shell/serve/visit/ask.rs         a screen, or a command that is lent out
//!   shell/serve/call.rs              a reviewer's command, answered
//!   shell/serve/guest.rs             the seam between network and room, all of it bounded
//!   shell/serve/ear.rs               what a client sends, as inputs
//!   shell/serve/hall.rs              the thread with the book and every seat in it
//!   shell/serve/hall/present.rs      one guest in it
//!   shell/serve/hall/pictures.rs     guests who see pictures
//!   shell/serve/hall/tests.rs        guests that stall, break, flood and leave
//!   shell/serve/hall/spoken.rs       guests who are told in lines
//!   shell/serve/speech.rs            what a guest types in lines, and what waits for it
//!   shell/serve/room.rs              the book as guests see it
//!   shell/serve/log.rs               who came when
//!   shell/serve/front.rs             who OpenSSH let in
//!   shell/serve/sshd.rs              what to write into the files of OpenSSH
//!   shell/serve/fit.rs               whether a front door is as it was printed
//!   shell/headless/demo/year.rs      a year of it, on the disk and in git
//!   shell/progress.rs                how far a long job is
//!   shell/person.rs                  a person's own settings, read and written
//!   shell/locale.rs                  in which language and script somebody is spoken to
//!   shell/scribe.rs                  繁: what is said to a person, in the script that they read
//!   shell/draft.rs                   the line that is being typed, a quarter of a second later
//!   shell/amending.rs                定冲突 at this terminal
//!   shell/eyes.rs                    what can be made out at this terminal, and by this person
//!   shell/kept.rs                    what was settled there, kept beside a plan
//!   shell/sitting.rs                 one loop for screens that know no book
//!   shell/drafting.rs                定疑 at this terminal
//!   shell/whole.rs                   a file that is whole or not there
//!   shell/perform.rs                 what the state machine asks of the world
//!   shell/table.rs                   tables as files, read and written anew
//!   shell/perform/papers.rs          all papers of a meeting, by one key of the desk
//!   shell/perform/writer.rs          the same behind the desk's back
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

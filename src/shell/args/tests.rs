//! Calls and what they mean; help and its columns.

use std::path::PathBuf;

use chrono::NaiveDate;
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::app::guest::Layout;
use crate::app::script::Script;
use crate::judge::compare::By;
use crate::ledger::{Presence, Stage};
use crate::words::compare::Sort;

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// A call as a person types it: words apart by spaces, a quoted one in `'…'`.
fn call(line: &str) -> Result<Ask, Failure> {
    call_in(line, &|_| None)
}

fn call_in(line: &str, env: &dyn Fn(&str) -> Option<OsString>) -> Result<Ask, Failure> {
    let quoted = |(at, part): (usize, &str)| match at % 2 {
        0 => part.split_whitespace().map(OsString::from).collect::<Vec<_>>(),
        _ => vec![OsString::from(part)],
    };
    let words = line.split('\'').enumerate().flat_map(quoted);
    parse([OsString::from("yiding")].into_iter().chain(words), env)
}

fn what(line: &str) -> What {
    match call(line) {
        Ok(ask) => ask.what,
        Err(failure) => panic!("{line}: {failure:?}"),
    }
}

fn printed(line: &str) -> String {
    match what(line) {
        What::Print(text) => text,
        other => panic!("{line}: {other:?}"),
    }
}

/// What is said of a wrong call: the message, then the hints.
fn wrong(line: &str) -> String {
    match call(line) {
        Ok(ask) => panic!("{line}: {ask:?}"),
        Err(failure) => {
            assert_eq!(failure.kind.exit_code(), 2, "{line}");
            [vec![failure.message], failure.hints].concat().join(" | ")
        }
    }
}

fn leaves(rows: &'static [Row], path: &str) -> Vec<(String, &'static Row)> {
    let mut found = Vec::new();
    for row in rows {
        let path = format!("{path} {}", row.name).trim().to_owned();
        if let Does::OneOf(below) | Does::Either(_, below) = row.does {
            found.extend(leaves(below, &path));
        }
        found.push((path, row));
    }
    found
}

#[test]
fn nothing_but_the_name_opens_the_desk() {
    let ask = call("").unwrap();
    assert_eq!(ask, Ask { settings: Settings::speaking(Lang::Zh), what: What::Desk });
}

#[test]
fn options_stand_before_the_command() {
    let ask = call(
        "-C 道里 --today 2023-09-15 --width 72 --lang en --script 繁 --color never --no-input log",
    );
    let settings = Settings {
        book: PathBuf::from("道里"),
        today: NaiveDate::from_ymd_opt(2023, 9, 15),
        width: Some(72),
        script: Some(Script::Traditional),
        color: Color::Never,
        input: Input::None,
        ..Settings::speaking(Lang::En)
    };
    assert_eq!(ask, Ok(Ask { settings, what: What::Log }));
}

#[test]
fn the_format_may_follow_the_command() {
    for line in ["--format json show 1.4", "show 1.4 --format json", "show --format=json 1.4"] {
        let ask = call(line).unwrap();
        assert_eq!(ask.settings.format, Format::Json, "{line}");
        assert_eq!(ask.what, What::Show { place: Some("1.4".into()) }, "{line}");
    }
}

fn stage(stage: Stage, step: Step) -> What {
    What::Stage { decision: "4/2".into(), stage, step }
}

fn day() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2023, 9, 14)
}

#[test]
fn another_lead_and_another_text_are_said_in_one_call() {
    let id = || "4/2".to_owned();
    let step =
        |consent: &str, note: &str| Step { on: day(), consent: consent.into(), note: note.into() };
    for (line, meant) in [
        (
            "lead 4/2 住建局 发改局 --consent 区长 --reason 职责调整 --on 2023-09-14",
            What::Lead {
                decision: id(),
                lead: "住建局、发改局".into(),
                step: step("区长", "职责调整"),
            },
        ),
        (
            "reword 4/2 改 成这样 --consent 区长 --on 2023-09-14",
            What::Reword {
                decision: id(),
                text: Wording::OnRecord("改 成这样".into()),
                step: step("区长", ""),
            },
        ),
        (
            "reword 4/2 改 成这样 --in-papers",
            What::Reword {
                decision: id(),
                text: Wording::InPapers("改 成这样".into()),
                step: Step::default(),
            },
        ),
    ] {
        assert_eq!(what(line), meant, "{line}");
    }
}

#[test]
fn what_follows_a_decision_is_said_in_one_call() {
    let id = || "4/2".to_owned();
    let step =
        |consent: &str, note: &str| Step { on: day(), consent: consent.into(), note: note.into() };
    let correct = "correct 4/2 内容=改正 牵头=投促局、发改局 --agreed 区长";
    let fields = [("内容", "改正"), ("牵头", "投促局、发改局")];
    let fields = fields.map(|(field, value)| (field.to_owned(), value.to_owned())).to_vec();
    for (line, meant) in [
        (
            "extend 4/2 10月底 --approved 区长 --reason 雨季 --on 2023-09-14",
            What::Extend { decision: id(), due: "10月底".into(), step: step("区长", "雨季") },
        ),
        (
            "feedback 4/2 已完成 八成 --problem 用地 --next 协调 --from 住建局",
            What::Feedback {
                decision: id(),
                told: Reported {
                    on: None,
                    from: Some("住建局".into()),
                    progress: "已完成 八成".into(),
                    problem: "用地".into(),
                    next: "协调".into(),
                },
            },
        ),
        (
            "sheet 4/2 黄 --reason 滞后 --on 2023-09-14",
            What::Sheet { about: id(), colour: "黄".into(), step: step("", "滞后") },
        ),
        (correct, What::Correct { id: id(), fields, agreed: "区长".into() }),
        (
            "sign 4 --by 区长 --document 〔2023〕4号 --on 2023-09-14",
            What::Sign {
                meeting: "4".into(),
                by: "区长".into(),
                document: "〔2023〕4号".into(),
                on: day(),
            },
        ),
        (
            "amend 1.2/1 480 --organ 区人大常委会 --document 〔2023〕7号 --from 2023-09-14",
            What::Amend {
                place: "1.2/1".into(),
                value: "480".into(),
                source: Competent {
                    organ: "区人大常委会".into(),
                    document: "〔2023〕7号".into(),
                    from: day(),
                    reason: String::new(),
                },
            },
        ),
    ] {
        assert_eq!(what(line), meant, "{line}");
    }
    assert!(wrong("correct 4/2 内容").starts_with("“内容”里没有等号"));
    assert!(wrong("correct 4/2 =改正").starts_with("“=改正”里没有等号"));
    assert!(wrong("diff 1 2 3").contains("看不懂这个写法：3"));
    assert!(wrong("diff --kind 别的").contains("别的"));
    assert!(wrong("sign 4 --on 9-14").starts_with("--on 的“9-14”不是日期"));
}

fn diff(ends: &[&str], by: By, sort: Option<Sort>) -> What {
    What::Diff { ends: ends.iter().map(|end| (*end).to_owned()).collect(), by, sort }
}

#[test]
fn each_command_means_what_it_says() {
    let place = || "1.4".to_owned();
    for (line, meant) in [
        ("show", What::Show { place: None }),
        ("list targets", What::List { kind: Listed::Targets, filters: vec![] }),
        ("meet status", What::Meet(Meet::Status)),
        ("meet adjourn", What::Meet(Meet::Adjourn)),
        ("meet resume", What::Meet(Meet::Resume)),
        ("meet close", What::Meet(Meet::Close)),
        ("meet close --strict", What::Meet(Meet::CloseStrictly)),
        (
            "assign 1.4 @投促局 +住建局",
            What::Assign { place: place(), parties: "@投促局 +住建局".into() },
        ),
        ("stage 4/2 办结", stage(Stage::Done, Step::default())),
        ("stage 4/2 done", stage(Stage::Done, Step::default())),
        (
            "stage 4/2 废止 --consent 区长 --note 不再需要 --on 2023-09-14",
            stage(
                Stage::Dropped,
                Step { on: day(), consent: "区长".into(), note: "不再需要".into() },
            ),
        ),
        ("undo", What::Undo),
        ("redo", What::Redo),
        ("seal", What::Seal),
        ("check", What::Check { source: None }),
        ("check --source a.txt", What::Check { source: Some("a.txt".into()) }),
        ("log", What::Log),
        ("diff", diff(&[], By::Task, None)),
        ("diff 上次", diff(&["上次"], By::Task, None)),
        ("diff 3 HEAD~1 --by 单位", diff(&["3", "HEAD~1"], By::Office, None)),
        ("diff --by office --kind 时限", diff(&[], By::Office, Some(Sort::Dues))),
        ("diff --kind lights --by task", diff(&[], By::Task, Some(Sort::Lights))),
        ("textconv a.ron", What::Textconv { file: "a.ron".into() }),
        ("doctor", What::Doctor(Exam { repair: Repair::Told, trial: Trial::Unasked })),
        ("doctor --fix --ime", What::Doctor(Exam { repair: Repair::Done, trial: Trial::Asked })),
        ("init 新", init("新", None, None)),
        ("init 新 --from a.docx --after 旧", init("新", Some("a.docx"), Some("旧"))),
        ("import a.docx", import(None, Over::Keep, None)),
        ("import a.docx -o plan.ron", import(Some("plan.ron"), Over::Keep, None)),
        (
            "import a.docx -o plan.ron --replace --encoding gbk",
            import(Some("plan.ron"), Over::Replace, Some("gbk")),
        ),
        ("import a.docx -o plan.ron --again old.docx", amended(Takes::Asked)),
        ("import a.docx -o plan.ron --again old.docx --theirs", amended(Takes::Theirs)),
        ("story 1.2", What::Story { of: "1.2".into() }),
    ] {
        assert_eq!(what(line), meant, "{line}");
    }
}

#[test]
fn each_way_to_look_means_what_it_says() {
    for (line, meant) in [
        ("print", seen(&[], Form::Text, Out::Print)),
        ("print 台账 逾期 --to html", seen(&["台账", "逾期"], Form::Html, Out::Print)),
        ("print 1.4 -o a.html", seen(&["1.4"], Form::Html, Out::File("a.html".into()))),
        ("print tasks --out 打印", seen(&["tasks"], Form::Text, Out::Folder("打印".into()))),
        ("follow", follow(None, Layout::Screen, Scope::Guest)),
        ("follow --wall", follow(None, Layout::Wall, Scope::Guest)),
        ("follow --as 督查室 --linear", follow(Some("督查室"), Layout::Lines, Scope::Guest)),
        ("follow --sealed-only", follow(None, Layout::Screen, Scope::Sealed)),
        ("demo", What::Demo(Demo::Meetings)),
        ("demo --year", What::Demo(Demo::Year)),
        ("tutor", What::Tutor),
    ] {
        assert_eq!(what(line), meant, "{line}");
    }
}

fn seen(what: &[&str], form: Form, out: Out) -> What {
    let what = what.iter().map(|word| (*word).to_owned()).collect();
    What::Seen(Seen { what, form, out, over: Over::Keep })
}

fn follow(name: Option<&str>, layout: Layout, shown: Scope) -> What {
    What::Follow { name: name.map(str::to_owned), layout, shown }
}

fn init(folder: &str, from: Option<&str>, after: Option<&str>) -> What {
    let path = |path: &str| path.into();
    What::Init(Init {
        folder: folder.into(),
        from: from.map(path),
        encoding: None,
        after: after.map(path),
    })
}

fn amended(takes: Takes) -> What {
    let again = Some(Old { report: "old.docx".into(), takes });
    let (out, over, doubts) = (Some("plan.ron".into()), Over::Keep, Doubts::List);
    What::Import(Import { report: "a.docx".into(), out, over, encoding: None, doubts, again })
}

fn import(out: Option<&str>, over: Over, encoding: Option<&str>) -> What {
    let (out, encoding) = (out.map(Into::into), encoding.map(Into::into));
    What::Import(Import {
        report: "a.docx".into(),
        out,
        over,
        encoding,
        doubts: Doubts::List,
        again: None,
    })
}

#[test]
fn lists_take_both_languages_and_filters() {
    let filters = vec!["牵头:投促局".to_owned(), "逾期".to_owned()];
    for kind in ["decisions", "议定"] {
        let meant = What::List { kind: Listed::Decisions, filters: filters.clone() };
        assert_eq!(what(&format!("list {kind} 牵头:投促局 逾期")), meant);
    }
}

#[test]
fn a_meeting_is_opened_with_what_is_said_of_it() {
    let opening = Opening {
        title: Some("第4次 调度会".into()),
        date: NaiveDate::from_ymd_opt(2023, 9, 15),
        series: None,
        chair: Some("区长".into()),
        place: None,
        agenda: None,
    };
    let line = "meet open --title '第4次 调度会' --date 2023-09-15 --chair 区长";
    assert_eq!(what(line), What::Meet(Meet::Open(opening)));
}

#[test]
fn places_come_first_and_the_line_is_the_rest() {
    for (line, places, text) in [
        ("decide 1.4 '10月底前开工。 @临空办 >1031'", vec!["1.4"], "10月底前开工。 @临空办 >1031"),
        (
            "decide 1.4 1.2 2023-09-15/2 开工 +住建局",
            vec!["1.4", "1.2", "2023-09-15/2"],
            "开工 +住建局",
        ),
        ("decide 0 其他", vec!["0"], "其他"),
        ("decide １．４ 开工", vec!["１．４"], "开工"),
        ("decide 1.4 305项", vec!["1.4"], "305项"),
        ("decide 1.4 -- -5%以内", vec!["1.4"], "-5%以内"),
    ] {
        let places = places.into_iter().map(str::to_owned).collect();
        assert_eq!(what(line), What::Decide { places, text: text.into() }, "{line}");
    }
}

#[test]
fn a_reading_is_split_at_its_first_equals_sign() {
    for (line, value, period) in [
        ("read 1.2/1=305", "305", None),
        ("read 1.2/1＝305亿 8月", "305亿", Some("8月".to_owned())),
        ("read 1.2/1=-3 --format json", "-3", None),
    ] {
        let values = vec![("1.2/1".to_owned(), value.to_owned())];
        assert_eq!(what(line), What::Read { values, period, reason: None }, "{line}");
    }
    let values = [("1.2/1", "305"), ("0/2", "16.2")];
    let values = values.map(|(place, value)| (place.to_owned(), value.to_owned())).to_vec();
    let meant =
        What::Read { values, period: Some("8月".into()), reason: Some("统计修订".into()) };
    assert_eq!(what("read 1.2/1=305 0/2=16.2 8月 --reason 统计修订"), meant);
}

#[test]
fn attendance_is_said_in_both_languages() {
    for word in ["请假", "excused"] {
        let names = vec!["住建局".to_owned(), "财政局".to_owned()];
        let (presence, instead_of, reason) = (Presence::Excused, None, None);
        let meant = What::Attend { presence, names, instead_of, reason };
        assert_eq!(what(&format!("attend {word} 住建局 财政局")), meant);
    }
}

#[test]
fn wrong_calls_are_told_in_words() {
    for (line, said) in [
        ("shwo", "没有“shwo”这个命令 | 是不是要写 show？ | 写法见 yiding -h"),
        ("--colour never", "不认识“--colour” | 是不是要写 --color？ | 写法见 yiding -h"),
        ("show 1.4 1.5", "不认识“1.5” | 写法见 yiding show -h"),
        ("list", "还缺 <种类> | 写法见 yiding list -h"),
        ("meet", "后面要跟一个命令：open status adjourn resume close | 写法见 yiding meet -h"),
        ("meet opne", "没有“opne”这个命令 | 是不是要写 open？ | 写法见 yiding meet -h"),
        (
            "decide 1.4 -5%以内",
            "不认识“-5” | 以 - 开头的内容，前面加 --，如 decide 1.4 -- '-5%以内' | 写法见 yiding decide -h",
        ),
        (
            "decide 开工",
            "第一个词“开工”不是位置；请先写位置，如 1.4，不挂任何一行写 0 | 写法见 yiding decide -h",
        ),
        ("decide 1.4", "只有位置，没有内容；请在位置之后写内容 | 写法见 yiding decide -h"),
        (
            "read 1.2/1 305",
            "“1.2/1”里没有等号；请写 位置=数值，如 1.2/1=305 | 写法见 yiding read -h",
        ),
        ("read 1.2/1=", "“1.2/1=”里没有等号；请写 位置=数值，如 1.2/1=305 | 写法见 yiding read -h"),
        (
            "assign 1.4 投促局",
            "“投促局”前面没有 @ 或 +；请写 @牵头 +配合 | 写法见 yiding assign -h",
        ),
        (
            "meet open --date 2023-9-15",
            "--date 的“2023-9-15”不是日期，请写成 2023-09-15 | 写法见 yiding meet open -h",
        ),
        (
            "--today 2023-02-30",
            "--today 的“2023-02-30”不是日期，请写成 2023-09-15 | 写法见 yiding -h",
        ),
        ("--width 5", "--width 不能是“5”，请写 20 至 1000 的整数 | 写法见 yiding -h"),
        ("--format", "--format <格式> 后面要有一个值 | 写法见 yiding -h"),
        (
            "--format json --format csv",
            "--format <格式> 写了两次，或与别的选项冲突 | 写法见 yiding -h",
        ),
        ("--format xml", "--format <格式> 不能是“xml”，只能是 text json csv | 写法见 yiding -h"),
    ] {
        assert_eq!(wrong(line), said, "{line}");
    }
    assert_eq!(
        wrong("--lang en --format xml"),
        "--format <FORMAT> cannot be \"xml\"; it is one of text json csv | see yiding -h"
    );
}

#[test]
fn bytes_that_are_no_text_are_refused_and_a_path_may_be_any_bytes() {
    use std::os::unix::ffi::OsStringExt as _;
    let bytes = OsString::from_vec(vec![b'a', 0xff]);
    let words = |first: &str| ["yiding", first].map(OsString::from).to_vec();
    let folder = parse([words("init"), vec![bytes.clone()]].concat(), &|_| None).unwrap();
    let started = Init { folder: bytes.clone().into(), ..Init::default() };
    assert_eq!(folder.what, What::Init(started));
    let failure = parse([words("show"), vec![bytes]].concat(), &|_| None).unwrap_err();
    assert_eq!(failure.message, "有一个词不是 UTF-8 文字");
}

#[test]
fn the_language_is_asked_for_or_the_locales() {
    for (name, value, lang) in [
        ("LANG", "C", Lang::Zh),
        ("LANG", "C.UTF-8", Lang::Zh),
        ("LC_ALL", "POSIX", Lang::Zh),
        ("LANG", "zh_CN.UTF-8", Lang::Zh),
        ("LANG", "en_GB.UTF-8", Lang::En),
        ("LC_MESSAGES", "en_US", Lang::En),
        ("LANG", "", Lang::Zh),
    ] {
        let env = |asked: &str| (asked == name).then(|| OsString::from(value));
        let spoken = |line| call_in(line, &env).unwrap().settings.lang;
        assert_eq!(spoken(""), lang, "{name}={value}");
        assert_eq!((spoken("--lang zh log"), spoken("log --lang=en")), (Lang::Zh, Lang::En));
    }
    let both = |asked: &str| match asked {
        "LC_ALL" => Some(OsString::from("C")),
        _ => Some(OsString::from("en_US.UTF-8")),
    };
    assert_eq!(call_in("log", &both).unwrap().settings.lang, Lang::Zh);
    assert_eq!(call("decide 0 -- --lang en").unwrap().settings.lang, Lang::Zh);
}

#[test]
fn the_short_help_fits_a_screen() {
    for lang in ["zh", "en"] {
        let help = printed(&format!("--lang {lang} -h"));
        assert!(help.lines().count() <= 24, "{} lines\n{help}", help.lines().count());
        for line in help.lines() {
            assert!(line.width_cjk() <= 80, "{} columns: {line}", line.width_cjk());
        }
        for row in COMMANDS {
            assert!(help.contains(&format!("  {}", row.name)), "{} is missing\n{help}", row.name);
        }
    }
}

#[test]
fn cells_of_the_short_help_do_not_run_into_each_other() {
    for row in COMMANDS {
        for lang in LANGS {
            assert!(row.name.len() < 12, "{}", row.name);
            assert!(row.brief.text(lang).width_cjk() < 13, "{}", row.brief.text(lang));
        }
    }
}

#[test]
fn every_command_has_help_in_both_languages() {
    for (path, row) in leaves(COMMANDS, "") {
        for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            for flag in ["-h", "--help"] {
                let help = printed(&format!("--lang {code} {path} {flag}"));
                assert!(help.contains(&format!("yiding {}", row.usage.text(lang))), "{help}");
                assert!(help.contains(&format!("yiding {}", row.sample.text(lang))), "{help}");
                assert!(row.usage.text(lang).starts_with(&path), "{path}");
                let widest = help.lines().map(UnicodeWidthStr::width_cjk).max();
                assert!(widest <= Some(80), "{widest:?}\n{help}");
            }
        }
        assert_eq!(row.about.text(Lang::En).find(|letter: char| !letter.is_ascii()), None);
    }
}

#[test]
fn the_samples_of_the_help_are_calls() {
    for (_, row) in leaves(COMMANDS, "").into_iter().filter(|(path, _)| path != "meet") {
        for lang in LANGS {
            let sample = row.sample.text(lang);
            assert!(call(sample).is_ok(), "{sample}: {:?}", call(sample));
        }
    }
}

#[test]
fn the_long_help_names_every_call_and_option() {
    for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let help = printed(&format!("--lang {code} --help"));
        for (_, row) in leaves(COMMANDS, "").into_iter().filter(|(path, _)| path != "meet") {
            assert!(help.contains(&format!("\n  {}\n", row.usage.text(lang))), "{help}");
        }
        for option in [
            "-C ",
            "--today ",
            "--format ",
            "--width ",
            "--policy ",
            "--lang ",
            "--color ",
            "--no-input",
        ] {
            assert!(help.contains(&format!("\n  {option}")), "{option}\n{help}");
        }
    }
}

#[test]
fn the_version_is_one_line() {
    for flag in ["-V", "--version"] {
        assert_eq!(printed(flag), format!("yiding {}\n", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
fn completions_and_man_page_know_every_command() {
    for shell in start::SHELLS {
        let script = printed(&format!("completions {shell}"));
        for (path, row) in leaves(COMMANDS, "") {
            assert!(script.contains(row.name), "{shell} lacks {path}");
        }
    }
    for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        let page = printed(&format!("--lang {code} man"));
        assert!(page.starts_with(".TH YIDING 1"), "{page}");
        assert!(page.contains("\\fB130\\fR\n"), "every exit code is an entry\n{page}");
        let page = page.replace("\\:", "");
        let keyed = crate::app::command::COMMANDS.iter().filter(|row| !row.keys.is_empty());
        for command in keyed {
            assert!(page.contains(command.what.text(lang)), "{:?}\n{page}", command.what);
        }
        for (_, row) in leaves(COMMANDS, "").into_iter().filter(|(path, _)| path != "meet") {
            let usage = row.usage.text(lang).replace('-', "\\-");
            assert!(page.contains(&usage), "{usage}\n{page}");
        }
    }
}

#[test]
fn a_format_that_a_command_does_not_have_is_refused_before_anything_is_done() {
    for (line, said) in [
        (
            "show --format csv",
            "这个命令没有 csv 格式，只有 text json | 表格用 list，如 yiding list tasks --format csv | 写法见 yiding show -h",
        ),
        ("--format json undo", "这个命令没有 json 格式，只有 text | 写法见 yiding undo -h"),
        (
            "meet open --format json",
            "这个命令没有 json 格式，只有 text | 写法见 yiding meet open -h",
        ),
        ("--format json", "这个命令没有 json 格式，只有 text | 写法见 yiding -h"),
    ] {
        assert_eq!(wrong(line), said, "{line}");
    }
    for line in ["log --format csv", "list offices --format csv", "--format json man"] {
        assert!(call(line).is_ok(), "{line}");
    }
    for (_, row) in leaves(COMMANDS, "") {
        assert!(row.formats.contains(&Format::Text), "{}", row.name);
    }
}

#[test]
fn nothing_printed_has_an_escape() {
    for line in ["-h", "--help", "man", "completions bash", "show -h", "--color always -h"] {
        assert!(!printed(line).contains('\u{1b}'), "{line}");
    }
}

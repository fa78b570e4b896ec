//! What each command means.

use chrono::NaiveDate;

use super::*;
use crate::app::guest::Layout;
use crate::judge::compare::By;
use crate::ledger::{Presence, Stage};
use crate::words::compare::Sort;

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

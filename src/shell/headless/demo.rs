//! A book to rehearse with: three closed meetings, an interval and a meeting that is open.
//!
//! Played through the same acts as a real one, on the bundled plan. Every name and figure is made
//! up, and every screen says 演练.

mod year;

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::Answer;
use super::hand::Hand;
use super::init::{found, not_made};
use super::name;
use crate::app::rehearse::{PLAN, rehearsed};
use crate::app::{act, agenda, submit};
use crate::ledger::{
    About, AgendaItem, Assignment, Attendance, Colour, Decision, Due, Followup, Happening, Light,
    LightSet, Note, Presence, Sheet, Signing, Stage, When,
};
use crate::plan::{Party, Place};
use crate::shell::args::{Demo, Settings};
use crate::shell::clock::Clock;
use crate::shell::failure::Failure;
use crate::shell::git::Identity;
use crate::shell::trouble::show;
use crate::words::Lang;
use crate::words::printed::Printed;

/// Figures from January to August: something of every kind and every light.
const AUGUST: [(&str, &str); 36] = [
    ("0/1", "4.8"),
    ("0/2", "17.9"),
    ("0/3", "5.1"),
    ("0/4", "3.2"),
    ("0/5", "8.4"),
    ("1.1/1", "1"),
    ("1.1/2", "4"),
    ("1.1/3", "1.98"),
    ("1.2/2", "88.6"),
    ("1.4/1", "1"),
    ("1.4/2", "+航空小镇"),
    ("1.4/3", "2"),
    ("2.1/1", "+河山街"),
    ("2.1/2", "7"),
    ("2.2/1", "3"),
    ("2.2/3", "5"),
    ("2.2/4", "11"),
    ("2.3/1", "1"),
    ("3.1/1", "168"),
    ("3.1/3", "18"),
    ("3.1/4", "7.2"),
    ("3.2/1", "19"),
    ("3.2/2", "60.2"),
    ("3.3/1", "16"),
    ("3.3/2", "6.4"),
    ("3.3/6", "5200"),
    ("4.1/1", "19"),
    ("4.1/2", "4"),
    ("4.2/1", "+昆仑路学校、龙葵路学校、融江路学校、顾新路小学、清河湾小学"),
    ("4.2/2", "12"),
    ("4.2/6", "41"),
    ("4.3/1", "+兆麟"),
    ("4.3/2", "80"),
    ("4.4/1", "44"),
    ("4.4/2", "30"),
    ("4.5/4", "5"),
];

/// The day of the meeting that is open.
const TODAY: &str = "2023-09-15";

/// `demo [--year]` without a screen: makes the book and says where it lies.
pub fn demo(settings: &Settings, size: Demo) -> Result<Answer, Failure> {
    let made = make(settings, size)?;
    let text = format!("{}\n", show(&made.folder));
    let words = Printed::Demo { folder: show(&made.folder) }.text(settings.lang);
    Ok(Answer { text, told: [made.told, vec![words]].concat(), no: false })
}

/// The settings under which the rehearsal is opened at the desk.
///
/// # Errors
/// Why it could not be made.
pub fn settled(settings: &Settings, size: Demo) -> Result<Settings, Failure> {
    Ok(make(settings, size)?.settled(settings))
}

/// The same, at a meeting that is open at its second item and has no record yet.
///
/// # Errors
/// Why it could not be made.
pub(super) fn unrecorded(settings: &Settings) -> Result<Settings, Failure> {
    let folder = folder("yiding-tutor-", settings.lang)?;
    let (mut stage, told) = begun(&folder, settings)?;
    stage.sit_down()?;
    stage.go_to("1.2")?;
    Ok(Made { folder, today: TODAY.parse().ok(), told }.settled(settings))
}

/// A book that was made.
struct Made {
    folder: PathBuf,
    /// The day on which it is to be looked at.
    today: Option<NaiveDate>,
    /// What git did not take.
    told: Vec<String>,
}

impl Made {
    /// The settings under which it is opened.
    fn settled(self, settings: &Settings) -> Settings {
        let today = settings.today.or(self.today);
        Settings { book: self.folder, today, ..settings.clone() }
    }
}

fn make(settings: &Settings, size: Demo) -> Result<Made, Failure> {
    let folder = folder("yiding-demo-", settings.lang)?;
    match size {
        Demo::Meetings => play(folder, settings),
        Demo::Year => year::make(folder, settings),
    }
}

/// A temporary folder that is a repository, or could not become one.
fn folder(prefix: &str, lang: Lang) -> Result<PathBuf, Failure> {
    let folder = tempfile::Builder::new().prefix(prefix).tempdir();
    let folder = folder.map_err(|why| not_made(&std::env::temp_dir(), &why, lang))?;
    let folder = folder.keep();
    let who = Identity { name: "yiding demo".into(), email: "demo@yiding.invalid".into() };
    if let Ok(repo) = crate::shell::git::Repo::init(&folder) {
        // Without a name git keeps nothing, and the rehearsal goes on all the same.
        let _ = repo.set_identity(&who);
    }
    Ok(folder)
}

fn play(folder: PathBuf, settings: &Settings) -> Result<Made, Failure> {
    let (mut stage, told) = begun(&folder, settings)?;
    stage.fourth()?;
    Ok(Made { folder, today: TODAY.parse().ok(), told })
}

/// Everything before the fourth meeting, and what git did not take of it.
fn begun(folder: &Path, settings: &Settings) -> Result<(Play, Vec<String>), Failure> {
    let lang = settings.lang;
    let told = found(folder, &rehearsed(PLAN), settings)?;
    let mut stage =
        Play { hand: Hand::take(&Settings { book: folder.into(), ..settings.clone() })?, lang };
    stage.first()?;
    stage.second()?;
    stage.between()?;
    stage.third()?;
    stage.august()?;
    Ok((stage, told))
}

/// The hand that plays, and the language in which it is answered.
struct Play {
    hand: Hand,
    lang: Lang,
}

type Played = Result<(), Failure>;

impl Play {
    fn first(&mut self) -> Played {
        self.meet("2023-03-17")?;
        self.assign("1.2", "投促局", "发改局")?;
        self.assign("1.4", "临空办", "发改局")?;
        self.assign("3.1", "住建局", "")?;
        self.decide("1.2", "六强企业投资产业项目一企一专班推进", "投促局 发改局", "2023-04-30")?;
        self.read("1.2/1", "96", "2023-01..2023-02")?;
        self.read("0/2", "4.1", "2023-01..2023-02")?;
        self.close()
    }

    fn second(&mut self) -> Played {
        self.meet("2023-05-19")?;
        self.decide("1.2", "组织赴长三角招商2次", "临空办 投促局", "2023-06-30")?;
        self.decide("3.1", "老旧小区改造9月15日前全部进场施工", "住建局", "2023-09-15")?;
        self.read("1.2/1", "180", "2023-01..2023-04")?;
        self.read("0/1", "4.8", "2023-01..2023-04")?;
        self.close()
    }

    fn between(&mut self) -> Played {
        self.day("2023-06-05");
        self.read("0/2", "12.6", "2023-01..2023-06")?;
        self.read("3.1/1", "120", "2023-01..2023-06")?;
        self.stage("1/4", Stage::Done)?;
        self.stage("2/1", Stage::Assigned)?;
        self.feedback("2/1", "临空办", "已赴长三角1次，签约意向3个")?;
        self.press("2/1", Colour::Blue, "本月底到期")?;
        self.sign("2023-03-17")?;
        self.sign("2023-05-19")
    }

    fn third(&mut self) -> Played {
        self.meet("2023-08-11")?;
        for (target, value) in [("0/1", "4.8"), ("0/2", "16.2"), ("0/3", "5.1"), ("0/4", "3.2")] {
            self.read(target, value, "2023-01..2023-07")?;
        }
        self.read("1.2/1", "240", "2023-01..2023-07")?;
        self.decide("1.4", "太安路迁改8月底前完成", "临空办", "2023-08-31")?;
        self.decide("1.2", "签约转开工台账按月报送", "投促局", "每月5日")?;
        self.decide("4.3", "106名医卫技术人员引进方案尽快报审", "", "")?;
        self.close()
    }

    /// The figures of August come in before the next meeting.
    fn august(&mut self) -> Played {
        self.day("2023-09-12");
        for (target, value) in AUGUST {
            self.read(target, value, "2023-01..2023-08")?;
        }
        self.read("0/1", "4.9", "2023-01..2023-06")?;
        self.read("0/6", "5.0", "2023-01..2023-06")?;
        let set = LightSet {
            light: Some(Light::OnTrack),
            reason: "全年审计计划已覆盖".into(),
            agreed: "区长".into(),
            on: self.hand.session.today,
            pinned: true,
        };
        let row = self.row("5.5/1")?;
        let acted = act::light(&mut self.hand.session, row, set);
        self.hand.carry_out(acted)
    }

    /// The fourth meeting is open, and who is there has signed in.
    fn sit_down(&mut self) -> Played {
        // It is open now, whatever the clock says: how long its items took is counted from here.
        self.hand.set_clock(Clock::new(TODAY.parse().ok()));
        self.open()?;
        for (name, state) in [
            ("发改局", Presence::Present),
            ("财政局", Presence::Present),
            ("投促局", Presence::Excused),
        ] {
            self.attend(name, state)?;
        }
        Ok(())
    }

    fn fourth(&mut self) -> Played {
        self.sit_down()?;
        self.decide("1.1", "专项债第三批材料9月底前报省", "发改局 财政局", "2023-09-30")?;
        self.read("1.2/1", "305", "2023-01..2023-08")?;
        self.decide(
            "1.4",
            "太安路迁改延至10月15日前完成，每周五报进度",
            "临空办 住建局",
            "2023-10-15",
        )?;
        self.note("1.4", "请省交投集团下次到会说明工期")
    }

    fn day(&mut self, day: &str) {
        if let Ok(at) = format!("{day}T14:00:00+08:00").parse::<DateTime<FixedOffset>>() {
            self.hand.set_clock(Clock::stopped(at));
        }
    }

    fn meet(&mut self, day: &str) -> Played {
        self.day(day);
        self.open()
    }

    fn open(&mut self) -> Played {
        let opening = agenda::prefilled(&self.hand.session, "");
        let meeting = agenda::meeting(&self.hand.session, &opening, self.lang);
        let acted = act::open_meeting(&mut self.hand.session, meeting, self.lang);
        self.hand.carry_out(acted)
    }

    fn close(&mut self) -> Played {
        let acted = act::close_meeting(&mut self.hand.session, self.lang);
        self.hand.carry_out(acted)
    }

    /// The item that goes through a row has the floor.
    fn go_to(&mut self, row: &str) -> Played {
        let row = self.row(row)?;
        let agenda = self.hand.session.agenda();
        let holds = |item: &AgendaItem| item.rows.iter().any(|held| held.place == row);
        let item = agenda.and_then(|agenda| agenda.iter().find(|(_, item)| holds(item)));
        let Some(number) = item.map(|(number, _)| *number) else { return Ok(()) };
        let acted = act::visit(&mut self.hand.session, number);
        self.hand.carry_out(acted)
    }

    fn row(&self, text: &str) -> Result<Place, Failure> {
        name::row(&self.hand.session, text, self.lang)
    }

    fn parties(&self, names: &str) -> Vec<Party> {
        let roster = &self.hand.session.plan.roster;
        names.split_whitespace().map(|name| Party::named(name, roster)).collect()
    }

    fn decide(&mut self, row: &str, text: &str, offices: &str, due: &str) -> Played {
        let row = self.hand.session.plan.row(self.row(row)?);
        let mut parties = self.parties(offices).into_iter();
        let decision = Decision {
            about: vec![About::Row(row)],
            text: text.into(),
            lead: parties.next().into_iter().collect(),
            support: parties.collect(),
            due: due.parse().map_or(Due::Missing, |when: When| Due::Stated(when)),
            ..Decision::default()
        };
        let acted = act::decide(&mut self.hand.session, decision, "");
        self.hand.carry_out(acted)
    }

    fn read(&mut self, target: &str, value: &str, period: &str) -> Played {
        let target = self.row(target)?;
        let (reading, _) = submit::reading(&self.hand.session, target, (value, period))
            .map_err(|why| super::hand::refusal(&why, self.lang))?;
        let acted = act::read(&mut self.hand.session, vec![(target, reading)], "");
        self.hand.carry_out(acted)
    }

    fn assign(&mut self, row: &str, lead: &str, support: &str) -> Played {
        let row = self.row(row)?;
        let assignment = Assignment {
            lead: self.parties(lead),
            support: self.parties(support),
            sponsor: String::new(),
            person: String::new(),
            due: None,
            since: self.hand.session.base_day(),
        };
        let acted = act::assign(&mut self.hand.session, &[row], &assignment, "");
        self.hand.carry_out(acted)
    }

    fn stage(&mut self, decision: &str, stage: Stage) -> Played {
        let id = name::decision(&self.hand.session, decision, self.lang)?;
        let step = Followup::on(self.hand.session.base_day(), Happening::Stage(stage));
        let acted = act::follow(&mut self.hand.session, &id, step, "");
        self.hand.carry_out(acted)
    }

    fn feedback(&mut self, decision: &str, office: &str, progress: &str) -> Played {
        let id = name::decision(&self.hand.session, decision, self.lang)?;
        let what = Happening::Feedback {
            from: self.parties(office).into_iter().next(),
            progress: progress.into(),
            problem: String::new(),
            next: String::new(),
        };
        let step = Followup::on(self.hand.session.base_day(), what);
        let acted = act::follow(&mut self.hand.session, &id, step, "");
        self.hand.carry_out(acted)
    }

    fn press(&mut self, decision: &str, colour: Colour, reason: &str) -> Played {
        let id = name::decision(&self.hand.session, decision, self.lang)?;
        let (about, on) = (About::Decision(id), self.hand.session.base_day());
        let acted =
            act::issue(&mut self.hand.session, Sheet { about, colour, on, reason: reason.into() });
        self.hand.carry_out(acted)
    }

    fn sign(&mut self, meeting: &str) -> Played {
        let on = self.hand.session.base_day();
        let signing = Signing { by: "区长".into(), on, document: String::new() };
        let Some(id) = self.hand.session.sealed_meeting(meeting) else { return Ok(()) };
        let acted = act::sign(&mut self.hand.session, &id, signing);
        self.hand.carry_out(acted)
    }

    fn attend(&mut self, name: &str, state: Presence) -> Played {
        let who = self.parties(name).remove(0);
        let now = Some(Attendance { state, ..Attendance::default() });
        let acted = act::attend(&mut self.hand.session, who, now);
        self.hand.carry_out(acted)
    }

    fn note(&mut self, row: &str, text: &str) -> Played {
        let row = self.hand.session.plan.row(self.row(row)?);
        let about = vec![About::Row(row)];
        let note = Note { about, text: text.into(), ..Note::default() };
        let acted = act::note(&mut self.hand.session, note, "");
        self.hand.carry_out(acted)
    }
}

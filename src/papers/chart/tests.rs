//! Pictures of sums, rates and figures without a goal: what they say, and that nothing breaks them.

use super::*;
use crate::judge::tests::{book, target};

fn chart(goal: &str, readings: &str) -> Option<Chart> {
    let book = book().with(target(goal)).read(1, readings);
    Chart::of(&book.grounds("2023-09-15"), book.target(1), Lang::Zh)
}

#[test]
fn a_sum_is_held_against_its_pace_and_a_rate_against_its_goal() {
    for (goal, readings, title, told) in [
        (
            "cumulative 120 户",
            "1-2=10 1-8=70",
            "逐月累计报数与序时",
            "2月10，序时20；8月70，序时80。",
        ),
        (
            "rate about 6 %",
            "1-3=6.2 1-6=4.8 1-7=6",
            "各月报数与目标之差，单位个百分点",
            "3月6.2，目标6，高0.2个百分点；6月4.8，目标6，低1.2个百分点；7月6，目标6，持平。",
        ),
        ("direction down_only 万元", "1-3=20 1-8=60", "各月报数", "3月20；8月60。"),
    ] {
        let chart = chart(goal, readings).unwrap();
        assert!(chart.title().ends_with(title), "{goal}: {}", chart.title());
        assert_eq!(chart.told(), told, "{goal}");
        let svg = chart.svg();
        assert!(svg.contains("<title id=\"chart-1-1-1-title\">"), "{svg}");
        // A rate is never drawn as a part of its goal.
        assert!(!goal.starts_with("rate") || !svg.contains('%') || chart.name.contains('%'));
    }
    assert_eq!(chart("cumulative 120 户", "1-8=75"), None, "one reading is no course");
}

#[test]
fn equal_pictures_are_equal_bytes_and_stay_inside() {
    for (goal, readings) in [
        ("cumulative 120 户", "1-2=10 1-8=700"),
        ("cumulative 0.03 户", "1-2=0.01 1-8=0.02"),
        ("cumulative 79228162514264337593543950335 户", "1-2=1 1-8=79228162514264337593543950335"),
        ("rate about 6 %", "1-3=-40 1-6=900"),
        ("direction down_only 万元", "1-3=5 1-8=5"),
    ] {
        let one = chart(goal, readings).unwrap().svg();
        assert_eq!(one, chart(goal, readings).unwrap().svg());
        for attribute in ["cy", "y"] {
            for rest in one.split(&format!(" {attribute}=\"")).skip(1) {
                let value: Decimal = rest.split('"').next().unwrap().parse().unwrap();
                let inside = value >= Decimal::ZERO && value <= Decimal::from(230);
                assert!(inside, "{goal}: {attribute} {value}\n{one}");
            }
        }
        assert!(!one.contains("<script") && one.matches("http").count() == 1, "{one}");
    }
}

#[test]
fn a_name_is_never_markup() {
    let mut chart = chart("cumulative 120 户", "1-2=10 1-8=70").unwrap();
    chart.name = "</title><script>alert(1)</script>".into();
    let svg = chart.svg();
    assert!(!svg.contains("<script"), "{svg}");
    assert!(svg.contains("&lt;script&gt;"), "{svg}");
}

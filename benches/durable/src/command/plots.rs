//! Charts of what was measured.

use std::collections::BTreeMap;

use aimark_durable_bench::attacks::{self, Attack, Group};
use aimark_durable_bench::chart::{Series, counts, lines};
use aimark_durable_bench::corpus;
use aimark_durable_bench::results::{Count, Row};

use super::{false_alarms, read, rows};
use crate::Options;

pub(super) fn run(options: &Options) -> Result<(), String> {
    let rows = rows(options)?;
    let attacks = attacks::all();
    let mut groups: Vec<Group> = attacks.iter().map(|attack| attack.group).collect();
    groups.sort();
    groups.dedup();
    for group in groups {
        let series = series(&rows, &attacks, group);
        if series.iter().any(|one| one.points.len() > 1) {
            let page = lines(group.title(), "strength; share found exactly", &series, 1.0);
            corpus::save(&page, &options.out.join(format!("plots/{group:?}.png")))?;
        }
    }
    distribution(options, &rows)
}

/// For every mark a line over the strengths of a group.
fn series(rows: &[Row], attacks: &[Attack], group: Group) -> Vec<Series> {
    let mut marks: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    let mut list: Vec<&Attack> = attacks.iter().filter(|attack| attack.group == group).collect();
    list.sort_by(|a, b| a.strength.total_cmp(&b.strength));
    for attack in list {
        let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.attack == attack.name) {
            counts.entry(&row.mark).or_default().add(row);
        }
        for (mark, count) in counts {
            marks.entry(mark).or_default().push((attack.strength, count.share()));
        }
    }
    marks.into_iter().map(|(name, points)| Series { name: name.to_owned(), points }).collect()
}

/// The z of marked pictures, found and lost, beside that of pictures without a mark.
fn distribution(options: &Options, rows: &[Row]) -> Result<(), String> {
    let of =
        |found: bool| rows.iter().filter(|row| row.z > 0.0 && row.found == found).map(|row| row.z).collect();
    let mut kinds: Vec<(&str, Vec<f64>)> =
        vec![("marked and found", of(true)), ("marked and lost", of(false))];
    for (name, file) in [("no mark, fast", false_alarms::FAST), ("no mark, full search", false_alarms::FULL)]
    {
        if let Ok(text) = read(&options.out.join(file)) {
            kinds.push((name, text.lines().filter_map(|line| line.parse().ok()).collect()));
        }
    }
    kinds.retain(|(_, values)| values.len() > 1);
    let series: Vec<Series> = kinds.iter().map(|(name, values)| bars(name, values)).collect();
    let top = series.iter().flat_map(|one| &one.points).map(|point| point.1).fold(0.0, f64::max);
    let page =
        lines("z of the synchronisation", "z (those above 30 at 30); share of the pictures", &series, top);
    corpus::save(&page, &options.out.join("plots/z.png"))
}

fn bars(name: &str, values: &[f64]) -> Series {
    let capped: Vec<f64> = values.iter().map(|z| z.min(30.0)).collect();
    let points = counts(&capped, 40).into_iter().map(|(z, count)| (z, count / capped.len() as f64));
    Series { name: name.to_owned(), points: points.collect() }
}

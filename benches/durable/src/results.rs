//! What was measured, as CSV and as tables beside the goals.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::attacks::{Attack, Group};

/// One photo after one attack.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub mark: String,
    pub photo: String,
    pub attack: String,
    /// Whether exactly the payload was read that was put in.
    pub found: bool,
    /// Whether another one was read.
    pub wrong: bool,
    pub z: f64,
    /// Milliseconds of the processor, of both searches where the fast one found nothing.
    pub ms: f64,
}

pub const HEADER: &str = "mark,photo,attack,found,wrong,z,ms";

impl Row {
    pub fn line(&self) -> String {
        let Self { mark, photo, attack, found, wrong, z, ms } = self;
        format!("{mark},{photo},{attack},{},{},{z:.2},{ms:.1}", u8::from(*found), u8::from(*wrong))
    }

    fn read(line: &str) -> Option<Self> {
        let fields: Vec<&str> = line.split(',').collect();
        let [mark, photo, attack, found, wrong, z, ms] = fields[..] else { return None };
        Some(Self {
            mark: mark.to_owned(),
            photo: photo.to_owned(),
            attack: attack.to_owned(),
            found: found == "1",
            wrong: wrong == "1",
            z: z.parse().ok()?,
            ms: ms.parse().ok()?,
        })
    }
}

/// # Errors
/// The line that is not one of ours.
pub fn read(csv: &str) -> Result<Vec<Row>, String> {
    csv.lines()
        .filter(|line| *line != HEADER)
        .map(|line| Row::read(line).ok_or_else(|| line.to_owned()))
        .collect()
}

/// Of how many, how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub found: usize,
    pub wrong: usize,
    pub all: usize,
}

impl Count {
    pub fn add(&mut self, row: &Row) {
        self.found += usize::from(row.found);
        self.wrong += usize::from(row.wrong);
        self.all += 1;
    }

    pub fn share(self) -> f64 {
        self.found as f64 / self.all.max(1) as f64
    }
}

/// Goals first, by group, then every attack by itself, with a column for every mark, in Markdown.
pub fn tables(rows: &[Row], attacks: &[Attack]) -> String {
    let mut marks: Vec<&str> = Vec::new();
    for row in rows {
        if !marks.contains(&row.mark.as_str()) {
            marks.push(&row.mark);
        }
    }
    let mut out = head("| attack group | goal |", &marks);
    for (group, goal) in groups(attacks) {
        let of =
            |row: &Row| attacks.iter().any(|a| a.group == group && a.set.is_goal() && a.name == row.attack);
        let goal = goal.map_or("-".to_owned(), |goal| format!("{:.0} %", goal * 100.0));
        line(&mut out, &format!("| {} | {goal} |", group.title()), rows, &marks, of);
    }
    out += &head("\n| attack | group |", &marks);
    for attack in attacks {
        let begin = format!("| {} | {} |", attack.name, attack.group.title());
        line(&mut out, &begin, rows, &marks, |row| row.attack == attack.name);
    }
    out
}

/// The groups of the goals in the order of the attacks.
fn groups(attacks: &[Attack]) -> Vec<(Group, Option<f64>)> {
    let mut groups = Vec::new();
    for attack in attacks.iter().filter(|attack| attack.set.is_goal()) {
        if !groups.contains(&(attack.group, attack.group.goal())) {
            groups.push((attack.group, attack.group.goal()));
        }
    }
    groups
}

fn head(begin: &str, marks: &[&str]) -> String {
    let dashes = "---|".repeat(begin.matches('|').count() - 1 + marks.len());
    format!("{begin} {} |\n|{dashes}\n", marks.join(" | "))
}

fn line(out: &mut String, begin: &str, rows: &[Row], marks: &[&str], of: impl Fn(&Row) -> bool) {
    let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
    for row in rows.iter().filter(|row| of(row)) {
        counts.entry(&row.mark).or_default().add(row);
    }
    if counts.is_empty() {
        return;
    }
    out.push_str(begin);
    for mark in marks {
        let cell = counts.get(mark).map_or("-".to_owned(), |count| cell(*count));
        write!(out, " {cell} |").expect("memory");
    }
    out.push('\n');
}

fn cell(count: Count) -> String {
    let wrong = if count.wrong > 0 { format!(", {} wrong", count.wrong) } else { String::new() };
    format!("{:.1} % ({}/{}{wrong})", count.share() * 100.0, count.found, count.all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attacks;

    fn row(photo: &str, attack: &str, found: bool) -> Row {
        let (mark, photo, attack) = ("ours".to_owned(), photo.to_owned(), attack.to_owned());
        Row { mark, photo, attack, found, wrong: false, z: 7.25, ms: 31.5 }
    }

    #[test]
    fn rows_come_back_from_csv() {
        let rows = [row("a.png", "jpeg 90", true), row("b.png", "jpeg 75 + 60 shifted", false)];
        let csv = format!("{HEADER}\n{}\n{}\n", rows[0].line(), rows[1].line());
        assert_eq!(read(&csv), Ok(rows.to_vec()));
        assert!(read("nonsense").is_err());
        assert!(attacks::all().iter().all(|attack| !attack.name.contains(',')), "CSV without quotes");
    }

    #[test]
    fn shares_stand_beside_the_goals() {
        let rows =
            [row("a.png", "jpeg 90", true), row("b.png", "jpeg 90", true), row("b.png", "jpeg 75", false)];
        let tables = tables(&rows, &attacks::all());
        assert!(tables.contains("| JPEG >= 50, WebP 50, JPEG twice | 99 % | 66.7 % (2/3) |"), "{tables}");
        assert!(tables.contains("| jpeg 75 | JPEG >= 50, WebP 50, JPEG twice | 0.0 % (0/1) |"), "{tables}");
        assert!(!tables.contains("screenshot"));
    }
}

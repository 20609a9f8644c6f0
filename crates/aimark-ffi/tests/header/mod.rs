//! Reads `include/aimark.h`: what each function takes, gives and promises. It knows the shape of our own header and
//! fails at anything else, so that nothing in it goes unread.

pub(crate) mod program;

use std::collections::{BTreeMap, BTreeSet};

/// The header, read.
#[derive(Debug, Default)]
pub(crate) struct Header {
    /// Numbers that are no version and no status, by name.
    pub(crate) constants: BTreeMap<String, i64>,
    pub(crate) statuses: BTreeSet<String>,
    pub(crate) objects: BTreeSet<String>,
    pub(crate) functions: Vec<Function>,
    /// The arguments that may be NULL in every function.
    optional: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) name: String,
    /// Whether the result must be used: what can fail, as opposed to what reads a status.
    pub(crate) can_fail: bool,
    pub(crate) returns: String,
    pub(crate) arguments: Vec<Argument>,
    /// Paragraphs, each on one line, without the examples.
    pub(crate) documentation: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct Argument {
    pub(crate) name: String,
    /// As in C, without the space before a `*`.
    pub(crate) kind: String,
}

type Read<T> = Result<T, String>;

pub(crate) fn read(text: &str) -> Read<Header> {
    let (types, functions) = text.split_once("extern \"C\" {\n").ok_or("no `extern \"C\"`")?;
    let (_, functions) = functions.split_once("#endif").ok_or("`extern \"C\"` is not conditional")?;
    let (_, functions) = functions.split_once('\n').ok_or("nothing follows `extern \"C\"`")?;
    let (functions, _) = functions.split_once("#ifdef __cplusplus").ok_or("`extern \"C\"` has no end")?;
    let mut header = Header { optional: optional(&paragraphs(types).join(" ")), ..Header::default() };
    for line in types.lines() {
        read_constant(&mut header, line)?;
        if let Some(object) = line.strip_prefix("typedef struct aimark_") {
            let name = object.split(' ').next().unwrap_or_default();
            header.objects.insert(format!("aimark_{name}"));
        }
    }
    for item in functions.split("/**\n").skip(1) {
        let (comment, prototype) = item.split_once(" */\n").ok_or(format!("a comment has no end: {item}"))?;
        header.functions.push(prototype_of(prototype.trim(), paragraphs(comment))?);
    }
    if functions.matches(';').count() < header.functions.len() || header.functions.is_empty() {
        return Err("not every function has a comment".to_owned());
    }
    Ok(header)
}

fn read_constant(header: &mut Header, line: &str) -> Read<()> {
    let Some(rest) = line.strip_prefix("#define AIMARK_") else { return Ok(()) };
    let Some((name, number)) = rest.split_once(' ') else { return Ok(()) };
    if name.starts_with("MUST_USE") || name.starts_with("VERSION") {
        return Ok(());
    }
    let number = number.parse().map_err(|_| format!("not a number: {line}"))?;
    let name = format!("AIMARK_{name}");
    let groups = ["CERTIFICATE", "FIELD", "INTEGRITY", "LIMIT", "ORIGIN", "PLACE", "SEVERITY", "TRUST"];
    if groups.iter().any(|group| name.starts_with(&format!("AIMARK_{group}_"))) {
        header.constants.insert(name, number);
    } else {
        header.statuses.insert(name);
    }
    Ok(())
}

/// The paragraphs of a comment, each on one line, without the examples in it.
fn paragraphs(comment: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut in_example = false;
    for line in comment.lines() {
        let line = line.trim_start().trim_start_matches('*').trim();
        if line.starts_with("```") {
            in_example = !in_example;
        } else if line.is_empty() {
            found.push(String::new());
        } else if let Some(last) = found.last_mut().filter(|_| !in_example) {
            last.push_str(line);
            last.push(' ');
        }
    }
    found.retain(|paragraph| !paragraph.is_empty());
    found
}

fn prototype_of(text: &str, documentation: Vec<String>) -> Read<Function> {
    let odd = |what: &str| format!("{what}: {text}");
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.strip_suffix(");").ok_or(odd("not one prototype"))?;
    let (can_fail, line) = match line.strip_prefix("AIMARK_MUST_USE ") {
        Some(rest) => (true, rest),
        None => (false, line),
    };
    let (head, list) = line.split_once('(').ok_or(odd("no arguments"))?;
    if list.contains(['(', ')', ';', '[']) {
        return Err(odd("an argument of a shape that is not known"));
    }
    let declared = argument(head).ok_or(odd("no name"))?;
    let arguments = if list == "void" { Some(Vec::new()) } else { list.split(", ").map(argument).collect() };
    let arguments = arguments.ok_or(odd("an argument without a name"))?;
    Ok(Function { name: declared.name, can_fail, returns: declared.kind, arguments, documentation })
}

/// A name and the type before it.
fn argument(text: &str) -> Option<Argument> {
    let at = text.rfind([' ', '*'])?;
    let (kind, name) = text.split_at_checked(at.checked_add(1)?)?;
    (!name.is_empty())
        .then(|| Argument { name: name.to_owned(), kind: kind.replace(" *", "*").trim().to_owned() })
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The names that a text says may be NULL: "`a` and `b` may be NULL", "`c`, which may be NULL".
fn optional(text: &str) -> Vec<String> {
    let clauses = text.replace("always be NULL", "be NULL");
    let mut found = Vec::new();
    for clause in clauses.split([';', '.']).filter_map(|clause| Some(clause.split_once("may be NULL")?.0)) {
        let both = clause.contains("` and `");
        let names: Vec<_> = quoted(clause).collect();
        let last = names.iter().rev().take(if both { 2 } else { 1 });
        found.extend(last.map(|name| (*name).to_owned()));
    }
    // "`trust` may be." at the head of the header stands for the same.
    found.extend(
        clauses
            .split("` may be.")
            .next()
            .filter(|_| clauses.contains("` may be."))
            .and_then(|before| Some(before.rsplit('`').next()?.to_owned())),
    );
    found
}

impl Header {
    pub(crate) fn function(&self, name: &str) -> Read<&Function> {
        self.functions.iter().find(|f| f.name == name).ok_or(format!("there is no function {name}"))
    }

    /// The statuses that a function is documented to return.
    pub(crate) fn statuses_of(&self, function: &Function) -> Read<BTreeSet<String>> {
        let returns = function.documentation.iter().find(|paragraph| paragraph.starts_with("Returns "));
        let returns = returns.ok_or(format!("{} does not say what it returns", function.name))?;
        let named = |text: &str| -> BTreeSet<String> {
            quoted(text).filter(|name| self.statuses.contains(*name)).map(str::to_owned).collect()
        };
        let Some(other) = returns.strip_prefix("Returns what `") else { return Ok(named(returns)) };
        let (other, but) = other.split_once('`').ok_or("a backtick is missing")?;
        let but = but.strip_prefix(" returns, but never ").ok_or(format!("{}: {returns}", function.name))?;
        let never = named(but.split_once(". ").map_or(but, |(sentence, _)| sentence));
        Ok(self.statuses_of(self.function(other)?)?.difference(&never).cloned().collect())
    }

    /// Whether NULL is fine for an argument: where its function says so, or the head of the header does, unless it is
    /// what the function is about.
    pub(crate) fn may_be_null(&self, function: &Function, argument: &Argument) -> bool {
        let object = argument.kind.trim_start_matches("const ").trim_end_matches('*');
        let first = function.arguments.first().is_some_and(|first| first.name == argument.name);
        if first && function.name.starts_with(&format!("{object}_")) {
            return false;
        }
        self.optional.contains(&argument.name)
            || optional(&function.documentation.join(" ")).contains(&argument.name)
    }

    /// The numbers that the documentation lists for an argument.
    pub(crate) fn listed(&self, function: &Function, argument: &Argument) -> Read<Vec<i64>> {
        let text = function.documentation.join(" ");
        if text.contains("another number than 0 and 1") {
            return Ok(vec![0, 1]);
        }
        let groups: Vec<_> = quoted(&text).filter_map(|name| name.strip_suffix("...")).collect();
        let is_listed = |name: &str| {
            groups.iter().any(|group| name.starts_with(group)) || quoted(&text).any(|n| n == name)
        };
        let found: Vec<_> =
            self.constants.iter().filter(|(name, _)| is_listed(name)).map(|(_, n)| *n).collect();
        let lost = || format!("{} does not say what `{}` may be", function.name, argument.name);
        if found.is_empty() || !text.contains("another number") { Err(lost()) } else { Ok(found) }
    }
}

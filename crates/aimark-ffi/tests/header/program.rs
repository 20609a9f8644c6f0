//! Writes the table of all functions in C, from the header.

use std::fmt::Write as _;

use super::{Argument, Function, Header, Read};

/// The good value for a view, by the argument's name. Any other view is text.
const GOOD: [(&str, &str); 12] = [
    ("asset", "picture"),
    ("algorithm", "algorithm"),
    ("chain_pem", "chain"),
    ("key", "random"),
    ("keys", "random"),
    ("key_pem", "key"),
    ("pem", "root"),
    ("random", "random"),
    ("signature", "signature"),
    ("media_type", "media type"),
    ("law", "law"),
    ("toml", "law in TOML"),
];

/// Views that a function works through to their end, whatever they hold, because that is its work.
const CONTENT: [&str; 2] = ["asset", "piece"];

/// Objects that the table can make.
const OBJECTS: [&str; 13] = [
    "certificate",
    "error",
    "label",
    "options",
    "report",
    "signer",
    "chain",
    "trust",
    "text",
    "pending",
    "pieces",
    "buf",
    "laws",
];

/// The program: `runner` is the file that has `run`.
pub(crate) fn write(header: &Header, runner: &str) -> Read<String> {
    let mut out = format!("#define _DEFAULT_SOURCE\n#include \"{runner}\"\n");
    let mut rows = String::new();
    for function in &header.functions {
        let row = write_function(&mut out, header, function)?;
        rows.push_str(&row);
    }
    let count = header.functions.len();
    let main = "int main(int count, char **arguments)\n{\n    return run(all, sizeof all / sizeof *all, count, arguments);\n}\n";
    put(&mut out, &format!("\nstatic const struct function all[{count}] = {{\n{rows}}};\n\n{main}"));
    Ok(out)
}

fn put(out: &mut String, text: &str) {
    out.push_str(text);
}

fn write_function(out: &mut String, header: &Header, function: &Function) -> Read<String> {
    let name = &function.name;
    let mut arguments = String::new();
    for (place, argument) in function.arguments.iter().enumerate() {
        let row = write_argument(out, header, function, argument, place)?;
        arguments.push_str(&row);
    }
    let outcome = Outcome::of(header, function)?;
    write_call(out, function, &outcome)?;
    let mut fields = format!("\"{name}\", call_{name}, {}", outcome.returns);
    match function.arguments.len() {
        0 => put(&mut fields, ", NULL, 0"),
        count => {
            put(out, &format!("static const struct argument arguments_{name}[] = {{\n{arguments}}};\n"));
            put(&mut fields, &format!(", arguments_{name}, {count}"));
        }
    }
    if outcome.returns == "GIVES_STATUS" {
        let statuses = header.statuses_of(function)?;
        let list: Vec<_> = statuses.iter().map(String::as_str).collect();
        put(out, &format!("static const aimark_status statuses_{name}[] = {{ {} }};\n", list.join(", ")));
        put(&mut fields, &format!(", statuses_{name}, {}", list.len()));
    } else {
        put(&mut fields, ", NULL, 0");
    }
    let ends = u8::from(function.documentation.join(" ").contains("past the last"));
    Ok(format!(
        "    {{ {fields}, {{ {} }}, {}, {}, {ends} }},\n",
        outcome.made.join(", "),
        outcome.nothing,
        outcome.nothing_word
    ))
}

/// One row of a function's arguments.
fn write_argument(
    out: &mut String,
    header: &Header,
    function: &Function,
    argument: &Argument,
    place: usize,
) -> Read<String> {
    let kind = kind(header, function, argument)?;
    let mut flags = vec!["0"];
    let text = function.documentation.join(" ");
    if header.may_be_null(function, argument) {
        flags.push("MAY_BE_NULL");
    }
    if is_object(header, argument) && !argument.kind.starts_with("const ") {
        flags.push("CHANGES");
    }
    if function.can_fail && argument.name == "err" && argument.kind == "aimark_error*" {
        flags.push("TOLD");
    }
    if kind == "INT64" && text.contains("before 1970 or after 9999") {
        flags.push("MOMENT");
    }
    if CONTENT.contains(&argument.name.as_str()) {
        flags.push("CONTENT");
    }
    if kind == "VIEW" && function.name == "aimark_normalize" {
        flags.push("NORMALIZED");
    }
    let good = GOOD.iter().find(|row| row.0 == argument.name).map_or("words", |row| row.1);
    let good = if kind == "VIEW" { format!("\"{good}\"") } else { "NULL".to_owned() };
    let mut listed = "NULL, 0".to_owned();
    if kind == "INT32" {
        let numbers: Vec<_> = header.listed(function, argument)?.iter().map(i64::to_string).collect();
        let name = format!("listed_{}_{place}", function.name);
        put(out, &format!("static const int64_t {name}[] = {{ {} }};\n", numbers.join(", ")));
        listed = format!("{name}, {}", numbers.len());
    }
    Ok(format!("    {{ \"{}\", {kind}, {}, {good}, {listed} }},\n", argument.name, flags.join(" | ")))
}

fn is_object(header: &Header, argument: &Argument) -> bool {
    let pointed = argument.kind.trim_start_matches("const ").strip_suffix('*');
    pointed.is_some_and(|name| header.objects.contains(name))
}

/// The type of an argument in the words of the table; one that it does not know fails the test by its name.
fn kind(header: &Header, function: &Function, argument: &Argument) -> Read<String> {
    let unknown = || {
        format!(
            "{}: the table has no values for `{}` of type `{}`",
            function.name, argument.name, argument.kind
        )
    };
    let plain = match argument.kind.as_str() {
        "aimark_view" => "VIEW",
        "int32_t" => "INT32",
        "int64_t" => "INT64",
        "uint32_t" => "UINT32",
        "uint64_t" => "UINT64",
        "size_t" => "SIZE",
        "aimark_status" => "STATUS",
        "aimark_sign_fn" => "CALLBACK",
        "void*" => "CONTEXT",
        other if other.ends_with("**") && object(other).is_some() && is_out(argument) => "OUT",
        other if is_object(header, argument) => return object(other).ok_or_else(unknown),
        _ => return Err(unknown()),
    };
    Ok(plain.to_owned())
}

/// Whether a result goes there. A function has one, or two.
fn is_out(argument: &Argument) -> bool {
    argument.name == "out" || argument.name.starts_with("out_")
}

/// The table's word for the object behind a pointer.
fn object(kind: &str) -> Option<String> {
    let name = kind.trim_start_matches("const ").trim_end_matches('*').strip_prefix("aimark_")?;
    OBJECTS.contains(&name).then(|| name.to_uppercase())
}

/// What a function gives, and what it gives for NULL.
struct Outcome {
    returns: &'static str,
    made: [String; 2],
    nothing: i64,
    nothing_word: String,
    /// The statement that takes the answer.
    takes: &'static str,
}

impl Outcome {
    fn of(header: &Header, function: &Function) -> Read<Self> {
        let unknown =
            || format!("{}: the table cannot judge what returns `{}`", function.name, function.returns);
        let (returns, takes) = match function.returns.as_str() {
            "aimark_status" if function.can_fail => ("GIVES_STATUS", "got.number = "),
            "aimark_status" | "int32_t" | "int64_t" | "uint32_t" => ("READS_NUMBER", "got.number = "),
            "size_t" => ("READS_NUMBER", "got.number = (int64_t)"),
            "aimark_view" => ("READS_VIEW", "got.view = "),
            "const char*" => ("READS_WORD", "got.word = "),
            other if other.starts_with("const ") && object(other).is_some() => {
                ("READS_OBJECT", "got.object = ")
            }
            other if object(other).is_some() && function.arguments.is_empty() => ("MAKES", "got.outs[0] = "),
            "void" if function.name.ends_with("_free") => ("FREES", ""),
            _ => return Err(unknown()),
        };
        let outs = function.arguments.iter().filter(|argument| is_out(argument)).map(|out| out.kind.as_str());
        let mut made: Vec<&str> = if returns == "MAKES" { vec![&function.returns] } else { outs.collect() };
        made.resize(2, "");
        let type_of = |kind: &str| if kind.is_empty() { Some("TYPES".to_owned()) } else { object(kind) };
        let [first, second] = made[..] else { return Err(unknown()) };
        let made = [type_of(first).ok_or_else(unknown)?, type_of(second).ok_or_else(unknown)?];
        let (nothing, nothing_word) = nothing(header, function, returns)?;
        Ok(Self { returns, made, nothing, nothing_word, takes })
    }
}

/// What a function that only reads says it gives for NULL: the first word of the clause that says so.
fn nothing(header: &Header, function: &Function, returns: &str) -> Read<(i64, String)> {
    let text = function.documentation.join(" ");
    let mut clauses = text.split(". ").flat_map(|sentence| sentence.split("; "));
    let clause = clauses.find(|clause| clause.contains("for NULL")).unwrap_or_default();
    let said = clause.split_whitespace().next().unwrap_or_default();
    let takes_object = function.arguments.iter().any(|argument| is_object(header, argument));
    let none = || (0, "\"\"".to_owned());
    match (returns, said) {
        _ if !takes_object => Ok(none()),
        ("READS_NUMBER", "`AIMARK_E_ARGUMENT`") => Ok((100, "\"\"".to_owned())),
        ("READS_NUMBER", "-1") => Ok((-1, "\"\"".to_owned())),
        ("READS_NUMBER", "0") => Ok(none()),
        // The head of the header says it for counts, views and objects.
        ("READS_NUMBER", "") if function.returns == "size_t" => Ok(none()),
        ("READS_WORD", "`\"\"`") => Ok(none()),
        ("READS_VIEW", "Nothing" | "") | ("READS_OBJECT", "NULL" | "") => Ok(none()),
        ("GIVES_STATUS" | "MAKES" | "FREES", _) => Ok(none()),
        _ => Err(format!("{} does not say what it gives for NULL: {clause:?}", function.name)),
    }
}

/// A function that calls with values of the table.
fn write_call(out: &mut String, function: &Function, outcome: &Outcome) -> Read<()> {
    let Function { name, arguments, .. } = function;
    let (mut body, mut taken, mut outs) = (String::new(), String::new(), 0);
    let mut passed = Vec::new();
    for (place, argument) in arguments.iter().enumerate() {
        let kind = argument.kind.as_str();
        passed.push(match kind {
            "aimark_view" => format!("values[{place}].view"),
            "aimark_sign_fn" => format!("values[{place}].function"),
            "uint32_t" | "uint64_t" | "size_t" => format!("({kind})values[{place}].count"),
            "int32_t" | "int64_t" | "aimark_status" => format!("({kind})values[{place}].number"),
            _ if is_out(argument) => {
                let (object, name) = (kind.trim_end_matches('*'), &argument.name);
                let _ = writeln!(body, "    {object} *{name} = ({object} *)(void *)&junk;");
                let _ = writeln!(taken, "    got.outs[{outs}] = {name};");
                outs = usize::saturating_add(outs, 1);
                format!("values[{place}].object ? &{name} : NULL")
            }
            _ => format!("({kind})values[{place}].object"),
        });
    }
    let unused = if arguments.is_empty() { "    (void)values;\n" } else { "" };
    let call = format!("    {}{name}({});\n", outcome.takes, passed.join(", "));
    let start = "    answer got;\n";
    let clear = "    memset(&got, 0, sizeof got);\n";
    let whole = format!("{start}{body}{clear}{unused}{call}{taken}    return got;\n");
    put(out, &format!("\nstatic answer call_{name}(const value *values)\n{{\n{whole}}}\n"));
    Ok(())
}

//! The arguments as they are typed. What they mean together is decided by each verb.

use std::ffi::OsStr;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use aimark::{Field, Format, Origin, Timestamp};
use aimark_lists::{Date, Purpose};
use aimark_notice::Position;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Args, ColorChoice, Command, Parser, Subcommand};
use clap_complete::Shell;

use crate::durable::Depth;
use crate::exit::{self, Exit};
use crate::help;
use crate::language::Language;
use crate::report::Form;

const EXAMPLES: &str = "
  aimark sign picture.png -o labelled.png
  aimark sign *.jpg -o labelled/ --system Kandinsky --provider ACME
  aimark sign --in-place --backup --origin altered retouched.webp
  aimark sign article.md -o labelled.md
  aimark sign picture.png -o labelled.png --profile kz --owner ACME
  aimark sign - --type text/plain < answer > labelled.txt";

const INSPECT_EXITS: &str = "Exit codes: 0 a label was read, 3 there is none, 2 it could not be read.";

const DOCTOR_EXITS: &str = "Exit codes: 0 nothing is wrong, 1 something is, 2 it could not be looked at.";

/// Put a signed label on AI-made images and texts, and check it.
#[derive(Debug, Parser)]
#[command(name = "aimark", version, after_help = exit::help(Language::English), max_term_width = 100)]
#[command(disable_help_subcommand = true, subcommand_required = true, arg_required_else_help = true)]
pub(crate) struct Cli {
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorChoice,

    /// The language of messages [default: by AIMARK_LANG, else by the locale]
    // It has been looked for before anything was parsed: see `language`.
    #[arg(long = "lang", global = true, display_order = 0, value_name = "LANG", value_parser = languages())]
    _language: Option<String>,

    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    Sign(Box<SignArgs>),
    Verify(VerifyArgs),
    Inspect(InspectArgs),
    /// Make and look at signing identities
    #[command(subcommand)]
    Identity(IdentityVerb),
    /// The anchors that `verify` accepts
    #[command(subcommand)]
    Trust(TrustVerb),
    /// The law profiles, their rules and their sources
    #[command(subcommand)]
    Profile(ProfileVerb),
    Doctor(DoctorArgs),
    /// Print a completion script for a shell
    Completions {
        /// The shell to complete for
        shell: Shell,
    },
    /// Print a manual page
    #[command(hide = true)]
    Man {
        /// The verb to print it for; the whole command if left out
        verb: Option<String>,
    },
}

/// Label images and texts as made or altered by AI
///
/// Each file gets a signed label, and else stays as it is. Nothing is overwritten unless asked, and a file that
/// carries a content credential already is refused.
#[derive(Debug, Args)]
#[command(after_help = examples(Language::English))]
pub(crate) struct SignArgs {
    /// Images and texts to label; `-` reads standard input and writes standard output
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) output: OutputArgs,
    #[command(flatten)]
    pub(crate) key: KeyArgs,
    #[command(flatten)]
    pub(crate) stated: StatedArgs,
    #[command(flatten)]
    pub(crate) more: MoreStatedArgs,
    #[command(flatten)]
    pub(crate) law: LawArgs,
    #[command(flatten)]
    pub(crate) durable: DurableArgs,
    #[command(flatten)]
    pub(crate) texts: TextArgs,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Where to")]
pub(crate) struct OutputArgs {
    /// The file to write; a folder for several files (made if missing)
    #[arg(short, long, value_name = "FILE|DIR")]
    pub(crate) output: Option<PathBuf>,
    /// Replace each file by its labelled form
    #[arg(long, conflicts_with = "output")]
    pub(crate) in_place: bool,
    /// With --in-place: keep the original as NAME.orig
    #[arg(long, requires = "in_place", conflicts_with = "output")]
    pub(crate) backup: bool,
    /// Replace output files that exist already
    #[arg(long)]
    pub(crate) overwrite: bool,
    /// Do everything but write, and say what would be done
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Who signs")]
pub(crate) struct KeyArgs {
    /// A certificate chain to sign with (PEM, signing certificate first), instead of an identity
    #[arg(long, value_name = "PEM", requires = "key_source")]
    pub(crate) cert: Option<PathBuf>,
    /// The private key for --cert (PKCS#8 PEM)
    #[arg(long, value_name = "PEM", group = "key_source", requires = "cert")]
    pub(crate) key: Option<PathBuf>,
    /// The environment variable that holds the private key for --cert (PKCS#8 PEM)
    #[arg(long, value_name = "VAR", group = "key_source", requires = "cert")]
    pub(crate) key_env: Option<String>,
    /// The environment variable that holds the passphrase of an encrypted key; else the terminal is asked
    #[arg(long, value_name = "VAR")]
    pub(crate) passphrase_env: Option<String>,
}

/// What can also be set by the environment and by settings files. It is read from the matches, which know
/// which of them a value comes from: see `config`.
#[derive(Debug, Args)]
#[command(next_help_heading = "What the label states")]
pub(crate) struct StatedArgs {
    /// Which identity signs; one called `default` is made on first use
    #[arg(long, value_name = "NAME|DIR", env = "AIMARK_IDENTITY", hide_env_values = true)]
    #[arg(help_heading = "Who signs")]
    identity: Option<String>,
    /// How the content came to be [default: generated]
    #[arg(long, value_parser = origins(), env = "AIMARK_ORIGIN", hide_env_values = true)]
    origin: Option<String>,
    /// The AI system
    #[arg(long, value_name = "NAME", env = "AIMARK_SYSTEM", hide_env_values = true)]
    system: Option<String>,
    /// The version of the system
    #[arg(long, value_name = "VERSION", env = "AIMARK_SYSTEM_VERSION", hide_env_values = true)]
    system_version: Option<String>,
    /// Who provides the system
    #[arg(long, value_name = "NAME", env = "AIMARK_PROVIDER", hide_env_values = true)]
    provider: Option<String>,
    /// The provider's registered code of 27 characters
    #[arg(long, value_name = "CODE", env = "AIMARK_PROVIDER_CODE", hide_env_values = true)]
    provider_code: Option<String>,
    /// The service or computer resource that made the content
    #[arg(long, value_name = "ID", env = "AIMARK_SERVICE_ID", hide_env_values = true)]
    service_id: Option<String>,
    /// Where anyone can check the content
    #[arg(long, value_name = "HTTPS-URL", env = "AIMARK_DETECTOR_URL", hide_env_values = true)]
    detector_url: Option<String>,
    /// The warning that people are shown with the content
    #[arg(long, value_name = "TEXT", env = "AIMARK_NOTICE", hide_env_values = true)]
    notice: Option<String>,
    /// The language of the warning, such as kk
    #[arg(long, value_name = "BCP47", env = "AIMARK_NOTICE_LANG", hide_env_values = true)]
    notice_lang: Option<String>,
    /// Who owns or possesses the system, and so has to warn people
    #[arg(long, value_name = "NAME", env = "AIMARK_OWNER", hide_env_values = true)]
    owner: Option<String>,
    /// The system's degree of risk (Kazakhstan, law 230-VIII, 17)
    #[arg(long, value_parser = choices(Field::RiskClass), env = "AIMARK_RISK_CLASS", hide_env_values = true)]
    risk_class: Option<String>,
    /// The system's degree of autonomy (the same)
    #[arg(long, value_parser = choices(Field::Autonomy), env = "AIMARK_AUTONOMY", hide_env_values = true)]
    autonomy: Option<String>,
    /// Whether the content may be mined and models trained with it (CAWG)
    #[arg(long, value_parser = choices(Field::Mining), env = "AIMARK_MINING", hide_env_values = true)]
    mining: Option<String>,
}

/// What belongs to one file and is therefore no setting.
#[derive(Debug, Args)]
#[command(next_help_heading = "What the label states")]
pub(crate) struct MoreStatedArgs {
    /// The content's unique number at the provider
    #[arg(long, value_name = "ID")]
    pub(crate) content_id: Option<String>,
    /// The person who reviewed the content before publication
    #[arg(long, value_name = "NAME")]
    pub(crate) reviewed_by: Option<String>,
    /// Who holds editorial responsibility
    #[arg(long, value_name = "NAME")]
    pub(crate) responsible: Option<String>,
    /// What real thing the content looks like, though it did not happen
    #[arg(long, value_parser = choices(Field::Depicts))]
    pub(crate) depicts: Option<String>,
    /// When the content was made, if not now
    #[arg(long, value_name = "RFC3339")]
    pub(crate) time: Option<Timestamp>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "What laws ask for")]
pub(crate) struct LawArgs {
    /// Do what these laws ask for: draw the warning into the picture or write it into the text, write the marks, check the
    /// fields. Names of profiles, or files of your own
    #[arg(
        long,
        value_name = "NAME|FILE",
        value_delimiter = ',',
        env = "AIMARK_PROFILE",
        hide_env_values = true
    )]
    pub(crate) profile: Vec<String>,
    /// Where in a picture the warning is drawn [default: as a law has it, else bottom-right]
    #[arg(long, value_name = "PLACE", value_parser = places(), requires = "profile")]
    pub(crate) notice_place: Option<Position>,
    /// Draw and write no warning: it is shown elsewhere, and only the label records it
    #[arg(long, requires = "profile", conflicts_with = "notice_place")]
    pub(crate) notice_only_label: bool,
    /// Sign the Chinese label with this SM2 key (PKCS#8 PEM)
    #[arg(long, value_name = "PEM", requires = "profile")]
    pub(crate) aigc_key: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "What stays when the label is stripped")]
pub(crate) struct DurableArgs {
    /// Also put an invisible watermark into the pixels of a picture, and fingerprints of the content into the label
    #[arg(long)]
    pub(crate) durable: bool,
    /// Whoever is to find the watermark needs this key, 64 hexadecimal digits [default: one that everybody has]
    #[arg(long, value_name = "FILE", requires = "durable")]
    pub(crate) durable_key: Option<PathBuf>,
    /// The number of who issues the watermark, 0 to 65535 [default: from the signer's organization]
    #[arg(long, value_name = "N", requires = "durable")]
    pub(crate) durable_issuer: Option<u16>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Texts")]
pub(crate) struct TextArgs {
    /// Bring a text into Unicode normalization form C where its label needs that; it looks the same
    #[arg(long)]
    pub(crate) normalize: bool,
    /// Pad the labels of plain text, CSV and TSV to a fixed length, as C2PA 2.5 has it; readers of 2.4 refuse
    /// most padded labels
    #[arg(long)]
    pub(crate) padded: bool,
}

/// How a verb that works on files runs.
#[derive(Debug, Args)]
#[command(next_help_heading = "How it runs")]
pub(crate) struct RunArgs {
    /// What the content is. Else an image is known by its content, a text by its name
    #[arg(long = "type", value_name = "MIME", value_parser = MediaTypes)]
    pub(crate) media_type: Option<Format>,
    /// How many files at once [default: as many as there are processors]
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Print JSON, one object a line for each file
    #[arg(long)]
    pub(crate) json: bool,
    /// Be quiet: `sign` says only what went wrong, `verify` nothing
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// Check labels
///
/// Says for each file whether its label holds, and whether you accept its signer. These are two questions.
/// No label says nothing about the content.
#[derive(Debug, Args)]
#[command(after_help = exit::help(Language::English))]
pub(crate) struct VerifyArgs {
    /// Files to check; `-` reads standard input. Folders with --recursive
    #[arg(required_unless_present = "files_from", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) which: WhichArgs,
    #[command(flatten)]
    pub(crate) report: ReportArgs,
    #[command(flatten)]
    pub(crate) judge: JudgeArgs,
    #[command(flatten)]
    pub(crate) watermark: WatermarkArgs,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Watermarks")]
pub(crate) struct WatermarkArgs {
    /// Whether and how long to look for a watermark in pictures [default: fast, in those that have no label and are named one by
    /// one]
    #[arg(long, value_name = "DEPTH")]
    pub(crate) watermark: Option<Depth>,
    /// Look for watermarks made with this key too, 64 hexadecimal digits; repeatable
    #[arg(long, value_name = "FILE")]
    pub(crate) watermark_key: Vec<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Which files")]
pub(crate) struct WhichArgs {
    /// Look into folders
    #[arg(short, long)]
    pub(crate) recursive: bool,
    /// With --recursive: look behind links too
    #[arg(long, requires = "recursive")]
    pub(crate) follow_links: bool,
    /// Check the files that this file names, one a line; `-` is standard input
    #[arg(long, value_name = "LIST")]
    pub(crate) files_from: Option<PathBuf>,
    /// Names in the list end with NUL instead of a line feed
    #[arg(short = '0', long, requires = "files_from")]
    pub(crate) null: bool,
    /// Keep here what was found, and go on where an earlier run with this file stopped
    #[arg(long, value_name = "FILE")]
    pub(crate) resume: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The report")]
pub(crate) struct ReportArgs {
    /// The form of the report
    #[arg(long, value_name = "FORM", default_value = "text", conflicts_with = "json")]
    pub(crate) format: Form,
    /// The file to write it to, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Replace that file if it exists already
    #[arg(long, requires = "output")]
    pub(crate) overwrite: bool,
    /// As text: all that was found in each file, also where there are many
    #[arg(long)]
    pub(crate) details: bool,
    /// As HTML: so many files, from the first, get a small picture if they are pictures
    #[arg(long, value_name = "N", default_value_t = crate::thumbnail::MOST)]
    pub(crate) thumbnails: usize,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "How it judges")]
pub(crate) struct JudgeArgs {
    /// Accept these certificates too, for this run; repeatable
    #[arg(long, value_name = "PEM")]
    pub(crate) trust: Vec<PathBuf>,
    /// Accept nothing but what --trust names
    #[arg(long)]
    pub(crate) no_default_trust: bool,
    /// Judge as of this time, instead of now
    #[arg(long, value_name = "RFC3339")]
    pub(crate) at: Option<Timestamp>,
    /// Fetch what credentials of other makers leave elsewhere: manifests and revocation answers. Else nothing is fetched
    #[arg(long)]
    pub(crate) online: bool,
    /// Also say what the rules of these laws find; the exit code stays that of the label. Names of profiles, or files of
    /// your own
    #[arg(
        long,
        value_name = "NAME|FILE",
        value_delimiter = ',',
        env = "AIMARK_PROFILE",
        hide_env_values = true
    )]
    pub(crate) profile: Vec<String>,
    /// With --profile: take the stricter severity of rules that have one
    #[arg(long, requires = "profile")]
    pub(crate) strict: bool,
    /// With --profile: the signature in a Chinese label must be by this SM2 key (PEM)
    #[arg(long, value_name = "PEM", requires = "profile")]
    pub(crate) aigc_key: Option<PathBuf>,
    /// Which results count for the exit code; others give 0 [default: all]
    #[arg(long, value_name = "RESULT", value_delimiter = ',', value_parser = results())]
    pub(crate) fail_on: Vec<Exit>,
}

/// Print what a label says, without checking it
#[derive(Debug, Args)]
#[command(after_help = inspect_exits(Language::English))]
pub(crate) struct InspectArgs {
    /// The image or text; `-` reads standard input
    pub(crate) path: PathBuf,
    /// What the content is. Else an image is known by its content, a text by its name
    #[arg(long = "type", value_name = "MIME", value_parser = MediaTypes)]
    pub(crate) media_type: Option<Format>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// Explain why something is refused, and what to do about it
///
/// Looks at an identity, at certificates, or at a labelled image or text, and says of each check whether it passed. Nothing
/// is changed.
#[derive(Debug, Args)]
#[command(after_help = doctor_exits(Language::English))]
pub(crate) struct DoctorArgs {
    /// The name of an identity; or a file: certificates in PEM, an image, a text
    #[arg(value_name = "IDENTITY|PATH")]
    pub(crate) subject: PathBuf,
    /// What the content is. Else an image is known by its content, a text by its name
    #[arg(long = "type", value_name = "MIME", value_parser = MediaTypes)]
    pub(crate) media_type: Option<Format>,
    /// Judge as of this time, instead of now
    #[arg(long, value_name = "RFC3339")]
    pub(crate) at: Option<Timestamp>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum IdentityVerb {
    New(NewIdentityArgs),
    /// Describe an identity
    Show {
        /// Which identity
        #[arg(default_value = crate::signer::DEFAULT)]
        name: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    Csr(CsrArgs),
    /// List all identities
    List {
        /// Print JSON, one object a line for each identity
        #[arg(long)]
        json: bool,
    },
}

/// Make an identity: a key, its certificate, and the root that others add to their anchors
#[derive(Debug, Args)]
pub(crate) struct NewIdentityArgs {
    /// What to call it here: letters, digits, dot, underscore, hyphen
    pub(crate) name: String,
    /// The country in its certificate, two capital letters
    #[arg(long, value_name = "CC", default_value = "KZ")]
    pub(crate) country: String,
    /// The organization in its certificate
    #[arg(long, value_name = "NAME", default_value = "aimark")]
    pub(crate) organization: String,
    /// The signer's name that labels show [default: what it is called here]
    #[arg(long = "name", id = "common_name", value_name = "NAME")]
    pub(crate) common_name: Option<String>,
    /// For how many days it is valid
    #[arg(long, default_value_t = crate::signer::DAYS)]
    pub(crate) days: u32,
    /// Encrypt its key with a passphrase, asked for on the terminal
    #[arg(long, conflicts_with = "passphrase_env")]
    pub(crate) passphrase: bool,
    /// Encrypt its key with the passphrase in this environment variable
    #[arg(long, value_name = "VAR")]
    pub(crate) passphrase_env: Option<String>,
}

/// Print a certificate request for an authority (PKCS#10 PEM)
#[derive(Debug, Args)]
pub(crate) struct CsrArgs {
    /// Which identity
    pub(crate) name: String,
    /// Another country than its certificate has
    #[arg(long, value_name = "CC")]
    pub(crate) country: Option<String>,
    /// Another organization than its certificate has
    #[arg(long, value_name = "NAME")]
    pub(crate) organization: Option<String>,
    /// Another signer's name than its certificate has
    #[arg(long = "name", id = "common_name", value_name = "NAME")]
    pub(crate) common_name: Option<String>,
    /// The environment variable that holds the passphrase of an encrypted key; else the terminal is asked
    #[arg(long, value_name = "VAR")]
    pub(crate) passphrase_env: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TrustVerb {
    /// List all anchors: the roots of your identities, those you added, and the trust lists
    List {
        /// Print JSON, one object a line for each anchor and list
        #[arg(long)]
        json: bool,
    },
    /// Accept the certificates of a file from now on
    Add {
        /// The file
        pem: PathBuf,
    },
    /// Stop accepting a certificate that was added
    Remove {
        /// Its fingerprint, or enough of the beginning
        fingerprint: String,
    },
    Update(UpdateListArgs),
    /// Describe an anchor or a trust list
    Show {
        /// Its fingerprint, or enough of the beginning; or the name of a list
        #[arg(value_name = "FINGERPRINT|LIST")]
        fingerprint: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ProfileVerb {
    /// List the profiles that come with aimark
    List {
        /// Print JSON, one object a line for each profile
        #[arg(long)]
        json: bool,
    },
    /// Describe a profile: what it asks for, its rules, its sources
    Show {
        /// Its name, or the file of one of your own
        #[arg(value_name = "NAME|FILE")]
        name: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
        /// Print its file, to begin one of your own with
        #[arg(long, conflicts_with = "json")]
        toml: bool,
    },
}

/// Where in a picture a warning may stand.
const PLACES: [(&str, Position); 6] = [
    ("top-left", Position::TopLeft),
    ("top-right", Position::TopRight),
    ("bottom-left", Position::BottomLeft),
    ("bottom-right", Position::BottomRight),
    ("top", Position::TopBand),
    ("bottom", Position::BottomBand),
];

fn places() -> impl TypedValueParser<Value = Position> {
    PossibleValuesParser::new(PLACES.map(|(name, _)| name)).try_map(|wanted| {
        PLACES.into_iter().find(|(name, _)| *name == wanted).map(|(_, place)| place).ok_or("no such place")
    })
}

pub(crate) fn examples(language: Language) -> String {
    format!("{}{EXAMPLES}", help::text(language, "help-examples", "Examples:"))
}

pub(crate) fn inspect_exits(language: Language) -> String {
    help::text(language, "help-inspect-exits", INSPECT_EXITS)
}

pub(crate) fn doctor_exits(language: Language) -> String {
    help::text(language, "help-doctor-exits", DOCTOR_EXITS)
}

fn languages() -> PossibleValuesParser {
    PossibleValuesParser::new(Language::ALL.map(Language::tag))
}

/// Put a newer trust list in the place of the one that came with aimark
///
/// The file is the list as the C2PA publishes it: certificates in PEM. What was in force before is kept beside it. Of
/// your list and the shipped one, the newer is in force.
#[derive(Debug, Args)]
pub(crate) struct UpdateListArgs {
    /// The file
    #[arg(required_unless_present = "reset")]
    pub(crate) pem: Option<PathBuf>,
    /// What the list is for, if its certificates do not tell; with --reset: which list [default: both]
    #[arg(long, value_parser = purposes())]
    pub(crate) purpose: Option<Purpose>,
    /// When it was published or taken [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<Date>,
    /// Go back to the list that came with aimark
    #[arg(long, conflicts_with_all = ["pem", "date"])]
    pub(crate) reset: bool,
}

fn purposes() -> impl TypedValueParser<Value = Purpose> {
    PossibleValuesParser::new(Purpose::ALL.map(Purpose::name))
        .try_map(|name| name.parse().map_err(|()| "no such purpose"))
}

fn choices(field: Field) -> PossibleValuesParser {
    PossibleValuesParser::new(field.choices())
}

fn origins() -> PossibleValuesParser {
    PossibleValuesParser::new(Origin::ALL.map(Origin::name))
}

/// Every media type of a format, of which the usual one is listed.
#[derive(Debug, Clone, Copy)]
struct MediaTypes;

impl MediaTypes {
    fn listed() -> PossibleValuesParser {
        PossibleValuesParser::new(Format::all().map(Format::media_type))
    }
}

impl TypedValueParser for MediaTypes {
    type Value = Format;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Format, clap::Error> {
        if let Some(format) = value.to_str().and_then(Format::from_media_type) {
            return Ok(format);
        }
        Self::listed().parse_ref(command, arg, value)?;
        Err(clap::Error::new(ErrorKind::InvalidValue).with_cmd(command))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Format::all().map(|format| PossibleValue::new(format.media_type()))))
    }
}

fn results() -> impl TypedValueParser<Value = Exit> {
    let names = exit::TABLE.iter().filter(|row| row.number != 0).map(|row| row.name);
    PossibleValuesParser::new(names).map(|name| Exit::named(&name))
}

# What the command says while it works. This file says which messages there are and which values they have; the other
# languages follow it. Values are escaped before they come here.

## How things are said
talk-note = note:
talk-warning = warning:
talk-error = error:
talk-hint = hint:
internal-error = internal error: { $detail }
failure-at = { $place }: { $what }
failure-io = { $what }: { $why }
failure-io-at = { $what } { $path }: { $why }
answer-yes = yes
answer-no = no

## The operating system
why-not-found = no such file or folder
why-permission-denied = permission denied
why-already-exists = it exists already
why-read-only = the file system is read-only
why-storage-full = no space left on the device
why-not-a-folder = a part of the path is not a folder
clock-wrong = this machine's clock is set before 1970 or after 9999
no-randomness = the operating system gives no randomness: { $why }
no-home = this user has no home folder
hint-home = set { $variable } to a folder

## Reading
standard-input = standard input
cannot-read = cannot read it
cannot-read-stdin = cannot read standard input
cannot-read-folder = cannot read the folder
input-folder = it is a folder, not a file
input-pipe = it is not a regular file, but a pipe or a device
input-not-regular = it is not a regular file
input-too-large = it is too large for memory
input-no-memory = no memory for its { $bytes } bytes
input-changed = it changed while it was being read
input-terminal = it is a terminal
input-over-limit = it is larger than the limit of { $bytes } bytes
input-not-text = it is not text
input-empty = it is empty
input-no-name = it has no file name
input-other-type = the content is { $found }, not { $announced } as --type says
cannot-read-file = cannot read
cannot-read-list = cannot read the list
input-leads-back = it leads back to { $path }
list-name-too-long = a name in the list is longer than { $bytes } bytes
list-name-not-text = a name in the list is not text
hint-redirect = redirect a file to it: aimark ... - < FILE
no-form = no form of label is known for .{ $extension }
hint-no-form = --type text/plain labels it if it is prose, with invisible characters at its end
note-taken-for = { $name }: taken for { $format }; if it is something else, say so with --type
note-other-format = { $name }: the content is { $format }, whatever the name says
note-other-form = { $name }: the label is not of the form for { $format } that the name promises
note-normalized = { $name }: brought into normalization form C
not-normalized = the text is not in normalization form C: { $place }
not-normalized-place = { $characters } at line { $line }, column { $column } (byte { $at })
hint-normalize = --normalize signs it in that form; it looks the same

## Writing
cannot-make-folder = cannot make the folder
cannot-write = cannot write
cannot-write-stdout = cannot write to standard output
cannot-replace = cannot replace
cannot-remove = cannot remove
cannot-keep-original = cannot keep the original as
failure-exists = { $path } exists already
hint-overwrite = --overwrite replaces it
place-replace = cannot replace { $path }
backup-exists = the backup { $path } exists already
hint-backup = move it away first: it may be the only copy of an original
no-folder = there is no folder { $path }
no-destination = where should the labelled files go?
hint-destination = add -o FILE for one file, -o FOLDER for several, or --in-place to replace them
input-is-output = { $path } is input and output at once
hint-in-place = --in-place replaces the input
two-to-one = two labelled files would go to { $path }
several-to-file = { $path } is not a folder, and several do not go into one file
several-to-stdout = several files do not go to standard output
stdin-once = standard input can be read only once
stdin-in-place = standard input cannot be replaced
hint-not-in-place = leave out --in-place
stdin-to-folder = what comes from standard input has no name to take in the folder { $path }
hint-output-file = give a file with -o
image-to-terminal = standard output is a terminal, and images are not text
hint-not-terminal = add -o FILE, or redirect it: > FILE
stdout-twice = the labelled file and the JSON cannot both go to standard output
hint-add-output = add -o FILE

## Signing
label-generated = made by AI
label-generated-by = made by AI ({ $system })
label-altered = altered by AI
label-altered-by = altered by AI ({ $system })
format-plain-text = plain text
format-shell = shell script
place-in-place = in place
place-file = -> { $path }
place-stdout = -> standard output
sign-done = labelled { $name } { $place }: { $label }, signed by { $signer }
sign-done-dry = would label { $name } { $place }: { $label }, signed by { $signer }
sign-summary =
    { $files ->
        [one] { $files } file: { $labelled } labelled, { $failed } not
       *[other] { $files } files: { $labelled } labelled, { $failed } not
    }
sign-summary-dry =
    { $files ->
        [one] { $files } file: { $labelled } would be labelled, { $failed } not
       *[other] { $files } files: { $labelled } would be labelled, { $failed } not
    }
two-signers = --identity and --cert name two signers; only one can sign
cert-alone = --cert needs --key or --key-env
nobody-opened = no identity was opened
nobody-signed = nobody signed

## Settings
setting-unknown = unknown setting { $name }
setting-not-text = { $name } must be a text in quotes
setting-alone = says nothing without { $whole }
settings-line = line { $line }: { $detail }
hint-settings = a settings file can set { $names }
origin-unknown = { $text } is neither generated nor altered
field-wrong = { $detail }
field-empty = is empty
field-too-long = has { $count } characters, at most { $most } are allowed
field-character = the character { $character } is not allowed
field-provider-code = must be 27 characters 0-9 A-Z that begin with 00
field-choice = must be { $choices } or { $last }
field-https = must be an https:// address in ASCII
field-language = must be a BCP 47 language tag such as kk or zh-Hans

## Identities
identity-made = made the identity { $name } in { $path }
identity-made-next = others accept it once they have its { $file }: aimark trust add { $file }
identity-exists = the identity { $name } exists already in { $path }
identity-name-rule = an identity's name has 1 to 64 of A-Z a-z 0-9 . _ - and no leading dot
no-identity = there is no identity { $name }
hint-identity-list = `aimark identity list` lists those that are there
hint-identity-new = make it with `aimark identity new { $name }`
cannot-make-identity = cannot make the identity in
first-use = made the signing identity { $name } in { $path }
first-use-dry = would make the signing identity { $name } in { $path }
first-use-next = its labels are trusted on this machine, and valid with an unknown signer elsewhere until others add its { $file }
key-exposed = { $path }: others than its owner can read this private key
chain-empty = a chain without certificates
no-country = the certificate names no country
no-organization = the certificate names no organization
hint-add = add { $option }
valid-to = valid to { $time }
entry-key = key
entry-key-encrypted = key encrypted
entry-file = file
entry-accepted-as = accepted as
place-identity = the identity { $path } with { $key }
place-variable = the variable { $name }
place-key-of = the key of { $name }
place-new-key = the new key
place-new-identity = the new identity
place-request = the request

## Passphrases
passphrase-of = Passphrase of { $what }:
passphrase-new = New passphrase for { $what }:
passphrase-again = The same once more:
passphrases-differ = the two passphrases differ
passphrase-no-terminal = the key needs a passphrase, and there is no terminal to ask for it
hint-passphrase-env = --passphrase-env VAR takes it from an environment variable
variable-empty = the variable { $name } is empty
variable-not-set = the variable { $name } is not set
variable-not-text = the variable { $name } is not text

## Anchors
anchor-added = accepted from now on: { $name }
anchor-there = accepted already: { $name }
anchor-removed = not accepted any more: { $name }
anchor-own = it is the root of your identity { $name }
hint-no-default-trust = `aimark verify --no-default-trust` leaves out your own identities
anchor-of-identity = root of identity { $name }
anchor-by-hand = added
anchor-not-used = { $path }: not used as an anchor: { $why }
anchor-several = it has more than one certificate
anchor-misnamed = its name is not the fingerprint of its certificate
anchor-ambiguous = several anchors begin with { $beginning }
hint-more-digits = give more of the fingerprint
anchor-unknown = no anchor begins with { $beginning }
hint-trust-list = `aimark trust list` lists them
not-a-fingerprint = { $text } is not a fingerprint, or at least { $digits } hexadecimal digits of its beginning
cannot-add-anchor = cannot add the anchor

## Reading labels
label-unreadable = there is a label that cannot be read: { $why }

## The manual
no-verb = there is no verb { $name }
cannot-make-page = cannot make the page

## What the libraries say
core-malformed = { $format }: { $detail } (at byte { $at })
core-not-normalized = the text is not in normalization form C: { $character } at byte { $at }
core-not-utf8 = the text is not UTF-8: the byte at { $at } does not fit
core-not-as-said = the content is not { $format }
core-already-labelled = the asset already carries a content credential, signed by { $signer }
core-unknown-format = not a PNG, JPEG or WebP image, nor text in UTF-8
core-other-encoding = text in UTF-16 or UTF-32; convert it to UTF-8 first
core-input = { $detail }
core-limit = { $detail }
core-unsupported = { $detail }
core-signer = { $detail }
core-internal = { $detail }
signer-profile = the signing certificate cannot sign labels: { $why }
signer-key-type = the signing certificate does not hold an Ed25519 key
signer-outside-validity = the signing certificate is valid from { $from } to { $to }, not at { $at }
hint-outside-validity = make a new identity with `aimark identity new`, or check this machine's clock
signer-does-not-fit = the signature does not fit into the label; sign again with other randomness
signer-wrong-signature = the signature handed over is not one of this certificate over these bytes
key-not-pkcs8 = the private key is not PKCS#8 PEM
key-encrypted = the private key is encrypted; decrypt it before handing it over
key-not-ed25519 = the private key is not an Ed25519 key
key-mismatch = the private key does not belong to the signing certificate
certificate-none = there is no certificate in the PEM text
certificate-too-many = there are more than { $most } certificates
certificate-too-long = the PEM text has { $found } bytes, at most { $most } are read
certificate-pem = certificate { $number } is not sound PEM
certificate-der = certificate { $number } is not a sound X.509 certificate
profile-version = the certificate is not X.509 version 3
profile-unique-id = the certificate has a unique identifier field
profile-signature-algorithm = the certificate is signed by an algorithm that C2PA does not admit
profile-organization = the certificate's subject names no organization
profile-authority = the certificate is a certificate authority's, not a signer's
profile-key-usage = the key usage must be critical, with digitalSignature and without keyCertSign
profile-purpose = the extended key usage has none of C2PA claim signing, e-mail protection and document signing
profile-forbidden-purpose = the extended key usage has a purpose that a signer must not have
profile-no-authority-key-id = the certificate has no authority key identifier
profile-critical-extension = the certificate has a critical extension that is not understood
identity-country = the country { $rule }
identity-organization = the organization { $rule }
identity-common-name = the common name { $rule }
rule-two-letters = must be two capital letters, such as KZ
rule-length = must have 1 to 64 characters
rule-characters = must not hold control, directional or invisible characters
rule-spaces = must not start or end with a space
identity-days = a certificate can be valid for 1 to { $most } days, not { $days }
identity-dates = the certificate would be valid outside the years 1970 to 9999
identity-randomness = the randomness repeats itself: its source does not work
identity-pem-missing = the text has no "{ $expected }" PEM block
identity-key-malformed = the private key is damaged or is not PKCS#8
identity-key-encrypted = the private key is encrypted: it needs its passphrase first
identity-passphrase-empty = the passphrase is empty
identity-passphrase-wrong = wrong passphrase, or the encrypted key is damaged
identity-encryption-unsupported = the private key is encrypted in a way that is not supported
identity-encryption-too-costly = decrypting the private key would take more work than is allowed
identity-certificate-malformed = certificate { $number } of the file is damaged or is not X.509
identity-encoding = the identity could not be encoded

## Checking
nothing-to-check = there is no file to check
not-examined = a file was not examined
label-silent = says nothing about AI
note-links =
    { $links ->
        [one] { $links } link in a folder was left alone; --follow-links looks behind links
       *[other] { $links } links in folders were left alone; --follow-links looks behind them
    }
progress = { $spinner } { $done } of { $files } files  { $bar }  { $speed }  { $rest } left
progress-open = { $spinner } { $done } files  { $speed }  { $elapsed }
progress-speed = { $files }/s
cannot-use = cannot use
journal-in-use = { $path } is being used by another run
journal-answer = an answer cannot be kept: { $why }
journal-other = { $path } was begun with other settings, anchors, or another version
hint-journal-other = name another file, or delete this one to begin anew
journal-strange = { $path } is not a file that --resume wrote
draft-cleared = another run clears away every draft
temporary-cleared = another run clears away every temporary file

## Trust lists
list-line = { $name }  { $source }  { $counted }, as of { $date }, from { $origin }, SHA-256 { $hash }
list-shipped = shipped
list-updated = updated
list-shipped-whole = shipped with aimark
list-authorities =
    { $count ->
        [one] { $count } authority
       *[other] { $count } authorities
    }
list-not-used = { $authorities } ({ $unused } not used by the engine)
list-from-file = a file that you gave
list-for-signing = signing
list-for-time-stamping = time-stamping
list-stands-in = { $name }, for { $purpose }, as of { $date } ({ $source })
list-entry-holds = holds
list-entry-stands-in = stands in
list-entry-for = for
list-entry-as-of = as of
list-entry-from = from
list-entry-licence = licence
list-entry-accepted = accepted now
list-entry-not-accepted = not accepted any more
list-date-ahead = the date { $date } has not come yet
list-older = the list of { $date } is older than the one of { $shipped } that is shipped
hint-list-older = the newer list is in force; --date says when the file was taken
hint-list-purpose = say so with --purpose
hint-list-signer = `aimark trust add` accepts single signers
list-now = the list { $name } is now that of { $date }, with { $authorities }
list-again = the list { $name } is again the shipped one of { $date }
list-already = the list { $name } is the shipped one of { $date } already
list-damaged = { $why }; no list for { $purpose } is used until `aimark trust update`
list-something-else = it is a list for something else
cannot-write-list = cannot write the list
list-too-long = it has { $found } bytes, at most { $allowed } are read
list-too-many = it has more than { $allowed } certificates
list-not-an-authority = certificate { $number } is not an authority's: { $subject }
list-none-valid = none of its certificates is valid now
list-other-purpose = certificate { $number } is not for { $purpose }: { $subject }
list-purpose-unknown = its certificates do not tell whether it is for signing or for time stamping
list-mixed = it has certificates for signing and others for time stamping; those are two lists
list-purpose-differs = the list is for { $found }, not for { $wanted }
list-stored = it is damaged, or was not written by `aimark trust update`

## Other makers' credentials
c2pa-input = the asset cannot be read: { $detail }
c2pa-limit = the asset has { $found } { $what }, more than the limit of { $limit }
c2pa-unsupported = the media type { $detail } is not supported
c2pa-misuse = { $detail }
c2pa-internal = internal error: { $detail }
output-not-a-file = { $path } is no ordinary file, and is not replaced
input-folder-recursive = it is a folder; -r looks into folders
note-at-elsewhere = credentials of other makers are judged as of now: --at is for labels made by aimark
output-is-journal = the report and what --resume keeps cannot be the same file

## Laws
profile-unknown = there is no profile called { $name }
hint-profiles = the profiles are { $names }; a file of your own ends in .toml
profile-wrong = { $path }: this is no law profile ({ $detail })
profile-not-shipped = only the profiles that come with aimark have a file to print
profile-as-of = as of { $date }
profile-law = law
profile-source = source
profile-penalty = penalty
profile-marks = sign writes
profile-notice = sign draws or writes a warning
profile-notice-value = in { $languages }; letters of at least { $height } % of the shorter side
profile-required = sign requires
profile-recommended = it suggests
profile-no-advice = This describes what the tool looks at. It is no legal advice.
profile-in-force = in force
profile-in-force-since = in force since { $date }
profile-draft = draft
aigc-key-wrong = { $path }: this SM2 key cannot be used ({ $detail })
law-missing = { $profile } needs { $options }
law-not-ascii = { $profile } needs { $options } in the characters U+0021 to U+007E, without blanks
law-notice = the warning cannot be put into the file ({ $detail })
law-notice-too-small = the words of the warning do not fit into the picture at the height that is asked for
law-notice-letter = the warning has a letter that the fonts lack: { $letter }
law-labelled = it carries a content credential already, which a warning or a mark would break
law-marks = the marks for machines cannot be written ({ $detail })
law-another-aigc = it has a Chinese label already, and one is allowed: { $place }
hint-only-label = show the warning beside the picture, and sign with --notice-only-label
note-suggested = { $profile } suggests stating { $option }
note-law-conflict = the laws ask for different things ({ $detail })
note-notice-beside = { $name }: no warning is written into { $format }; show it beside the text
note-no-aigc = { $name }: { $format } has no place for the Chinese label
note-packet = { $name }: its XMP was changed ({ $detail })
profile-twice = two different profiles are called { $name }; give yours another name
note-own-words = { $name }: no word for AI beside one for making it was found in your warning; whether it warns is for you to judge
note-coded-anew = { $name }: coded anew for the warning ({ $format })
note-provider-code = the provider code breaks its rule ({ $detail })

## Watermarks and fingerprints
note-watermarked = { $name }: its pixels carry a watermark: issuer { $issuer }, identifier { $identifier }; they differ from the original by { $psnr } dB (PSNR)
note-text-unwatermarked = { $name }: a text gets no watermark, so --durable-key and --durable-issuer mean nothing for it
note-not-looked-for = { $name }: no watermark could be looked for ({ $detail })
watermark-key-wrong = { $path }: a watermark key is 64 hexadecimal digits
watermark-keys-many = at most { $most } watermark keys can be looked for at once
durable-covered = the notice covers so much of the picture that its watermark cannot be read any more
watermark-off-key = --watermark off looks for no watermark, so --watermark-key means nothing
hint-watermark-key = make one with: openssl rand -hex 32
durable-failed = what stays when the label is stripped cannot be made ({ $detail })
durable-too-small = a picture of { $width } x { $height } pixels is too small or too narrow for a watermark
durable-too-flat = the picture is too plain to hide a watermark in
durable-transparent = most of the picture is transparent: a watermark there is not in what people see
durable-lost = a watermark would be lost in what is black, white or noise in this picture
durable-coarse = the JPEG is of so low a quality that a watermark would be lost in it
durable-watermarked = the picture carries a watermark of this key already: issuer { $issuer }, identifier { $identifier }

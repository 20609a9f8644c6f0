# What stands in the results of `verify` and `inspect`, as text and as a page.

## The first line of a file
report-verdict-trusted = trusted
report-verdict-valid = valid, signer not known
report-verdict-invalid = invalid
report-verdict-foreign = foreign, not judged
report-verdict-unmarked = unmarked
report-verdict-not-examined = not examined
report-first = { $name }: { $verdict }
report-first-says = { $name }: { $verdict } — { $label }
report-not-checked = { $name }: not checked; `aimark verify` checks it
report-not-checked-foreign = { $name }: another maker's content credential; not checked

## One sentence about each verdict
report-meaning-trusted = The label holds, the content is the one that was signed, and you accept the signer.
report-meaning-valid = The label holds and the content is the one that was signed. You do not know the signer.
report-meaning-invalid = A label is there, but it or the content was altered, or it breaks a rule.
report-meaning-foreign = A content credential of another maker's shape is there. It was not judged here.
report-meaning-unmarked = No label was found. This says nothing about the content.
report-nothing-found = no label found; this says nothing about the content
report-no-label-says-nothing = No label says nothing about the content.

## The two questions
report-question-intact = Intact?
report-question-accepted = Signer accepted?
report-integrity-intact = yes, label and content are those that were signed
report-integrity-broken = no, or it cannot be shown
report-integrity-not-examined = not examined
report-trust-accepted = yes
report-trust-unknown = no, you do not know the signer
report-trust-not-examined = not examined

## Headings and entries
report-title = What the labels say
report-made-by = Made by { $program } on { $time }
report-judged-at = judged as of
report-file = file
report-files = files
report-answer = answer
report-says = says
report-says-of-ai = what it says about AI
report-says-unproven = says, but do not rely on it
report-signer = signer
report-signed-by = signed by
report-signed-at = signed at
report-signed-at-unproven = { $time } (by the signer's own word)
report-accepted-by = accepted by
report-accepted-by-value = { $name } ({ $fingerprint })
report-trust-list-of = trust list of
report-names-as-signer = names as signer
report-names-as-signer-unproven = names as signer, but do not rely on it
report-names-as-signer-unchecked = names as signer, unchecked
report-written-by = written by
report-written-by-unchecked = written by, unchecked
report-not-judged-because = not judged because of
report-mentions-unchecked = mentions, unchecked
report-manifest = manifest
report-type = type
report-size = size
report-bytes =
    { $bytes ->
        [one] { $bytes } byte
       *[other] { $bytes } bytes
    }
report-sha256 = SHA-256 of the file
report-hint = hint
report-hints = hints
report-finding = finding
report-findings = findings
report-code = code
report-place = place
report-details = details
report-reason = reason
report-summary = summary
report-filter = filter
report-filter-all = all
report-filter-none = nothing fits the filter
report-not-examined = not examined
report-unknown = unknown
report-none = none
report-finding-line = { $words } [{ $code }]
report-finding-line-explained = { $means } ({ $detail }) [{ $code }]
report-unknown-code = { $code }: { $words }
report-severity-success = passed
report-severity-informational = worth knowing
report-severity-failure = failed

## A certificate
report-subject = subject
report-issuer = issuer
report-serial = serial number
report-valid = valid
report-valid-between = { $from } to { $to }
report-fingerprint = SHA-256 fingerprint

## The fields of a label
report-made-at = made at
report-made-at-value = { $time } (stated, not proven)
report-field-system = system
report-field-system-version = system version
report-field-provider = provider
report-field-provider-code = provider code
report-field-content-id = content id
report-field-service-id = service id
report-field-detector-url = detector url
report-field-notice = notice
report-field-notice-lang = notice lang
report-field-reviewed-by = reviewed by
report-field-responsible = responsible

## How many files ended how
report-counted =
    { $files ->
        [one] { $files } file: { $parts }
       *[other] { $files } files: { $parts }
    }
report-count-trusted = { $count } trusted
report-count-valid = { $count } valid
report-count-invalid = { $count } invalid
report-count-foreign = { $count } foreign
report-count-unmarked = { $count } unmarked
report-count-not-examined = { $count } not examined
report-progress = { $done } of { $files } files

## Who is at fault for what was not examined
report-kind-input = the file
report-kind-limit = a limit
report-kind-unsupported = a kind that is not handled
report-kind-misuse = what was asked for
report-kind-signer = the identity or a certificate
report-kind-internal = this program
report-kind-io = the file system

## What the answers do not prove
report-not-proven = What the answers do not prove
report-not-proven-1 = That the statement is true. A label shows who made the statement; how much that is worth depends on who it is.
report-not-proven-2 = That a file without a label was made by a human. Labels are lost when a file is re-saved, sent through most platforms or photographed from a screen, and anyone can remove one.
report-not-proven-3 = When it was signed. The time is the signer's own word, unless a trusted time stamp is shown with it.
report-not-proven-4 = That the certificate was not withdrawn. No network request is made, so nobody is asked about that.
report-not-proven-5 = Who the signer is, where the signer is not accepted. Then the name is whatever the holder of the certificate wrote there.
report-not-proven-6 = Whether people see a warning. The label is for machines; what stands in the picture or text for people is not examined.
report-not-proven-7 = Anything about files that were not examined, and about credentials of another maker's shape. What was read of those was not checked.
report-not-proven-8 = That a label copied with other words or another picture belongs to them: such a label is invalid, though it names a signer.

# What stands in the results of `verify` and `inspect`, as text.

## The first line of a file
report-verdict-trusted = trusted
report-verdict-valid = valid, signer not known
report-verdict-invalid = invalid
report-verdict-foreign = foreign, not judged
report-verdict-unmarked = unmarked
report-not-checked = { $name }: not checked; `aimark verify` checks it
report-not-checked-foreign = { $name }: another maker's content credential; not checked
report-nothing-found = no label found; this says nothing about the content

## The lines below it
report-says = says
report-says-unproven = says, but do not rely on it
report-signed-by = signed by
report-accepted-by = accepted by
report-accepted-by-value = { $name } ({ $fingerprint })
report-accepted-by-list = { $name } ({ $fingerprint }, { $list })
report-own-anchors = your anchors
report-time-stamp = time stamp
report-names-as-signer = names as signer
report-names-as-signer-unproven = names as signer, but do not rely on it
report-names-as-signer-unchecked = names as signer, unchecked
report-written-by = written by
report-written-by-unchecked = written by, unchecked
report-not-judged = not judged because of: { $reason }
report-mentions-unchecked = mentions, unchecked
report-manifest = manifest
report-type = type
report-finding = { $means } [{ $code }]
report-finding-detail = { $means } ({ $detail }) [{ $code }]
report-meaning-detail = { $means } ({ $detail })

## Another maker's credential
report-title = title
report-untitled = without a title
report-made-from = made from
report-ingredient = { $title } ({ $relation })
report-ingredient-state = { $title } ({ $relation }, { $state })
report-relation-parentOf = the original
report-relation-componentOf = a part
report-relation-inputTo = an input
report-state-no-manifest = no label
report-state-sound = sound
report-state-recorded-failures = failures were recorded
report-state-broken = broken
report-identity = identity
report-identity-value = { $name } ({ $kind }, { $held })
report-held-accepted = holds, accepted
report-held-unknown = holds, not known to you
report-held-not = does not hold
report-elsewhere = names a credential elsewhere, not fetched

## Unsigned marks
report-hint-line = unsigned hint, no proof: { $says } ({ $place }, { $key }: { $value })
report-hint-generated = made by AI
report-hint-altered = altered by AI
report-hint-suspected = perhaps made by AI
report-hint-involved = AI was involved
report-hint-not-ai = not made by AI
report-hint-open = says nothing about AI
report-hint-remote = names a content credential that is kept elsewhere
report-hint-embedded = has, or had, a content credential in itself
report-mark-iptc-digital-source-type = digital source type of IPTC
report-mark-iptc-ai = AI property of IPTC
report-mark-aigc-label = implicit label of the standard GB 45438
report-mark-generator-parameters = settings of a generator
report-mark-generator-signature = trace of a generator
report-mark-software-name = name of a generator
report-mark-credit-line = line of credit
report-mark-html-disclosure = disclosure in a document
report-mark-schema-org = digital source type of schema.org
report-mark-remote-credential = reference to a content credential kept elsewhere
report-mark-embedded-credential = trace of a content credential in the file

## The table
report-column-answer = ANSWER
report-column-ai = AI
report-column-signer = SIGNER
report-column-file = FILE
report-short-trusted = trusted
report-short-valid = valid
report-short-invalid = invalid
report-short-foreign = foreign
report-short-unmarked = unmarked
report-short-not-examined = not examined
report-cell-made = made
report-cell-altered = altered
report-cell-silent = not said
report-cell-hint = hint

## A certificate
report-subject = subject
report-issuer = issuer
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
report-field-owner = owner
report-field-risk-class = risk class
report-field-autonomy = autonomy
report-field-depicts = depicts
report-field-notice-shown = notice shown
report-field-notice-box = notice box
report-field-notice-contrast = notice contrast
report-field-mining = mining
report-field-soft-bindings = leads back to the label

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

## Who is at fault for what was not examined
report-failed = { $kind }: { $detail }
report-kind-input = the file
report-kind-limit = a limit
report-kind-unsupported = a kind that is not handled
report-kind-misuse = what was asked for
report-kind-signer = the identity or a certificate
report-kind-internal = this program
report-kind-io = the file system

## Laws
report-profile = { $name }: { $title } (as of { $date })
report-rule = { $id } { $outcome }: { $words }
report-rule-severe = { $id } { $outcome } ({ $severity }): { $words }
report-outcome-found = found
report-outcome-not-found = not found
report-outcome-damaged = damaged
report-outcome-conflicting = conflicting
report-outcome-cannot-tell = cannot be told from the file
report-outcome-not-applicable = does not apply
report-severity-error = error
report-severity-warning = warning
report-severity-undecidable = undecidable
report-watermark = watermark, no proof: { $says }; issuer { $issuer }, identifier { $identifier } (z { $z })
report-watermark-stated = watermark, as the label states it: { $says }; issuer { $issuer }, identifier { $identifier } (z { $z })
report-watermark-other = watermark, not the one that the label states: { $says }; issuer { $issuer }, identifier { $identifier } (z { $z })
report-watermark-unknown = says of its origin what this version does not know
report-no-watermark = no watermark found
report-no-watermark-fast = no watermark found; --watermark full looks longer

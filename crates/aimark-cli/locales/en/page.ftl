# The HTML report. Sentences end with a full stop; names of things do not.
page-heading = Report on AI labels
page-skip = Skip to the files
page-time = Examined
page-tool = With
page-lists = Signers are accepted by
page-no-lists = no list: no signer could be accepted
page-list-content = for signers of content
page-list-time = for time stamps
page-list-own = chosen by the user
page-files =
    { $count ->
        [one] { $number } file examined
       *[other] { $number } files examined
    }
page-help = Tick what you want to see. Where nothing is ticked, everything is shown.
page-reset = Show everything
page-list = Files
page-shown = Files shown:
page-by-answer = Answer
page-by-ai = What the credential says about AI
page-by-hints = Unsigned marks
page-trusted = Trusted
page-trusted-means = Intact, and its signer is accepted.
page-valid = Valid, signer unknown
page-valid-means = Intact, but nothing named above accepts its signer.
page-invalid = Invalid
page-invalid-means = The file or its label was altered, or the label breaks a rule.
page-foreign = Not judged
page-foreign-means = It carries a credential of a kind that was not judged.
page-unmarked = No label
page-unmarked-means = That says nothing about the content.
page-failed = Not examined
page-failed-means = It could not be read, or is of no known kind.
page-full = Made by AI
page-full-means = All of the content.
page-partial = AI in part
page-partial-means = Altered by AI, or with parts made by AI.
page-none = Does not say
page-none-means = There is a credential; AI is not mentioned.
page-nothing = No statement
page-nothing-means = No credential, or none that was judged.
page-hinted = With hints
page-hinted-means = Traces of AI that nobody signed. They prove nothing.
page-caveats = What these answers do not prove
page-not-human = A file without a label was not necessarily made by a human. Labels are lost when files are saved anew, uploaded or photographed, and anyone can remove them.
page-not-true = An intact label shows who made a statement. It does not show that the statement is true.
page-not-known = The name of an unknown signer is whatever was written there.
page-not-hints = Unsigned hints prove nothing. Anyone can write, change or remove them.
page-not-time = A time without an accepted time stamp is the signer’s own word.
page-not-revoked = Whether a certificate was withdrawn is not looked up over a network.
page-intact = Intact?
page-intact-yes = Intact
page-intact-no = Altered
page-not-examined = Not examined
page-signer = Signer accepted?
page-signer-yes = Accepted
page-signer-no = Not known
page-accepted-by = Accepted by
page-signed-by = Signed by
page-names-signer = Names, unchecked
page-ai = What about AI?
page-not-reliable = Do not rely on it.
page-hints =
    { $count ->
        [one] { $number } unsigned hint
       *[other] { $number } unsigned hints
    }
page-details = Details
page-unchecked = Nothing stands behind what the file claims here. Do not rely on it.
page-signature = Signature
page-subject = Subject
page-issuer = Issuer
page-serial = Serial number
page-validity = Certificate valid
page-fingerprint = Fingerprint (SHA-256)
page-anchor = Anchor
page-time-stamp = Time stamp
page-authority-yes = authority accepted
page-authority-no = authority not known
page-actions = Actions that involve AI
page-label = What the label states
page-origin = Origin
page-field-created-at = Made at (stated, not proven)
page-field-system = AI system
page-field-system-version = Version of the system
page-field-provider = Provider
page-field-provider-code = Code of the provider
page-field-content-id = Number of the content
page-field-service-id = Service
page-field-detector-url = Can be checked at
page-field-notice = Notice
page-field-notice-lang = Language of the notice
page-field-reviewed-by = Reviewed by
page-field-responsible = Responsible editor
page-field-owner = Owner or possessor of the system
page-field-risk-class = Degree of risk of the system
page-field-autonomy = Degree of autonomy of the system
page-field-depicts = Looks like a real
page-field-notice-shown = Where the notice is shown
page-field-notice-box = Place of the notice in the picture
page-field-notice-contrast = Contrast of the notice
page-field-mining = Mining and training
page-ingredients = Made from
page-untitled = without a title
page-identities = Identities
page-unjudged = What could be read, unchecked
page-reason = Not judged because of
page-manifests = Manifests
page-assertions = Assertions
page-mentions = Mentions
page-findings = Findings
page-failure = Fault
page-informational = Note
page-success = Passed
page-unsigned = Unsigned hints: they prove nothing
page-hint-generated = Made by AI?
page-hint-altered = Altered by AI?
page-hint-suspected = Perhaps made by AI?
page-hint-involved = AI involved?
page-hint-not-ai = Not by AI?
page-hint-open = Does not say
page-file = File
page-path = Path
page-path-bytes = Path, as bytes
page-fault = Cause
page-type = Type
page-sha = SHA-256
page-generator = Written by
page-manifest = Manifest
page-credential-title = Title
page-remote = Kept elsewhere, not fetched
page-cut =
    { $count ->
        [one] (cut: { $number } character in all)
       *[other] (cut: { $number } characters in all)
    }
page-more =
    { $count ->
        [one] and { $number } more; the JSON report has it
       *[other] and { $number } more; the JSON report has them
    }
page-watermark = Watermark in the pixels: it proves nothing
page-field-soft-bindings = Leads back to the label

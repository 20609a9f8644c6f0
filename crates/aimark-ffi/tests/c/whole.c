/* All ways to sign and to verify. Argument: the folder of the test identity. */
#include "paint.h"

static aimark_view chain, key, root, picture;
static aimark_error *err;
static aimark_options *options;

static aimark_signer *new_signer(void)
{
    aimark_signer *signer = NULL;
    CHECK(aimark_signer_from_pem(chain, key, &signer, err) == AIMARK_OK && signer != NULL);
    return signer;
}

static aimark_label *new_label(void)
{
    aimark_label *label = aimark_label_new();
    CHECK(label != NULL);
    CHECK(aimark_label_set(label, AIMARK_FIELD_SYSTEM, text("Kandinsky"), err) == AIMARK_OK);
    CHECK(aimark_label_set_created_at(label, NOW - 60, err) == AIMARK_OK);
    CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_ALTERED, err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_SYSTEM_VERSION, text("5.0"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_PROVIDER, text("ACME"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_PROVIDER_CODE, text("001100000000000000000000ABC"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_CONTENT_ID, text("42"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_SERVICE_ID, text("gpu-7"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_DETECTOR_URL, text("https://example.org/check"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_NOTICE, text("made by AI"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_NOTICE_LANGUAGE, text("en"), err) == AIMARK_OK);
    CHECK(same(aimark_field_name(AIMARK_FIELD_NOTICE_LANGUAGE), text("notice_lang")));
    CHECK(aimark_label_set(label, AIMARK_FIELD_REVIEWED_BY, text("Ada"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_RESPONSIBLE, text("ACME News"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_OWNER, text("ACME AG"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_RISK_CLASS, text("minimal"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_AUTONOMY, text("low"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_DEPICTS, text("person"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_NOTICE_SHOWN, text("drawn"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_NOTICE_BOX, text("xywh=1,2,3,4"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_NOTICE_CONTRAST, text("12.63"), err) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_MINING, text("not-allowed"), err) == AIMARK_OK);
    return label;
}

static aimark_trust *new_trust(void)
{
    aimark_trust *trust = aimark_trust_new();
    CHECK(trust != NULL && aimark_trust_count(trust) == 0);
    CHECK(aimark_trust_add_pem(trust, root, err) == AIMARK_OK);
    CHECK(aimark_trust_count(trust) == 1);
    return trust;
}

static aimark_status judged(const aimark_trust *trust, aimark_view asset)
{
    aimark_report *report = NULL;
    aimark_status status = aimark_verify(trust, options, asset, &report, err);
    CHECK((report != NULL) == (status < 100));
    CHECK(aimark_report_status(report) == (report ? status : AIMARK_E_ARGUMENT));
    CHECK(aimark_error_status(err) == status);
    aimark_report_free(report);
    return status;
}

static void read_report(const aimark_trust *trust, aimark_view asset, aimark_view manifest)
{
    static const char *const fields[] = {
        "Kandinsky", "5.0", "ACME", "001100000000000000000000ABC", "42", "gpu-7", "https://example.org/check",
        "made by AI", "en", "Ada", "ACME News", "ACME AG", "minimal", "low", "person", "drawn", "xywh=1,2,3,4", "12.63",
        "not-allowed"
    };
    aimark_report *report = NULL;
    aimark_buf *json = NULL;
    const aimark_certificate *signer;
    size_t i;
    CHECK(aimark_verify(trust, options, asset, &report, err) == AIMARK_OK);
    CHECK(strcmp(aimark_report_verdict(report), "trusted") == 0);
    CHECK(aimark_report_integrity(report) == AIMARK_INTEGRITY_INTACT);
    CHECK(aimark_report_trust(report) == AIMARK_TRUST_ACCEPTED);
    CHECK(aimark_report_not_accepted(report).ptr == NULL);
    CHECK(same(aimark_report_media_type(report), text("image/png")));
    CHECK(aimark_report_sha256(report).len == 64);
    CHECK(aimark_report_origin(report) == AIMARK_ORIGIN_ALTERED);
    CHECK(aimark_report_created_at(report) == NOW - 60);
    for (i = 0; i < sizeof fields / sizeof *fields; i++)
        CHECK(same(aimark_report_field(report, (int32_t)i + 1), text(fields[i])));
    CHECK(aimark_report_field(report, 0).ptr == NULL && aimark_report_field(report, 20).ptr == NULL);
    signer = aimark_report_signer(report);
    CHECK(same(aimark_certificate_text(signer, AIMARK_CERTIFICATE_COMMON_NAME), text("aimark default")));
    CHECK(same(aimark_certificate_text(signer, AIMARK_CERTIFICATE_ORGANIZATION), text("aimark")));
    CHECK(aimark_certificate_text(signer, AIMARK_CERTIFICATE_SUBJECT).len > 0);
    CHECK(aimark_certificate_text(signer, AIMARK_CERTIFICATE_ISSUER).len > 0);
    CHECK(aimark_certificate_text(signer, AIMARK_CERTIFICATE_SERIAL).len > 0);
    CHECK(aimark_certificate_text(signer, AIMARK_CERTIFICATE_FINGERPRINT).len == 64);
    CHECK(aimark_certificate_text(signer, 7).ptr == NULL);
    CHECK(aimark_certificate_not_before(signer) < NOW && aimark_certificate_not_after(signer) > NOW);
    CHECK(aimark_report_anchor(report) != NULL && aimark_report_anchor(report) != signer);
    CHECK(aimark_report_generator(report).len > 0);
    CHECK(same(aimark_report_manifest_id(report), manifest));
    CHECK(aimark_report_finding_count(report) >= 5);
    for (i = 0; i < aimark_report_finding_count(report); i++) {
        CHECK(aimark_report_finding_severity(report, i) == AIMARK_SEVERITY_SUCCESS);
        CHECK(aimark_report_finding_code(report, i).len > 0);
        CHECK(aimark_report_finding_place(report, i).len > 0);
        CHECK(aimark_report_finding_words(report, i).len > 0);
    }
    CHECK(aimark_report_finding_code(report, i).ptr == NULL && aimark_report_finding_severity(report, i) == 0);
    CHECK(aimark_report_foreign_reason(report).ptr == NULL && aimark_report_foreign_manifests(report) == 0);
    CHECK(aimark_report_json(report, text("dot.png"), &json, err) == AIMARK_OK);
    CHECK(holds(aimark_buf_view(json), "\"verdict\":\"trusted\""));
    CHECK(holds(aimark_buf_view(json), "\"path\":\"dot.png\""));
    CHECK(aimark_buf_manifest_id(json).ptr == NULL);
    aimark_buf_free(json);
    aimark_report_free(report);
}

/* The signature in a labelled picture: what follows the last head of a byte string of 64. */
static aimark_view signature_in(aimark_view asset)
{
    size_t at = asset.len - 66;
    while (asset.ptr[at] != 0x58 || asset.ptr[at + 1] != 0x40)
        at--;
    return view(asset.ptr + at + 2, 64);
}

struct key_service {
    aimark_view answer;
    int32_t status;
    size_t asked;
};

static int32_t ask(void *ctx, aimark_view to_be_signed, uint8_t *signature, size_t capacity, size_t *written)
{
    struct key_service *service = (struct key_service *)ctx;
    service->asked++;
    CHECK(to_be_signed.len > 0 && capacity == 64);
    if (service->status == 0 && service->answer.len <= capacity)
        memcpy(signature, service->answer.ptr, service->answer.len);
    *written = service->answer.len;
    return service->status;
}

static void sign_pictures(const aimark_trust *trust)
{
    aimark_signer *signer = new_signer(), *remote = NULL;
    aimark_chain *certificates = NULL;
    aimark_label *label = new_label();
    aimark_buf *buf = NULL, *again = NULL;
    aimark_pieces *pieces = NULL;
    aimark_pending *pending = NULL;
    aimark_view asset, signature, piece;
    struct key_service service;
    uint8_t *copy, *writer;
    size_t i;

    CHECK(judged(trust, picture) == AIMARK_UNMARKED);
    CHECK(aimark_sign(signer, label, options, picture, &buf, err) == AIMARK_OK);
    asset = aimark_buf_view(buf);
    CHECK(judged(trust, asset) == AIMARK_OK && judged(NULL, asset) == AIMARK_UNTRUSTED);
    read_report(trust, asset, aimark_buf_manifest_id(buf));
    CHECK(aimark_sign(signer, label, options, asset, &again, err) == AIMARK_E_ALREADY_LABELLED && again == NULL);

    copy = (uint8_t *)malloc(asset.len);
    CHECK(copy != NULL);
    CHECK(aimark_sign_pieces(signer, label, options, picture, &pieces, err) == AIMARK_OK);
    for (i = 0, writer = copy; i < aimark_pieces_count(pieces); i++) {
        piece = aimark_pieces_at(pieces, i);
        /* An empty one too: memcpy takes no NULL, and Go no pointer into the first page. */
        CHECK((uintptr_t)piece.ptr >= 4096);
        memcpy(writer, piece.ptr, piece.len);
        writer += piece.len;
    }
    CHECK(aimark_pieces_len(pieces) == asset.len && same(view(copy, (size_t)(writer - copy)), asset));
    CHECK(same(aimark_pieces_manifest_id(pieces), aimark_buf_manifest_id(buf)));
    CHECK(aimark_pieces_at(pieces, i).ptr == NULL);
    aimark_pieces_free(pieces);

    /* What this copy of the key signed, with the same time and randomness, is what a key service would answer. */
    signature = signature_in(asset);
    CHECK(aimark_chain_from_pem(chain, &certificates, err) == AIMARK_OK);
    CHECK(aimark_certificate_not_before(aimark_chain_certificate(certificates)) > 0);
    CHECK(aimark_prepare(label, certificates, options, picture, &pending, err) == AIMARK_OK);
    CHECK(aimark_pending_to_be_signed(pending).len > 0);
    CHECK(aimark_pending_finish(pending, view(signature.ptr, 63), &again, err) == AIMARK_E_WRONG_SIGNATURE);
    CHECK(again == NULL);
    CHECK(aimark_pending_finish(pending, signature, &again, err) == AIMARK_OK);
    CHECK(same(aimark_buf_view(again), asset));
    aimark_buf_free(again);
    CHECK(aimark_pending_to_be_signed(pending).ptr == NULL);
    CHECK(aimark_pending_finish_pieces(pending, signature, &pieces, err) == AIMARK_E_SPENT && pieces == NULL);
    aimark_pending_free(pending);
    CHECK(aimark_prepare(label, certificates, options, picture, &pending, err) == AIMARK_OK);
    CHECK(aimark_pending_finish_pieces(pending, signature, &pieces, err) == AIMARK_OK);
    aimark_pending_free(pending);
    CHECK(aimark_pieces_len(pieces) == asset.len);
    aimark_pieces_free(pieces);
    aimark_chain_free(certificates);

    memset(&service, 0, sizeof service);
    service.answer = signature;
    CHECK(aimark_signer_from_callback(ask, &service, chain, &remote, err) == AIMARK_OK);
    CHECK(same(aimark_certificate_text(aimark_signer_certificate(remote), AIMARK_CERTIFICATE_FINGERPRINT),
               aimark_certificate_text(aimark_signer_certificate(signer), AIMARK_CERTIFICATE_FINGERPRINT)));
    CHECK(aimark_sign(remote, label, options, picture, &again, err) == AIMARK_OK);
    CHECK(same(aimark_buf_view(again), asset) && service.asked == 1);
    aimark_buf_free(again);
    service.answer.len = 65;
    CHECK(aimark_sign(remote, label, options, picture, &again, err) == AIMARK_E_SIGNER && again == NULL);
    CHECK(aimark_error_cause(err) == 0);
    service.answer.len = 10;
    CHECK(aimark_sign(remote, label, options, picture, &again, err) == AIMARK_E_WRONG_SIGNATURE);
    service.status = 7;
    CHECK(aimark_sign(remote, label, options, picture, &again, err) == AIMARK_E_SIGNER);
    CHECK(holds(aimark_error_message(err), "7") && aimark_error_cause(err) == 7);
    aimark_signer_free(remote);

    memcpy(copy, asset.ptr, asset.len);
    copy[asset.len - 13] ^= 1;
    CHECK(judged(trust, view(copy, asset.len)) == AIMARK_ALTERED);
    memcpy(copy, asset.ptr, asset.len);
    copy[signature.ptr - asset.ptr] ^= 1;
    CHECK(judged(trust, view(copy, asset.len)) != AIMARK_OK);
    CHECK(aimark_options_set_time(options, 2082758400, err) == AIMARK_OK);
    CHECK(judged(trust, asset) == AIMARK_EXPIRED);
    CHECK(aimark_sign(signer, label, options, picture, &again, err) == AIMARK_E_VALIDITY);
    CHECK(aimark_options_set_time(options, NOW, err) == AIMARK_OK);
    free(copy);

    /* Without options: the clock, and randomness of the operating system. */
    aimark_buf_free(buf);
    CHECK(aimark_sign(signer, label, NULL, picture, &buf, NULL) == AIMARK_OK);
    CHECK(aimark_sign(signer, label, NULL, picture, &again, NULL) == AIMARK_OK);
    CHECK(!same(aimark_buf_manifest_id(buf), aimark_buf_manifest_id(again)));
    aimark_buf_free(again);
    aimark_buf_free(buf);
    aimark_label_free(label);
    aimark_signer_free(signer);
}

static void sign_texts(const aimark_trust *trust)
{
    static const char words[] = "\xd0\x96\xd0\xb0\xd1\x81\xd0\xb0\xd0\xbd\xd0\xb4\xd1\x8b: made by a model.\n";
    const size_t len = sizeof words - 1;
    aimark_signer *signer = new_signer();
    aimark_label *label = new_label();
    aimark_text *stream = aimark_text_new();
    aimark_buf *mark = NULL, *at_once = NULL, *normal = NULL;
    char *sent;
    aimark_view bytes;
    size_t i;

    /* Byte by byte: pieces end within characters. */
    for (i = 0; i < len; i++)
        CHECK(aimark_text_push(stream, view(words + i, 1), err) == AIMARK_OK);
    CHECK(aimark_text_finish(stream, signer, label, options, &mark, err) == AIMARK_OK);
    CHECK(aimark_text_push(stream, text("more"), err) == AIMARK_E_SPENT);
    aimark_text_free(stream);
    bytes = aimark_buf_view(mark);
    sent = (char *)malloc(len + bytes.len);
    CHECK(sent != NULL && aimark_buf_manifest_id(mark).len > 0);
    memcpy(sent, words, len);
    memcpy(sent + len, bytes.ptr, bytes.len);
    CHECK(judged(trust, view(sent, len + bytes.len)) == AIMARK_OK);
    CHECK(aimark_sign(signer, label, options, view(words, len), &at_once, err) == AIMARK_OK);
    CHECK(same(aimark_buf_view(at_once), view(sent, len + bytes.len)));
    sent[0] = '\xd0', sent[1] = '\x97';
    CHECK(judged(trust, view(sent, len + bytes.len)) == AIMARK_ALTERED);
    aimark_buf_free(at_once);
    aimark_buf_free(mark);
    free(sent);

    stream = aimark_text_new();
    CHECK(aimark_text_push(stream, view("ok \xd0", 4), err) == AIMARK_OK);
    CHECK(aimark_text_finish(stream, signer, label, options, &mark, err) == AIMARK_E_NOT_UTF8 && mark == NULL);
    CHECK(aimark_error_offset(err) == 3);
    CHECK(aimark_text_push(stream, text("x"), err) == AIMARK_E_NOT_UTF8 && aimark_error_offset(err) == 3);
    aimark_text_free(stream);

    stream = aimark_text_new();
    CHECK(aimark_text_push(stream, text("e"), err) == AIMARK_OK);
    CHECK(aimark_text_push(stream, text("\xcc\x81"), err) == AIMARK_E_NOT_NORMALIZED);
    CHECK(aimark_error_offset(err) == 0);
    aimark_text_free(stream);
    CHECK(aimark_normalize(text("e\xcc\x81"), &normal, err) == AIMARK_OK);
    CHECK(same(aimark_buf_view(normal), text("\xc3\xa9")));
    aimark_buf_free(normal);

    /* A media type decides how a text carries its label. */
    CHECK(aimark_options_set_media_type(options, text("text/markdown"), err) == AIMARK_OK);
    CHECK(aimark_sign(signer, label, options, text("# Hello\n"), &at_once, err) == AIMARK_OK);
    CHECK(holds(aimark_buf_view(at_once), "<!--") && judged(trust, aimark_buf_view(at_once)) == AIMARK_OK);
    aimark_buf_free(at_once);
    CHECK(aimark_options_set_media_type(options, text(""), err) == AIMARK_OK);
    aimark_label_free(label);
    aimark_signer_free(signer);
}

static void read_errors(void)
{
    aimark_label *label = aimark_label_new();
    aimark_signer *signer = new_signer();
    aimark_buf *buf = NULL, *json = NULL;
    aimark_report *report = NULL;
    uint8_t cut[30];

    CHECK(aimark_label_set(label, AIMARK_FIELD_PROVIDER, text("a\x1b[2J"), err) == AIMARK_E_FIELD);
    CHECK(same(aimark_error_field(err), text("provider")) && aimark_error_offset(err) == -1);
    CHECK(holds(aimark_error_message(err), "U+001B"));
    CHECK(aimark_sign(signer, label, options, picture, &buf, err) == AIMARK_E_FIELD);
    CHECK(same(aimark_error_field(err), text("origin")));
    CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, err) == AIMARK_OK);
    CHECK(aimark_error_status(err) == AIMARK_OK && aimark_error_message(err).ptr == NULL);

    memcpy(cut, picture.ptr, sizeof cut);
    CHECK(aimark_verify(NULL, options, view(cut, sizeof cut), &report, err) == AIMARK_E_MALFORMED && report == NULL);
    CHECK(aimark_error_offset(err) >= 0 && aimark_error_field(err).ptr == NULL);
    CHECK(aimark_error_json(err, text("cut.png"), &json) == AIMARK_OK);
    CHECK(holds(aimark_buf_view(json), "\"kind\":\"input\""));
    aimark_buf_free(json);
    CHECK(aimark_verify(NULL, options, text("GIF89a\x80"), &report, err) == AIMARK_E_UNSUPPORTED);

    CHECK(aimark_options_set_limit(options, AIMARK_LIMIT_ASSET_BYTES, 10, err) == AIMARK_OK);
    CHECK(aimark_sign(signer, label, options, picture, &buf, err) == AIMARK_E_LIMIT && buf == NULL);
    CHECK(aimark_options_set_limit(options, AIMARK_LIMIT_ASSET_BYTES, 1 << 20, err) == AIMARK_OK);

    CHECK(aimark_options_set_digest(options, 0, err) == AIMARK_OK);
    CHECK(aimark_verify(NULL, options, picture, &report, err) == AIMARK_UNMARKED);
    CHECK(aimark_report_sha256(report).ptr == NULL && aimark_report_origin(report) == 0);
    CHECK(aimark_report_created_at(report) == -1 && aimark_report_signer(report) == NULL);
    CHECK(aimark_report_json(report, text("-"), &json, err) == AIMARK_E_ARGUMENT && json == NULL);
    CHECK(aimark_options_set_digest(options, 1, err) == AIMARK_OK);
    aimark_report_free(report);
    aimark_signer_free(signer);
    CHECK(aimark_signer_from_pem(chain, chain, &signer, err) == AIMARK_E_KEY && signer == NULL);
    CHECK(aimark_signer_from_pem(key, key, &signer, err) == AIMARK_E_CERTIFICATE && signer == NULL);
    CHECK(aimark_signer_from_pem(root, key, &signer, err) >= 100 && signer == NULL);
    aimark_label_free(label);
}

static aimark_laws *new_laws(const char *law)
{
    aimark_laws *laws = aimark_laws_new();
    CHECK(laws != NULL);
    CHECK(aimark_laws_add(laws, text(law), err) == AIMARK_OK);
    CHECK(aimark_laws_add(laws, text(law), err) == AIMARK_OK);
    return laws;
}

/* What the laws say of an asset; the caller frees it. */
static aimark_buf *answers(const aimark_laws *laws, const aimark_trust *trust, aimark_view asset)
{
    aimark_report *report = NULL;
    aimark_buf *json = NULL;
    CHECK(aimark_verify(trust, options, asset, &report, err) < 100);
    CHECK(aimark_laws_check(laws, report, asset, NOW, &json, err) == AIMARK_OK);
    aimark_report_free(report);
    return json;
}

/* Whether a rule was answered so, before any other of its profile. */
static int answered(const aimark_buf *json, const char *rule, const char *outcome)
{
    aimark_view all = aimark_buf_view(json);
    char start[64];
    size_t at, len;
    snprintf(start, sizeof start, "\"id\":\"%s\"", rule);
    len = strlen(start);
    for (at = 0; at + len <= all.len && memcmp(all.ptr + at, start, len) != 0;)
        at++;
    CHECK(at + len <= all.len);
    snprintf(start, sizeof start, "\"outcome\":\"%s\"", outcome);
    for (len = at; len < all.len && memcmp(all.ptr + len, "\"clause\"", 8) != 0;)
        len++;
    return holds(view(all.ptr + at, len - at), start);
}

static void follow_laws(const aimark_trust *trust, const char *folder)
{
    static const char prose[] = "Made by a model.\n";
    aimark_view large = whole(folder, "../../../../docs/sample.png");
    aimark_view toml = whole(folder, "../../../aimark-law/profiles/eu.toml");
    aimark_signer *signer = new_signer();
    aimark_laws *laws = new_laws("kz"), *chinese = new_laws("cn");
    aimark_label *label = aimark_label_new(), *full = NULL;
    aimark_buf *ready = NULL, *again = NULL, *labelled = NULL, *json = NULL;
    aimark_report *report = NULL;

    /* The warning is drawn, the marks are written, and the label says both. */
    CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, err) == AIMARK_OK);
    CHECK(aimark_laws_prepare(laws, label, options, large, &ready, &full, err) == AIMARK_OK);
    CHECK(!same(aimark_buf_view(ready), large) && aimark_buf_manifest_id(ready).ptr == NULL);
    CHECK(holds(aimark_buf_view(ready), "trainedAlgorithmicMedia"));
    CHECK(aimark_sign(signer, full, options, aimark_buf_view(ready), &labelled, err) == AIMARK_OK);
    CHECK(aimark_verify(trust, options, aimark_buf_view(labelled), &report, err) == AIMARK_OK);
    CHECK(same(aimark_report_field(report, AIMARK_FIELD_NOTICE_SHOWN), text("drawn")));
    CHECK(aimark_report_field(report, AIMARK_FIELD_NOTICE_BOX).len > 0);
    aimark_report_free(report);
    json = answers(laws, trust, aimark_buf_view(labelled));
    CHECK(answered(json, "KZ-1", "found") && answered(json, "KZ-3", "found"));
    CHECK(aimark_buf_view(json).ptr[0] == '[' && holds(aimark_buf_view(json), "\"name\":\"common\""));
    aimark_buf_free(json);
    json = answers(laws, trust, large);
    CHECK(answered(json, "KZ-1", "not_found") && holds(aimark_buf_view(json), "\"severity\":\"warning\""));
    aimark_buf_free(json);
    CHECK(aimark_laws_set_strict(laws, 1, err) == AIMARK_OK);
    json = answers(laws, trust, large);
    CHECK(holds(aimark_buf_view(json), "\"severity\":\"error\""));
    aimark_buf_free(json);
    aimark_label_free(full);

    /* The same inputs give the same bytes; another place gives others. */
    CHECK(aimark_laws_prepare(laws, label, options, large, &again, &full, err) == AIMARK_OK);
    CHECK(same(aimark_buf_view(again), aimark_buf_view(ready)));
    aimark_buf_free(again);
    aimark_label_free(full);
    CHECK(aimark_laws_set_notice_place(laws, AIMARK_PLACE_TOP_BAND, err) == AIMARK_OK);
    CHECK(aimark_laws_prepare(laws, label, options, large, &again, &full, err) == AIMARK_OK);
    CHECK(!same(aimark_buf_view(again), aimark_buf_view(ready)));
    aimark_buf_free(again);
    aimark_label_free(full);

    /* What carries a label is not changed any more. */
    CHECK(aimark_laws_prepare(laws, label, options, aimark_buf_view(labelled), &again, &full, err) == AIMARK_E_ALREADY_LABELLED);
    CHECK(again == NULL && full == NULL);
    aimark_buf_free(ready);
    aimark_buf_free(labelled);

    /* A picture of one pixel has no room; a warning that is shown elsewhere needs none. */
    CHECK(aimark_laws_prepare(laws, label, options, picture, &ready, &full, err) == AIMARK_E_UNSUPPORTED);
    CHECK(aimark_laws_set_only_label(laws, 1, err) == AIMARK_OK);
    CHECK(aimark_laws_prepare(laws, label, options, picture, &ready, &full, err) == AIMARK_OK);
    CHECK(aimark_sign(signer, full, options, aimark_buf_view(ready), &labelled, err) == AIMARK_OK);
    CHECK(aimark_verify(trust, options, aimark_buf_view(labelled), &report, err) == AIMARK_OK);
    CHECK(same(aimark_report_field(report, AIMARK_FIELD_NOTICE_SHOWN), text("elsewhere")));
    aimark_report_free(report);
    aimark_buf_free(ready);
    aimark_buf_free(labelled);
    aimark_label_free(full);
    CHECK(aimark_laws_set_only_label(laws, 0, err) == AIMARK_OK);

    /* A text has the warning as its first lines. A law of the caller's own takes the place of ours. */
    CHECK(aimark_laws_add_toml(laws, toml, err) == AIMARK_OK);
    CHECK(aimark_laws_prepare(laws, label, options, text(prose), &ready, &full, err) == AIMARK_OK);
    CHECK(aimark_buf_view(ready).ptr[0] == '[' && holds(aimark_buf_view(ready), prose));
    CHECK(aimark_sign(signer, full, options, aimark_buf_view(ready), &labelled, err) == AIMARK_OK);
    json = answers(laws, trust, aimark_buf_view(labelled));
    CHECK(answered(json, "KZ-3", "found") && holds(aimark_buf_view(json), "\"name\":\"eu\""));
    aimark_buf_free(json);
    aimark_buf_free(ready);
    aimark_buf_free(labelled);
    aimark_label_free(full);

    /* What a label lacks is named, and never invented. */
    CHECK(aimark_laws_prepare(chinese, label, options, large, &ready, &full, err) == AIMARK_E_FIELD);
    CHECK(same(aimark_error_field(err), text("provider_code")) && ready == NULL && full == NULL);
    CHECK(aimark_label_set(label, AIMARK_FIELD_PROVIDER_CODE, text("001100000000000000000000ABC"), err) == AIMARK_OK);
    CHECK(aimark_laws_prepare(chinese, label, options, large, &ready, &full, err) == AIMARK_E_FIELD);
    CHECK(same(aimark_error_field(err), text("content_id")) && holds(aimark_error_message(err), "cn: "));
    CHECK(aimark_label_set(label, AIMARK_FIELD_CONTENT_ID, text("42"), err) == AIMARK_OK);
    CHECK(aimark_laws_prepare(chinese, label, options, large, &ready, &full, err) == AIMARK_OK);
    CHECK(holds(aimark_buf_view(ready), "TC260"));
    aimark_buf_free(ready);
    aimark_label_free(full);
    aimark_label_free(label);
    aimark_laws_free(chinese);
    aimark_laws_free(laws);
    aimark_signer_free(signer);
    drop(toml), drop(large);
}

/* A library that was built without laws has the functions, and says so. */
static void miss_laws(void)
{
    aimark_laws *laws = aimark_laws_new();
    aimark_label *label = new_label(), *full = NULL;
    aimark_report *report = NULL;
    aimark_buf *out = NULL;
    CHECK(laws != NULL && aimark_laws_add(laws, text("kz"), err) == AIMARK_E_UNSUPPORTED);
    CHECK(holds(aimark_error_message(err), "built without laws"));
    CHECK(aimark_laws_add_toml(laws, text("format = 1"), err) == AIMARK_E_UNSUPPORTED);
    CHECK(aimark_laws_set_only_label(laws, 1, err) == AIMARK_OK);
    CHECK(aimark_laws_set_notice_place(laws, AIMARK_PLACE_TOP_LEFT, err) == AIMARK_OK);
    CHECK(aimark_laws_set_strict(laws, 1, err) == AIMARK_OK);
    CHECK(aimark_laws_prepare(laws, label, options, picture, &out, &full, err) == AIMARK_E_UNSUPPORTED);
    CHECK(aimark_verify(NULL, options, picture, &report, err) == AIMARK_UNMARKED);
    CHECK(aimark_laws_check(laws, report, picture, NOW, &out, err) == AIMARK_E_UNSUPPORTED);
    CHECK(out == NULL && full == NULL);
    aimark_report_free(report);
    aimark_label_free(label);
    aimark_laws_free(laws);
}

/* Whether a report has a soft binding by an algorithm, with a value. */
static int binds(const aimark_report *report, const char *algorithm)
{
    size_t at, count = aimark_report_soft_binding_count(report);
    for (at = 0; at < count; at++)
        if (same(aimark_report_soft_binding_algorithm(report, at), text(algorithm)))
            return aimark_report_soft_binding_value(report, at).len > 0;
    return 0;
}

/* What leads back to a label, as another program found or made it. */
static void state_soft_bindings(const aimark_trust *trust)
{
    aimark_signer *signer = new_signer();
    aimark_label *label = new_label();
    aimark_report *report = NULL;
    aimark_buf *labelled = NULL;
    CHECK(aimark_label_add_soft_binding(label, text("org.example.watermark.1"), text("one"), err) == AIMARK_OK);
    CHECK(aimark_label_add_soft_binding(label, text("org.example.hash.1"), view("\0\xff", 2), err) == AIMARK_OK);
    CHECK(aimark_label_set_watermarked(label, 1, err) == AIMARK_OK);
    /* Another origin leaves all else as it was. */
    CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, err) == AIMARK_OK);
    CHECK(aimark_sign(signer, label, options, picture, &labelled, err) == AIMARK_OK);
    CHECK(aimark_verify(trust, options, aimark_buf_view(labelled), &report, err) == AIMARK_OK);
    CHECK(aimark_report_soft_binding_count(report) == 2 && aimark_report_watermarked(report) == 1);
    CHECK(same(aimark_report_soft_binding_algorithm(report, 0), text("org.example.watermark.1")));
    CHECK(same(aimark_report_soft_binding_value(report, 0), text("one")));
    CHECK(same(aimark_report_soft_binding_value(report, 1), view("\0\xff", 2)));
    CHECK(aimark_report_soft_binding_value(report, 2).ptr == NULL && aimark_report_soft_binding_algorithm(report, 2).ptr == NULL);
    aimark_report_free(report);
    aimark_buf_free(labelled);
    aimark_label_free(label);
    aimark_signer_free(signer);
}

static void finds(aimark_view asset, aimark_view keys, int32_t full, const char *expected)
{
    aimark_buf *json = NULL;
    CHECK(aimark_watermark_find(options, asset, keys, full, &json, err) == AIMARK_OK);
    if (!holds(aimark_buf_view(json), expected))
        fprintf(stderr, "%.*s\n", (int)aimark_buf_view(json).len, (const char *)aimark_buf_view(json).ptr);
    CHECK(holds(aimark_buf_view(json), expected));
    aimark_buf_free(json);
}

/* Signs a marked picture: the warning that a law asks for, where there are laws, then the fingerprints, then the signature. */
static aimark_buf *signed_last(const aimark_signer *signer, const aimark_label *label, aimark_view marked)
{
    aimark_laws *laws = HAS_LAWS ? new_laws("kz") : NULL;
    aimark_label *ready_label = NULL, *full = NULL;
    aimark_buf *ready = NULL, *labelled = NULL;
    if (HAS_LAWS) {
        CHECK(aimark_laws_prepare(laws, label, options, marked, &ready, &ready_label, err) == AIMARK_OK);
        label = ready_label, marked = aimark_buf_view(ready);
    }
    CHECK(aimark_fingerprint(label, options, marked, &full, err) == AIMARK_OK);
    CHECK(aimark_sign(signer, full, options, marked, &labelled, err) == AIMARK_OK);
    aimark_label_free(full);
    aimark_label_free(ready_label);
    aimark_buf_free(ready);
    aimark_laws_free(laws);
    return labelled;
}

static void mark_pictures(const aimark_trust *trust)
{
    static uint8_t secrets[2 * 32];
    const aimark_view shared = view(NULL, 0);
    aimark_view large = painted(), other_key, both_keys;
    aimark_signer *signer = new_signer();
    aimark_label *label = aimark_label_new(), *marked_label = NULL, *full = NULL;
    aimark_buf *marked = NULL, *again = NULL, *labelled = NULL;
    aimark_report *report = NULL;
    secrets[0] = 9, secrets[32] = 5;
    other_key = view(secrets + 32, 32), both_keys = view(secrets, 64);
    CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_ALTERED, err) == AIMARK_OK);
    finds(large, both_keys, 0, "null");

    /* The key that everybody has, and the largest numbers. */
    CHECK(aimark_watermark(label, options, large, shared, 65535, 4398046511103u, &marked, &marked_label, err) == AIMARK_OK);
    CHECK(!same(aimark_buf_view(marked), large) && aimark_buf_manifest_id(marked).ptr == NULL);
    finds(aimark_buf_view(marked), both_keys, 1, "{\"origin\":\"altered\",\"issuer\":65535,\"identifier\":4398046511103,\"value\":\"2bffffffffffffff\",\"key\":0,\"z\":");
    finds(aimark_buf_view(marked), shared, 0, "\"stated\":null}");

    /* What is done to the picture after it leaves the mark where it is. */
    labelled = signed_last(signer, marked_label, aimark_buf_view(marked));
    CHECK(aimark_verify(trust, options, aimark_buf_view(labelled), &report, err) == AIMARK_OK);
    CHECK(aimark_report_watermarked(report) == 1 && aimark_report_soft_binding_count(report) == 3);
    CHECK(binds(report, "org.aimark.watermark.1") && binds(report, "org.aimark.pdq.1") && binds(report, "io.iscc.v0"));
    CHECK(aimark_report_soft_binding_value(report, 0).len == 8);
    CHECK((aimark_report_field(report, AIMARK_FIELD_NOTICE_SHOWN).len > 0) == HAS_LAWS);
    aimark_report_free(report);
    finds(aimark_buf_view(labelled), shared, 0, "\"stated\":true}");
    CHECK(aimark_watermark(label, options, aimark_buf_view(labelled), shared, 1, 1, &again, &full, err) == AIMARK_E_ALREADY_LABELLED);
    CHECK(again == NULL && full == NULL);
    CHECK(aimark_fingerprint(label, options, aimark_buf_view(labelled), &full, err) == AIMARK_E_ALREADY_LABELLED && full == NULL);
    aimark_buf_free(labelled);
    aimark_label_free(marked_label);

    /* A label that states another mark. */
    CHECK(aimark_label_add_soft_binding(label, text("org.aimark.watermark.1"), text("another"), err) == AIMARK_OK);
    CHECK(aimark_sign(signer, label, options, aimark_buf_view(marked), &labelled, err) == AIMARK_OK);
    finds(aimark_buf_view(labelled), shared, 0, "\"stated\":false}");
    aimark_buf_free(labelled);

    /* A second mark of the same key. */
    CHECK(aimark_watermark(label, options, aimark_buf_view(marked), shared, 1, 1, &again, &full, err) == AIMARK_E_UNSUPPORTED);
    CHECK(again == NULL && full == NULL && holds(aimark_error_message(err), "already: issuer 65535"));
    aimark_buf_free(marked);

    /* A key of one's own: who does not have it finds nothing. */
    CHECK(aimark_watermark(label, options, large, other_key, 7, 0, &marked, &full, err) == AIMARK_OK);
    finds(aimark_buf_view(marked), shared, 0, "null");
    finds(aimark_buf_view(marked), both_keys, 0, "\"issuer\":7,\"identifier\":0,\"value\":\"28001c0000000000\",\"key\":2,");
    aimark_buf_free(marked);
    aimark_label_free(full);
    aimark_label_free(label);
    aimark_signer_free(signer);
    drop(large);
}

/* Texts have fingerprints and no watermark. */
static void fingerprint_texts(const aimark_trust *trust)
{
    static const char prose[] = "Made by a model.\n";
    aimark_signer *signer = new_signer();
    aimark_label *label = new_label(), *full = NULL;
    aimark_buf *labelled = NULL;
    aimark_report *report = NULL;
    CHECK(aimark_fingerprint(label, options, text(prose), &full, err) == AIMARK_OK);
    CHECK(aimark_sign(signer, full, options, text(prose), &labelled, err) == AIMARK_OK);
    CHECK(aimark_verify(trust, options, aimark_buf_view(labelled), &report, err) == AIMARK_OK);
    CHECK(aimark_report_watermarked(report) == 0 && aimark_report_soft_binding_count(report) == 1);
    CHECK(binds(report, "org.aimark.simhash.1"));
    aimark_report_free(report);
    aimark_buf_free(labelled);
    aimark_label_free(full);
    aimark_label_free(label);
    aimark_signer_free(signer);
}

/* A library that was built without watermarks has the functions, and says so. */
static void miss_watermarks(void)
{
    aimark_label *label = new_label(), *full = NULL;
    aimark_buf *out = NULL;
    CHECK(aimark_watermark(label, options, picture, view(NULL, 0), 1, 1, &out, &full, err) == AIMARK_E_UNSUPPORTED);
    CHECK(holds(aimark_error_message(err), "built without watermarks"));
    CHECK(aimark_fingerprint(label, options, picture, &full, err) == AIMARK_E_UNSUPPORTED);
    CHECK(aimark_watermark_find(options, picture, view(NULL, 0), 0, &out, err) == AIMARK_E_UNSUPPORTED);
    CHECK(out == NULL && full == NULL);
    aimark_label_free(label);
}

int main(int count, char **arguments)
{
    static const uint8_t random[32] = { 7 };
    aimark_trust *trust;
    CHECK(count == 2);
    chain = whole(arguments[1], "chain.pem");
    key = whole(arguments[1], "key.pem");
    root = whole(arguments[1], "root.pem");
    picture = whole(arguments[1], "dot.png");

    CHECK(aimark_version_number() == AIMARK_VERSION_NUMBER);
    CHECK(AIMARK_VERSION_NUMBER
          == AIMARK_VERSION_MAJOR * 1000000 + AIMARK_VERSION_MINOR * 1000 + AIMARK_VERSION_PATCH);
    CHECK(strlen(aimark_version_string()) >= 5);
    CHECK(strcmp(aimark_status_name(AIMARK_E_LIMIT), "AIMARK_E_LIMIT") == 0);
    CHECK(strcmp(aimark_status_name(-1), "AIMARK_E_UNKNOWN") == 0);

    err = aimark_error_new();
    options = aimark_options_new();
    trust = new_trust();
    CHECK(err != NULL && options != NULL);
    CHECK(aimark_options_set_time(options, NOW, err) == AIMARK_OK);
    CHECK(aimark_options_set_randomness(options, view(random, 32), err) == AIMARK_OK);
    sign_pictures(trust);
    sign_texts(trust);
    if (HAS_LAWS)
        follow_laws(trust, arguments[1]);
    else
        miss_laws();
    state_soft_bindings(trust);
    if (HAS_DURABLE)
        mark_pictures(trust), fingerprint_texts(trust);
    else
        miss_watermarks();
    read_errors();
    aimark_trust_free(trust);
    aimark_options_free(options);
    aimark_error_free(err);
    drop(chain), drop(key), drop(root), drop(picture);
    puts("whole: done");
    return 0;
}

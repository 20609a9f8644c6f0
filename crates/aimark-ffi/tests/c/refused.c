/* What the table of all functions (table.rs) cannot know about a refusal: which field or offset the error names, and which
 * status a certain fault has. Argument: the folder of the test identity. */
#include "paint.h"

static aimark_view no_bytes, garbled;

/* Of a call: its status, and the field and the offset that the error then has. */
#define SAYS(call, status, named, at)                                                             \
    do {                                                                                          \
        CHECK((call) == (status));                                                                \
        CHECK(same(aimark_error_field(err), text(named)) && aimark_error_offset(err) == (at));    \
    } while (0)

static void refuse_making(aimark_error *err)
{
    aimark_label *label = aimark_label_new();
    aimark_options *options = aimark_options_new();
    aimark_trust *trust = aimark_trust_new();
    SAYS(aimark_label_set_origin(NULL, 1, err), AIMARK_E_ARGUMENT, "label", -1);
    SAYS(aimark_label_set_origin(label, 0, err), AIMARK_E_ARGUMENT, "origin", -1);
    SAYS(aimark_label_set(label, 0, text("x"), err), AIMARK_E_ARGUMENT, "field", -1);
    SAYS(aimark_label_set(label, 1, no_bytes, err), AIMARK_E_ARGUMENT, "text", -1);
    SAYS(aimark_label_set(label, 1, garbled, err), AIMARK_E_UTF8, "text", 1);
    SAYS(aimark_label_set(label, 1, view(NULL, 0), err), AIMARK_E_FIELD, "system", -1);
    SAYS(aimark_label_set_created_at(label, -1, err), AIMARK_E_ARGUMENT, "seconds", -1);
    SAYS(aimark_label_set_watermarked(label, 2, err), AIMARK_E_ARGUMENT, "watermarked", -1);
    SAYS(aimark_options_set_randomness(options, text("x"), err), AIMARK_E_ARGUMENT, "random", -1);
    SAYS(aimark_options_set_media_type(options, garbled, err), AIMARK_E_UTF8, "media_type", 1);
    SAYS(aimark_options_set_media_type(options, text("image/gif"), err), AIMARK_E_MEDIA_TYPE, "media_type", -1);
    SAYS(aimark_options_set_limit(options, 8, 1, err), AIMARK_E_ARGUMENT, "limit", -1);
    SAYS(aimark_options_set_padded(options, 2, err), AIMARK_E_ARGUMENT, "padded", -1);
    SAYS(aimark_options_set_digest(options, -1, err), AIMARK_E_ARGUMENT, "digest", -1);
    SAYS(aimark_trust_add_pem(trust, view(NULL, 0), err), AIMARK_E_CERTIFICATE, "", -1);
    SAYS(aimark_trust_add_pem(trust, garbled, err), AIMARK_E_CERTIFICATE, "", -1);
    CHECK(aimark_trust_count(trust) == 0);
    aimark_label_free(label);
    aimark_options_free(options);
    aimark_trust_free(trust);
}

static void refuse_soft_bindings(aimark_error *err, const aimark_signer *signer, aimark_view asset)
{
    aimark_label *label = aimark_label_new();
    aimark_buf *out = NULL;
    uint8_t *value = (uint8_t *)calloc(1025, 1);
    char name[] = "org.example.0";
    CHECK(value != NULL);
    SAYS(aimark_label_add_soft_binding(label, no_bytes, text("x"), err), AIMARK_E_ARGUMENT, "algorithm", -1);
    SAYS(aimark_label_add_soft_binding(label, garbled, text("x"), err), AIMARK_E_UTF8, "algorithm", 1);
    SAYS(aimark_label_add_soft_binding(label, text(name), no_bytes, err), AIMARK_E_ARGUMENT, "value", -1);
    SAYS(aimark_label_add_soft_binding(label, text("pdq"), text("x"), err), AIMARK_E_FIELD, "soft_binding", -1);
    SAYS(aimark_label_add_soft_binding(label, text(name), text(""), err), AIMARK_E_FIELD, "soft_binding", -1);
    SAYS(aimark_label_add_soft_binding(label, text(name), view(value, 1025), err), AIMARK_E_FIELD, "soft_binding", -1);
    CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, err) == AIMARK_OK);
    CHECK(aimark_label_set_watermarked(label, 1, err) == AIMARK_OK);
    SAYS(aimark_sign(signer, label, NULL, asset, &out, err), AIMARK_E_FIELD, "watermarked", -1);
    for (; name[12] < '8'; name[12]++)
        CHECK(aimark_label_add_soft_binding(label, text(name), view(value, 1024), err) == AIMARK_OK);
    SAYS(aimark_label_add_soft_binding(label, text(name), text("x"), err), AIMARK_E_FIELD, "soft_binding", -1);
    /* One that is there is replaced. */
    CHECK(aimark_label_add_soft_binding(label, text("org.example.0"), text("x"), err) == AIMARK_OK);
    CHECK(aimark_sign(signer, label, NULL, asset, &out, err) == AIMARK_OK);
    aimark_buf_free(out);
    aimark_label_free(label);
    free(value);
}

static void refuse_signing(aimark_error *err, const aimark_signer *signer, const aimark_chain *chain, aimark_view asset)
{
    aimark_label *label = aimark_label_new();
    aimark_text *stream = aimark_text_new();
    aimark_pending *pending = NULL;
    aimark_buf *out = NULL;
    SAYS(aimark_sign(signer, label, NULL, asset, &out, err), AIMARK_E_FIELD, "origin", -1);
    CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, err) == AIMARK_OK);
    SAYS(aimark_sign(signer, label, NULL, asset, NULL, err), AIMARK_E_ARGUMENT, "out", -1);
    SAYS(aimark_sign(signer, label, NULL, garbled, &out, err), AIMARK_E_UNSUPPORTED, "", -1);
    SAYS(aimark_normalize(garbled, &out, err), AIMARK_E_UTF8, "text", 1);
    CHECK(aimark_text_prepare(stream, label, chain, NULL, &pending, err) == AIMARK_OK);
    SAYS(aimark_text_push(stream, text("x"), err), AIMARK_E_SPENT, "text", -1);
    SAYS(aimark_pending_finish(pending, view(NULL, 0), &out, err), AIMARK_E_WRONG_SIGNATURE, "", -1);
    aimark_pending_free(pending);
    aimark_text_free(stream);
    stream = aimark_text_new();
    CHECK(aimark_text_push(stream, text("words"), err) == AIMARK_OK);
    SAYS(aimark_text_push(stream, view("a\0", 2), err), AIMARK_E_MALFORMED, "", 6);
    aimark_text_free(stream);
    stream = aimark_text_new();
    SAYS(aimark_text_push(stream, text("RIFF\x04" "abcWEBP"), err), AIMARK_E_UNSUPPORTED, "", -1);
    aimark_text_free(stream);
    aimark_label_free(label);
}

static void refuse_reading(aimark_error *err, aimark_view asset)
{
    aimark_report *report = NULL;
    aimark_buf *out = NULL;
    uint8_t *name = (uint8_t *)calloc(65537, 1);
    CHECK(name != NULL);
    CHECK(aimark_verify(NULL, NULL, asset, &report, NULL) == AIMARK_UNMARKED);
    SAYS(aimark_report_json(report, garbled, &out, err), AIMARK_E_UTF8, "name", 1);
    CHECK(aimark_error_json(err, garbled, &out) == AIMARK_E_UTF8);
    /* The longest name that is taken, and one that is longer. */
    CHECK(aimark_report_json(report, view(name, 65536), &out, err) == AIMARK_OK);
    aimark_buf_free(out);
    SAYS(aimark_report_json(report, view(name, 65537), &out, err), AIMARK_E_ARGUMENT, "name", -1);
    CHECK(aimark_report_created_at(report) == -1);
    CHECK(aimark_report_field(report, 1).ptr == NULL);
    CHECK(strcmp(aimark_status_name(99), "AIMARK_E_UNKNOWN") == 0);
    CHECK(aimark_version_number() == AIMARK_VERSION_NUMBER && aimark_version_string() != NULL);
    aimark_report_free(report);
    free(name);
}

static void refuse_laws(aimark_error *err, aimark_view asset)
{
    aimark_laws *laws = aimark_laws_new();
    aimark_label *label = aimark_label_new(), *full = NULL;
    aimark_report *report = NULL;
    aimark_buf *out = NULL;
    SAYS(aimark_laws_add(NULL, text("kz"), err), AIMARK_E_ARGUMENT, "laws", -1);
    SAYS(aimark_laws_add(laws, garbled, err), AIMARK_E_UTF8, "law", 1);
    SAYS(aimark_laws_add_toml(laws, garbled, err), AIMARK_E_UTF8, "toml", 1);
    SAYS(aimark_laws_set_only_label(laws, 2, err), AIMARK_E_ARGUMENT, "only_label", -1);
    SAYS(aimark_laws_set_notice_place(laws, 7, err), AIMARK_E_ARGUMENT, "place", -1);
    SAYS(aimark_laws_set_strict(laws, 2, err), AIMARK_E_ARGUMENT, "strict", -1);
    SAYS(aimark_laws_prepare(laws, label, NULL, asset, &out, &full, err), AIMARK_E_FIELD, "origin", -1);
    SAYS(aimark_laws_prepare(laws, label, NULL, asset, NULL, &full, err), AIMARK_E_ARGUMENT, "out", -1);
    SAYS(aimark_laws_prepare(laws, label, NULL, asset, &out, NULL, err), AIMARK_E_ARGUMENT, "out_label", -1);
    CHECK(aimark_verify(NULL, NULL, asset, &report, err) == AIMARK_UNMARKED);
    SAYS(aimark_laws_check(laws, report, asset, -1, &out, err), AIMARK_E_ARGUMENT, "at", -1);
    if (HAS_LAWS) {
        SAYS(aimark_laws_add(laws, text("atlantis"), err), AIMARK_E_ARGUMENT, "law", -1);
        CHECK(holds(aimark_error_message(err), "us-ca"));
        SAYS(aimark_laws_add_toml(laws, text("format = 1"), err), AIMARK_E_ARGUMENT, "toml", -1);
        SAYS(aimark_laws_add_toml(laws, text("format = 2"), err), AIMARK_E_UNSUPPORTED, "toml", -1);
        CHECK(aimark_laws_check(laws, report, asset, NOW, &out, err) == AIMARK_OK);
        CHECK(same(aimark_buf_view(out), text("[]")));
        aimark_buf_free(out);
        /* A letter that the fonts lack, in words that are to be drawn. */
        CHECK(aimark_laws_add(laws, text("kz"), err) == AIMARK_OK);
        CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, err) == AIMARK_OK);
        CHECK(aimark_label_set(label, AIMARK_FIELD_NOTICE, text("\xe0\xb4\x85"), err) == AIMARK_OK);
        SAYS(aimark_laws_prepare(laws, label, NULL, asset, &out, &full, err), AIMARK_E_FIELD, "notice", -1);
        SAYS(aimark_laws_prepare(laws, label, NULL, garbled, &out, &full, err), AIMARK_E_UNSUPPORTED, "", -1);
    }
    aimark_report_free(report);
    aimark_label_free(label);
    aimark_laws_free(laws);
}

static void refuse_watermarks(aimark_error *err, aimark_view asset)
{
    static uint8_t secrets[16 * 32];
    const aimark_view shared = view(NULL, 0);
    aimark_label *label = aimark_label_new(), *full = NULL;
    aimark_view large = painted();
    aimark_buf *out = NULL;
    SAYS(aimark_watermark(NULL, NULL, large, shared, 1, 1, &out, &full, err), AIMARK_E_ARGUMENT, "label", -1);
    SAYS(aimark_watermark(label, NULL, large, shared, 1, 1, NULL, &full, err), AIMARK_E_ARGUMENT, "out", -1);
    SAYS(aimark_watermark(label, NULL, large, shared, 1, 1, &out, NULL, err), AIMARK_E_ARGUMENT, "out_label", -1);
    SAYS(aimark_watermark(label, NULL, large, view(secrets, 31), 1, 1, &out, &full, err), AIMARK_E_ARGUMENT, "key", -1);
    SAYS(aimark_watermark(label, NULL, large, shared, 65536, 1, &out, &full, err), AIMARK_E_ARGUMENT, "issuer", -1);
    SAYS(aimark_watermark(label, NULL, large, shared, 1, (uint64_t)1 << 42, &out, &full, err), AIMARK_E_ARGUMENT, "identifier", -1);
    SAYS(aimark_watermark(label, NULL, large, shared, 1, 1, &out, &full, err), AIMARK_E_FIELD, "origin", -1);
    SAYS(aimark_fingerprint(label, NULL, large, &full, err), AIMARK_E_FIELD, "origin", -1);
    SAYS(aimark_fingerprint(label, NULL, large, NULL, err), AIMARK_E_ARGUMENT, "out_label", -1);
    SAYS(aimark_watermark_find(NULL, large, view(secrets, 33), 0, &out, err), AIMARK_E_ARGUMENT, "keys", -1);
    SAYS(aimark_watermark_find(NULL, large, view(secrets, sizeof secrets), 0, &out, err), AIMARK_E_ARGUMENT, "keys", -1);
    SAYS(aimark_watermark_find(NULL, large, shared, 2, &out, err), AIMARK_E_ARGUMENT, "full", -1);
    CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, err) == AIMARK_OK);
    if (HAS_DURABLE) {
        /* One pixel has no room; words have no pixels; and what is cut off cannot be decoded. */
        SAYS(aimark_watermark(label, NULL, asset, shared, 1, 1, &out, &full, err), AIMARK_E_UNSUPPORTED, "", -1);
        CHECK(holds(aimark_error_message(err), "too small"));
        SAYS(aimark_fingerprint(label, NULL, asset, &full, err), AIMARK_E_UNSUPPORTED, "", -1);
        SAYS(aimark_watermark(label, NULL, text("words"), shared, 1, 1, &out, &full, err), AIMARK_E_UNSUPPORTED, "", -1);
        SAYS(aimark_watermark_find(NULL, text("words"), shared, 0, &out, err), AIMARK_E_UNSUPPORTED, "", -1);
        memset((void *)(uintptr_t)(large.ptr + 50), 0, 100);
        CHECK(aimark_watermark(label, NULL, large, shared, 1, 1, &out, &full, err) == AIMARK_E_MALFORMED);
        CHECK(aimark_fingerprint(label, NULL, large, &full, err) == AIMARK_E_MALFORMED);
        CHECK(aimark_watermark_find(NULL, large, view(secrets, 15 * 32), 0, &out, err) == AIMARK_E_MALFORMED);
        /* In a picture of one pixel nothing can be hidden, and nobody looks. */
        SAYS(aimark_watermark_find(NULL, asset, view(secrets, 15 * 32), 1, &out, err), AIMARK_E_UNSUPPORTED, "", -1);
        CHECK(holds(aimark_error_message(err), "too small"));
    }
    aimark_label_free(label);
    drop(large);
}

int main(int count, char **arguments)
{
    aimark_error *err = aimark_error_new();
    aimark_view chain_pem, key, asset;
    aimark_signer *signer = NULL;
    aimark_chain *chain = NULL;
    CHECK(count == 2);
    no_bytes = view(NULL, 3);
    garbled = view("a\xff\xfe", 3);
    chain_pem = whole(arguments[1], "chain.pem");
    key = whole(arguments[1], "key.pem");
    asset = whole(arguments[1], "dot.png");
    SAYS(aimark_signer_from_pem(chain_pem, asset, &signer, err), AIMARK_E_KEY, "", -1);
    SAYS(aimark_signer_from_pem(asset, key, &signer, err), AIMARK_E_CERTIFICATE, "", -1);
    CHECK(aimark_signer_from_pem(chain_pem, key, &signer, err) == AIMARK_OK);
    CHECK(aimark_chain_from_pem(chain_pem, &chain, err) == AIMARK_OK);
    refuse_making(err);
    refuse_signing(err, signer, chain, asset);
    refuse_reading(err, asset);
    refuse_laws(err, asset);
    refuse_soft_bindings(err, signer, asset);
    refuse_watermarks(err, asset);
    aimark_signer_free(signer);
    aimark_chain_free(chain);
    aimark_error_free(err);
    drop(chain_pem), drop(key), drop(asset);
    puts("refused: done");
    return 0;
}

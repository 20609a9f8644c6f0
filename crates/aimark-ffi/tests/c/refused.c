/* Every function with NULL, wrong lengths, wrong numbers and text that is no text. Argument: the folder of the test
 * identity. */
#include "check.h"

#define REFUSED(call) CHECK((call) == AIMARK_E_ARGUMENT)
/* A refusal also sets `*out` to NULL. */
#define REFUSED_OUT(call) \
    do { out = junk; CHECK((call) == AIMARK_E_ARGUMENT); CHECK(out == NULL); } while (0)
#define EMPTY(call) CHECK((call).ptr == NULL && (call).len == 0)

static int32_t sign_nothing(void *ctx, aimark_view bytes, uint8_t *signature, size_t capacity, size_t *written)
{
    (void)ctx, (void)bytes, (void)signature, (void)capacity, (void)written;
    return 0;
}

static aimark_view ok, no_bytes, endless, garbled;

static void refuse_making(aimark_error *err)
{
    aimark_label *label = aimark_label_new();
    aimark_options *options = aimark_options_new();
    aimark_trust *trust = aimark_trust_new();
    REFUSED(aimark_label_set_origin(NULL, 1, err));
    REFUSED(aimark_label_set_origin(label, 0, err));
    REFUSED(aimark_label_set_origin(label, 3, err));
    REFUSED(aimark_label_set(NULL, 1, ok, err));
    REFUSED(aimark_label_set(label, 0, ok, err));
    REFUSED(aimark_label_set(label, -1, ok, err));
    REFUSED(aimark_label_set(label, 1, no_bytes, err));
    CHECK(same(aimark_error_field(err), text("text")));
    REFUSED(aimark_label_set(label, 1, endless, err));
    CHECK(aimark_label_set(label, 1, garbled, err) == AIMARK_E_UTF8 && aimark_error_offset(err) == 1);
    CHECK(aimark_label_set(label, 1, view(NULL, 0), err) == AIMARK_E_FIELD);
    REFUSED(aimark_label_set_created_at(NULL, 0, err));
    REFUSED(aimark_label_set_created_at(label, -1, err));
    REFUSED(aimark_label_set_created_at(label, INT64_MAX, err));
    REFUSED(aimark_options_set_time(NULL, 0, err));
    REFUSED(aimark_options_set_time(options, -1, err));
    REFUSED(aimark_options_set_randomness(NULL, ok, err));
    REFUSED(aimark_options_set_randomness(options, no_bytes, err));
    REFUSED(aimark_options_set_randomness(options, view(ok.ptr, 31), err));
    REFUSED(aimark_options_set_randomness(options, view(ok.ptr, 33), err));
    REFUSED(aimark_options_set_media_type(NULL, ok, err));
    REFUSED(aimark_options_set_media_type(options, no_bytes, err));
    CHECK(aimark_options_set_media_type(options, garbled, err) == AIMARK_E_UTF8);
    CHECK(aimark_options_set_media_type(options, text("image/gif"), err) == AIMARK_E_MEDIA_TYPE);
    REFUSED(aimark_options_set_limit(NULL, 1, 1, err));
    REFUSED(aimark_options_set_limit(options, 0, 1, err));
    REFUSED(aimark_options_set_limit(options, 8, 1, err));
    REFUSED(aimark_options_set_padded(NULL, 1, err));
    REFUSED(aimark_options_set_padded(options, 2, err));
    REFUSED(aimark_options_set_digest(NULL, 1, err));
    REFUSED(aimark_options_set_digest(options, -1, err));
    REFUSED(aimark_trust_add_pem(NULL, ok, err));
    REFUSED(aimark_trust_add_pem(trust, no_bytes, err));
    CHECK(aimark_trust_add_pem(trust, view(NULL, 0), err) == AIMARK_E_CERTIFICATE);
    CHECK(aimark_trust_add_pem(trust, garbled, err) == AIMARK_E_CERTIFICATE);
    CHECK(aimark_trust_count(NULL) == 0 && aimark_trust_count(trust) == 0);
    aimark_label_free(label);
    aimark_options_free(options);
    aimark_trust_free(trust);
}

static void refuse_signers(aimark_error *err, aimark_view chain, aimark_view key)
{
    aimark_signer *const junk = (aimark_signer *)&ok;
    aimark_signer *out;
    aimark_sign_fn none = NULL;
    REFUSED(aimark_signer_from_pem(chain, key, NULL, err));
    REFUSED_OUT(aimark_signer_from_pem(no_bytes, key, &out, err));
    REFUSED_OUT(aimark_signer_from_pem(chain, no_bytes, &out, err));
    REFUSED_OUT(aimark_signer_from_pem(endless, key, &out, err));
    REFUSED(aimark_signer_from_callback(sign_nothing, NULL, chain, NULL, err));
    REFUSED_OUT(aimark_signer_from_callback(none, NULL, chain, &out, err));
    REFUSED_OUT(aimark_signer_from_callback(sign_nothing, NULL, no_bytes, &out, err));
    CHECK(aimark_signer_certificate(NULL) == NULL && aimark_chain_certificate(NULL) == NULL);
    {
        aimark_chain *const junk = (aimark_chain *)&ok;
        aimark_chain *out;
        REFUSED(aimark_chain_from_pem(chain, NULL, err));
        REFUSED_OUT(aimark_chain_from_pem(no_bytes, &out, err));
    }
}

static void refuse_signing(aimark_error *err, const aimark_signer *signer, const aimark_chain *chain, aimark_view asset)
{
    aimark_label *label = aimark_label_new();
    aimark_text *stream = aimark_text_new();
    CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, err) == AIMARK_OK);
    {
        aimark_buf *const junk = (aimark_buf *)&ok;
        aimark_buf *out;
        REFUSED(aimark_sign(signer, label, NULL, asset, NULL, err));
        REFUSED_OUT(aimark_sign(NULL, label, NULL, asset, &out, err));
        REFUSED_OUT(aimark_sign(signer, NULL, NULL, asset, &out, err));
        REFUSED_OUT(aimark_sign(signer, label, NULL, no_bytes, &out, err));
        REFUSED_OUT(aimark_sign(signer, label, NULL, endless, &out, err));
        REFUSED_OUT(aimark_sign(NULL, NULL, NULL, no_bytes, &out, NULL));
        CHECK(aimark_sign(signer, label, NULL, garbled, &out, err) >= 120 && out == NULL);
        REFUSED(aimark_pending_finish(NULL, asset, NULL, err));
        REFUSED_OUT(aimark_pending_finish(NULL, asset, &out, err));
        REFUSED(aimark_text_push(NULL, ok, err));
        REFUSED(aimark_text_push(stream, no_bytes, err));
        REFUSED(aimark_text_finish(stream, signer, label, NULL, NULL, err));
        REFUSED_OUT(aimark_text_finish(NULL, signer, label, NULL, &out, err));
        REFUSED_OUT(aimark_text_finish(stream, NULL, label, NULL, &out, err));
        REFUSED_OUT(aimark_text_finish(stream, signer, NULL, NULL, &out, err));
        REFUSED(aimark_normalize(ok, NULL, err));
        REFUSED_OUT(aimark_normalize(no_bytes, &out, err));
        CHECK(aimark_normalize(garbled, &out, err) == AIMARK_E_UTF8);
    }
    {
        aimark_pieces *const junk = (aimark_pieces *)&ok;
        aimark_pieces *out;
        REFUSED(aimark_sign_pieces(signer, label, NULL, asset, NULL, err));
        REFUSED_OUT(aimark_sign_pieces(NULL, label, NULL, asset, &out, err));
        REFUSED_OUT(aimark_sign_pieces(signer, NULL, NULL, asset, &out, err));
        REFUSED_OUT(aimark_sign_pieces(signer, label, NULL, no_bytes, &out, err));
        REFUSED_OUT(aimark_pending_finish_pieces(NULL, asset, &out, err));
    }
    {
        aimark_pending *const junk = (aimark_pending *)&ok;
        aimark_pending *out;
        aimark_buf *buf;
        REFUSED(aimark_prepare(label, chain, NULL, asset, NULL, err));
        REFUSED_OUT(aimark_prepare(NULL, chain, NULL, asset, &out, err));
        REFUSED_OUT(aimark_prepare(label, NULL, NULL, asset, &out, err));
        REFUSED_OUT(aimark_prepare(label, chain, NULL, no_bytes, &out, err));
        REFUSED_OUT(aimark_text_prepare(NULL, label, chain, NULL, &out, err));
        REFUSED_OUT(aimark_text_prepare(stream, NULL, chain, NULL, &out, err));
        REFUSED_OUT(aimark_text_prepare(stream, label, NULL, NULL, &out, err));
        CHECK(aimark_text_prepare(stream, label, chain, NULL, &out, err) == AIMARK_OK);
        REFUSED(aimark_pending_finish(out, no_bytes, &buf, err));
        CHECK(aimark_pending_finish(out, view(NULL, 0), &buf, err) == AIMARK_E_WRONG_SIGNATURE);
        aimark_pending_free(out);
    }
    EMPTY(aimark_pending_to_be_signed(NULL));
    EMPTY(aimark_pieces_at(NULL, 0));
    EMPTY(aimark_pieces_manifest_id(NULL));
    EMPTY(aimark_buf_view(NULL));
    EMPTY(aimark_buf_manifest_id(NULL));
    CHECK(aimark_pieces_count(NULL) == 0 && aimark_pieces_len(NULL) == 0);
    aimark_text_free(stream);
    aimark_label_free(label);
}

static void refuse_reading(aimark_error *err, aimark_view asset)
{
    aimark_report *report = NULL;
    aimark_certificate *const nobody = NULL;
    {
        aimark_report *const junk = (aimark_report *)&ok;
        aimark_report *out;
        REFUSED(aimark_verify(NULL, NULL, asset, NULL, err));
        REFUSED_OUT(aimark_verify(NULL, NULL, no_bytes, &out, err));
        REFUSED_OUT(aimark_verify(NULL, NULL, endless, &out, err));
    }
    CHECK(aimark_verify(NULL, NULL, asset, &report, NULL) == AIMARK_UNMARKED);
    {
        aimark_buf *const junk = (aimark_buf *)&ok;
        aimark_buf *out;
        REFUSED(aimark_report_json(report, ok, NULL, err));
        REFUSED_OUT(aimark_report_json(NULL, ok, &out, err));
        REFUSED_OUT(aimark_report_json(report, no_bytes, &out, err));
        CHECK(aimark_report_json(report, garbled, &out, err) == AIMARK_E_UTF8);
        REFUSED(aimark_error_json(err, ok, NULL));
        REFUSED_OUT(aimark_error_json(NULL, ok, &out));
        REFUSED_OUT(aimark_error_json(err, no_bytes, &out));
        CHECK(aimark_error_json(err, garbled, &out) == AIMARK_E_UTF8);
    }
    CHECK(aimark_report_status(NULL) == AIMARK_E_ARGUMENT && strcmp(aimark_report_verdict(NULL), "") == 0);
    CHECK(aimark_report_integrity(NULL) == 0 && aimark_report_trust(NULL) == 0 && aimark_report_origin(NULL) == 0);
    CHECK(aimark_report_created_at(NULL) == -1 && aimark_report_created_at(report) == -1);
    EMPTY(aimark_report_not_accepted(NULL));
    EMPTY(aimark_report_media_type(NULL));
    EMPTY(aimark_report_sha256(NULL));
    EMPTY(aimark_report_field(NULL, 1));
    EMPTY(aimark_report_field(report, 1));
    CHECK(aimark_report_signer(NULL) == NULL && aimark_report_anchor(NULL) == NULL);
    EMPTY(aimark_report_generator(NULL));
    EMPTY(aimark_report_manifest_id(NULL));
    CHECK(aimark_report_finding_count(NULL) == 0 && aimark_report_finding_severity(NULL, 0) == 0);
    EMPTY(aimark_report_finding_code(NULL, 0));
    EMPTY(aimark_report_finding_place(NULL, 0));
    EMPTY(aimark_report_finding_words(report, (size_t)-1));
    EMPTY(aimark_report_foreign_reason(NULL));
    CHECK(aimark_report_foreign_manifests(NULL) == 0 && aimark_report_foreign_assertion_count(NULL) == 0);
    EMPTY(aimark_report_foreign_assertion(NULL, 0));
    CHECK(aimark_report_foreign_source_type_count(NULL) == 0);
    EMPTY(aimark_report_foreign_source_type(NULL, 0));
    EMPTY(aimark_certificate_text(nobody, 1));
    CHECK(aimark_certificate_not_before(NULL) == -1 && aimark_certificate_not_after(NULL) == -1);
    CHECK(aimark_error_status(NULL) == AIMARK_E_ARGUMENT && aimark_error_offset(NULL) == -1);
    EMPTY(aimark_error_message(NULL));
    EMPTY(aimark_error_field(NULL));
    CHECK(strcmp(aimark_status_name(99), "AIMARK_E_UNKNOWN") == 0);
    CHECK(aimark_version_number() > 0 && aimark_version_string() != NULL);
    aimark_report_free(report);
}

int main(int count, char **arguments)
{
    aimark_error *err = aimark_error_new();
    aimark_view chain_pem, key, asset;
    aimark_signer *signer = NULL;
    aimark_chain *chain = NULL;
    CHECK(count == 2);
    ok = text("forty letters or more are written in here");
    no_bytes = view(NULL, 3);
    endless = view(ok.ptr, (size_t)-1);
    garbled = view("a\xff\xfe", 3);
    chain_pem = whole(arguments[1], "chain.pem");
    key = whole(arguments[1], "key.pem");
    asset = whole(arguments[1], "dot.png");
    refuse_making(err);
    refuse_signers(err, chain_pem, key);
    CHECK(aimark_signer_from_pem(chain_pem, key, &signer, err) == AIMARK_OK);
    CHECK(aimark_chain_from_pem(chain_pem, &chain, err) == AIMARK_OK);
    refuse_signing(err, signer, chain, asset);
    refuse_reading(err, asset);
    aimark_signer_free(signer);
    aimark_chain_free(chain);
    aimark_error_free(err);
    aimark_buf_free(NULL);
    aimark_chain_free(NULL);
    aimark_error_free(NULL);
    aimark_label_free(NULL);
    aimark_options_free(NULL);
    aimark_pending_free(NULL);
    aimark_pieces_free(NULL);
    aimark_report_free(NULL);
    aimark_signer_free(NULL);
    aimark_text_free(NULL);
    aimark_trust_free(NULL);
    drop(chain_pem), drop(key), drop(asset);
    puts("refused: done");
    return 0;
}

/* The values that the table tries: for each type of argument good ones, bad ones and odd ones. */
#ifndef VALUES_H
#define VALUES_H

#include "callbacks.h"

/* What a value leads to when all other arguments are good: success, anything but blame for this argument, any documented
 * answer, a refusal of the argument or of a spent object. */
enum expects { GOOD, FINE, ANY, REFUSED, SPENT };

enum type {
    CERTIFICATE, ERROR, LABEL, OPTIONS, REPORT, SIGNER, CHAIN, TRUST, TEXT, PENDING, PIECES, BUF, LAWS,
    OUT, VIEW, INT32, INT64, UINT32, UINT64, SIZE, STATUS, CALLBACK, CONTEXT, TYPES
};

typedef union {
    void *object;
    aimark_view view;
    int64_t number;
    uint64_t count;
    aimark_sign_fn function;
} value;

struct odd {
    const char *name;
    enum expects expects;
};

/* Whose certificate is tried. */
static aimark_signer *holder;
static aimark_view picture, chain_pem, key_pem, root_pem, signature, labelled_picture, marked_text, law_in_toml;
static char junk;

/* --- numbers --- */

static const int64_t int32s[] = { 1, INT32_MIN, -1, 0, 2, 3, 6, 7, 8, 19, 20, 100, INT32_MAX };
static const int64_t int64s[] = { NOW, INT64_MIN, -1, 0, 1, 253402300799, 253402300800, INT64_MAX };
static const uint64_t counts[] = { 0, 1, 4, 5, 65536, UINT32_MAX, INT64_MAX, UINT64_MAX };
static const int64_t statuses[] = { 0, 1, 99, 100, 104, 144, 223, 1000, -1, INT32_MIN, INT32_MAX };

/* --- objects, each in every state it can be in; the first state is the good one, the last is NULL --- */

static aimark_label *make_label(size_t state)
{
    aimark_label *label = aimark_label_new();
    aimark_view one = text("1");
    if (state != 1)
        CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, NULL) == AIMARK_OK);
    if (state == 2)
        CHECK(aimark_label_set(label, AIMARK_FIELD_SYSTEM_VERSION, one, NULL) == AIMARK_OK);
    if (state == 3)
        CHECK(aimark_label_set_created_at(label, 253402300799, NULL) == AIMARK_OK);
    return label;
}

static aimark_options *make_options(size_t state)
{
    static const char *const media_types[] = { "image/png", "text/html", "text/markdown", "text/csv" };
    aimark_options *options = aimark_options_new();
    uint8_t random[32];
    int64_t time = state == 1 ? 0 : state == 2 ? 253402300799 : NOW;
    int32_t limit;
    memset(random, 7, sizeof random);
    CHECK(aimark_options_set_time(options, time, NULL) == AIMARK_OK);
    CHECK(aimark_options_set_randomness(options, view(random, 32), NULL) == AIMARK_OK);
    if (state == 3)
        CHECK(aimark_options_set_padded(options, 1, NULL) == AIMARK_OK);
    if (state == 4)
        CHECK(aimark_options_set_digest(options, 0, NULL) == AIMARK_OK);
    if (state >= 5 && state < 9)
        CHECK(aimark_options_set_media_type(options, text(media_types[state - 5]), NULL) == AIMARK_OK);
    for (limit = AIMARK_LIMIT_ASSET_BYTES; state >= 9 && limit <= AIMARK_LIMIT_CHAIN_CERTIFICATES; limit++)
        if ((size_t)limit == state - 8 || state == 16)
            CHECK(aimark_options_set_limit(options, limit, 0, NULL) == AIMARK_OK);
    return options;
}

static aimark_signer *make_signer(size_t state)
{
    aimark_signer *signer = NULL;
    if (state == 0)
        CHECK(aimark_signer_from_pem(chain_pem, key_pem, &signer, NULL) == AIMARK_OK);
    else
        CHECK(aimark_signer_from_callback(callbacks[state - 1], NULL, chain_pem, &signer, NULL) == AIMARK_OK);
    return signer;
}

static aimark_chain *make_chain(void)
{
    aimark_chain *chain = NULL;
    CHECK(aimark_chain_from_pem(chain_pem, &chain, NULL) == AIMARK_OK);
    return chain;
}

static aimark_trust *make_trust(size_t state)
{
    aimark_trust *trust = aimark_trust_new();
    if (state != 1)
        CHECK(aimark_trust_add_pem(trust, state == 0 ? root_pem : chain_pem, NULL) == AIMARK_OK);
    return trust;
}

static aimark_error *make_error(size_t state)
{
    aimark_error *err = aimark_error_new();
    if (state == 0)
        CHECK(aimark_label_set_origin(NULL, 1, err) == AIMARK_E_ARGUMENT);
    if (state == 2)
        CHECK(aimark_trust_add_pem(NULL, view(NULL, 3), err) == AIMARK_E_ARGUMENT);
    return err;
}

/* Signs a picture or a text with the good objects. */
static aimark_buf *signed_by(aimark_text *words)
{
    aimark_label *label = make_label(0);
    aimark_options *options = make_options(0);
    aimark_signer *signer = make_signer(0);
    aimark_buf *buf = NULL;
    if (words != NULL)
        CHECK(aimark_text_finish(words, signer, label, options, &buf, NULL) == AIMARK_OK);
    else
        CHECK(aimark_sign(signer, label, options, picture, &buf, NULL) == AIMARK_OK);
    aimark_signer_free(signer);
    aimark_options_free(options);
    aimark_label_free(label);
    return buf;
}

static aimark_text *make_text(size_t state)
{
    aimark_text *made = aimark_text_new();
    if (state != 1)
        CHECK(aimark_text_push(made, text("words of a model"), NULL) == AIMARK_OK);
    if (state == 2)
        CHECK(aimark_text_push(made, text("\xe2\x82"), NULL) == AIMARK_OK);
    if (state == 3)
        aimark_buf_free(signed_by(made));
    if (state == 4)
        CHECK(aimark_text_push(made, text("\xff"), NULL) == AIMARK_E_NOT_UTF8);
    return made;
}

static aimark_pending *make_pending(size_t state)
{
    aimark_label *label = make_label(0);
    aimark_options *options = make_options(0);
    aimark_chain *chain = make_chain();
    aimark_text *words = make_text(0);
    aimark_pending *pending = NULL;
    aimark_buf *buf = NULL;
    if (state == 1)
        CHECK(aimark_text_prepare(words, label, chain, options, &pending, NULL) == AIMARK_OK);
    else
        CHECK(aimark_prepare(label, chain, options, picture, &pending, NULL) == AIMARK_OK);
    if (state == 2)
        CHECK(aimark_pending_finish(pending, signature, &buf, NULL) == AIMARK_OK);
    aimark_buf_free(buf);
    aimark_text_free(words);
    aimark_chain_free(chain);
    aimark_options_free(options);
    aimark_label_free(label);
    return pending;
}

static aimark_pieces *make_pieces(void)
{
    aimark_pending *pending = make_pending(0);
    aimark_pieces *pieces = NULL;
    CHECK(aimark_pending_finish_pieces(pending, signature, &pieces, NULL) == AIMARK_OK);
    aimark_pending_free(pending);
    return pieces;
}

static aimark_buf *make_buf(size_t state)
{
    aimark_buf *buf = NULL;
    if (state == 0)
        return signed_by(NULL);
    CHECK(aimark_normalize(text(state == 1 ? "words" : ""), &buf, NULL) == AIMARK_OK);
    return buf;
}

static aimark_report *make_report(size_t state)
{
    aimark_trust *trust = make_trust(state == 2 ? 1 : 0);
    aimark_options *options = make_options(state == 3 ? 4 : 0);
    aimark_report *report = NULL;
    aimark_view asset = state == 1 ? picture : labelled_picture;
    CHECK(aimark_verify(trust, options, asset, &report, NULL) < 100 && report != NULL);
    aimark_options_free(options);
    aimark_trust_free(trust);
    return report;
}

static aimark_laws *make_laws(size_t state)
{
    static const char *const names[] = { "kz", "kz", "cn", "eu" };
    aimark_laws *laws = aimark_laws_new();
    if (state < 4)
        CHECK(aimark_laws_add(laws, text(names[state]), NULL) == (HAS_LAWS ? AIMARK_OK : AIMARK_E_UNSUPPORTED));
    /* The good picture has no room for a warning. */
    CHECK(aimark_laws_set_only_label(laws, state == 0 || state == 2, NULL) == AIMARK_OK);
    CHECK(aimark_laws_set_strict(laws, state == 3, NULL) == AIMARK_OK);
    return laws;
}

/* The states of each kind of object. */
static const struct odd certificates[] = { { "good", GOOD }, { "NULL", REFUSED } };
static const struct odd errors[] = { { "of a failure", GOOD }, { "new", ANY }, { "of another", ANY }, { "NULL", REFUSED } };
static const struct odd labels[] = {
    { "good", GOOD }, { "without origin", ANY }, { "contradictory", ANY }, { "of the future", ANY }, { "NULL", REFUSED }
};
static const struct odd optionses[] = {
    { "good", GOOD }, { "of 1970", ANY }, { "of 9999", ANY }, { "padded", ANY }, { "no digest", ANY }, { "PNG", ANY },
    { "HTML", ANY }, { "Markdown", ANY }, { "CSV", ANY }, { "no asset bytes", ANY }, { "no manifest bytes", ANY },
    { "no nesting", ANY }, { "no boxes", ANY }, { "no CBOR items", ANY }, { "no assertions", ANY },
    { "no chain", ANY }, { "no anything", ANY }, { "NULL", REFUSED }
};
static const struct odd reports[] = {
    { "good", GOOD }, { "unmarked", ANY }, { "untrusted", ANY }, { "no digest", ANY }, { "NULL", REFUSED }
};
static const struct odd signers[] = {
    { "good", GOOD }, { "wrong bytes", ANY }, { "says no", ANY }, { "says another no", ANY }, { "claims one more", ANY },
    { "claims SIZE_MAX", ANY }, { "claims no bytes", ANY }, { "claims nothing", ANY }, { "NULL", REFUSED }
};
static const struct odd chains[] = { { "good", GOOD }, { "NULL", REFUSED } };
static const struct odd trusts[] = { { "good", GOOD }, { "empty", ANY }, { "of the chain", ANY }, { "NULL", REFUSED } };
static const struct odd texts[] = {
    { "good", GOOD }, { "empty", ANY }, { "in a character", ANY }, { "signed", SPENT }, { "refused", SPENT }, { "NULL", REFUSED }
};
static const struct odd pendings[] = { { "good", GOOD }, { "of a text", ANY }, { "finished", SPENT }, { "NULL", REFUSED } };
static const struct odd pieceses[] = { { "good", GOOD }, { "NULL", REFUSED } };
static const struct odd bufs[] = { { "good", GOOD }, { "of a text", ANY }, { "empty", ANY }, { "NULL", REFUSED } };
static const struct odd lawses[] = {
    { "good", GOOD }, { "that draw", ANY }, { "of China", ANY }, { "of Europe", ANY }, { "none", ANY }, { "NULL", REFUSED }
};
static const struct odd outs[] = { { "good", GOOD }, { "NULL", REFUSED } };
static const struct odd functions[] = {
    { "wrong bytes", GOOD }, { "says no", ANY }, { "says another no", ANY }, { "claims one more", ANY },
    { "claims SIZE_MAX", ANY }, { "claims no bytes", ANY }, { "claims nothing", ANY }, { "NULL", REFUSED }
};
static const struct odd contexts[] = { { "good", GOOD }, { "NULL", REFUSED } };

static void *make_object(enum type type, size_t state)
{
    switch (type) {
    /* It is part of the signer, and only read. */
    case CERTIFICATE: return (void *)(uintptr_t)aimark_signer_certificate(holder);
    case ERROR: return make_error(state);
    case LABEL: return make_label(state);
    case OPTIONS: return make_options(state);
    case REPORT: return make_report(state);
    case SIGNER: return make_signer(state);
    case CHAIN: return make_chain();
    case TRUST: return make_trust(state);
    case TEXT: return make_text(state);
    case PENDING: return make_pending(state);
    case PIECES: return make_pieces();
    case BUF: return make_buf(state);
    case LAWS: return make_laws(state);
    default: return &junk;
    }
}

static void free_object(enum type type, void *object)
{
    switch (type) {
    case ERROR: aimark_error_free((aimark_error *)object); break;
    case LABEL: aimark_label_free((aimark_label *)object); break;
    case OPTIONS: aimark_options_free((aimark_options *)object); break;
    case REPORT: aimark_report_free((aimark_report *)object); break;
    case SIGNER: aimark_signer_free((aimark_signer *)object); break;
    case CHAIN: aimark_chain_free((aimark_chain *)object); break;
    case TRUST: aimark_trust_free((aimark_trust *)object); break;
    case TEXT: aimark_text_free((aimark_text *)object); break;
    case PENDING: aimark_pending_free((aimark_pending *)object); break;
    case PIECES: aimark_pieces_free((aimark_pieces *)object); break;
    case BUF: aimark_buf_free((aimark_buf *)object); break;
    case LAWS: aimark_laws_free((aimark_laws *)object); break;
    default: break;
    }
}

#endif

/*
 * aimark for Node: an addon over the C library, by Node-API, for Node 18 and up.
 *
 *     const { Signer, Trust, version } = require('./aimark.node')
 *
 *     const signer = new Signer(chainPem, keyPem)                       // once
 *     const labelled = await signer.sign(picture, { origin: 'generated', system: 'Kandinsky' })
 *     const report = await new Trust(anchorPem).verify(labelled)        // { trusted, status, verdict, json }
 *
 * sign(asset, label, mediaType) and verify(asset, name, mediaType) work on a thread of Node's pool and give a Promise;
 * signSync and verifySync do the same at once. The last arguments may be left out. Texts in PEM are strings or Buffers;
 * an asset is a Buffer or another Uint8Array, and is copied when the function is called: what happens to it later does not
 * matter. A label has `origin` ('generated' or 'altered'), `createdAt` (a Date) and the texts that are listed below; another
 * name is an error, so that a misspelt one is not left out in silence.
 *
 * What cannot be done is an Error with `code` ('AIMARK_E_FIELD'), and `field` and `offset` where there are such. What verify
 * found out is no error.
 *
 * It keeps nothing global, so that any number of worker threads may load it.
 */
#define NAPI_VERSION 8

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <aimark.h>
#include <node_api.h>

/* False means that something is to be thrown. Mostly it was already; else `throw_something` does it. */
#define TRY(call)              \
    do {                       \
        if ((call) != napi_ok) \
            return false;      \
    } while (0)

/* What a JavaScript object is must be known before its pointer is used: any method can be called on any object. */
static const napi_type_tag signer_tag = { 0x6b1f0d5c9a5e4f0eULL, 0x9b0a6f6f7a5d4c11ULL };
static const napi_type_tag trust_tag = { 0x2f8e4f7d3c1b4a69ULL, 0x8c7d5e3b1a9f0d22ULL };

static const struct {
    const char *name;
    int32_t field;
} fields[] = {
    { "system", AIMARK_FIELD_SYSTEM },
    { "systemVersion", AIMARK_FIELD_SYSTEM_VERSION },
    { "provider", AIMARK_FIELD_PROVIDER },
    { "providerCode", AIMARK_FIELD_PROVIDER_CODE },
    { "contentId", AIMARK_FIELD_CONTENT_ID },
    { "serviceId", AIMARK_FIELD_SERVICE_ID },
    { "detectorUrl", AIMARK_FIELD_DETECTOR_URL },
    { "notice", AIMARK_FIELD_NOTICE },
    { "noticeLanguage", AIMARK_FIELD_NOTICE_LANGUAGE },
    { "reviewedBy", AIMARK_FIELD_REVIEWED_BY },
    { "responsible", AIMARK_FIELD_RESPONSIBLE },
    { "owner", AIMARK_FIELD_OWNER },
    { "riskClass", AIMARK_FIELD_RISK_CLASS },
    { "autonomy", AIMARK_FIELD_AUTONOMY },
    { "depicts", AIMARK_FIELD_DEPICTS },
    { "noticeShown", AIMARK_FIELD_NOTICE_SHOWN },
    { "noticeBox", AIMARK_FIELD_NOTICE_BOX },
    { "noticeContrast", AIMARK_FIELD_NOTICE_CONTRAST },
    { "mining", AIMARK_FIELD_MINING },
};

/* Bytes of our own: a copy of what JavaScript handed over. */
struct bytes {
    uint8_t *ptr;
    size_t len;
};

/* One signature or examination, from the call to its result. */
struct job {
    /* Borrowed of the object that `self` keeps alive. One of the two. */
    const aimark_signer *signer;
    const aimark_trust *trust;
    /* Its own. */
    struct bytes asset, name;
    aimark_label *label;
    aimark_options *options;
    aimark_error *err;
    aimark_status status;
    aimark_buf *made;
    aimark_report *report;
    /* Only where there is a Promise. */
    napi_ref self;
    napi_deferred deferred;
    napi_async_work work;
};

static aimark_view view_of(struct bytes bytes)
{
    aimark_view view = { bytes.ptr, bytes.len };
    return view;
}

/* Frees bytes that may be a key: not before they are wiped, which a compiler may not leave out. */
static void drop(struct bytes *bytes)
{
    volatile uint8_t *at = bytes->ptr;
    size_t i;
    for (i = 0; i < bytes->len; i++)
        at[i] = 0;
    free(bytes->ptr);
    bytes->ptr = NULL;
    bytes->len = 0;
}

static bool allocate(napi_env env, size_t len, struct bytes *out)
{
    out->ptr = malloc(len + 1);
    out->len = len;
    if (out->ptr == NULL) {
        out->len = 0;
        napi_throw_error(env, "AIMARK_E_MEMORY", "there is not enough memory for a copy");
        return false;
    }
    return true;
}

/* --- Errors ---------------------------------------------------------------------------------------------------------- */

static bool set_text(napi_env env, napi_value object, const char *name, aimark_view text)
{
    napi_value value;
    TRY(napi_create_string_utf8(env, (const char *)text.ptr, text.len, &value));
    TRY(napi_set_named_property(env, object, name, value));
    return true;
}

/* The library's error as one of JavaScript. */
static bool error_of(napi_env env, aimark_status status, const aimark_error *err, napi_value *out)
{
    aimark_view words = aimark_error_message(err), field = aimark_error_field(err);
    int64_t offset = aimark_error_offset(err);
    napi_value code, message, number;
    TRY(napi_create_string_utf8(env, aimark_status_name(status), NAPI_AUTO_LENGTH, &code));
    TRY(napi_create_string_utf8(env, words.ptr ? (const char *)words.ptr : "", words.len, &message));
    TRY(napi_create_error(env, code, message, out));
    if (field.ptr != NULL && !set_text(env, *out, "field", field))
        return false;
    if (offset >= 0) {
        TRY(napi_create_int64(env, offset, &number));
        TRY(napi_set_named_property(env, *out, "offset", number));
    }
    return true;
}

static bool succeeded(napi_env env, aimark_status status, const aimark_error *err)
{
    napi_value error;
    if (status == AIMARK_OK)
        return true;
    if (error_of(env, status, err, &error))
        napi_throw(env, error);
    return false;
}

/* Without it, a failure of Node-API itself would look like success, or leave a Promise that nobody settles. */
static void throw_something(napi_env env)
{
    bool pending = false;
    if (napi_is_exception_pending(env, &pending) == napi_ok && !pending)
        napi_throw_error(env, "AIMARK_E_INTERNAL", "Node-API did not do its part");
}

/* --- Arguments ------------------------------------------------------------------------------------------------------- */

static bool is_missing(napi_env env, napi_value value)
{
    napi_valuetype type;
    return napi_typeof(env, value, &type) == napi_ok && (type == napi_undefined || type == napi_null);
}

/* A Buffer, or another view of bytes. */
static bool take_buffer(napi_env env, napi_value value, const char *complaint, struct bytes *out)
{
    bool is_buffer = false;
    void *data;
    size_t len;
    TRY(napi_is_buffer(env, value, &is_buffer));
    if (!is_buffer) {
        napi_throw_type_error(env, "ERR_INVALID_ARG_TYPE", complaint);
        return false;
    }
    TRY(napi_get_buffer_info(env, value, &data, &len));
    if (!allocate(env, len, out))
        return false;
    if (len > 0)
        memcpy(out->ptr, data, len);
    return true;
}

static bool take_string(napi_env env, napi_value value, const char *complaint, struct bytes *out)
{
    napi_valuetype type;
    size_t len;
    TRY(napi_typeof(env, value, &type));
    if (type != napi_string) {
        napi_throw_type_error(env, "ERR_INVALID_ARG_TYPE", complaint);
        return false;
    }
    TRY(napi_get_value_string_utf8(env, value, NULL, 0, &len));
    if (!allocate(env, len, out))
        return false;
    TRY(napi_get_value_string_utf8(env, value, (char *)out->ptr, len + 1, &out->len));
    return true;
}

static bool take_pem(napi_env env, napi_value value, struct bytes *out)
{
    static const char complaint[] = "PEM must be a string or a Buffer";
    napi_valuetype type;
    TRY(napi_typeof(env, value, &type));
    return type == napi_string ? take_string(env, value, complaint, out) : take_buffer(env, value, complaint, out);
}

static bool set_origin(napi_env env, struct job *job, const struct bytes *text)
{
    int32_t origin = 0;
    if (strcmp((const char *)text->ptr, "generated") == 0)
        origin = AIMARK_ORIGIN_GENERATED;
    else if (strcmp((const char *)text->ptr, "altered") == 0)
        origin = AIMARK_ORIGIN_ALTERED;
    return succeeded(env, aimark_label_set_origin(job->label, origin, job->err), job->err);
}

static bool set_created_at(napi_env env, struct job *job, napi_value value)
{
    bool is_date = false;
    double milliseconds = -1;
    TRY(napi_is_date(env, value, &is_date));
    if (is_date)
        TRY(napi_get_date_value(env, value, &milliseconds));
    if (!(milliseconds >= 0)) { /* also for a Date that is none */
        napi_throw_type_error(env, "ERR_INVALID_ARG_TYPE", "createdAt must be a Date after 1970");
        return false;
    }
    return succeeded(env, aimark_label_set_created_at(job->label, (int64_t)(milliseconds / 1000), job->err), job->err);
}

static bool set_field(napi_env env, struct job *job, const struct bytes *name, napi_value value)
{
    struct bytes text = { NULL, 0 };
    const size_t count = sizeof fields / sizeof *fields;
    size_t i;
    bool done;
    if (is_missing(env, value))
        return true;
    if (strcmp((const char *)name->ptr, "createdAt") == 0)
        return set_created_at(env, job, value);
    for (i = 0; i < count && strcmp((const char *)name->ptr, fields[i].name) != 0; i++)
        ;
    if (i == count && strcmp((const char *)name->ptr, "origin") != 0) {
        napi_throw_type_error(env, "ERR_INVALID_ARG_VALUE", "a label has no such field");
        return false;
    }
    done = take_string(env, value, "what a label states must be a string", &text)
        && (i == count ? set_origin(env, job, &text)
                       : succeeded(env, aimark_label_set(job->label, fields[i].field, view_of(text), job->err), job->err));
    drop(&text);
    return done;
}

static bool take_label(napi_env env, struct job *job, napi_value object)
{
    napi_value names, name, value;
    napi_valuetype type;
    uint32_t count, i;
    bool done = true;
    TRY(napi_typeof(env, object, &type));
    if (type != napi_object) {
        napi_throw_type_error(env, "ERR_INVALID_ARG_TYPE", "a label must be an object");
        return false;
    }
    TRY(napi_get_property_names(env, object, &names));
    TRY(napi_get_array_length(env, names, &count));
    for (i = 0; done && i < count; i++) {
        struct bytes text = { NULL, 0 };
        TRY(napi_get_element(env, names, i, &name));
        TRY(napi_get_property(env, object, name, &value));
        done = take_string(env, name, "the names of fields are strings", &text) && set_field(env, job, &text, value);
        drop(&text);
    }
    return done;
}

static bool take_media_type(napi_env env, struct job *job, napi_value value)
{
    struct bytes text = { NULL, 0 };
    bool done;
    if (is_missing(env, value))
        return true;
    done = take_string(env, value, "a media type must be a string", &text)
        && succeeded(env, aimark_options_set_media_type(job->options, view_of(text), job->err), job->err);
    drop(&text);
    return done;
}

/* What `this` holds, if it is an object of ours. */
static bool held(napi_env env, napi_value self, const napi_type_tag *tag, void **out)
{
    bool is_ours = false;
    napi_valuetype type;
    TRY(napi_typeof(env, self, &type));
    if (type == napi_object)
        TRY(napi_check_object_type_tag(env, self, tag, &is_ours));
    if (!is_ours) {
        napi_throw_type_error(env, "ERR_INVALID_THIS", "this is no object of aimark");
        return false;
    }
    TRY(napi_unwrap(env, self, out));
    return true;
}

/* --- Jobs ------------------------------------------------------------------------------------------------------------ */

static void free_job(napi_env env, struct job *job)
{
    if (job == NULL)
        return;
    if (job->self != NULL)
        napi_delete_reference(env, job->self);
    if (job->work != NULL)
        napi_delete_async_work(env, job->work);
    aimark_report_free(job->report);
    aimark_buf_free(job->made);
    aimark_error_free(job->err);
    aimark_options_free(job->options);
    aimark_label_free(job->label);
    free(job->asset.ptr);
    free(job->name.ptr);
    free(job);
}

static struct job *new_job(napi_env env)
{
    struct job *job = calloc(1, sizeof *job);
    if (job == NULL) {
        napi_throw_error(env, "AIMARK_E_MEMORY", "there is not enough memory");
        return NULL;
    }
    job->label = aimark_label_new();
    job->options = aimark_options_new();
    job->err = aimark_error_new();
    return job;
}

static bool take_signing(napi_env env, struct job *job, napi_value self, napi_value *arguments)
{
    void *signer;
    if (!held(env, self, &signer_tag, &signer))
        return false;
    job->signer = signer;
    return take_label(env, job, arguments[1]) && take_media_type(env, job, arguments[2])
        && take_buffer(env, arguments[0], "an asset must be a Buffer", &job->asset);
}

static bool take_verifying(napi_env env, struct job *job, napi_value self, napi_value *arguments)
{
    void *trust;
    if (!held(env, self, &trust_tag, &trust))
        return false;
    job->trust = trust;
    if (!is_missing(env, arguments[1]) && !take_string(env, arguments[1], "a name must be a string", &job->name))
        return false;
    return take_media_type(env, job, arguments[2])
        && take_buffer(env, arguments[0], "an asset must be a Buffer", &job->asset);
}

/* The work itself. It touches nothing of JavaScript: it may run on another thread. */
static void run(struct job *job)
{
    aimark_status status;
    if (job->signer != NULL) {
        job->status = aimark_sign(job->signer, job->label, job->options, view_of(job->asset), &job->made, job->err);
        return;
    }
    status = aimark_verify(job->trust, job->options, view_of(job->asset), &job->report, job->err);
    if (status >= 0 && status < 100) /* an answer: the report has it */
        status = aimark_report_json(job->report, view_of(job->name), &job->made, job->err);
    job->status = status;
}

static void free_external(napi_env env, void *data, void *buf)
{
    (void)env, (void)data;
    aimark_buf_free(buf);
}

/* The labelled asset as a Buffer, which owns it from now on. */
static bool labelled(napi_env env, struct job *job, napi_value *out)
{
    aimark_view bytes = aimark_buf_view(job->made);
    napi_status status =
        napi_create_external_buffer(env, bytes.len, (void *)(uintptr_t)bytes.ptr, free_external, job->made, out);
    if (status == napi_ok) {
        job->made = NULL;
        return true;
    }
    /* Some that embed Node, such as Electron, allow no memory but their own. */
    TRY(napi_create_buffer_copy(env, bytes.len, bytes.ptr, NULL, out));
    return true;
}

static bool described(napi_env env, struct job *job, napi_value *out)
{
    aimark_status status = aimark_report_status(job->report);
    napi_value trusted, name, verdict;
    TRY(napi_create_object(env, out));
    TRY(napi_get_boolean(env, status == AIMARK_OK, &trusted));
    TRY(napi_set_named_property(env, *out, "trusted", trusted));
    TRY(napi_create_string_utf8(env, aimark_status_name(status), NAPI_AUTO_LENGTH, &name));
    TRY(napi_set_named_property(env, *out, "status", name));
    TRY(napi_create_string_utf8(env, aimark_report_verdict(job->report), NAPI_AUTO_LENGTH, &verdict));
    TRY(napi_set_named_property(env, *out, "verdict", verdict));
    return set_text(env, *out, "json", aimark_buf_view(job->made));
}

static bool result(napi_env env, struct job *job, napi_value *out)
{
    if (!succeeded(env, job->status, job->err))
        return false;
    return job->signer != NULL ? labelled(env, job, out) : described(env, job, out);
}

/* --- Now, or as a Promise -------------------------------------------------------------------------------------------- */

typedef bool (*take_fn)(napi_env env, struct job *job, napi_value self, napi_value *arguments);

static napi_value at_once(napi_env env, napi_callback_info info, take_fn take)
{
    napi_value arguments[3], self, made = NULL;
    size_t count = 3;
    struct job *job;
    bool done;
    if (napi_get_cb_info(env, info, &count, arguments, &self, NULL) != napi_ok || (job = new_job(env)) == NULL)
        return NULL;
    done = take(env, job, self, arguments);
    if (done) {
        run(job);
        done = result(env, job, &made);
    }
    free_job(env, job);
    if (done)
        return made;
    throw_something(env);
    return NULL;
}

/* Settles a Promise: with what was made, or with what was thrown on the way to it. */
static void settle(napi_env env, napi_deferred deferred, bool done, napi_value made)
{
    napi_value thrown;
    if (done) {
        napi_resolve_deferred(env, deferred, made);
        return;
    }
    throw_something(env);
    if (napi_get_and_clear_last_exception(env, &thrown) == napi_ok)
        napi_reject_deferred(env, deferred, thrown);
}

static void execute(napi_env env, void *job)
{
    (void)env;
    run(job);
}

static void complete(napi_env env, napi_status status, void *data)
{
    struct job *job = data;
    napi_value made = NULL;
    bool done;
    /* A job that was cancelled belongs to a Node that ends: nobody waits for it. */
    if (status == napi_ok) {
        done = result(env, job, &made);
        settle(env, job->deferred, done, made);
    }
    free_job(env, job);
}

/* Hands a job over to Node's pool. Until it is complete, `self` must not be collected. */
static bool queue(napi_env env, struct job *job, napi_value self)
{
    napi_value name;
    TRY(napi_create_reference(env, self, 1, &job->self));
    TRY(napi_create_string_utf8(env, "aimark", NAPI_AUTO_LENGTH, &name));
    TRY(napi_create_async_work(env, NULL, name, execute, complete, job, &job->work));
    TRY(napi_queue_async_work(env, job->work));
    return true;
}

static napi_value promised(napi_env env, napi_callback_info info, take_fn take)
{
    napi_value arguments[3], self, promise;
    size_t count = 3;
    napi_deferred deferred;
    struct job *job;
    if (napi_get_cb_info(env, info, &count, arguments, &self, NULL) != napi_ok
        || napi_create_promise(env, &deferred, &promise) != napi_ok)
        return NULL;
    job = new_job(env);
    if (job != NULL) {
        job->deferred = deferred;
        if (take(env, job, self, arguments) && queue(env, job, self))
            return promise;
        free_job(env, job);
    }
    settle(env, deferred, false, NULL);
    return promise;
}

static napi_value sign(napi_env env, napi_callback_info info) { return promised(env, info, take_signing); }
static napi_value sign_sync(napi_env env, napi_callback_info info) { return at_once(env, info, take_signing); }
static napi_value verify(napi_env env, napi_callback_info info) { return promised(env, info, take_verifying); }
static napi_value verify_sync(napi_env env, napi_callback_info info) { return at_once(env, info, take_verifying); }

/* --- Objects --------------------------------------------------------------------------------------------------------- */

static void free_signer(napi_env env, void *signer, void *hint)
{
    (void)env, (void)hint;
    aimark_signer_free(signer);
}

static void free_trust(napi_env env, void *trust, void *hint)
{
    (void)env, (void)hint;
    aimark_trust_free(trust);
}

/* `this` and the arguments of a constructor, which must be called with `new`. */
static bool constructed(napi_env env, napi_callback_info info, size_t count, napi_value *arguments, napi_value *self)
{
    napi_value target;
    TRY(napi_get_new_target(env, info, &target));
    if (target == NULL) {
        napi_throw_type_error(env, "ERR_CONSTRUCT_CALL_REQUIRED", "it is made with new");
        return false;
    }
    TRY(napi_get_cb_info(env, info, &count, arguments, self, NULL));
    return true;
}

/* Gives an object of the library to one of JavaScript, which frees it when it is collected. */
static napi_value wrapped(napi_env env, napi_value self, const napi_type_tag *tag, void *object, napi_finalize finalize)
{
    if (napi_wrap(env, self, object, finalize, NULL, NULL) != napi_ok) {
        finalize(env, object, NULL);
        return NULL;
    }
    return napi_type_tag_object(env, self, tag) == napi_ok ? self : NULL;
}

static napi_value new_signer(napi_env env, napi_callback_info info)
{
    napi_value arguments[2], self;
    struct bytes chain = { NULL, 0 }, key = { NULL, 0 };
    aimark_signer *signer = NULL;
    aimark_error *err;
    bool done;
    if (!constructed(env, info, 2, arguments, &self))
        return NULL;
    err = aimark_error_new();
    done = take_pem(env, arguments[0], &chain) && take_pem(env, arguments[1], &key)
        && succeeded(env, aimark_signer_from_pem(view_of(chain), view_of(key), &signer, err), err);
    aimark_error_free(err);
    drop(&key);
    drop(&chain);
    return done ? wrapped(env, self, &signer_tag, signer, free_signer) : NULL;
}

static napi_value new_trust(napi_env env, napi_callback_info info)
{
    napi_value arguments[1], self;
    struct bytes pem = { NULL, 0 };
    aimark_trust *trust;
    aimark_error *err;
    bool done;
    if (!constructed(env, info, 1, arguments, &self))
        return NULL;
    err = aimark_error_new();
    trust = aimark_trust_new();
    done = take_pem(env, arguments[0], &pem) && succeeded(env, aimark_trust_add_pem(trust, view_of(pem), err), err);
    aimark_error_free(err);
    drop(&pem);
    if (done)
        return wrapped(env, self, &trust_tag, trust, free_trust);
    aimark_trust_free(trust);
    return NULL;
}

static napi_property_descriptor method(const char *name, napi_callback function)
{
    napi_property_descriptor made = { 0 };
    made.utf8name = name;
    made.method = function;
    made.attributes = napi_default_method;
    return made;
}

static bool export_all(napi_env env, napi_value exports)
{
    const napi_property_descriptor signing[] = { method("sign", sign), method("signSync", sign_sync) };
    const napi_property_descriptor verifying[] = { method("verify", verify), method("verifySync", verify_sync) };
    napi_value signer, trust, version;
    TRY(napi_define_class(env, "Signer", NAPI_AUTO_LENGTH, new_signer, NULL, 2, signing, &signer));
    TRY(napi_define_class(env, "Trust", NAPI_AUTO_LENGTH, new_trust, NULL, 2, verifying, &trust));
    TRY(napi_create_string_utf8(env, aimark_version_string(), NAPI_AUTO_LENGTH, &version));
    TRY(napi_set_named_property(env, exports, "Signer", signer));
    TRY(napi_set_named_property(env, exports, "Trust", trust));
    TRY(napi_set_named_property(env, exports, "version", version));
    return true;
}

NAPI_MODULE_INIT()
{
    return export_all(env, exports) ? exports : NULL;
}

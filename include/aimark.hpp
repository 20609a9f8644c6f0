/*
 * aimark for C++: owners, exceptions and std::string over the functions of aimark.h. C++11 and up, this header alone.
 *
 *     aimark::Signer signer = aimark::Signer::from_pem(chain_pem, key_pem);       // once, for all threads
 *     aimark::Label label;
 *     label.origin(AIMARK_ORIGIN_GENERATED).system("Kandinsky").provider("ACME");
 *     aimark::Buffer labelled = aimark::sign(signer, label, picture);
 *     file.write(labelled.chars(), std::streamsize(labelled.size()));
 *
 *     aimark::Trust trust;
 *     trust.add_pem(anchor_pem);
 *     if (aimark::verify(trust, labelled).trusted()) { ... }                      // the only yes
 *
 * - aimark.h is the specification: what a function does, its numbers and its statuses. This header only spells it in C++.
 * - Ownership: every object owns what it was given and frees it. Objects can be moved, not copied. One that was moved from
 *   may be destroyed or assigned to; what it is used for fails with AIMARK_E_ARGUMENT, but options are then the default
 *   ones and a trust accepts nobody. `get()` lends the pointer to functions of aimark.h.
 * - A View borrows, a Certificate too: keep what they were taken from. Bytes handed over need to live as long as the call,
 *   and for `sign_pieces` and `prepare` as long as what these return. Texts of a report are copies.
 * - Errors: what could not be done throws `Error`. What `verify` found out is no error: it is in the Report.
 * - Threads: as in aimark.h. Signer, Chain, Trust, Report, Buffer and Pieces may be read by any number of threads at once;
 *   Label, Laws, Options, Text and Pending belong to one thread at a time while they are changed.
 */
#ifndef AIMARK_HPP
#define AIMARK_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "aimark.h"

#if defined(_MSVC_LANG) /* MSVC does not say it in __cplusplus. */
#define AIMARK_CPLUSPLUS _MSVC_LANG
#else
#define AIMARK_CPLUSPLUS __cplusplus
#endif
#if AIMARK_CPLUSPLUS >= 201703L
#include <string_view>
#endif
#if AIMARK_CPLUSPLUS >= 202002L
#include <span>
#endif

namespace aimark {

/** Bytes that belong to somebody else, made of whatever holds bytes. */
class View {
public:
    View() noexcept : view_{nullptr, 0} {}
    View(aimark_view view) noexcept : view_(view) {}
    View(const void *bytes, std::size_t size) noexcept : view_{static_cast<const std::uint8_t *>(bytes), size} {}
    View(const char *text) noexcept : View(text, text == nullptr ? 0 : std::strlen(text)) {}
    View(const std::string &text) noexcept : View(text.data(), text.size()) {}
    template <typename Byte> View(const std::vector<Byte> &bytes) noexcept : View(bytes.data(), bytes.size())
    {
        static_assert(sizeof(Byte) == 1, "a vector of bytes");
    }
#if AIMARK_CPLUSPLUS >= 201703L
    View(std::string_view text) noexcept : View(text.data(), text.size()) {}
#endif
#if AIMARK_CPLUSPLUS >= 202002L
    template <typename Byte, std::size_t N> View(std::span<Byte, N> bytes) noexcept : View(bytes.data(), bytes.size())
    {
        static_assert(sizeof(Byte) == 1, "a span of bytes");
    }
#endif
    operator aimark_view() const noexcept { return view_; }
    const std::uint8_t *data() const noexcept { return view_.ptr; }
    /** The same for streams, which take characters. */
    const char *chars() const noexcept { return reinterpret_cast<const char *>(view_.ptr); }
    std::size_t size() const noexcept { return view_.len; }
    bool empty() const noexcept { return view_.len == 0; }
    const std::uint8_t *begin() const noexcept { return view_.ptr; }
    const std::uint8_t *end() const noexcept { return empty() ? view_.ptr : view_.ptr + view_.len; }
    /** A copy. Empty where there is nothing. */
    std::string str() const { return empty() ? std::string() : std::string(chars(), size()); }

private:
    aimark_view view_;
};

namespace detail {

/** The one owner of an object of the library. */
template <typename T, void (*release)(T *)> class Handle {
public:
    explicit Handle(T *object) noexcept : object_(object) {}
    T *get() const noexcept { return object_.get(); }
    explicit operator bool() const noexcept { return static_cast<bool>(object_); }

private:
    struct Release {
        void operator()(T *object) const noexcept { release(object); }
    };
    std::unique_ptr<T, Release> object_;
};

} // namespace detail

/** Bytes that the library made: a labelled asset, or a mark to append to a text. */
class Buffer : public detail::Handle<aimark_buf, aimark_buf_free> {
public:
    using Handle::Handle;
    View view() const noexcept { return aimark_buf_view(get()); }
    operator View() const noexcept { return view(); }
    const std::uint8_t *data() const noexcept { return view().data(); }
    const char *chars() const noexcept { return view().chars(); }
    std::size_t size() const noexcept { return view().size(); }
    const std::uint8_t *begin() const noexcept { return view().begin(); }
    const std::uint8_t *end() const noexcept { return view().end(); }
    std::string str() const { return view().str(); }
    std::string manifest_id() const { return View(aimark_buf_manifest_id(get())).str(); }
};

/** What could not be done: a status of 100 and more. `what()` is for people, programs decide by the status. */
class Error : public std::runtime_error {
public:
    Error(aimark_status status, std::shared_ptr<const aimark_error> error)
        : std::runtime_error(std::string(aimark_status_name(status)) + ": " + View(aimark_error_message(error.get())).str()),
          status_(status), error_(std::move(error))
    {
    }
    aimark_status status() const noexcept { return status_; }
    /** `"AIMARK_E_LIMIT"`, say. */
    const char *name() const noexcept { return aimark_status_name(status_); }
    /** The field of the label or the argument at fault; empty when it is neither. */
    std::string field() const { return View(aimark_error_field(error_.get())).str(); }
    /** Where in the asset, in bytes from 0; -1 when the failure has no place. */
    std::int64_t offset() const noexcept { return aimark_error_offset(error_.get()); }
    /** What a signing callback of C returned, where that is why; 0 when it is not. */
    std::int32_t cause() const noexcept { return aimark_error_cause(error_.get()); }
    /** The failure as one JSON object; `path` is what the asset is called in it. */
    std::string json(View path = View()) const
    {
        aimark_buf *json = nullptr;
        const aimark_status status = aimark_error_json(error_.get(), path, &json);
        if (status != AIMARK_OK) /* This one function has no error object, and so there are no words. */
            throw Error(status, nullptr);
        return Buffer(json).str();
    }

private:
    aimark_status status_;
    /* Shared, as exceptions are copied; never changed any more. */
    std::shared_ptr<const aimark_error> error_;
};

namespace detail {

/** Calls a function that ends with an error object, and throws what it says. Only `answers` up to 99 are none. */
template <bool answers = false, typename Function, typename... Arguments>
void call(Function function, const Arguments &...arguments)
{
    const std::shared_ptr<aimark_error> error(aimark_error_new(), aimark_error_free);
    const aimark_status status = function(arguments..., error.get());
    if (status != AIMARK_OK && !(answers && status > 0 && status < 100))
        throw Error(status, error);
}

/** The same for a function that gives an object before the error; `Owner` takes it. */
template <typename Owner, bool answers = false, typename Function, typename... Arguments>
Owner make(Function function, const Arguments &...arguments)
{
    decltype(std::declval<Owner>().get()) made = nullptr;
    call<answers>(function, arguments..., &made);
    return Owner(made);
}

/** The same for a function that changes an object, which it returns, so that calls can follow one another. */
template <typename Object, typename Function, typename... Arguments>
Object &set(Object &object, Function function, const Arguments &...arguments)
{
    call(function, object.get(), arguments...);
    return object;
}

} // namespace detail

/** A labelled asset in pieces that lie in the asset itself, which must outlive them. */
class Pieces : public detail::Handle<aimark_pieces, aimark_pieces_free> {
public:
    using Handle::Handle;
    std::size_t count() const noexcept { return aimark_pieces_count(get()); }
    View operator[](std::size_t index) const noexcept { return aimark_pieces_at(get(), index); }
    /** Of all together, in bytes. */
    std::size_t size() const noexcept { return aimark_pieces_len(get()); }
    std::string manifest_id() const { return View(aimark_pieces_manifest_id(get())).str(); }
};

/** A certificate, described: good as long as the signer, chain or report that it is of. False where there is none. */
class Certificate {
public:
    explicit Certificate(const aimark_certificate *certificate) noexcept : certificate_(certificate) {}
    const aimark_certificate *get() const noexcept { return certificate_; }
    explicit operator bool() const noexcept { return certificate_ != nullptr; }
    /** `what` is one of `AIMARK_CERTIFICATE_...`. */
    std::string text(std::int32_t what) const { return View(aimark_certificate_text(certificate_, what)).str(); }
    std::string subject() const { return text(AIMARK_CERTIFICATE_SUBJECT); }
    std::string common_name() const { return text(AIMARK_CERTIFICATE_COMMON_NAME); }
    std::string organization() const { return text(AIMARK_CERTIFICATE_ORGANIZATION); }
    std::string issuer() const { return text(AIMARK_CERTIFICATE_ISSUER); }
    std::string serial() const { return text(AIMARK_CERTIFICATE_SERIAL); }
    std::string fingerprint() const { return text(AIMARK_CERTIFICATE_FINGERPRINT); }
    std::int64_t not_before() const noexcept { return aimark_certificate_not_before(certificate_); }
    std::int64_t not_after() const noexcept { return aimark_certificate_not_after(certificate_); }

private:
    const aimark_certificate *certificate_;
};

/** Certificates with the means to sign. Make it once. */
class Signer : public detail::Handle<aimark_signer, aimark_signer_free> {
public:
    /** Signs bytes with Ed25519 where the key lives, or throws. It runs on the thread that signs, on several at once. */
    using Sign = std::function<std::vector<std::uint8_t>(View to_be_signed)>;

    static Signer from_pem(View chain_pem, View key_pem)
    {
        return detail::make<Signer>(aimark_signer_from_pem, chain_pem, key_pem);
    }
    /** What the function throws stays in it: the call that signs throws an Error with `AIMARK_E_SIGNER` instead. */
    static Signer from_callback(View chain_pem, Sign sign)
    {
        std::unique_ptr<Sign> kept(new Sign(std::move(sign)));
        Signer signer = detail::make<Signer>(aimark_signer_from_callback, &ask, static_cast<void *>(kept.get()), chain_pem);
        signer.sign_ = std::move(kept);
        return signer;
    }
    explicit Signer(aimark_signer *signer) noexcept : Handle(signer) {}
    Signer(Signer &&other) noexcept = default;
    /* The library must let go of the old function before it ends. */
    Signer &operator=(Signer &&other) noexcept
    {
        Handle::operator=(std::move(other));
        sign_ = std::move(other.sign_);
        return *this;
    }
    Certificate certificate() const noexcept { return Certificate(aimark_signer_certificate(get())); }

private:
    /* No exception may pass through the library. */
    static std::int32_t ask(void *sign, aimark_view to_be_signed, std::uint8_t *signature, std::size_t capacity,
                            std::size_t *written) noexcept
    {
        try {
            const std::vector<std::uint8_t> made = (*static_cast<const Sign *>(sign))(to_be_signed);
            if (made.size() > capacity)
                return 2;
            if (!made.empty())
                std::memcpy(signature, made.data(), made.size());
            *written = made.size();
            return 0;
        } catch (...) {
            return 1;
        }
    }

    /* On the heap, so that it stays where it is when the signer moves. */
    std::unique_ptr<Sign> sign_;
};

/** Certificates without the means to sign, for `prepare`. */
class Chain : public detail::Handle<aimark_chain, aimark_chain_free> {
public:
    using Handle::Handle;
    static Chain from_pem(View chain_pem) { return detail::make<Chain>(aimark_chain_from_pem, chain_pem); }
    Certificate certificate() const noexcept { return Certificate(aimark_chain_certificate(get())); }
};

/** What gets signed. Its origin must be stated. A setter that throws left the label as it was. */
class Label : public detail::Handle<aimark_label, aimark_label_free> {
public:
    Label() noexcept : Handle(aimark_label_new()) {}
    explicit Label(aimark_label *label) noexcept : Handle(label) {}
    /** `AIMARK_ORIGIN_GENERATED` or `AIMARK_ORIGIN_ALTERED`. */
    Label &origin(std::int32_t origin) { return detail::set(*this, aimark_label_set_origin, origin); }
    /** `field` is one of `AIMARK_FIELD_...`. */
    Label &set(std::int32_t field, View text) { return detail::set(*this, aimark_label_set, field, text); }
    Label &system(View text) { return set(AIMARK_FIELD_SYSTEM, text); }
    Label &system_version(View text) { return set(AIMARK_FIELD_SYSTEM_VERSION, text); }
    Label &provider(View text) { return set(AIMARK_FIELD_PROVIDER, text); }
    Label &provider_code(View text) { return set(AIMARK_FIELD_PROVIDER_CODE, text); }
    Label &content_id(View text) { return set(AIMARK_FIELD_CONTENT_ID, text); }
    Label &service_id(View text) { return set(AIMARK_FIELD_SERVICE_ID, text); }
    Label &detector_url(View text) { return set(AIMARK_FIELD_DETECTOR_URL, text); }
    Label &notice(View text) { return set(AIMARK_FIELD_NOTICE, text); }
    Label &notice_language(View text) { return set(AIMARK_FIELD_NOTICE_LANGUAGE, text); }
    Label &reviewed_by(View text) { return set(AIMARK_FIELD_REVIEWED_BY, text); }
    Label &responsible(View text) { return set(AIMARK_FIELD_RESPONSIBLE, text); }
    Label &owner(View text) { return set(AIMARK_FIELD_OWNER, text); }
    Label &risk_class(View text) { return set(AIMARK_FIELD_RISK_CLASS, text); }
    Label &autonomy(View text) { return set(AIMARK_FIELD_AUTONOMY, text); }
    Label &depicts(View text) { return set(AIMARK_FIELD_DEPICTS, text); }
    Label &notice_shown(View text) { return set(AIMARK_FIELD_NOTICE_SHOWN, text); }
    Label &notice_box(View text) { return set(AIMARK_FIELD_NOTICE_BOX, text); }
    Label &notice_contrast(View text) { return set(AIMARK_FIELD_NOTICE_CONTRAST, text); }
    Label &mining(View text) { return set(AIMARK_FIELD_MINING, text); }
    /** Seconds since 1970-01-01T00:00:00Z. */
    Label &created_at(std::int64_t seconds) { return detail::set(*this, aimark_label_set_created_at, seconds); }
    /** What finds the label again once it was stripped: a watermark or a fingerprint, by whatever algorithm. */
    Label &add_soft_binding(View algorithm, View value)
    {
        return detail::set(*this, aimark_label_add_soft_binding, algorithm, value);
    }
    /** That a watermark which is not ours was put in; a soft binding describes it. */
    Label &watermarked(bool watermarked) { return detail::set(*this, aimark_label_set_watermarked, watermarked ? 1 : 0); }
};

/** What signing and verifying may be told beside their arguments. */
class Options : public detail::Handle<aimark_options, aimark_options_free> {
public:
    Options() noexcept : Handle(aimark_options_new()) {}
    /** Seconds since 1970-01-01T00:00:00Z. */
    Options &time(std::int64_t seconds) { return detail::set(*this, aimark_options_set_time, seconds); }
    /** 32 bytes, for tests, for ONE signature. */
    Options &randomness(View random) { return detail::set(*this, aimark_options_set_randomness, random); }
    Options &media_type(View media_type) { return detail::set(*this, aimark_options_set_media_type, media_type); }
    Options &padded(bool padded) { return detail::set(*this, aimark_options_set_padded, padded ? 1 : 0); }
    Options &digest(bool digest) { return detail::set(*this, aimark_options_set_digest, digest ? 1 : 0); }
    /** `limit` is one of `AIMARK_LIMIT_...`. */
    Options &limit(std::int32_t limit, std::uint64_t value)
    {
        return detail::set(*this, aimark_options_set_limit, limit, value);
    }
};

/** The certificates you accept; of a new one, none. */
class Trust : public detail::Handle<aimark_trust, aimark_trust_free> {
public:
    Trust() noexcept : Handle(aimark_trust_new()) {}
    Trust &add_pem(View pem) { return detail::set(*this, aimark_trust_add_pem, pem); }
    std::size_t count() const noexcept { return aimark_trust_count(get()); }
};

/** One thing that an examination found; `severity` is one of `AIMARK_SEVERITY_...`. */
struct Finding {
    std::string code;
    std::int32_t severity;
    std::string place;
    std::string words;
};

/** What finds a label again once it was stripped. */
struct SoftBinding {
    std::string algorithm;
    std::vector<std::uint8_t> value;
};

/** What an examination found out. Decide by `trusted()` or the status; all else is to be shown. */
class Report : public detail::Handle<aimark_report, aimark_report_free> {
public:
    using Handle::Handle;
    /** Intact, bound to these bytes, signed by one you accept. */
    bool trusted() const noexcept { return status() == AIMARK_OK; }
    aimark_status status() const noexcept { return aimark_report_status(get()); }
    /** `"trusted"`, `"valid"`, `"invalid"`, `"foreign"`, `"unmarked"`. */
    const char *verdict() const noexcept { return aimark_report_verdict(get()); }
    std::int32_t integrity() const noexcept { return aimark_report_integrity(get()); }
    std::int32_t trust() const noexcept { return aimark_report_trust(get()); }
    std::string not_accepted() const { return View(aimark_report_not_accepted(get())).str(); }
    std::string media_type() const { return View(aimark_report_media_type(get())).str(); }
    std::string sha256() const { return View(aimark_report_sha256(get())).str(); }
    std::int32_t origin() const noexcept { return aimark_report_origin(get()); }
    /** `field` is one of `AIMARK_FIELD_...`. */
    std::string text(std::int32_t field) const { return View(aimark_report_field(get(), field)).str(); }
    std::int64_t created_at() const noexcept { return aimark_report_created_at(get()); }
    Certificate signer() const noexcept { return Certificate(aimark_report_signer(get())); }
    Certificate anchor() const noexcept { return Certificate(aimark_report_anchor(get())); }
    std::string generator() const { return View(aimark_report_generator(get())).str(); }
    std::string manifest_id() const { return View(aimark_report_manifest_id(get())).str(); }
    std::vector<SoftBinding> soft_bindings() const
    {
        std::vector<SoftBinding> all;
        for (std::size_t i = 0; i < aimark_report_soft_binding_count(get()); i++) {
            const View value = aimark_report_soft_binding_value(get(), i);
            all.push_back(SoftBinding{View(aimark_report_soft_binding_algorithm(get(), i)).str(),
                                      std::vector<std::uint8_t>(value.begin(), value.end())});
        }
        return all;
    }
    bool watermarked() const noexcept { return aimark_report_watermarked(get()) == 1; }
    std::vector<Finding> findings() const
    {
        std::vector<Finding> all;
        for (std::size_t i = 0; i < aimark_report_finding_count(get()); i++)
            all.push_back(Finding{View(aimark_report_finding_code(get(), i)).str(), aimark_report_finding_severity(get(), i),
                                  View(aimark_report_finding_place(get(), i)).str(),
                                  View(aimark_report_finding_words(get(), i)).str()});
        return all;
    }
    /** Why a foreign credential is not judged. What else it says, the JSON has, and aimark.h through `get()`. */
    std::string foreign_reason() const { return View(aimark_report_foreign_reason(get())).str(); }
    /** All of it as one JSON object; `path` is what the asset is called in it. */
    std::string json(View path = View()) const { return detail::make<Buffer>(aimark_report_json, get(), path).str(); }
};

/** An asset that was changed before it is signed, and the label that states what was done. */
struct Prepared {
    Buffer asset;
    Label label;
};

/** Laws that ask for a warning that people see and for marks that machines read; of a new one, none. */
class Laws : public detail::Handle<aimark_laws, aimark_laws_free> {
public:
    Laws() noexcept : Handle(aimark_laws_new()) {}
    /** `"kz"`, say. */
    Laws &add(View law) { return detail::set(*this, aimark_laws_add, law); }
    Laws &add_toml(View toml) { return detail::set(*this, aimark_laws_add_toml, toml); }
    Laws &only_label(bool only_label) { return detail::set(*this, aimark_laws_set_only_label, only_label ? 1 : 0); }
    /** `place` is one of `AIMARK_PLACE_...`. */
    Laws &notice_place(std::int32_t place) { return detail::set(*this, aimark_laws_set_notice_place, place); }
    Laws &strict(bool strict) { return detail::set(*this, aimark_laws_set_strict, strict ? 1 : 0); }
    /** Before signing: the warning, then the marks, then what the label says of them. */
    Prepared prepare(const Label &label, View asset, const Options &options = Options()) const
    {
        aimark_buf *ready = nullptr;
        aimark_label *full = nullptr;
        detail::call(aimark_laws_prepare, get(), label.get(), options.get(), asset, &ready, &full);
        return Prepared{Buffer(ready), Label(full)};
    }
    /** What the rules find, as a JSON array; `report` is of this very asset, `at` in seconds since 1970. */
    std::string check(const Report &report, View asset, std::int64_t at) const
    {
        return detail::make<Buffer>(aimark_laws_check, get(), report.get(), asset, at).str();
    }
};

/**
 * A picture with a watermark, and the label that states it. `key` is 32 bytes, or empty for the key that everybody has;
 * `issuer` 0 to 65535; `identifier` of 42 bits. First this, then `Laws::prepare`, then `fingerprint`, then `sign`.
 */
inline Prepared watermark(const Label &label, View asset, View key, std::uint32_t issuer, std::uint64_t identifier,
                          const Options &options = Options())
{
    aimark_buf *marked = nullptr;
    aimark_label *full = nullptr;
    detail::call(aimark_watermark, label.get(), options.get(), asset, key, issuer, identifier, &marked, &full);
    return Prepared{Buffer(marked), Label(full)};
}

/** The label with the fingerprints of an asset that nothing changes any more before it is signed. */
inline Label fingerprint(const Label &label, View asset, const Options &options = Options())
{
    return detail::make<Label>(aimark_fingerprint, label.get(), options.get(), asset);
}

/**
 * What a watermark in a picture says, as a JSON object, or `null` where none was found, which says nothing. `keys` are 0 to 15
 * of 32 bytes one after the other, tried after the one that everybody has; `full` looks longer.
 */
inline std::string watermark_find(View asset, View keys = View(), bool full = false, const Options &options = Options())
{
    return detail::make<Buffer>(aimark_watermark_find, options.get(), asset, keys, full ? 1 : 0).str();
}

/** A label that waits for a signature that is made elsewhere. The asset must outlive it. */
class Pending : public detail::Handle<aimark_pending, aimark_pending_free> {
public:
    using Handle::Handle;
    /** What Ed25519 signs. Empty once the label is finished. */
    View to_be_signed() const noexcept { return aimark_pending_to_be_signed(get()); }
    /** The labelled asset, or the mark of a text. */
    Buffer finish(View signature) { return detail::make<Buffer>(aimark_pending_finish, get(), signature); }
    Pieces finish_pieces(View signature) { return detail::make<Pieces>(aimark_pending_finish_pieces, get(), signature); }
};

/** A plain text that is taken in pieces, as a model writes them; at the end it gives the mark to append. */
class Text : public detail::Handle<aimark_text, aimark_text_free> {
public:
    Text() noexcept : Handle(aimark_text_new()) {}
    Text &push(View piece) { return detail::set(*this, aimark_text_push, piece); }
    Buffer finish(const Signer &signer, const Label &label, const Options &options = Options())
    {
        return detail::make<Buffer>(aimark_text_finish, get(), signer.get(), label.get(), options.get());
    }
    Pending prepare(const Label &label, const Chain &chain, const Options &options = Options())
    {
        return detail::make<Pending>(aimark_text_prepare, get(), label.get(), chain.get(), options.get());
    }
};

/** The whole labelled asset. */
inline Buffer sign(const Signer &signer, const Label &label, View asset, const Options &options = Options())
{
    return detail::make<Buffer>(aimark_sign, signer.get(), label.get(), options.get(), asset);
}

/** The same without a copy of the asset, which must outlive the pieces. */
inline Pieces sign_pieces(const Signer &signer, const Label &label, View asset, const Options &options = Options())
{
    return detail::make<Pieces>(aimark_sign_pieces, signer.get(), label.get(), options.get(), asset);
}

/** The first phase for a key that lives elsewhere. The asset must outlive what it returns, and the pieces of that. */
inline Pending prepare(const Label &label, const Chain &chain, View asset, const Options &options = Options())
{
    return detail::make<Pending>(aimark_prepare, label.get(), chain.get(), options.get(), asset);
}

/* An asset that ends with the statement outlives nothing. */
template <typename T, typename... More>
Pieces sign_pieces(const Signer &, const Label &, std::vector<T> &&, More &&...) = delete;
template <typename T, typename... More>
Pieces sign_pieces(const Signer &, const Label &, std::basic_string<T> &&, More &&...) = delete;
template <typename T, typename... More>
Pending prepare(const Label &, const Chain &, std::vector<T> &&, More &&...) = delete;
template <typename T, typename... More>
Pending prepare(const Label &, const Chain &, std::basic_string<T> &&, More &&...) = delete;

/** Examines an asset. Whatever it finds out is an answer; it throws where the asset could not be examined. */
inline Report verify(const Trust &trust, View asset, const Options &options = Options())
{
    return detail::make<Report, true>(aimark_verify, trust.get(), options.get(), asset);
}

/** The text in Unicode normalization form C, as a plain text must be to be signed. */
inline std::string normalize(View text) { return detail::make<Buffer>(aimark_normalize, text).str(); }

/** Of the library that runs; `AIMARK_VERSION_NUMBER` is that of the header. */
inline std::uint32_t version_number() noexcept { return aimark_version_number(); }
inline const char *version_string() noexcept { return aimark_version_string(); }

} // namespace aimark

#undef AIMARK_CPLUSPLUS

#endif /* AIMARK_HPP */

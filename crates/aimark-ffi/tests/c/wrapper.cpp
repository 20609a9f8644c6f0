/* Every member of the C++ wrapper. Argument: the folder of the test identity. */
#include <algorithm>
#include <array>
#include <atomic>
#include <thread>
#include <type_traits>

#include "aimark.hpp"
#include "paint.h"

using aimark::View;
using Bytes = std::vector<std::uint8_t>;

static std::string chain, key, root, picture;

static std::string read_whole(const char *folder, const char *name)
{
    const aimark_view bytes = whole(folder, name);
    const std::string copy = View(bytes).str();
    drop(bytes);
    return copy;
}

/* The error that something ends with. That it ends with none is a fault. */
template <typename Deed> static aimark::Error failure(Deed deed)
{
    try {
        deed();
    } catch (const aimark::Error &error) {
        return error;
    }
    fputs("no exception\n", stderr);
    std::abort();
}

template <typename Deed> static void fails(aimark_status status, Deed deed)
{
    const aimark::Error error = failure(deed);
    if (error.status() != status)
        fprintf(stderr, "%s, not %s\n", error.what(), aimark_status_name(status));
    CHECK(error.status() == status);
}

static aimark::Label new_label()
{
    const std::string maker = "ACME";
    aimark::Label label;
    label.origin(AIMARK_ORIGIN_ALTERED).system("Kandinsky").system_version("5.0").provider(maker).created_at(NOW - 60);
    label.provider_code("001100000000000000000000ABC").content_id("42").service_id("gpu-7");
    label.detector_url("https://example.org/check").notice("made by AI").notice_language("en");
    label.reviewed_by("Ada").responsible("ACME News").owner("ACME AG").risk_class("minimal").autonomy("low");
    label.depicts("person").notice_shown("drawn").notice_box("xywh=1,2,3,4").notice_contrast("12.63").mining("not-allowed");
    return label;
}

static aimark::Options new_options()
{
    const std::array<std::uint8_t, 32> random = {{7}};
    aimark::Options options;
    options.time(NOW).randomness(View(random.data(), random.size())).padded(false).digest(true);
    options.limit(AIMARK_LIMIT_ASSET_BYTES, 1 << 20).media_type("");
    return options;
}

static aimark::Trust new_trust()
{
    aimark::Trust trust;
    CHECK(trust.count() == 0);
    CHECK(trust.add_pem(root).count() == 1);
    return trust;
}

static aimark::Buffer new_labelled()
{
    return aimark::sign(aimark::Signer::from_pem(chain, key), new_label(), picture, new_options());
}

/* The signature in a labelled picture: what follows the last head of a byte string of 64. */
static Bytes signature_in(const aimark::Buffer &asset)
{
    const std::array<std::uint8_t, 2> head = {{0x58, 0x40}};
    const std::uint8_t *at = std::find_end(asset.begin(), asset.end(), head.begin(), head.end());
    CHECK(asset.end() - at >= 66);
    return Bytes(at + 2, at + 66);
}

static void views_of_whatever_holds_bytes()
{
    const std::string words = "words";
    const Bytes bytes(words.begin(), words.end());
    const std::vector<char> characters(words.begin(), words.end());
    CHECK(View().empty() && View().data() == nullptr && View().str().empty() && View().begin() == View().end());
    CHECK(View(static_cast<const char *>(nullptr)).empty() && View(std::string()).empty() && View(Bytes()).empty());
    for (const View view : {View("words"), View(words), View(bytes), View(characters), View(words.data(), 5)}) {
        CHECK(view.str() == words && view.size() == 5 && !view.empty());
        CHECK(std::equal(view.begin(), view.end(), bytes.begin()) && *view.chars() == 'w' && *view.data() == 'w');
    }
    CHECK(same(View(words), text("words")) && View(text("words")).size() == 5);
#if __cplusplus >= 201703L
    CHECK(View(std::string_view("words")).str() == words);
#endif
#if __cplusplus >= 202002L
    CHECK(View(std::span<const std::uint8_t>(bytes)).str() == words);
    CHECK(View(std::as_bytes(std::span<const char>(characters))).str() == words);
#endif
}

static void certificates(const aimark::Certificate &certificate)
{
    CHECK(certificate && certificate.get() != nullptr);
    CHECK(certificate.common_name() == "aimark default" && certificate.organization() == "aimark");
    CHECK(!certificate.subject().empty() && !certificate.issuer().empty() && !certificate.serial().empty());
    CHECK(certificate.fingerprint() == certificate.text(AIMARK_CERTIFICATE_FINGERPRINT));
    CHECK(certificate.not_before() < NOW && certificate.not_after() > NOW);
}

static void reports()
{
    static const char *const fields[] = {"Kandinsky", "5.0", "ACME", "001100000000000000000000ABC", "42", "gpu-7",
                                         "https://example.org/check", "made by AI", "en", "Ada", "ACME News", "ACME AG",
                                         "minimal", "low", "person", "drawn", "xywh=1,2,3,4", "12.63", "not-allowed"};
    const aimark::Trust trust = new_trust();
    const aimark::Options options = new_options();
    const aimark::Buffer labelled = new_labelled();
    const aimark::Report report = aimark::verify(trust, labelled, options);
    CHECK(report && report.trusted() && report.status() == AIMARK_OK && std::string(report.verdict()) == "trusted");
    CHECK(report.integrity() == AIMARK_INTEGRITY_INTACT && report.trust() == AIMARK_TRUST_ACCEPTED);
    CHECK(report.not_accepted().empty() && report.foreign_reason().empty());
    CHECK(report.media_type() == "image/png" && report.sha256().size() == 64);
    CHECK(report.origin() == AIMARK_ORIGIN_ALTERED && report.created_at() == NOW - 60);
    for (std::int32_t field = 1; field <= AIMARK_FIELD_MINING; field++)
        CHECK(report.text(field) == fields[field - 1]);
    certificates(report.signer());
    CHECK(report.anchor() && report.anchor().get() != report.signer().get());
    CHECK(!report.generator().empty() && report.manifest_id() == labelled.manifest_id());
    CHECK(report.findings().size() == aimark_report_finding_count(report.get()));
    for (const aimark::Finding &finding : report.findings()) {
        CHECK(finding.severity == AIMARK_SEVERITY_SUCCESS);
        CHECK(!finding.code.empty() && !finding.place.empty() && !finding.words.empty());
    }
    CHECK(report.json("dot.png").find("\"path\":\"dot.png\"") != std::string::npos);
    CHECK(report.json().find("\"path\":\"-\"") != std::string::npos);
}

/* What is no yes is an answer all the same. */
static void answers_are_not_exceptions()
{
    const aimark::Options options = new_options();
    const aimark::Buffer labelled = new_labelled();
    const aimark::Report unmarked = aimark::verify(new_trust(), picture, options);
    CHECK(!unmarked.trusted() && unmarked.status() == AIMARK_UNMARKED && std::string(unmarked.verdict()) == "unmarked");
    CHECK(!unmarked.signer() && !unmarked.anchor() && unmarked.text(AIMARK_FIELD_SYSTEM).empty());
    const aimark::Report untrusted = aimark::verify(aimark::Trust(), labelled, options);
    CHECK(!untrusted.trusted() && untrusted.status() == AIMARK_UNTRUSTED && !untrusted.not_accepted().empty());
    Bytes altered(labelled.begin(), labelled.end());
    altered[altered.size() - 13] ^= 1;
    CHECK(aimark::verify(new_trust(), altered, options).status() == AIMARK_ALTERED);
    CHECK(aimark::verify(new_trust(), altered).status() == AIMARK_ALTERED);
    const aimark::Error cut = failure([&] { aimark::verify(aimark::Trust(), View(picture.data(), 30)); });
    CHECK(cut.status() == AIMARK_E_MALFORMED && cut.offset() >= 0 && cut.field().empty());
}

static void errors()
{
    aimark::Label label;
    const aimark::Error error = failure([&] { label.provider("a\x1b[2J"); });
    CHECK(error.status() == AIMARK_E_FIELD && error.field() == "provider" && error.offset() == -1);
    CHECK(std::string(error.name()) == "AIMARK_E_FIELD" && std::string(error.what()).find("U+001B") != std::string::npos);
    CHECK(error.json("cut.png").find("\"path\":\"cut.png\"") != std::string::npos && !error.json().empty());
    fails(AIMARK_E_UTF8, [&] { error.json("\xff"); });
    const aimark::Error copy = error;
    CHECK(copy.field() == "provider" && std::string(copy.what()) == error.what());
    CHECK(failure([&] { aimark::sign(aimark::Signer::from_pem(chain, key), label, picture); }).field() == "origin");
    fails(AIMARK_E_ARGUMENT, [&] { label.origin(9); });
    fails(AIMARK_E_ARGUMENT, [&] { label.set(99, "x"); });
    fails(AIMARK_E_UTF8, [&] { label.set(AIMARK_FIELD_SYSTEM, "\xff"); });
    fails(AIMARK_E_ARGUMENT, [&] { label.created_at(-1); });
    fails(AIMARK_E_MEDIA_TYPE, [] { aimark::Options().media_type("video/mp4"); });
    fails(AIMARK_E_ARGUMENT, [] { aimark::Options().randomness("short"); });
    fails(AIMARK_E_ARGUMENT, [] { aimark::Options().time(-1); });
    fails(AIMARK_E_ARGUMENT, [] { aimark::Options().limit(99, 1); });
    fails(AIMARK_E_CERTIFICATE, [] { aimark::Trust().add_pem(key); });
    fails(AIMARK_E_CERTIFICATE, [] { aimark::Chain::from_pem(key); });
    fails(AIMARK_E_KEY, [] { aimark::Signer::from_pem(chain, chain); });
    fails(AIMARK_E_CERTIFICATE, [] { aimark::Signer::from_callback(key, [](View) { return Bytes(); }); });
    aimark::Options options = new_options();
    options.limit(AIMARK_LIMIT_ASSET_BYTES, 10);
    fails(AIMARK_E_LIMIT, [&] { aimark::verify(aimark::Trust(), picture, options); });
    options = new_options();
    options.digest(false);
    const aimark::Report report = aimark::verify(aimark::Trust(), picture, options);
    CHECK(report.sha256().empty());
    fails(AIMARK_E_ARGUMENT, [&] { report.json(); });
}

static std::string joined(const aimark::Pieces &pieces)
{
    std::string all;
    for (std::size_t i = 0; i < pieces.count(); i++)
        all += pieces[i].str();
    CHECK(all.size() == pieces.size() && pieces[pieces.count()].empty());
    return all;
}

/* Whether an asset may be given to what holds on to it. */
template <typename Asset>
static auto kept(int)
    -> decltype(aimark::sign_pieces(std::declval<const aimark::Signer &>(), new_label(), std::declval<Asset>()),
                aimark::prepare(new_label(), std::declval<const aimark::Chain &>(), std::declval<Asset>()),
                std::true_type());
template <typename Asset> static std::false_type kept(...);
static_assert(decltype(kept<std::string &>(0))::value && decltype(kept<const Bytes &>(0))::value, "what stays may");
static_assert(decltype(kept<View>(0))::value && decltype(kept<const char *>(0))::value, "what belongs to others may");
static_assert(!decltype(kept<std::string>(0))::value && !decltype(kept<Bytes>(0))::value, "what ends at once may not");

static void pieces_and_two_phases()
{
    const aimark::Signer signer = aimark::Signer::from_pem(chain, key);
    const aimark::Label label = new_label();
    const aimark::Options options = new_options();
    const aimark::Buffer labelled = new_labelled();
    CHECK(labelled && labelled.view().data() == labelled.data() && labelled.str().size() == labelled.size());
    CHECK(*labelled.chars() == '\x89' && !labelled.manifest_id().empty());
    certificates(signer.certificate());

    const aimark::Pieces pieces = aimark::sign_pieces(signer, label, picture, options);
    CHECK(joined(pieces) == labelled.str() && pieces.manifest_id() == labelled.manifest_id());

    const aimark::Chain public_part = aimark::Chain::from_pem(chain);
    certificates(public_part.certificate());
    const Bytes signature = signature_in(labelled);
    aimark::Pending pending = aimark::prepare(label, public_part, picture, options);
    CHECK(!pending.to_be_signed().empty());
    fails(AIMARK_E_WRONG_SIGNATURE, [&] { pending.finish("no signature"); });
    CHECK(pending.finish(signature).str() == labelled.str() && pending.to_be_signed().empty());
    fails(AIMARK_E_SPENT, [&] { pending.finish_pieces(signature); });
    CHECK(joined(aimark::prepare(label, public_part, picture, options).finish_pieces(signature)) == labelled.str());
}

/* A key service: it knows one answer, and counts how often it was asked. */
struct Service {
    Bytes answer;
    std::shared_ptr<std::atomic<int>> asked;
    Bytes operator()(View to_be_signed) const
    {
        CHECK(!to_be_signed.empty());
        ++*asked;
        return answer;
    }
};

static void callbacks()
{
    const aimark::Label label = new_label();
    const aimark::Options options = new_options();
    const aimark::Buffer labelled = new_labelled();
    const auto asked = std::make_shared<std::atomic<int>>(0);
    aimark::Signer signer = aimark::Signer::from_callback(chain, Service{signature_in(labelled), asked});
    CHECK(aimark::sign(signer, label, picture, options).str() == labelled.str() && *asked == 1);

    /* It moves with the signer, and goes with it. */
    aimark::Signer moved = std::move(signer);
    CHECK(aimark::sign(moved, label, picture, options).str() == labelled.str() && asked.use_count() == 2);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; i++)
        threads.emplace_back([&] { CHECK(aimark::sign(moved, label, picture, options).size() == labelled.size()); });
    for (std::thread &thread : threads)
        thread.join();
    CHECK(*asked == 6);
    moved = aimark::Signer::from_callback(chain, [](View) -> Bytes { throw std::runtime_error("the service is away"); });
    CHECK(asked.use_count() == 1);

    /* What is thrown, and be it no exception, does not pass through the library. */
    fails(AIMARK_E_SIGNER, [&] { aimark::sign(moved, label, picture, options); });
    moved = aimark::Signer::from_callback(chain, [](View) -> Bytes { throw 7; });
    fails(AIMARK_E_SIGNER, [&] { aimark::sign(moved, label, picture, options); });
    fails(AIMARK_E_SIGNER, [&] { aimark::sign_pieces(moved, label, picture, options); });
    try {
        aimark::sign(moved, label, picture, options);
        CHECK(false);
    } catch (const aimark::Error &error) {
        CHECK(error.cause() != 0);
    }
    moved = aimark::Signer::from_callback(chain, nullptr);
    fails(AIMARK_E_SIGNER, [&] { aimark::sign(moved, label, picture, options); });
    moved = aimark::Signer::from_callback(chain, [](View) { return Bytes(65); });
    fails(AIMARK_E_SIGNER, [&] { aimark::sign(moved, label, picture, options); });
    moved = aimark::Signer::from_callback(chain, [](View) { return Bytes(); });
    fails(AIMARK_E_WRONG_SIGNATURE, [&] { aimark::sign(moved, label, picture, options); });
}

static void texts()
{
    const std::string words = "\xd0\x96\xd0\xb0\xd1\x81\xd0\xb0\xd0\xbd\xd0\xb4\xd1\x8b: made by a model.\n";
    const aimark::Signer signer = aimark::Signer::from_pem(chain, key);
    const aimark::Label label = new_label();
    const aimark::Options options = new_options();
    aimark::Text stream;
    for (const char &byte : words)
        stream.push(View(&byte, 1));
    const std::string sent = words + stream.finish(signer, label, options).str();
    CHECK(aimark::verify(new_trust(), sent, options).trusted());
    CHECK(aimark::sign(signer, label, words, options).str() == sent);
    fails(AIMARK_E_SPENT, [&] { stream.push("more"); });

    aimark::Text remote;
    remote.push(words);
    aimark::Pending pending = remote.prepare(label, aimark::Chain::from_pem(chain), options);
    CHECK(!pending.to_be_signed().empty());
    fails(AIMARK_E_WRONG_SIGNATURE, [&] { pending.finish(Bytes(64)); });

    const aimark::Error error = failure([] { aimark::Text().push("ok").push("e").push("\xcc\x81"); });
    CHECK(error.status() == AIMARK_E_NOT_NORMALIZED && error.offset() == 2);
    CHECK(aimark::normalize("e\xcc\x81") == "\xc3\xa9" && aimark::normalize("").empty());
    fails(AIMARK_E_UTF8, [] { aimark::normalize("\xff"); });

    aimark::Options markdown = new_options();
    markdown.media_type("text/markdown");
    CHECK(aimark::sign(signer, label, "# Hello\n", markdown).str().find("<!--") != std::string::npos);
}

static void laws(const std::string &sample)
{
    aimark::Laws kz;
    aimark::Label label;
    label.origin(AIMARK_ORIGIN_GENERATED);
    if (!HAS_LAWS) {
        fails(AIMARK_E_UNSUPPORTED, [&] { kz.add("kz"); });
        fails(AIMARK_E_UNSUPPORTED, [&] { kz.prepare(label, sample); });
        return;
    }
    kz.add("kz").notice_place(AIMARK_PLACE_BOTTOM_LEFT).only_label(false).strict(true);
    const aimark::Signer signer = aimark::Signer::from_pem(chain, key);
    const aimark::Prepared ready = kz.prepare(label, sample);
    const aimark::Buffer labelled = aimark::sign(signer, ready.label, ready.asset, new_options());
    const aimark::Report report = aimark::verify(new_trust(), labelled, new_options());
    CHECK(report.trusted() && report.text(AIMARK_FIELD_NOTICE_SHOWN) == "drawn");
    const std::string said = kz.check(report, labelled, NOW);
    CHECK(said.front() == '[' && said.back() == ']' && said.find("\"KZ-3\"") != std::string::npos);
    fails(AIMARK_E_ALREADY_LABELLED, [&] { kz.prepare(label, labelled); });
    fails(AIMARK_E_ARGUMENT, [&] { kz.add("atlantis"); });
    CHECK(failure([&] { kz.add_toml("format = 1"); }).field() == "toml");
    CHECK(failure([&] { aimark::Laws().add("cn").prepare(label, sample); }).field() == "provider_code");
}

static void soft_bindings()
{
    aimark::Label label = new_label();
    label.add_soft_binding("org.example.watermark.1", Bytes{1, 0, 2}).watermarked(true);
    const aimark::Signer signer = aimark::Signer::from_pem(chain, key);
    const aimark::Report report = aimark::verify(new_trust(), aimark::sign(signer, label, picture, new_options()), new_options());
    CHECK(report.watermarked() && report.soft_bindings().size() == 1);
    CHECK(report.soft_bindings()[0].algorithm == "org.example.watermark.1");
    CHECK((report.soft_bindings()[0].value == Bytes{1, 0, 2}));
    CHECK(failure([&] { label.add_soft_binding("x", "y"); }).field() == "soft_binding");
}

static void watermarks()
{
    const aimark_view bytes = painted();
    const std::string large = View(bytes).str();
    drop(bytes);
    const aimark::Label label = new_label();
    if (!HAS_DURABLE) {
        fails(AIMARK_E_UNSUPPORTED, [&] { aimark::watermark(label, large, "", 1, 1); });
        fails(AIMARK_E_UNSUPPORTED, [&] { aimark::fingerprint(label, large); });
        fails(AIMARK_E_UNSUPPORTED, [&] { aimark::watermark_find(large); });
        return;
    }
    const Bytes secret(32, 9);
    const aimark::Prepared marked = aimark::watermark(label, large, secret, 7, 42, new_options());
    const aimark::Label full = aimark::fingerprint(marked.label, marked.asset, new_options());
    const aimark::Signer signer = aimark::Signer::from_pem(chain, key);
    const aimark::Buffer labelled = aimark::sign(signer, full, marked.asset, new_options());
    const aimark::Report report = aimark::verify(new_trust(), labelled, new_options());
    CHECK(report.trusted() && report.watermarked() && report.soft_bindings().size() == 3);
    CHECK(aimark::watermark_find(labelled) == "null");
    const std::string said = aimark::watermark_find(labelled, secret, false, new_options());
    CHECK(said.find("\"issuer\":7,\"identifier\":42,\"value\":\"28001c000000002a\",\"key\":1,") != std::string::npos);
    CHECK(said.find("\"stated\":true}") != std::string::npos);
    fails(AIMARK_E_ALREADY_LABELLED, [&] { aimark::watermark(label, labelled, secret, 7, 42); });
    CHECK(failure([&] { aimark::watermark(label, large, "short", 7, 42); }).field() == "key");
    CHECK(failure([&] { aimark::watermark_find(large, "short"); }).field() == "keys");
}

/* Every owner moves and does not copy; what is left behind fails like any misuse, and can be filled again. */
template <typename Owner> static Owner moves(Owner owner)
{
    static_assert(!std::is_copy_constructible<Owner>::value && !std::is_copy_assignable<Owner>::value, "one owner");
    static_assert(std::is_nothrow_move_constructible<Owner>::value && std::is_nothrow_move_assignable<Owner>::value, "moves");
    const auto *object = owner.get();
    Owner moved = std::move(owner);
    CHECK(moved && moved.get() == object && !owner && owner.get() == nullptr);
    owner = std::move(moved);
    CHECK(owner.get() == object);
    moved = std::move(owner);
    return moved;
}

static void moved_from_objects_are_safe()
{
    aimark::Signer signer = moves(aimark::Signer::from_pem(chain, key));
    aimark::Chain public_part = moves(aimark::Chain::from_pem(chain));
    aimark::Label label = moves(new_label());
    aimark::Options options = moves(new_options());
    aimark::Trust trust = moves(new_trust());
    aimark::Buffer labelled = moves(new_labelled());
    aimark::Report report = moves(aimark::verify(trust, labelled, options));
    aimark::Pieces pieces = moves(aimark::sign_pieces(signer, label, picture, options));
    aimark::Pending pending = moves(aimark::prepare(label, public_part, picture, options));
    aimark::Text stream = moves(aimark::Text());
    aimark::Laws rules = moves(aimark::Laws());
    const aimark::Laws other_rules = std::move(rules);
    fails(AIMARK_E_ARGUMENT, [&] { rules.add("kz"); });

    const aimark::Options other_options = std::move(options);
    const aimark::Signer other_signer = std::move(signer);
    fails(AIMARK_E_ARGUMENT, [&] { aimark::sign(signer, label, picture, other_options); });
    CHECK(!signer.certificate() && signer.certificate().common_name().empty());
    fails(AIMARK_E_ARGUMENT, [&] { options.time(NOW); });
    const aimark::Label other_label = std::move(label);
    fails(AIMARK_E_ARGUMENT, [&] { label.system("Kandinsky"); });
    fails(AIMARK_E_ARGUMENT, [&] { aimark::sign(other_signer, label, picture); });
    const aimark::Chain other_chain = std::move(public_part);
    fails(AIMARK_E_ARGUMENT, [&] { aimark::prepare(other_label, public_part, picture); });
    CHECK(!public_part.certificate());
    const aimark::Trust other_trust = std::move(trust);
    CHECK(trust.count() == 0 && !aimark::verify(trust, labelled).trusted());
    fails(AIMARK_E_ARGUMENT, [&] { trust.add_pem(root); });
    const aimark::Report other_report = std::move(report);
    CHECK(other_report.trusted() && !report.trusted() && report.findings().empty() && report.sha256().empty());
    fails(AIMARK_E_ARGUMENT, [&] { report.json(); });
    const aimark::Buffer other_buffer = std::move(labelled);
    CHECK(labelled.size() == 0 && labelled.str().empty() && labelled.begin() == labelled.end());
    const aimark::Pieces other_pieces = std::move(pieces);
    CHECK(pieces.count() == 0 && pieces.size() == 0 && pieces[0].empty() && pieces.manifest_id().empty());
    const aimark::Pending other_pending = std::move(pending);
    CHECK(pending.to_be_signed().empty());
    fails(AIMARK_E_ARGUMENT, [&] { pending.finish(Bytes(64)); });
    const aimark::Text other_stream = std::move(stream);
    fails(AIMARK_E_ARGUMENT, [&] { stream.push("x"); });
    label = new_label();
    CHECK(aimark::sign(other_signer, label, picture, other_options).str() == other_buffer.str());
}

int main(int count, char **arguments)
{
    CHECK(count == 2);
    chain = read_whole(arguments[1], "chain.pem");
    key = read_whole(arguments[1], "key.pem");
    root = read_whole(arguments[1], "root.pem");
    picture = read_whole(arguments[1], "dot.png");
    CHECK(aimark::version_number() == AIMARK_VERSION_NUMBER);
    CHECK(aimark::version_string() == std::string(aimark_version_string()));
    views_of_whatever_holds_bytes();
    reports();
    answers_are_not_exceptions();
    errors();
    pieces_and_two_phases();
    callbacks();
    texts();
    laws(read_whole(arguments[1], "../../../../docs/sample.png"));
    soft_bindings();
    watermarks();
    moved_from_objects_are_safe();
    puts("wrapper: done");
    return 0;
}

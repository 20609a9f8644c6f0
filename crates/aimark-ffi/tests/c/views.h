/* The views that the table tries: texts and bytes that are good for something, bad for all, or odd; and gigabytes. */
#ifndef VIEWS_H
#define VIEWS_H

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "values.h"

struct named_view {
    const char *name;
    aimark_view view;
    enum expects expects;
    /* Too large to be tried with every other odd value. */
    int is_large;
    /* Whether it is freed at the end. */
    int is_made;
};

static struct named_view views[128];
static size_t view_count;

static void add(const char *name, aimark_view view, enum expects expects)
{
    /* One more place is for the gibibyte. */
    CHECK(view_count + 1 < sizeof views / sizeof *views);
    views[view_count].name = name;
    views[view_count].view = view;
    views[view_count].expects = expects;
    views[view_count].is_large = view.len > 100000 && expects != REFUSED;
    view_count++;
}

static void odd(const char *name, const char *bytes, size_t len)
{
    add(name, view(bytes, len), ANY);
}

#define ODD(name, literal) odd(name, literal, sizeof literal - 1)

/* `count` times the same few bytes. */
static void repeat(const char *name, const char *bytes, size_t count)
{
    size_t len = strlen(bytes), at;
    uint8_t *many = (uint8_t *)malloc(len * count);
    CHECK(many != NULL);
    for (at = 0; at < count; at++)
        memcpy(many + at * len, bytes, len);
    add(name, view(many, len * count), ANY);
    views[view_count - 1].is_made = 1;
}

/* Good ones first: the generated table asks for them by name. */
static void add_good_views(void)
{
    static uint8_t random[32];
    memset(random, 7, sizeof random);
    add("picture", picture, ANY);
    add("chain", chain_pem, ANY);
    add("key", key_pem, ANY);
    add("root", root_pem, ANY);
    add("words", text("words"), ANY);
    add("random", view(random, 32), ANY);
    add("signature", signature, ANY);
    add("media type", text("text/plain"), ANY);
    add("law", text("kz"), ANY);
    add("algorithm", text("org.example.watermark.1"), ANY);
    add("law in TOML", law_in_toml, ANY);
    add("labelled picture", labelled_picture, ANY);
    add("marked text", marked_text, ANY);
}

static void add_lengths(void)
{
    static const uint8_t byte = 'a';
    static char bytes[80];
    memset(bytes, 'a', sizeof bytes);
    add("nothing", view(NULL, 0), ANY);
    add("no bytes at a dangling place", view((void *)(uintptr_t)1, 0), ANY);
    add("one byte at NULL", view(NULL, 1), REFUSED);
    add("SIZE_MAX bytes", view(&byte, SIZE_MAX), REFUSED);
    add("one byte more than memory has", view(&byte, SIZE_MAX / 2 + 1), REFUSED);
    add("SIZE_MAX bytes at NULL", view(NULL, SIZE_MAX), REFUSED);
    odd("one byte", bytes, 1);
    odd("31 bytes", bytes, 31);
    odd("33 bytes", bytes, 33);
    odd("63 bytes", bytes, 63);
    odd("64 bytes", bytes, 64);
    odd("65 bytes", bytes, 65);
    repeat("a mebibyte of a", "a", 1 << 20);
    repeat("a mebibyte of spaces", " ", 1 << 20);
    repeat("a mebibyte of marks", "\xcc\x81", 1 << 19);
    repeat("5000 marks", "\xcc\x81", 5000);
    repeat("31 marks", "\xcc\x95", 31);
}

static void add_texts(void)
{
    ODD("a lone continuation", "a\x80""b");
    ODD("an overlong form", "\xc0\xaf");
    ODD("a surrogate", "a\xed\xa0\x80");
    ODD("more than U+10FFFF", "\xf4\x90\x80\x80");
    ODD("a byte that no text has", "a\xff\xfe");
    ODD("cut within a character", "a\xf0\x9f\x98");
    ODD("a NUL inside", "a\0b");
    ODD("NULs", "\0\0\0\0");
    ODD("not normalized", "e\xcc\x81");
    ODD("control characters", "a\x1b[2J\rb\x7f");
    ODD("a change of direction", "a\xe2\x80\xae""b");
    ODD("invisible", "\xe2\x80\x8b\xe3\x85\xa4");
    ODD("half a mark", "\xef\xbb\xbf\xf3\xa0\x84\xb3");
    ODD("UTF-16", "\xff\xfe""a\0");
    ODD("a byte order mark", "\xef\xbb\xbf""a");
    ODD("HTML without a head", "<!doctype html><p>words");
    ODD("HTML", "<!doctype html><html><head></head></html>");
    ODD("XML", "<?xml version=\"1.0\"?><a/>");
    ODD("a checkpoint", "-----BEGIN C2PA CHECKPOINT-----");
    ODD("a delimiter", "# -----BEGIN C2PA MANIFEST----- data:application/c2pa;base64,AA== -----END C2PA MANIFEST-----\n");
    ODD("another media type", "image/gif");
    ODD("a media type with parameters", "Text/HTML ; charset=utf-8");
}

static void add_containers(void)
{
    ODD("a PNG signature", "\x89PNG\r\n\x1a\n");
    ODD("a PNG cut short", "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0");
    ODD("a JPEG start", "\xff\xd8\xff");
    ODD("a JPEG without an image", "\xff\xd8\xff\xe0\0\x02\xff\xd9");
    ODD("a WebP header", "RIFF\x04\0\0\0WEBP");
    ODD("a WebP size that is too large", "RIFF\xff\xff\xff\xffWEBPVP8 ");
    ODD("the beginning of a certificate", "-----BEGIN CERTIFICATE-----\nMIIB");
    ODD("an empty certificate", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
    ODD("a certificate of rubbish", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    ODD("an encrypted key", "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
    ODD("an empty key", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n");
    ODD("another key", "-----BEGIN PRIVATE KEY-----\n"
        "MC4CAQAwBQYDK2VwBCIEIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB\n-----END PRIVATE KEY-----\n");
    repeat("ten beginnings of a certificate", "-----BEGIN CERTIFICATE-----\n", 10);
}

/* --- gigabytes that cost next to no memory to make --- */

#define GIBIBYTE ((size_t)1 << 30)
#define STRETCH ((size_t)1 << 21)

struct huge {
    const char *name;
    /* What it is filled with. Zeros are pages that are not there; of the rest one stretch is mapped again and again. */
    uint8_t fill;
    const char *head;
    size_t head_len;
    const char *tail;
    /* What works it through to its end, which takes long in a library that is not optimized. */
    enum { NOBODY, NORMALIZING, EVERYBODY } worked_through;
};

#define HEAD(literal) literal, sizeof literal - 1

static const struct huge huges[] = {
    { "zeros", 0, HEAD(""), "", NORMALIZING },
    { "a PNG signature and zeros", 0, HEAD("\x89PNG\r\n\x1a\n"), "", NOBODY },
    { "a PNG of one endless chunk", 0, HEAD("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\0\0\0\0\x3f\xff\xff\xffIDAT"), "", NOBODY },
    { "a JPEG start and zeros", 0, HEAD("\xff\xd8\xff"), "", NOBODY },
    { "a RIFF header and zeros", 0, HEAD("RIFF\xf8\xff\xff\x3fWEBPVP8 "), "", EVERYBODY },
    { "bytes that no text has", 0xff, HEAD(""), "", NOBODY },
    { "spaces", ' ', HEAD(""), "", EVERYBODY },
    { "a", 'a', HEAD(""), "", EVERYBODY },
    { "the beginning of a certificate", 'a', HEAD("-----BEGIN CERTIFICATE-----\n"), "", EVERYBODY },
    { "an endless certificate", 'A', HEAD("-----BEGIN CERTIFICATE-----\n"), "\n-----END CERTIFICATE-----\n", EVERYBODY },
    { "an endless key", 'A', HEAD("-----BEGIN PRIVATE KEY-----\n"), "\n-----END PRIVATE KEY-----\n", EVERYBODY },
    { "lines", '\n', HEAD("-----BEGIN CERTIFICATE-----\n"), "\n-----END CERTIFICATE-----\n", EVERYBODY },
    { "an open HTML head", 'a', HEAD("<html><head><title>"), "", EVERYBODY },
    { "a WebP image", 'a', HEAD("RIFF\xf8\xff\xff\x3fWEBPVP8 \xec\xff\xff\x3f"), "", EVERYBODY },
    { "a JPEG scan without an end", 'a', HEAD("\xff\xd8\xff\xda\0\x02"), "", EVERYBODY },
};

/* Maps one; the process that asked for it ends soon, and with it the mapping. */
static aimark_view gibibyte(const struct huge *huge)
{
    const int both = PROT_READ | PROT_WRITE;
    uint8_t *base = (uint8_t *)mmap(NULL, GIBIBYTE, both, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    size_t at, tail = strlen(huge->tail);
    CHECK(base != MAP_FAILED);
    if (huge->fill != 0) {
        char *bytes = (char *)malloc(STRETCH);
        FILE *file = tmpfile();
        CHECK(bytes != NULL && file != NULL);
        memset(bytes, huge->fill, STRETCH);
        CHECK(fwrite(bytes, 1, STRETCH, file) == STRETCH && fflush(file) == 0);
        for (at = 0; at < GIBIBYTE; at += STRETCH)
            CHECK(mmap(base + at, STRETCH, both, MAP_PRIVATE | MAP_FIXED, fileno(file), 0) == base + at);
        fclose(file);
        free(bytes);
    }
    memcpy(base, huge->head, huge->head_len);
    memcpy(base + GIBIBYTE - tail, huge->tail, tail);
    CHECK(mprotect(base, GIBIBYTE, PROT_READ) == 0);
    return view(base, GIBIBYTE);
}

#endif

/* What the test programs share. They compile as C99 and as C++. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "aimark.h"

#define CHECK(condition)                                                          \
    do {                                                                          \
        if (!(condition)) {                                                       \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);       \
            exit(1);                                                              \
        }                                                                         \
    } while (0)

/* Whether the library has laws; the tests say so when it was built without. */
#ifndef HAS_LAWS
#define HAS_LAWS 1
#endif
/* Likewise watermarks and fingerprints. */
#ifndef HAS_DURABLE
#define HAS_DURABLE 1
#endif

/* 2026-11-21T12:00:00Z, when the identity of the tests is valid. */
#define NOW 1795262400

static aimark_view view(const void *ptr, size_t len)
{
    aimark_view made;
    made.ptr = (const uint8_t *)ptr;
    made.len = len;
    return made;
}

static aimark_view text(const char *words)
{
    return view(words, strlen(words));
}

static int same(aimark_view a, aimark_view b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static int holds(aimark_view in, const char *words)
{
    size_t len = strlen(words), at;
    for (at = 0; at + len <= in.len; at++)
        if (memcmp(in.ptr + at, words, len) == 0)
            return 1;
    return 0;
}

/* The whole of a file; the caller frees it. */
static aimark_view whole(const char *folder, const char *name)
{
    char path[4096];
    uint8_t *bytes = (uint8_t *)malloc(1 << 20);
    size_t len;
    FILE *file;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "rb");
    CHECK(file != NULL && bytes != NULL);
    len = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return view(bytes, len);
}

static void drop(aimark_view bytes)
{
    free((void *)(uintptr_t)bytes.ptr);
}

#endif

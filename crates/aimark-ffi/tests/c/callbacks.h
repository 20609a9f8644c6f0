/* Callbacks that do not sign, each in its own way. */
#ifndef CALLBACKS_H
#define CALLBACKS_H

#include "check.h"

static int32_t answer_no(void *ctx, aimark_view bytes, uint8_t *place, size_t capacity, size_t *written)
{
    (void)ctx, (void)bytes;
    memset(place, 1, capacity);
    *written = capacity;
    return -1;
}

static int32_t answer_odd(void *ctx, aimark_view bytes, uint8_t *place, size_t capacity, size_t *written)
{
    (void)ctx, (void)bytes, (void)place, (void)capacity, (void)written;
    return INT32_MIN;
}

static int32_t claim_more(void *ctx, aimark_view bytes, uint8_t *place, size_t capacity, size_t *written)
{
    (void)ctx, (void)bytes, (void)place;
    *written = capacity + 1;
    return 0;
}

static int32_t claim_all(void *ctx, aimark_view bytes, uint8_t *place, size_t capacity, size_t *written)
{
    (void)ctx, (void)bytes, (void)place, (void)capacity;
    *written = SIZE_MAX;
    return 0;
}

static int32_t claim_nothing(void *ctx, aimark_view bytes, uint8_t *place, size_t capacity, size_t *written)
{
    (void)ctx, (void)bytes, (void)place, (void)capacity;
    *written = 0;
    return 0;
}

static int32_t write_wrong(void *ctx, aimark_view bytes, uint8_t *place, size_t capacity, size_t *written)
{
    (void)ctx;
    CHECK(bytes.len > 0);
    memset(place, bytes.ptr[0], capacity);
    *written = capacity;
    return 0;
}

static int32_t say_nothing(void *ctx, aimark_view bytes, uint8_t *place, size_t capacity, size_t *written)
{
    (void)ctx, (void)bytes, (void)place, (void)capacity, (void)written;
    return 0;
}

static const aimark_sign_fn callbacks[] = {
    write_wrong, answer_no, answer_odd, claim_more, claim_all, claim_nothing, say_nothing, NULL
};

#endif

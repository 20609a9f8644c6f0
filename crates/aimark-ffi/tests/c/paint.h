/* A picture that is large enough for a watermark, made here so that no file of it is kept. */
#ifndef PAINT_H
#define PAINT_H

#include "check.h"

#define SIDE 400u

/* Where the next byte of the file goes. */
static uint8_t *put_bytes(uint8_t *to, const void *bytes, size_t len)
{
    memcpy(to, bytes, len);
    return to + len;
}

static uint8_t *put_number(uint8_t *to, uint32_t number)
{
    int shift;
    for (shift = 24; shift >= 0; shift -= 8)
        *to++ = (uint8_t)(number >> shift & 0xff);
    return to;
}

/* CRC-32 of a chunk (ISO 3309), bit by bit. */
static uint32_t checked(const uint8_t *from, const uint8_t *to)
{
    uint32_t sum = 0xffffffff;
    int bit;
    for (; from < to; from++)
        for (sum ^= *from, bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    return ~sum;
}

/* A chunk whose content follows its head in place: the length before it and the sum after it. */
static uint8_t *end_chunk(uint8_t *start, uint8_t *end)
{
    put_number(start, (uint32_t)(end - start - 8));
    return put_number(end, checked(start + 4, end));
}

/* One row: slow waves, edges and grain, as a photograph has them. */
static void paint_row(uint8_t *row, uint32_t y, uint32_t *state)
{
    uint32_t x;
    row[0] = 0;
    for (x = 0; x < SIDE; x++) {
        uint32_t wave = (x + y / 2) % 122, edge = (x / 90 + y / 70) % 3 == 0 ? 35 : 0;
        *state = *state * 1664525u + 1013904223u;
        row[x + 1] = (uint8_t)(70 + (wave < 61 ? wave : 122 - wave) + edge + (*state >> 27));
    }
}

/* A PNG in grey, not compressed: one stored block a row. The caller drops it. */
static aimark_view painted(void)
{
    static const uint8_t kind[] = { 8, 0, 0, 0, 0 }, zlib[] = { 0x78, 0x01 };
    uint8_t *file = (uint8_t *)malloc(SIDE * (SIDE + 6) + 100), *to, *start, row[SIDE + 1];
    uint32_t a = 1, b = 0, state = 1, x, y;
    CHECK(file != NULL);
    start = to = put_bytes(file, "\x89PNG\r\n\x1a\n", 8);
    to = put_bytes(to + 4, "IHDR", 4);
    to = put_bytes(put_number(put_number(to, SIDE), SIDE), kind, sizeof kind);
    start = to = end_chunk(start, to);
    to = put_bytes(put_bytes(to + 4, "IDAT", 4), zlib, sizeof zlib);
    for (y = 0; y < SIDE; y++) {
        paint_row(row, y, &state);
        *to++ = y + 1 == SIDE;
        *to++ = sizeof row & 0xff, *to++ = sizeof row >> 8;
        *to++ = ~sizeof row & 0xff, *to++ = ~sizeof row >> 8 & 0xff;
        to = put_bytes(to, row, sizeof row);
        for (x = 0; x < sizeof row; x++)
            a = (a + row[x]) % 65521, b = (b + a) % 65521;
    }
    to = put_number(to, b << 16 | a);
    start = to = end_chunk(start, to);
    to = end_chunk(start, put_bytes(to + 4, "IEND", 4));
    return view(file, (size_t)(to - file));
}

#endif

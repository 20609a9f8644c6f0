/*
 * How many labels a second: threads share one signer, and sign one picture over and over without copying it.
 *
 *     load chain.pem key.pem input threads signatures
 */
#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <aimark.h>

static const aimark_signer *signer;
static const aimark_label *label;
static aimark_view picture;

/* What one thread does: `left` signatures. What is left in the end, it could not make. */
static void *work(void *argument)
{
    unsigned long *left = argument;
    while (*left > 0) {
        aimark_pieces *pieces = NULL;
        if (aimark_sign_pieces(signer, label, NULL, picture, &pieces, NULL) != AIMARK_OK)
            break;
        aimark_pieces_free(pieces); /* a service would write them to a socket first */
        *left -= 1;
    }
    return NULL;
}

static aimark_view read_file(const char *path)
{
    aimark_view bytes = { NULL, 0 };
    const size_t most = (size_t)64 << 20;
    uint8_t *place = malloc(most);
    FILE *file = fopen(path, "rb");
    if (file != NULL && place != NULL) {
        bytes.ptr = place;
        bytes.len = fread(place, 1, most, file);
    } else {
        free(place);
    }
    if (file != NULL)
        fclose(file);
    return bytes;
}

int main(int count, char **arguments)
{
    enum { MOST = 256 };
    pthread_t threads[MOST];
    unsigned long left[MOST], number, each, done = 0, i, started = 0;
    aimark_signer *made = NULL;
    aimark_label *stated = aimark_label_new();
    aimark_view chain, key;
    struct timespec before, after;
    double seconds;

    if (count != 6 || (number = strtoul(arguments[4], NULL, 10)) == 0 || number > MOST) {
        fprintf(stderr, "usage: load chain.pem key.pem input threads signatures\n");
        return 2;
    }
    each = strtoul(arguments[5], NULL, 10) / number;
    chain = read_file(arguments[1]);
    key = read_file(arguments[2]);
    picture = read_file(arguments[3]);
    if (aimark_signer_from_pem(chain, key, &made, NULL) != AIMARK_OK
        || aimark_label_set_origin(stated, AIMARK_ORIGIN_GENERATED, NULL) != AIMARK_OK) {
        fprintf(stderr, "the identity cannot sign\n");
        return 1;
    }
    signer = made;
    label = stated;

    clock_gettime(CLOCK_MONOTONIC, &before);
    for (i = 0; i < number; i++) {
        left[i] = each;
        if (pthread_create(&threads[i], NULL, work, &left[i]) != 0)
            break;
        started++;
    }
    for (i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
        done += each - left[i];
    }
    clock_gettime(CLOCK_MONOTONIC, &after);
    seconds = (double)(after.tv_sec - before.tv_sec) + (double)(after.tv_nsec - before.tv_nsec) / 1e9;
    printf("%lu signatures over %lu bytes in %lu threads: %.0f a second, %.1f MB a second\n", done,
           (unsigned long)picture.len, started, (double)done / seconds,
           (double)done * (double)picture.len / seconds / 1e6);

    aimark_label_free(stated);
    aimark_signer_free(made);
    free((void *)(uintptr_t)chain.ptr);
    free((void *)(uintptr_t)key.ptr);
    free((void *)(uintptr_t)picture.ptr);
    return done == each * number ? 0 : 1;
}

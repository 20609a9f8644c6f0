/* Eight threads sign and verify with one signer and one trust. Argument: the folder of the test identity. */
#include <pthread.h>

#include "check.h"

#define THREADS 8
#define ROUNDS 50

static aimark_signer *signer;
static aimark_trust *trust;
static aimark_label *label;
static aimark_view picture;

static void *work(void *unused)
{
    aimark_error *err = aimark_error_new();
    int round;
    (void)unused;
    for (round = 0; round < ROUNDS; round++) {
        aimark_buf *buf = NULL;
        aimark_report *report = NULL;
        CHECK(aimark_sign(signer, label, NULL, picture, &buf, err) == AIMARK_OK);
        CHECK(aimark_verify(trust, NULL, aimark_buf_view(buf), &report, err) == AIMARK_OK);
        CHECK(same(aimark_report_field(report, AIMARK_FIELD_SYSTEM), text("Kandinsky")));
        aimark_report_free(report);
        aimark_buf_free(buf);
    }
    aimark_error_free(err);
    return NULL;
}

int main(int count, char **arguments)
{
    pthread_t threads[THREADS];
    aimark_view chain, key, root;
    int i;
    CHECK(count == 2);
    chain = whole(arguments[1], "chain.pem");
    key = whole(arguments[1], "key.pem");
    root = whole(arguments[1], "root.pem");
    picture = whole(arguments[1], "dot.png");
    trust = aimark_trust_new();
    label = aimark_label_new();
    CHECK(aimark_signer_from_pem(chain, key, &signer, NULL) == AIMARK_OK);
    CHECK(aimark_trust_add_pem(trust, root, NULL) == AIMARK_OK);
    CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, NULL) == AIMARK_OK);
    CHECK(aimark_label_set(label, AIMARK_FIELD_SYSTEM, text("Kandinsky"), NULL) == AIMARK_OK);
    for (i = 0; i < THREADS; i++)
        CHECK(pthread_create(&threads[i], NULL, work, NULL) == 0);
    for (i = 0; i < THREADS; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
    aimark_label_free(label);
    aimark_trust_free(trust);
    aimark_signer_free(signer);
    drop(chain), drop(key), drop(root), drop(picture);
    puts("threads: done");
    return 0;
}

/* Wrong on purpose: two threads change one label. Thread sanitizer must say so, inside the library's own code. */
#include <pthread.h>

#include "check.h"

static aimark_label *label;

static void *work(void *unused)
{
    int64_t seconds;
    (void)unused;
    for (seconds = 0; seconds < 1000; seconds++)
        CHECK(aimark_label_set_created_at(label, seconds, NULL) == AIMARK_OK);
    return NULL;
}

int main(void)
{
    pthread_t threads[2];
    int i;
    label = aimark_label_new();
    for (i = 0; i < 2; i++)
        CHECK(pthread_create(&threads[i], NULL, work, NULL) == 0);
    for (i = 0; i < 2; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
    aimark_label_free(label);
    return 0;
}

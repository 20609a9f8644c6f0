/* Wrong on purpose: frees nothing. The leak check must say so. */
#include "check.h"

int main(void)
{
    aimark_label *label = aimark_label_new();
    CHECK(label != NULL);
    label = NULL;
    return 0;
}

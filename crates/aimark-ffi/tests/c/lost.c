/* Wrong on purpose: frees nothing. The leak check must say so. */
#include "check.h"

int main(void)
{
    int i;
    /* A hundred, as a register or the stack may still hold the last one when the check is made. */
    for (i = 0; i < 100; i++)
        CHECK(aimark_label_new() != NULL);
    return 0;
}

/* Wrong on purpose: frees nothing. The leak check must say so. */
#include "check.h"

int main(void)
{
    CHECK(aimark_label_new() != NULL);
    return 0;
}

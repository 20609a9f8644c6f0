/* Wrong on purpose: frees a label twice. Address sanitizer must say so, inside the library's own code. */
#include "check.h"

int main(void)
{
    aimark_label *label = aimark_label_new();
    aimark_label_free(label);
    aimark_label_free(label);
    return 0;
}

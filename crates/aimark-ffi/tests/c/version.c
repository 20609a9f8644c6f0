/* Which version the header is of, and which the library. */
#include "check.h"

int main(void)
{
    printf("header %d.%d.%d\n", AIMARK_VERSION_MAJOR, AIMARK_VERSION_MINOR, AIMARK_VERSION_PATCH);
    printf("library %s\n", aimark_version_string());
    CHECK(aimark_version_number() == AIMARK_VERSION_NUMBER);
    return 0;
}

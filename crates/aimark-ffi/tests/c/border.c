/* Signs one picture again and again, as examples/border.rs does without the border between C and Rust.
 * Arguments: the folder of the test identity, the picture, how often. */
#include "check.h"

int main(int count, char **arguments)
{
    aimark_label *label = aimark_label_new();
    aimark_options *options = aimark_options_new();
    aimark_error *err = aimark_error_new();
    aimark_signer *signer = NULL;
    aimark_view chain, key, picture;
    uint8_t random[32];
    int left;
    CHECK(count == 4);
    memset(random, 7, sizeof random);
    chain = whole(arguments[1], "chain.pem");
    key = whole(arguments[1], "key.pem");
    picture = whole("", arguments[2]);
    CHECK(aimark_signer_from_pem(chain, key, &signer, err) == AIMARK_OK);
    CHECK(aimark_options_set_time(options, NOW, err) == AIMARK_OK);
    CHECK(aimark_options_set_randomness(options, view(random, sizeof random), err) == AIMARK_OK);
    CHECK(aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, err) == AIMARK_OK);
    for (left = atoi(arguments[3]); left > 0; left--) {
        aimark_buf *buf = NULL;
        CHECK(aimark_sign(signer, label, options, picture, &buf, err) == AIMARK_OK);
        CHECK(aimark_buf_view(buf).len > picture.len);
        aimark_buf_free(buf);
    }
    aimark_signer_free(signer);
    aimark_error_free(err);
    aimark_options_free(options);
    aimark_label_free(label);
    drop(chain), drop(key), drop(picture);
    return 0;
}

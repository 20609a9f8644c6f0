/*
 * Labels a picture or text, and checks what came of it:
 *
 *     sign chain.pem key.pem anchor.pem input output
 *
 * chain.pem and key.pem are a signing identity (`aimark identity show` names the file of your key; certificate.pem beside
 * it is the chain), anchor.pem is the certificate to accept.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <aimark.h>

/* The whole of a file, to be freed; an empty view when it cannot be read. */
static aimark_view read_file(const char *path)
{
    aimark_view bytes = { NULL, 0 };
    FILE *file = fopen(path, "rb");
    long len;
    uint8_t *place;
    if (file == NULL)
        return bytes;
    if (fseek(file, 0, SEEK_END) == 0 && (len = ftell(file)) > 0 && fseek(file, 0, SEEK_SET) == 0) {
        place = malloc((size_t)len);
        if (place != NULL && fread(place, 1, (size_t)len, file) == (size_t)len) {
            bytes.ptr = place;
            bytes.len = (size_t)len;
        } else {
            free(place);
        }
    }
    fclose(file);
    return bytes;
}

static int write_file(const char *path, aimark_view bytes)
{
    FILE *file = fopen(path, "wb");
    size_t written;
    if (file == NULL)
        return 0;
    written = fwrite(bytes.ptr, 1, bytes.len, file);
    return fclose(file) == 0 && written == bytes.len;
}

static int complain(const char *what, aimark_status status, const aimark_error *err)
{
    aimark_view words = aimark_error_message(err);
    fprintf(stderr, "%s: %s: %.*s\n", what, aimark_status_name(status), (int)words.len, (const char *)words.ptr);
    return 1;
}

int main(int count, char **arguments)
{
    static const char system_name[] = "Kandinsky";
    aimark_view files[4], name = { (const uint8_t *)system_name, sizeof system_name - 1 };
    aimark_error *err = aimark_error_new();
    aimark_label *label = aimark_label_new();
    aimark_trust *trust = aimark_trust_new();
    aimark_signer *signer = NULL;
    aimark_buf *labelled = NULL;
    aimark_report *report = NULL;
    aimark_status status;
    int i, failed = 0;

    if (count != 6) {
        fprintf(stderr, "usage: %s chain.pem key.pem anchor.pem input output\n", arguments[0]);
        return 2;
    }
    /* What cannot be read must not pass for an empty text, which can be signed. */
    for (i = 0; i < 4; i++) {
        files[i] = read_file(arguments[i + 1]);
        if (files[i].ptr == NULL) {
            fprintf(stderr, "%s: cannot be read, or is empty\n", arguments[i + 1]);
            failed = 1;
        }
    }

    if (failed)
        ; /* It was said why. */
    /* Once, for as many signatures as you like, in as many threads as you like. */
    else if ((status = aimark_signer_from_pem(files[0], files[1], &signer, err)) != AIMARK_OK)
        failed = complain("identity", status, err);
    else if ((status = aimark_trust_add_pem(trust, files[2], err)) != AIMARK_OK)
        failed = complain("anchor", status, err);
    /* What is stated. */
    else if ((status = aimark_label_set_origin(label, AIMARK_ORIGIN_GENERATED, err)) != AIMARK_OK
             || (status = aimark_label_set(label, AIMARK_FIELD_SYSTEM, name, err)) != AIMARK_OK)
        failed = complain("label", status, err);
    /* For each picture. */
    else if ((status = aimark_sign(signer, label, NULL, files[3], &labelled, err)) != AIMARK_OK)
        failed = complain(arguments[4], status, err);
    else if (!write_file(arguments[5], aimark_buf_view(labelled)))
        failed = (perror(arguments[5]), 1);
    else if ((status = aimark_verify(trust, NULL, aimark_buf_view(labelled), &report, err)) != AIMARK_OK)
        failed = complain(arguments[5], status, err);
    else
        printf("%s: %s\n", arguments[5], aimark_report_verdict(report));

    aimark_report_free(report);
    aimark_buf_free(labelled);
    aimark_signer_free(signer);
    aimark_trust_free(trust);
    aimark_label_free(label);
    aimark_error_free(err);
    for (i = 0; i < 4; i++)
        free((void *)(uintptr_t)files[i].ptr);
    return failed;
}

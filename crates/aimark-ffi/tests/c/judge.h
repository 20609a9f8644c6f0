/* Holds the answer of a call against the documentation of the function. */
#ifndef JUDGE_H
#define JUDGE_H

#include "table.h"

/* Each of these gives the first thing that is wrong with an answer, in words. */
static const char *judge_error(const aimark_error *err, aimark_status status)
{
    aimark_view message = aimark_error_message(err), field = aimark_error_field(err);
    size_t at;
    aimark_buf *same = NULL;
    if (aimark_error_status(err) != status)
        return "the error speaks of another status";
    if ((message.len > 0) != (status >= 100) || (message.ptr != NULL) != (status >= 100))
        return "a message without a failure, or a failure without a message";
    if (status == AIMARK_E_ARGUMENT && field.len == 0)
        return "no argument is named";
    for (at = 0; at < message.len; at++)
        if (message.ptr[at] < 0x20 || message.ptr[at] == 0x7f
            || (message.ptr[at] == 0xc2 && message.ptr[at + 1] < 0xa0))
            return "a control character in the message";
    /* Only UTF-8 can be normalized. */
    if (aimark_normalize(message, &same, NULL) != AIMARK_OK)
        return "the message is not UTF-8";
    aimark_buf_free(same);
    return aimark_error_offset(err) < -1 ? "an offset below -1" : NULL;
}

struct tally {
    size_t any, refused, spent, fine;
};

/* Whether a library that was built without something may give this answer, whatever the arguments are good for. Watermarks
 * and fingerprints need a larger picture than the good one, and such a call takes as long as many others: whole.c has it. */
static int lacking(const struct function *function, aimark_status status)
{
    int is_law = strncmp(function->name, "aimark_laws_", 12) == 0;
    int is_small = strncmp(function->name, "aimark_watermark", 16) == 0 || strcmp(function->name, "aimark_fingerprint") == 0;
    return status == AIMARK_E_UNSUPPORTED && ((is_law && !HAS_LAWS) || is_small);
}

static const char *judge_status(const struct function *function, struct tally tally, aimark_status status)
{
    size_t at;
    int documented = 0, documents_spent = 0, plain = tally.any == 0;
    for (at = 0; at < function->status_count; at++) {
        documented |= function->statuses[at] == status;
        documents_spent |= function->statuses[at] == AIMARK_E_SPENT;
    }
    if (strcmp(aimark_status_name(status), "AIMARK_E_UNKNOWN") == 0)
        return "the status has no name";
    if (status == AIMARK_E_INTERNAL)
        return "a fault of the library";
    if (!documented)
        return "the status is not one of those documented";
    if (tally.refused + tally.spent > 0 && status < 100)
        return "what must be refused was not";
    if (plain && tally.refused > 0 && tally.spent == 0 && status != AIMARK_E_ARGUMENT)
        return "not refused as an argument";
    if (plain && tally.spent > 0 && tally.refused == 0 && documents_spent && status != AIMARK_E_SPENT)
        return "not refused as spent";
    if (plain && tally.refused + tally.spent == 0 && status == AIMARK_E_ARGUMENT)
        return "what may be given was refused as an argument";
    if (plain && tally.refused + tally.spent + tally.fine == 0 && status >= 100 && !lacking(function, status))
        return "refused, although every argument is good";
    return NULL;
}

static const char *judge_read(const struct function *function, struct tally tally, answer got)
{
    size_t at;
    volatile uint8_t sum = 0;
    for (at = 0; at < got.view.len; at++)
        sum = (uint8_t)(sum + got.view.ptr[at]);
    if (function->returns == READS_WORD && got.word == NULL)
        return "no word";
    if (tally.refused == 0)
        return NULL;
    if (got.view.ptr != NULL || got.view.len != 0 || got.object != NULL)
        return "something is read where there is nothing";
    if (function->returns == READS_NUMBER && got.number != function->nothing)
        return "another number for nothing than the one documented";
    if (function->returns == READS_WORD && strcmp(got.word, function->nothing_word) != 0)
        return "another word for nothing than the one documented";
    return NULL;
}

static const char *judge(const struct function *function, struct tally tally, const value *values, answer got)
{
    const char *fault = NULL;
    size_t at, outs = 0;
    if (function->returns == MAKES)
        return got.outs[0] == NULL ? "nothing was made" : NULL;
    if (function->returns != GIVES_STATUS)
        return judge_read(function, tally, got);
    fault = judge_status(function, tally, (aimark_status)got.number);
    for (at = 0; fault == NULL && at < function->argument_count; at++) {
        const struct argument *argument = &function->arguments[at];
        const void *out = argument->type == OUT ? got.outs[outs++] : NULL;
        if (argument->type == OUT && values[at].object != NULL && (out == &junk || !out != (got.number >= 100)))
            fault = "`*out` does not fit the status";
        if ((argument->flags & TOLD) && values[at].object != NULL)
            fault = judge_error((const aimark_error *)values[at].object, (aimark_status)got.number);
    }
    return fault;
}

#endif

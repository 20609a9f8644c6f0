/* What the generated table knows about each function, and the values of its arguments. */
#ifndef TABLE_H
#define TABLE_H

#include "views.h"

#define MOST_ARGUMENTS 9

enum returns { GIVES_STATUS, READS_VIEW, READS_NUMBER, READS_WORD, READS_OBJECT, MAKES, FREES };
enum { MAY_BE_NULL = 1, CHANGES = 2, MOMENT = 4, TOLD = 8, CONTENT = 16, NORMALIZED = 32 };

struct argument {
    const char *name;
    enum type type;
    int flags;
    /* Of a view, the name of the good one. */
    const char *good;
    /* Of a number, those that the documentation lists, if it does. */
    const int64_t *listed;
    size_t listed_count;
};

typedef struct {
    int64_t number;
    aimark_view view;
    const void *object;
    const char *word;
    void *outs[2];
} answer;

struct function {
    const char *name;
    answer (*call)(const value *values);
    enum returns returns;
    const struct argument *arguments;
    size_t argument_count;
    /* Those it is documented to return. */
    const aimark_status *statuses;
    size_t status_count;
    /* What it fills `*out` with, and a second place, or makes. */
    enum type outs[2];
    /* What it reads from NULL. */
    int64_t nothing;
    const char *nothing_word;
    /* Whether it is documented to read nothing past the last place. */
    int ends;
};

static size_t rows(const struct argument *argument, const struct odd **table)
{
#define ROWS(of) (*table = of, sizeof of / sizeof *of)
    switch (argument->type) {
    case CERTIFICATE: return ROWS(certificates);
    case ERROR: return ROWS(errors);
    case LABEL: return ROWS(labels);
    case OPTIONS: return ROWS(optionses);
    case REPORT: return ROWS(reports);
    case SIGNER: return ROWS(signers);
    case CHAIN: return ROWS(chains);
    case TRUST: return ROWS(trusts);
    case TEXT: return ROWS(texts);
    case PENDING: return ROWS(pendings);
    case PIECES: return ROWS(pieceses);
    case BUF: return ROWS(bufs);
    case LAWS: return ROWS(lawses);
    case OUT: return ROWS(outs);
    case CALLBACK: return ROWS(functions);
    case CONTEXT: return ROWS(contexts);
    case VIEW: return view_count;
    case INT32: return sizeof int32s / sizeof *int32s;
    case INT64: return sizeof int64s / sizeof *int64s;
    case STATUS: return sizeof statuses / sizeof *statuses;
    default: return sizeof counts / sizeof *counts;
    }
}

static size_t count_of(const struct argument *argument)
{
    const struct odd *table = NULL;
    return rows(argument, &table);
}

/* The place of the good value among all of its type. */
static size_t good(const struct argument *argument)
{
    size_t at = 0;
    if (argument->type == VIEW)
        while (strcmp(views[at].name, argument->good) != 0)
            CHECK(++at < view_count);
    return at;
}

static int64_t number(const struct argument *argument, size_t place)
{
    switch (argument->type) {
    case INT32: return int32s[place];
    case INT64: return int64s[place];
    case STATUS: return statuses[place];
    default: return (int64_t)counts[place];
    }
}

static enum expects of_number(const struct function *function, const struct argument *argument, size_t place)
{
    int64_t tried = number(argument, place);
    size_t at;
    if (argument->type == SIZE && function->ends)
        return counts[place] >= UINT32_MAX ? REFUSED : ANY;
    if ((argument->flags & MOMENT) && (tried < 0 || tried > 253402300799))
        return REFUSED;
    for (at = 0; at < argument->listed_count; at++)
        if (argument->listed[at] == tried)
            return ANY;
    return argument->listed_count > 0 ? REFUSED : ANY;
}

static enum expects expected(const struct function *function, const struct argument *argument, size_t place)
{
    const struct odd *table = NULL;
    size_t count = rows(argument, &table);
    if (place == good(argument))
        return GOOD;
    if (argument->type == VIEW)
        return views[place].expects;
    if (table == NULL)
        return of_number(function, argument, place);
    if (place + 1 == count && ((argument->flags & MAY_BE_NULL) || function->returns == FREES))
        return FINE;
    return table[place].expects;
}

/* Objects that a call does not change are made once. */
static void *shared[TYPES][32];

static value make(const struct argument *argument, size_t place)
{
    const struct odd *table = NULL;
    size_t count = rows(argument, &table);
    value made;
    memset(&made, 0, sizeof made);
    if (argument->type == VIEW) {
        made.view = views[place].view;
    } else if (argument->type == CALLBACK) {
        made.function = callbacks[place];
    } else if (table == NULL) {
        made.number = number(argument, place);
    } else if (place + 1 < count) {
        void **kept = &shared[argument->type][place];
        if (argument->flags & CHANGES)
            made.object = make_object(argument->type, place);
        else
            made.object = *kept ? *kept : (*kept = make_object(argument->type, place));
    }
    return made;
}

static void print_attempt(FILE *to, const struct function *function, const size_t *places)
{
    const struct odd *table;
    size_t at;
    fprintf(to, "%s(", function->name);
    for (at = 0; at < function->argument_count; at++) {
        const struct argument *argument = &function->arguments[at];
        if (places[at] == good(argument))
            continue;
        table = NULL;
        rows(argument, &table);
        if (argument->type == VIEW || table != NULL)
            fprintf(to, " %s: %s", argument->name, table ? table[places[at]].name : views[places[at]].name);
        else
            fprintf(to, " %s: %lld", argument->name, (long long)number(argument, places[at]));
    }
    fprintf(to, " )");
}

#endif

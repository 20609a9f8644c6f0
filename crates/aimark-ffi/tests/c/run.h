/* Calls each function of the generated table, for each argument in turn and for each two of them, with every value of
 * the argument's type while the others are good.
 *
 * Arguments of the program: the folder of the test identity, and what to try: `values`; `gigabytes`; or `content`, the
 * gigabytes that are worked through to their end as well. */
#ifndef RUN_H
#define RUN_H

#include "judge.h"

/* What a call with a gibibyte may take: seconds of the processor, and bytes of memory. */
#define MOST_SECONDS 20
#define MOST_MEMORY (3 * GIBIBYTE)

/* Of one function no more than this are told: the first say it all. */
#define MOST_TOLD 8

static size_t calls, faults, told;
static double last_call;

/* One call. */
static void attempt(const struct function *function, const size_t *places)
{
    value values[MOST_ARGUMENTS];
    struct tally tally = { 0, 0, 0, 0 };
    const char *fault;
    clock_t start;
    answer got;
    size_t at;
    for (at = 0; at < function->argument_count; at++) {
        enum expects expects = expected(function, &function->arguments[at], places[at]);
        tally.any += expects == ANY;
        tally.fine += expects == FINE;
        tally.refused += expects == REFUSED;
        tally.spent += expects == SPENT;
        values[at] = make(&function->arguments[at], places[at]);
    }
    start = clock();
    got = function->call(values);
    last_call = (double)(clock() - start) / CLOCKS_PER_SEC;
    calls++;
    fault = judge(function, tally, values, got);
    faults += fault != NULL;
    if (fault != NULL && told++ < MOST_TOLD) {
        print_attempt(stderr, function, places);
        fprintf(stderr, ": %s: %s\n", function->returns == GIVES_STATUS ? aimark_status_name((aimark_status)got.number) : "", fault);
    }
    for (at = 0; at < 2; at++)
        if (got.outs[at] != &junk)
            free_object(function->outs[at], got.outs[at]);
    for (at = 0; at < function->argument_count && function->returns != FREES; at++)
        if (function->arguments[at].flags & CHANGES)
            free_object(function->arguments[at].type, values[at].object);
}

static void try_values(const struct function *function)
{
    size_t places[MOST_ARGUMENTS], a, b, i, j;
    const struct argument *arguments = function->arguments;
    for (a = 0; a < function->argument_count; a++)
        places[a] = good(&arguments[a]);
    attempt(function, places);
    for (a = 0; a < function->argument_count; a++) {
        size_t good_a = places[a];
        for (i = 0; i < count_of(&arguments[a]); i++) {
            if ((places[a] = i) == good_a)
                continue;
            attempt(function, places);
            for (b = a + 1; b < function->argument_count; b++) {
                size_t good_b = places[b];
                for (j = 0; j < count_of(&arguments[b]); j++) {
                    int large = (arguments[a].type == VIEW && views[i].is_large)
                        || (arguments[b].type == VIEW && views[j].is_large);
                    places[b] = j;
                    if (j != good_b && !large)
                        attempt(function, places);
                }
                places[b] = good_b;
            }
        }
        places[a] = good_a;
    }
}

/* One call with a gibibyte, in a process of its own, so that its memory can be bounded and seen. */
static void try_gibibyte(const struct function *function, size_t *places, size_t argument, const struct huge *huge)
{
    pid_t child;
    int how = 0;
    fflush(NULL);
    child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        struct rlimit memory = { MOST_MEMORY, MOST_MEMORY };
        struct rusage used;
        long mapped = huge->fill ? 1024 : 0;
        faults = 0;
        places[argument] = view_count;
        views[view_count].name = huge->name;
        views[view_count].view = gibibyte(huge);
        views[view_count].expects = ANY;
        CHECK(setrlimit(RLIMIT_DATA, &memory) == 0);
        attempt(function, places);
        getrusage(RUSAGE_SELF, &used);
        printf("%6.2f s %5ld MiB  ", last_call, used.ru_maxrss / 1024 > mapped ? used.ru_maxrss / 1024 - mapped : 0);
        print_attempt(stdout, function, places);
        puts("");
        fflush(stdout);
        _exit(faults > 0 || last_call > MOST_SECONDS);
    }
    CHECK(waitpid(child, &how, 0) == child);
    calls++;
    if (how != 0) {
        fprintf(stderr, "%s: %s: a gibibyte of %s: %s %d\n", function->name, function->arguments[argument].name, huge->name,
            WIFSIGNALED(how) ? "ended by signal" : "too slow or wrong:", WIFSIGNALED(how) ? WTERMSIG(how) : WEXITSTATUS(how));
        faults++;
    }
}

static void try_gibibytes(const struct function *function, int content)
{
    size_t places[MOST_ARGUMENTS], at, kind;
    for (at = 0; at < function->argument_count; at++)
        places[at] = good(&function->arguments[at]);
    for (at = 0; at < function->argument_count; at++) {
        int flags = function->arguments[at].flags;
        int too_long = flags & NORMALIZED ? NORMALIZING : flags & CONTENT ? EVERYBODY : EVERYBODY + 1;
        for (kind = 0; function->arguments[at].type == VIEW && kind < sizeof huges / sizeof *huges; kind++)
            if (content || (int)huges[kind].worked_through < too_long)
                try_gibibyte(function, places, at, &huges[kind]);
    }
}

static uint8_t signature_bytes[64];

/* The files of the identity, and what is made of them before it can be tried. */
static void begin(const char *identity)
{
    aimark_text *words;
    aimark_view labelled;
    aimark_buf *buf;
    size_t at;
    chain_pem = whole(identity, "chain.pem");
    key_pem = whole(identity, "key.pem");
    root_pem = whole(identity, "root.pem");
    picture = whole(identity, "dot.png");
    holder = make_signer(0);
    shared[BUF][0] = buf = signed_by(NULL);
    labelled = labelled_picture = aimark_buf_view(buf);
    /* The signature follows the last head of a byte string of 64. It is the one that the good pending label needs, made
     * of the same picture, at the same time, with the same randomness. */
    for (at = labelled.len - 66; labelled.ptr[at] != 0x58 || labelled.ptr[at + 1] != 0x40; at--)
        CHECK(at > 0);
    memcpy(signature_bytes, labelled.ptr + at + 2, sizeof signature_bytes);
    signature = view(signature_bytes, sizeof signature_bytes);
    words = make_text(0);
    shared[BUF][4] = buf = signed_by(words);
    aimark_text_free(words);
    marked_text = aimark_buf_view(buf);
    law_in_toml = whole(identity, "../../../aimark-law/profiles/kz.toml");
    add_good_views();
    add_lengths();
    add_texts();
    add_containers();
}

static void end(void)
{
    size_t type, state;
    for (type = 0; type < TYPES; type++)
        for (state = 0; state < 32; state++)
            if (shared[type][state] != NULL)
                free_object((enum type)type, shared[type][state]);
    for (state = 0; state < view_count; state++)
        if (views[state].is_made)
            drop(views[state].view);
    aimark_signer_free(holder);
    drop(chain_pem), drop(key_pem), drop(root_pem), drop(picture), drop(law_in_toml);
}

static int run(const struct function *all, size_t count, int arguments_given, char **arguments)
{
    size_t at;
    CHECK(arguments_given == 3);
    begin(arguments[1]);
    for (at = 0; at < count; at++) {
        told = 0;
        if (strcmp(arguments[2], "values") == 0)
            try_values(&all[at]);
        else
            try_gibibytes(&all[at], strcmp(arguments[2], "content") == 0);
    }
    printf("table: %lu functions, %lu calls, %lu views, %lu faults\n", (unsigned long)count, (unsigned long)calls,
        (unsigned long)view_count, (unsigned long)faults);
    end();
    return faults > 0;
}

#endif

// Findings: said once for each kind and place, counted after that, and written as JSON where that was asked for.
#define _GNU_SOURCE
#include "check.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Record {
    struct Record *next;
    const char *kind;
    BtPlace_ first, second;
    int rule;
    int is_advice;
    uint64_t count;
    char function[160];
    char sentence[640];
    char thread[64];
    struct {
        const char *label;
        BtPlaceText_ text;
        char note[160];
    } places[5];
} Record;

static BtInternalMutex_ mutex;
// guarded by: mutex
static Record *first_record, **last_record = &first_record;
static Bt_ssize_t breach_count;  // distinct ones
static int is_finished;
static int has_looked;           // atomic
// written at start
static const char *json_path;
static pid_t process;

static const char *place_words(const BtPlaceText_ *text, char *buffer, size_t size)
{
    const char *file = strrchr(text->file, '/');
    file = file != NULL ? file + 1 : text->file;
    if (text->file[0] != '\0') {
        snprintf(buffer, size, "%s:%d%s%s", file, text->line, text->function[0] != '\0' ? " in " : "", text->function);
    } else {
        snprintf(buffer, size, "%s%s%s%s", text->module, text->function[0] != '\0' ? " (" : "", text->function,
                 text->function[0] != '\0' ? ")" : "");
    }
    return buffer;
}

static void append(char *buffer, size_t size, const char *format, ...) BT_PRINTF(3, 4);
static void append(char *buffer, size_t size, const char *format, ...)
{
    size_t used = strlen(buffer);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(buffer + used, size - used, format, arguments);
    va_end(arguments);
}

/// One write, so that the reports of several threads do not mix.
static void print(const Record *record)
{
    char text[4096] = "", words[640];
    if (record->is_advice) {
        append(text, sizeof text, "baton: advice on R%d", record->rule);
    } else {
        append(text, sizeof text, "baton: R%d is broken", record->rule);
    }
    append(text, sizeof text, "%s%s: %s\n", record->function[0] != '\0' ? " in " : "", record->function, record->sentence);
    for (int i = 0; i < 5 && record->places[i].label != NULL; i++) {
        const BtPlaceText_ *place = &record->places[i].text;
        int is_known = place->file[0] != '\0' || place->module[0] != '\0';
        append(text, sizeof text, "    %-8s %s%s%s\n", record->places[i].label,
               is_known ? place_words(place, words, sizeof words) : "",
               is_known && record->places[i].note[0] != '\0' ? ", " : "", record->places[i].note);
    }
    append(text, sizeof text, "    %-8s %s\n    %-8s baton explain R%d\n", "thread", record->thread, "see", record->rule);
    fflush(stdout);
    fputs(text, stderr);
    fflush(stderr);
}

static void json_text(FILE *file, const char *text)
{
    fputc('"', file);
    for (const unsigned char *c = (const unsigned char *)text; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\') {
            fprintf(file, "\\%c", *c);
        } else if (*c < 0x20) {
            fprintf(file, "\\u%04x", *c);
        } else {
            fputc(*c, file);
        }
    }
    fputc('"', file);
}

/// The whole document, written anew, so that it is there even if the process ends badly. Mutex held.
static void write_json(void)
{
    if (json_path == NULL || getpid() != process) {
        return;
    }
    FILE *file = fopen(json_path, "we");
    if (file == NULL) {
        fprintf(stderr, "baton: BATON_CHECK_FILE: %s: %s\n", json_path, strerror(errno));
        json_path = NULL;
        return;
    }
    fprintf(file, "{\"version\": 1, \"findings\": [");
    for (Record *record = first_record; record != NULL; record = record->next) {
        fprintf(file, "%s\n  {\"rule\": \"R%d\", \"kind\": \"%s\", \"advice\": %s, \"count\": %llu, \"message\": ",
                record == first_record ? "" : ",", record->rule, record->kind, record->is_advice ? "true" : "false",
                (unsigned long long)record->count);
        json_text(file, record->sentence);
        fprintf(file, ", \"function\": ");
        json_text(file, record->function);
        fprintf(file, ", \"thread\": ");
        json_text(file, record->thread);
        fprintf(file, ", \"places\": [");
        for (int i = 0; i < 5 && record->places[i].label != NULL; i++) {
            const BtPlaceText_ *place = &record->places[i].text;
            fprintf(file, "%s\n    {\"label\": \"%s\", \"file\": ", i == 0 ? "" : ",", record->places[i].label);
            json_text(file, place->file);
            fprintf(file, ", \"line\": %d, \"function\": ", place->line);
            json_text(file, place->function);
            fprintf(file, ", \"module\": ");
            json_text(file, place->module);
            fprintf(file, ", \"note\": ");
            json_text(file, record->places[i].note);
            fprintf(file, "}");
        }
        fprintf(file, "], \"explain\": \"baton explain R%d\"}", record->rule);
    }
    fprintf(file, "\n]}\n");
    fclose(file);
}

static Record *record_of(const BtFinding_ *finding, const char *sentence)
{
    for (Record *record = first_record; record != NULL; record = record->next) {
        if (strcmp(record->kind, finding->kind) == 0 && record->first == finding->places[0].place
            && record->second == finding->places[1].place
            && (record->first != 0 || strcmp(record->sentence, sentence) == 0)) {
            return record;
        }
    }
    return NULL;
}

static Record *same_line(const Record *new)
{
    for (Record *record = first_record; record != NULL; record = record->next) {
        const BtPlaceText_ *old_place = &record->places[0].text, *place = &new->places[0].text;
        if (strcmp(record->kind, new->kind) == 0 && place->file[0] != '\0' && place->line == old_place->line
            && strcmp(place->file, old_place->file) == 0 && record->places[1].text.line == new->places[1].text.line) {
            return record;
        }
    }
    return NULL;
}

void _bt_report(const BtFinding_ *finding, const char *format, ...)
{
    int error = errno;
    char sentence[sizeof ((Record *)0)->sentence];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    _bt_internal_lock(&mutex);
    Record *record = record_of(finding, sentence);
    if (record != NULL) {
        record->count += 1;
    } else if ((record = calloc(1, sizeof *record)) != NULL) {
        record->kind = finding->kind;
        record->rule = finding->rule;
        record->is_advice = finding->is_advice;
        record->count = 1;
        record->first = finding->places[0].place;
        record->second = finding->places[1].place;
        memcpy(record->sentence, sentence, sizeof sentence);
        if (finding->function != NULL) {
            snprintf(record->function, sizeof record->function, "%s", finding->function);
        }
        unsigned long native_id = _bt_thread_native_id();
        snprintf(record->thread, sizeof record->thread, "%lu%s", native_id,
                 native_id == (unsigned long)getpid() ? " (main)" : "");
        for (int i = 0; i < 5 && finding->places[i].label != NULL; i++) {
            record->places[i].label = finding->places[i].label;
            _bt_place_text(finding->places[i].place, &record->places[i].text);
            if (finding->places[i].note != NULL) {
                snprintf(record->places[i].note, sizeof record->places[i].note, "%s", finding->places[i].note);
            }
        }
        Record *same = same_line(record);
        if (same != NULL) {  // another address on the same line
            same->count += 1;
            free(record);
        } else {
            breach_count += !record->is_advice;
            *last_record = record;
            last_record = &record->next;
            print(record);
            write_json();
        }
    }
    _bt_internal_unlock(&mutex);
    errno = error;
}

Bt_ssize_t _bt_check_finish(void)
{
    if (!__atomic_exchange_n(&has_looked, 1, __ATOMIC_RELAXED) && getpid() == process) {
        _bt_check_last_look();
    }
    _bt_internal_lock(&mutex);
    if (!is_finished && getpid() == process) {
        is_finished = 1;
        char words[640];
        for (Record *record = first_record; record != NULL; record = record->next) {
            if (record->count > 1 && !record->is_advice) {
                fprintf(stderr, "baton: R%d at %s: found %llu times\n", record->rule,
                        place_words(&record->places[0].text, words, sizeof words), (unsigned long long)record->count);
            }
        }
        write_json();
    }
    Bt_ssize_t count = breach_count;
    _bt_internal_unlock(&mutex);
    return count;
}

int _bt_check_exit_status(int status)
{
    if (!_bt_check.is_on) {
        return status;
    }
    return _bt_check_finish() > 0 && _bt_check.fails && getpid() == process ? BT_CHECK_STATUS : status;
}

static void at_exit(void)
{
    if (_bt_check_finish() > 0 && _bt_check.fails && getpid() == process) {
        fflush(NULL);
        _exit(BT_CHECK_STATUS);
    }
}

void _bt_report_start(void)
{
    json_path = getenv("BATON_CHECK_FILE");
    if (json_path != NULL && *json_path == '\0') {
        json_path = NULL;
    }
    process = getpid();
    write_json();
    atexit(at_exit);
}

// How long native code holds the lock, and what releases are worth (R7).
//
// A span is native code that runs attached: from the begin of an extension's function, a return from the API or a restore,
// to the next API call, save or return. One that is longer than the switch interval is a breach if the thread computed or
// waited for so long; if it only stood in the system's queue for a processor, it is not.
#define _GNU_SOURCE
#include "check.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/// How old what a thread had used may be when a span begins.
#define SAMPLE_NS 1000000u
/// What counts as a switch interval at least: clocks are no finer.
#define LEAST_INTERVAL_NS 1000000u

static uint64_t processor_time(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

/// How long the thread has stood in the queue for a processor; 0 where the system does not tell.
static uint64_t queue_time(void)
{
    char text[96];
    unsigned long long run = 0, queue = 0;
    int file = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return 0;
    }
    ssize_t size = read(file, text, sizeof text - 1);
    close(file);
    text[size > 0 ? size : 0] = '\0';
    return sscanf(text, "%llu %llu", &run, &queue) == 2 ? queue : 0;
}

void _bt_span_begin(BtCheckThread_ *thread)
{
    if (thread->depth == 0 || thread->frames[thread->depth - 1].is_api || _bt_current.state == NULL) {
        return;  // the runtime runs, or a deallocator for it
    }
    uint64_t now = _bt_clock_now();
    if (now - thread->sampled_at > SAMPLE_NS) {
        thread->sampled_run = processor_time();
        thread->sampled_queue = queue_time();
        thread->sampled_at = now = _bt_clock_now();
    }
    thread->span_began = now;
}

void _bt_span_end(BtCheckThread_ *thread, BtPlace_ place)
{
    uint64_t began = thread->span_began;
    if (began == 0) {
        return;
    }
    thread->span_began = 0;
    uint64_t interval = _bt_interval() > LEAST_INTERVAL_NS ? _bt_interval() : LEAST_INTERVAL_NS;
    uint64_t now = _bt_clock_now();
    if (now - began <= interval) {
        return;
    }
    uint64_t run = processor_time() - thread->sampled_run, queue = queue_time() - thread->sampled_queue;
    uint64_t whole = now - thread->sampled_at;
    uint64_t waited = whole > run + queue ? whole - run - queue : 0;
    int has_computed = run > interval + SAMPLE_NS;
    if (!has_computed && waited <= interval + SAMPLE_NS) {
        return;
    }
    char name[160], bytes[64] = "";
    BtCallFrame_ *frame = _bt_check_extension(thread);
    BtFinding_ finding = {
        .rule = 7, .kind = "held-too-long", .function = _bt_check_function(thread, name, sizeof name),
        .places = {{"function", frame != NULL ? _bt_call_function(frame) : 0, NULL}, {place != 0 ? "until" : NULL, place, NULL}},
    };
    size_t size = _bt_call_bytes(thread);
    if (size != 0) {
        snprintf(bytes, sizeof bytes, " for %zu bytes", size);
    }
    _bt_report(&finding, "native code %s %.1f ms%s with the lock held, and the switch interval is %g ms: use an allow-threads block",
               has_computed ? "computed" : "waited", (double)(now - began) / 1e6, bytes, (double)_bt_interval() / 1e6);
}

// --- releases

/// So many short releases of one block that gained nobody anything are worth a word, if nine of ten of its releases are
/// short. Long ones do not count: a release in which the thread was off its core says nothing of the work.
#define MANY 10000
/// What is short: a hand-over costs more.
#define SHORT_NS 2000

// guarded by: the mutex
static struct release {
    BtPlace_ place;
    uint64_t count;
    uint64_t shorts, gained, ns, bytes;  // the short ones, and what they let in, took and were for
    char name[96];
} *releases;
static size_t release_room, release_count;
static BtInternalMutex_ mutex;

static struct release *release_of(BtPlace_ place)
{
    for (size_t i = 0; i < release_count; i++) {
        if (releases[i].place == place) {
            return &releases[i];
        }
    }
    if (release_count == release_room) {
        size_t room = release_room == 0 ? 64 : release_room * 2;
        struct release *more = realloc(releases, room * sizeof *more);
        if (more == NULL) {
            return NULL;
        }
        releases = more;
        release_room = room;
    }
    memset(&releases[release_count], 0, sizeof *releases);
    releases[release_count].place = place;
    return &releases[release_count++];
}

void _bt_release_ended(BtCheckThread_ *thread, const BtBlock_ *block, int gained)
{
    uint64_t ns = _bt_clock_now() - block->began;
    _bt_internal_lock(&mutex);
    struct release *release = release_of(block->place);
    if (release != NULL) {
        if (release->count == 0) {
            char name[96];
            const char *function = _bt_check_function(thread, name, sizeof name);
            snprintf(release->name, sizeof release->name, "%s", function != NULL ? function : "");
        }
        release->count += 1;
        if (ns <= SHORT_NS) {
            release->shorts += 1;
            release->gained += (uint64_t)(gained != 0);
            release->ns += ns;
            release->bytes += block->bytes;
        }
    }
    _bt_internal_unlock(&mutex);
}

void _bt_report_short_releases(void)
{
    for (size_t i = 0; i < release_count; i++) {
        const struct release *release = &releases[i];
        if (release->shorts < MANY || release->shorts < release->count / 10 * 9 || release->gained * 100 > release->shorts) {
            continue;
        }
        BtFinding_ finding = {
            .rule = 7, .kind = "short-releases", .function = release->name, .is_advice = 1,
            .places = {{"block", release->place, NULL}},
        };
        _bt_report(&finding, "%llu releases of %.2f us and %llu bytes each, in which %llu times another thread got the lock:"
                   " keep it for so little work", (unsigned long long)release->shorts,
                   (double)release->ns / (double)release->shorts / 1e3, (unsigned long long)(release->bytes / release->shorts),
                   (unsigned long long)release->gained);
    }
}

size_t _bt_call_bytes(BtCheckThread_ *thread)
{
    BtCallFrame_ *frame = _bt_check_extension(thread);
    size_t size = 0;
    if (frame == NULL) {
        return 0;
    }
    size = _bt_view_bytes(thread, frame);
    for (Bt_ssize_t i = 0; size == 0 && i < frame->nargs && frame->args != NULL; i++) {
        BtObject *argument = frame->args[i];
        unsigned long flags = argument->ob_type->tp_flags;
        if ((flags & BT_TPFLAGS_BYTES_SUBCLASS) != 0 || argument->ob_type == &BtByteArray_Type) {
            size += (size_t)BT_CAST(BtVarObject *, argument)->ob_size;
        }
    }
    return size;
}

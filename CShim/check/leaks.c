// References that nobody has (R2): an object is leaked if it has more references than words of this process's memory hold
// its address. References are stored as pointers, in fields, on stacks, in registers' save areas; so nothing that is in use
// is reported. A stale copy of an address can hide a leak for a while; the last look, at exit, is over all objects.
//
// A call is looked at when an extension has made objects in it or taken references, and they are left. Memory is read
// whole for it, so a function is looked at after its 1st, 2nd, 4th, 8th … such call, in a tenth of the time at most (and
// half a second), and only while no other thread runs an extension's code, which may have a reference in a register.
#define _GNU_SOURCE
#include "check.h"
#include "objects.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

/// Memory of the checks, which is not searched: what candidates there are, and the window that memory is read through.
#define CANDIDATES 16384
/// So much of ten times the time of looking is free.
#define CREDIT_NS 5000000000u
#define WINDOW 262144
static struct arena {
    struct candidate {
        BtObject *object;
        uint64_t serial;
    } candidates[CANDIDATES];
    char maps[65536];
    uintptr_t window[WINDOW / sizeof(uintptr_t)];
} *arena;

// guarded by: attached (locked mode; elsewhere no call is looked at)
static uint32_t candidate_count;
static int calls_running;       // atomic: threads in functions of extensions
static uint64_t began_at, spent;
static struct function {
    const void *key;
    uint32_t calls;
} functions[1024];

static struct arena *the_arena(void)
{
    if (arena == NULL) {
        void *memory = mmap(NULL, sizeof *arena, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        arena = memory != MAP_FAILED ? memory : NULL;
        began_at = _bt_clock_now();
    }
    return arena;
}

/// An extension has made an object or taken a reference to it.
void _bt_leaks_candidate(BtObject *object, uint64_t serial)
{
    if (candidate_count < CANDIDATES && the_arena() != NULL) {
        arena->candidates[candidate_count++] = (struct candidate){object, serial};
    }
}

// --- searching memory

static uintptr_t own_stack;  // where this thread's stack is in use from

static void search_words(const uintptr_t *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        // The objects of a page lie above its head.
        uintptr_t word = words[i];
        BtObject *slot = word > 1 << 16 ? _bt_check_slot_around(word) : NULL;
        if (slot != NULL) {
            _bt_check_record(slot)->found += 1;
        }
    }
}

static void search_range(uintptr_t start, uintptr_t end)
{
    while (start < end) {
        size_t size = end - start < WINDOW ? end - start : WINDOW;
        // Read by the system: another thread may unmap it.
        struct iovec to = {arena->window, size}, from = {(void *)start, size};
        ssize_t got = process_vm_readv(getpid(), &to, 1, &from, 1, 0);
        if (got > 0) {
            search_words(arena->window, (size_t)got / sizeof(uintptr_t));
        }
        start += size;
    }
}

/// Search all memory that may be written to. 0 if that cannot be.
static int search_memory(void)
{
    int file = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
    size_t size = 0;
    ssize_t got = 0;
    if (file < 0) {
        return 0;
    }
    while (size < sizeof arena->maps - 1 && (got = read(file, arena->maps + size, sizeof arena->maps - 1 - size)) > 0) {
        size += (size_t)got;
    }
    close(file);
    arena->maps[size] = '\0';
    for (char *line = arena->maps; line < arena->maps + size;) {
        char *next = strchr(line, '\n');
        char *rest = NULL;
        uintptr_t start = strtoul(line, &rest, 16), end = strtoul(rest + 1, &rest, 16);
        int is_writable = rest[1] == 'r' && rest[2] == 'w';
        line = next != NULL ? next + 1 : arena->maps + size;
        if (!is_writable || next == NULL) {
            continue;
        }
        if (own_stack >= start && own_stack < end) {
            start = own_stack;
        }
        uintptr_t hole = (uintptr_t)arena, hole_end = hole + sizeof *arena;
        if (hole >= start && hole < end) {  // may have been joined with its neighbours
            search_range(start, hole);
            start = hole_end;
        }
        if (start < end) {
            search_range(start, end);
        }
    }
    return 1;
}

// --- what is left over

/// How many references to it nobody has; 0 for what is no mortal object.
static Bt_ssize_t leaked(BtObject *object, const BtSlotRecord_ *record)
{
    if (record->is_freed || object->ob_owner != BT_NUMBER_LOCKED || _bt_check_type_name(object) == NULL) {
        return 0;
    }
    Bt_ssize_t references = (Bt_ssize_t)object->ob_ref_local + (object->ob_ref_shared >> 2);
    return references > (Bt_ssize_t)record->found ? references - (Bt_ssize_t)record->found : 0;
}

static void report(BtObject *object, BtSlotRecord_ *record, Bt_ssize_t count, const char *function)
{
    int i = 0;
    BtFinding_ finding = {.rule = 2, .kind = "reference-leaked", .function = function};
    if (record->counted != 0) {
        finding.places[i].label = "taken";
        finding.places[i++].place = record->counted;
    }
    finding.places[i].label = "made";
    finding.places[i].note = record->made == 0 ? "in the runtime" : NULL;
    finding.places[i].place = record->made;
    record->is_reported = 1;
    _bt_report(&finding, "%s to a '%s' %s leaked: nothing in the process has %s",
               count == 1 ? "a reference" : "references", _bt_check_type_name(object), count == 1 ? "was" : "were",
               count == 1 ? "it" : "them");
}

static int is_alive(const struct candidate *candidate, BtSlotRecord_ **record)
{
    if (_bt_check_slot_at((uintptr_t)candidate->object) == NULL) {
        return 0;
    }
    *record = _bt_check_record(candidate->object);
    return (*record)->serial == candidate->serial && !(*record)->is_freed && !(*record)->is_reported;
}

/// Whether it is this call's turn.
static int is_due(const void *key)
{
    struct function *function = &functions[(uintptr_t)key / 16 % 1024];
    if (function->key != key) {
        *function = (struct function){key, 0};
    }
    uint32_t calls = ++function->calls;
    return (calls & (calls - 1)) == 0 && spent * 10 <= _bt_clock_now() - began_at + CREDIT_NS;
}

static __attribute__((noinline)) void look(BtCheckThread_ *thread, BtCallFrame_ *frame, uint32_t first, BtObject *result)
{
    uint64_t began = _bt_clock_now();
    jmp_buf registers;
    setjmp(registers);  // what callers have in registers is on the stack now
    own_stack = thread->stack_in_use != 0 ? thread->stack_in_use : (uintptr_t)__builtin_frame_address(0);
    BtSlotRecord_ *record;
    for (uint32_t i = first; i < candidate_count; i++) {
        if (is_alive(&arena->candidates[i], &record)) {
            record->found = 0;
        }
    }
    if (!search_memory()) {
        return;
    }
    char name[160];
    for (uint32_t i = first; i < candidate_count; i++) {
        BtObject *object = arena->candidates[i].object;
        if (!is_alive(&arena->candidates[i], &record)) {
            continue;
        }
        Bt_ssize_t count = leaked(object, record) - (object == result);
        if (count > 0) {
            report(object, record, count, _bt_call_name(frame, name, sizeof name));
        }
    }
    spent += _bt_clock_now() - began;
}

void _bt_leaks_call_begins(BtCheckThread_ *thread, BtCallFrame_ *frame)
{
    frame->serial = candidate_count;
    frame->is_outermost = thread->depth == 1;
    if (frame->is_outermost) {
        __atomic_add_fetch(&calls_running, 1, __ATOMIC_SEQ_CST);
    }
}

void _bt_check_leaks(BtCheckThread_ *thread, BtCallFrame_ *frame, BtObject *result)
{
    uint32_t first = (uint32_t)frame->serial < candidate_count ? (uint32_t)frame->serial : candidate_count;
    int running = __atomic_load_n(&calls_running, __ATOMIC_SEQ_CST);
    if (frame->is_outermost) {
        __atomic_sub_fetch(&calls_running, 1, __ATOMIC_SEQ_CST);
    }
    if (_bt_current.number != BT_OWNER_CHECKED || first == candidate_count) {
        return;
    }
    int left = 0;
    BtSlotRecord_ *record;
    for (uint32_t i = first; i < candidate_count && !left; i++) {
        BtObject *object = arena->candidates[i].object;
        left = is_alive(&arena->candidates[i], &record) && object->ob_owner == BT_NUMBER_LOCKED
            && object->ob_ref_local > (uint32_t)(object == result);
    }
    const void *key = frame->bound != NULL ? (const void *)frame->bound : frame->name;
    if (left && running == 1 && is_due(key)) {
        look(thread, frame, first, result);
    }
    // What other threads have made since stays theirs to look at.
    if (running <= 1) {
        candidate_count = first;
    }
}

// --- at exit

static void forget(BtObject *object, BtSlotRecord_ *record, void *context)
{
    (void)object, (void)context;
    record->found = 0;
}

static void tell(BtObject *object, BtSlotRecord_ *record, void *context)
{
    (void)context;
    Bt_ssize_t count = record->made != 0 || record->counted != 0 ? leaked(object, record) : 0;
    if (count > 0 && !record->is_reported) {
        report(object, record, count, NULL);
    }
}

void _bt_check_leaks_at_exit(void)
{
    jmp_buf registers;
    if (_bt_lock.is_free_threaded || !_bt_is_only_thread() || the_arena() == NULL) {
        return;
    }
    setjmp(registers);
    own_stack = (uintptr_t)__builtin_frame_address(0);
    _bt_check_each_slot(forget, NULL);
    if (search_memory()) {
        _bt_check_each_slot(tell, NULL);
    }
}

// Places in C source: which call of an extension it was, found by its return address, and said in words by the library
// libdw of elfutils, which is loaded when the first place is to be shown.
//
// Save, restore and counting are inline functions of the headers. Compiled with optimisation they are part of their
// caller, and the debug information tells of both. Without it they are functions of their own; then the place is that of
// their caller, which the frame pointers lead to. So a place keeps up to four addresses, innermost first, each in the
// code of an extension.
#define _GNU_SOURCE
#include "check.h"
#include "dwarf.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#define DEPTH 4
#define PLACES (1u << 16)
#define BUCKETS (1u << 17)

// guarded by: the checks' mutex; a place never changes once its number has been given out.
static struct place {
    void *pc[DEPTH];
} places[PLACES];
static uint32_t place_count = 1;
static uint32_t buckets[BUCKETS];

/// Behind the address of a function, not of a call.
#define IS_FUNCTION ((void *)1)

static int is_in_stack(void **frame)
{
    uintptr_t here = (uintptr_t)__builtin_frame_address(0), there = (uintptr_t)frame;
    return there > here && there - here < (1u << 20) && there % sizeof(void *) == 0;
}

static BtPlace_ number_of(struct place place);

BtPlace_ _bt_place(void *pc, void *frame)
{
    struct place place = {{pc}};
    if (pc == NULL || !_bt_check_is_foreign(pc)) {
        return 0;
    }
    for (int depth = 1; depth < DEPTH && is_in_stack(frame); depth++) {
        void *caller = ((void **)frame)[1];
        void **next = *(void ***)frame;
        if (!_bt_is_extension_code(caller)) {
            break;
        }
        place.pc[depth] = caller;
        if ((void *)next <= frame) {
            break;
        }
        frame = next;
    }
    return number_of(place);
}

BtPlace_ _bt_place_of_function(void *function)
{
    struct place place = {{function, IS_FUNCTION}};
    return function != NULL && _bt_check_is_foreign(function) ? number_of(place) : 0;
}

static BtPlace_ number_of(struct place place)
{
    uint64_t hash = 0;
    for (int depth = 0; depth < DEPTH; depth++) {
        hash = (hash ^ (uintptr_t)place.pc[depth]) * 0x9E3779B97F4A7C15u;
    }
    uint32_t bucket = (uint32_t)(hash >> 40) % BUCKETS;
    _bt_check_lock();
    while (buckets[bucket] != 0 && memcmp(&places[buckets[bucket]], &place, sizeof place) != 0) {
        bucket = (bucket + 1) % BUCKETS;
    }
    BtPlace_ number = buckets[bucket];
    if (number == 0 && place_count < PLACES) {
        number = place_count++;
        places[number] = place;
        buckets[bucket] = number;
    }
    _bt_check_unlock();
    return number;
}

/// The library and the offset, and the symbol if it is exported.
static void module_text(void *pc, BtPlaceText_ *text)
{
    Dl_info info;
    if (dladdr(pc, &info) != 0 && info.dli_fname != NULL) {
        const char *slash = strrchr(info.dli_fname, '/');
        snprintf(text->module, sizeof text->module, "%s+0x%zx", slash != NULL ? slash + 1 : info.dli_fname,
                 (size_t)((char *)pc - (char *)info.dli_fbase));
        if (info.dli_sname != NULL && text->function[0] == '\0') {
            snprintf(text->function, sizeof text->function, "%s", info.dli_sname);
        }
    } else {
        snprintf(text->module, sizeof text->module, "%p", pc);
    }
}

void _bt_place_text(BtPlace_ number, BtPlaceText_ *text)
{
    memset(text, 0, sizeof *text);
    if (number == 0) {
        return;
    }
    const struct place *place = &places[number];
    if (place->pc[1] == IS_FUNCTION) {
        _bt_dwarf_function(place->pc[0], text);
        module_text(place->pc[0], text);
        return;
    }
    for (int depth = 0; depth < DEPTH && place->pc[depth] != NULL; depth++) {
        BtPlaceText_ found = {0};
        // The address is that behind the call.
        int is_found = _bt_dwarf_line((char *)place->pc[depth] - 1, &found);
        if (depth == 0 || (is_found && found.file[0] != '\0')) {
            *text = found;
        }
        if (!is_found || !_bt_dwarf_is_header(found.file)) {
            break;
        }
    }
    module_text((char *)place->pc[0] - 1, text);
}

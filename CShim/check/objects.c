// Objects: where they were made and freed, and what touches them after that.
//
// A freed slot keeps the head of an object, with an owner that no thread is, so that counting goes out of line and is
// reported; the rest is filled with a pattern, which must be there when the slot is used again.
#include "check.h"
#include "objects.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POISON 0xDB

static uint64_t serial;  // guarded by: attached

// --- pages: an open table of their addresses. guarded by: attached; read by searches, attached too

static BtHeapPage_ **pages;
static size_t page_room, page_count;
static uintptr_t lowest_page = UINTPTR_MAX, highest_page;

static size_t page_index(const void *page, size_t room) { return ((uintptr_t)page / BT_PAGE_SIZE * 0x9E3779B97F4A7C15u >> 20) & (room - 1); }

static void page_insert(BtHeapPage_ **table, size_t room, BtHeapPage_ *page)
{
    size_t index = page_index(page, room);
    while (table[index] != NULL) {
        index = (index + 1) & (room - 1);
    }
    table[index] = page;
}

int _bt_check_page_made(BtHeapPage_ *page)
{
    if (page_count * 2 >= page_room) {
        size_t room = page_room == 0 ? 1024 : page_room * 2;
        BtHeapPage_ **table = calloc(room, sizeof(BtHeapPage_ *));
        if (table == NULL) {
            return -1;
        }
        for (size_t i = 0; i < page_room; i++) {
            if (pages[i] != NULL) {
                page_insert(table, room, pages[i]);
            }
        }
        free(pages);
        pages = table;
        page_room = room;
    }
    page_insert(pages, page_room, page);
    page_count += 1;
    lowest_page = (uintptr_t)page < lowest_page ? (uintptr_t)page : lowest_page;
    highest_page = (uintptr_t)page > highest_page ? (uintptr_t)page : highest_page;
    return 0;
}

void _bt_check_page_freed(BtHeapPage_ *page)
{
    size_t index = page_index(page, page_room);
    while (pages[index] != NULL && pages[index] != page) {
        index = (index + 1) & (page_room - 1);
    }
    if (pages[index] == NULL) {
        return;
    }
    pages[index] = NULL;
    page_count -= 1;
    // Those behind it may have passed over it.
    for (size_t next = (index + 1) & (page_room - 1); pages[next] != NULL; next = (next + 1) & (page_room - 1)) {
        BtHeapPage_ *moved = pages[next];
        pages[next] = NULL;
        page_insert(pages, page_room, moved);
    }
}

BtObject *_bt_check_slot_around(uintptr_t address)
{
    uintptr_t start = address & ~(uintptr_t)(BT_PAGE_SIZE - 1);
    if (start < lowest_page || start > highest_page) {
        return NULL;
    }
    for (size_t index = page_index((void *)start, page_room); pages[index] != NULL; index = (index + 1) & (page_room - 1)) {
        BtHeapPage_ *page = pages[index];
        if ((uintptr_t)page != start) {
            continue;
        }
        uintptr_t offset = address - start;
        if (offset < BT_PAGE_HEADER) {
            return NULL;
        }
        if (page->slot_size == 0) {
            return BT_CAST(BtObject *, start + BT_PAGE_HEADER);
        }
        offset -= BT_PAGE_HEADER;
        return offset < page->fresh - BT_PAGE_HEADER ? BT_CAST(BtObject *, address - offset % page->slot_size) : NULL;
    }
    return NULL;
}

BtObject *_bt_check_slot_at(uintptr_t address)
{
    BtObject *slot = _bt_check_slot_around(address);
    return slot == BT_CAST(BtObject *, address) ? slot : NULL;
}

void _bt_check_each_slot(void (*visit)(BtObject *slot, BtSlotRecord_ *record, void *context), void *context)
{
    for (size_t index = 0; index < page_room; index++) {
        BtHeapPage_ *page = pages[index];
        if (page == NULL) {
            continue;
        }
        size_t size = page->slot_size != 0 ? page->slot_size : BT_PAGE_SIZE;
        size_t end = page->slot_size != 0 ? page->fresh : BT_PAGE_HEADER + 1;
        for (size_t offset = BT_PAGE_HEADER; offset < end; offset += size) {
            BtObject *slot = BT_CAST(BtObject *, BT_CAST(char *, page) + offset);
            if (((uintptr_t)slot->ob_type & 1) == 0 && slot->ob_type != NULL) {
                visit(slot, _bt_check_record(slot), context);
            }
        }
    }
}

BtSlotRecord_ *_bt_check_record(void *slot)
{
    return BT_CAST(BtSlotRecord_ *, BT_CAST(char *, slot) + _bt_heap_page(slot)->large_size);
}

// --- types

/// Whether an address may be read as a type: that of an object in a slot, or in the data of the runtime or an extension.
static int may_be_type(BtTypeObject *type)
{
    return type != NULL && (uintptr_t)type % 8 == 0
        && (_bt_check_slot_at((uintptr_t)type) != NULL || _bt_is_known_data(type));
}

const char *_bt_check_type_name(BtObject *slot)
{
    BtTypeObject *type = slot->ob_type;
    if (!may_be_type(type) || !may_be_type(BT_CAST(BtObject *, type)->ob_type)
        || (BT_CAST(BtObject *, type)->ob_type->tp_flags & BT_TPFLAGS_TYPE_SUBCLASS) == 0) {
        return NULL;
    }
    return type->tp_name;
}

// --- slots

void _bt_check_slot_made(void *slot, size_t size)
{
    BtSlotRecord_ *record = BT_CAST(BtSlotRecord_ *, BT_CAST(char *, slot) + size);
    BtCheckThread_ *thread = _bt_check_thread_if();
    memset(record, 0, sizeof *record);
    record->serial = ++serial;
    record->made = thread != NULL ? _bt_check_current_place(thread) : 0;
    if (record->made != 0) {
        _bt_leaks_candidate(slot, record->serial);
    }
}

/// Freed slots in the order in which they were freed. guarded by: attached
#define QUARANTINE 8192
#define LARGE_QUARANTINE 16
static void *kept[QUARANTINE], *kept_large[LARGE_QUARANTINE];
static size_t next_kept, next_large, kept_count;

Bt_ssize_t _bt_check_slots_in_quarantine(void) { return (Bt_ssize_t)kept_count; }

static void report(BtObject *object, int rule, const char *kind, const char *format, const char *what);

/// Look whether the pattern is still there.
static void check_pattern(BtObject *slot, size_t size)
{
    const unsigned char *bytes = BT_CAST(const unsigned char *, slot);
    size_t at = sizeof *slot;
    while (at < size && bytes[at] == POISON) {
        at += 1;
    }
    if (at < size && !_bt_check_record(slot)->is_reported) {
        report(slot, 6, "written-after-free", "memory of %s was written to after it was freed", NULL);
    }
}

void *_bt_check_slot_freed(void *slot, size_t size, int is_large)
{
    BtObject *object = slot;
    BtSlotRecord_ *record = BT_CAST(BtSlotRecord_ *, BT_CAST(char *, slot) + size);
    BtCheckThread_ *thread = _bt_check_thread_if();
    const char *type = _bt_check_type_name(object);
    if (type != NULL) {
        strncpy(record->type, type, sizeof record->type - 1);
    }
    record->freed = thread != NULL ? _bt_check_current_place(thread) : 0;
    record->is_freed = 1;
    object->ob_ref_local = 0;
    object->ob_owner = BT_OWNER_FREED;
    object->ob_ref_shared = 0;
    *_bt_slot_link(slot) = (void *)1;
    memset(BT_CAST(char *, slot) + sizeof *object, POISON, size - sizeof *object);
    if (is_large && size > 1 << 20) {
        return slot;
    }
    void **place = is_large ? &kept_large[next_large] : &kept[next_kept];
    if (is_large) {
        next_large = (next_large + 1) % LARGE_QUARANTINE;
    } else {
        next_kept = (next_kept + 1) % QUARANTINE;
    }
    void *leaving = *place;
    *place = slot;
    if (leaving == NULL) {
        kept_count += 1;
    } else {
        check_pattern(leaving, _bt_heap_page(leaving)->large_size);
    }
    return leaving;
}

void _bt_check_quarantine_patterns(void)
{
    for (size_t i = 0; i < QUARANTINE; i++) {
        if (kept[i] != NULL) {
            check_pattern(kept[i], _bt_heap_page(kept[i])->large_size);
        }
    }
}

// --- findings

/// `what` is a verb's noun for the format, or NULL.
static void report(BtObject *object, int rule, const char *kind, const char *format, const char *what)
{
    BtCheckThread_ *thread = _bt_check_thread();
    BtSlotRecord_ *record = _bt_check_record(object);
    char name[160], type[64];
    BtPlace_ at = what != NULL ? _bt_check_current_place(thread) : 0;
    BtFinding_ finding = {.rule = rule, .kind = kind, .function = _bt_check_function(thread, name, sizeof name)};
    int i = 0;
    if (at != 0 || what != NULL) {
        finding.places[i].label = "at";
        finding.places[i].note = at == 0 ? "in the runtime" : NULL;
        finding.places[i++].place = at;
    }
    finding.places[i].label = "freed";
    finding.places[i].note = record->freed == 0 ? "in the runtime" : NULL;
    finding.places[i++].place = record->freed;
    finding.places[i].label = "made";
    finding.places[i].note = record->made == 0 ? "in the runtime" : NULL;
    finding.places[i].place = record->made;
    record->is_reported = 1;
    snprintf(type, sizeof type, "%s%s%s", record->type[0] != '\0' ? "a '" : "an object", record->type,
             record->type[0] != '\0' ? "'" : "");
    if (what != NULL) {
        _bt_report(&finding, format, what, type);
    } else {
        _bt_report(&finding, format, type);
    }
}

void _bt_check_freed(BtObject *object, int is_drop)
{
    if (is_drop) {
        report(object, 6, "below-zero", "%s dropped a reference that was not there: %s had been freed", "Bt_DECREF");
    } else {
        report(object, 6, "use-after-free", "%s was given %s that had been freed", "Bt_INCREF");
    }
}

int _bt_check_is_freed(BtObject *object, const char *function)
{
    if (__atomic_load_n(&object->ob_owner, __ATOMIC_RELAXED) != BT_OWNER_FREED) {
        return 0;
    }
    report(object, 6, "use-after-free", "%s was given %s that had been freed", function);
    return 1;
}

void _bt_check_counted(BtObject *object, BtPlace_ place)
{
    if (_bt_check_slot_at((uintptr_t)object) != NULL) {
        BtSlotRecord_ *record = _bt_check_record(object);
        record->counted = place;
        if (place != 0) {
            _bt_leaks_candidate(object, record->serial);
        }
    }
}

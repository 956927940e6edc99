/// @file host_check.h
/// The part of host.h that concerns the checks at run time (BATON_CHECK=1, `baton --check`): what the host tells them.
///
/// The checks live in CShim/check/. Off, nothing of them runs: no fast path has a branch for them. On, they see
///
/// - **API calls of extensions**: once a library is loaded, its entries for `Bt…` functions are bound anew, to stubs that
///   look at the call and then make it (binding.c, stubs.c; x86-64). Save, restore and counting, which headers have
///   inline, go out of line in checked mode, to entries that are bound in the same way (blocks.c, counts.c; everywhere);
/// - **calls into extensions**: methods by their vectorcall functions, chosen when a function object is made; slots of
///   types by stubs; init and exec functions by the import (calls.c);
/// - **objects**: the heap hands out slots with a record behind each, and keeps freed ones for a while (objects.c).
///
/// A finding has a rule, a sentence, places in C source, a thread (report.c). The first of its kind at a place is
/// printed, later ones are counted. A thread that broke a rule of the lock goes on as if it had not: an API call in a
/// block is made attached, a function that returns detached is attached again.
#ifndef BATON_HOST_CHECK_H
#define BATON_HOST_CHECK_H

#include "heap.h"
#include "host_thread.h"

BT_BEGIN_DECLS

struct BtCheck_ {
    int is_on;   ///< written at start
    int fails;   ///< a finding makes the process end with BT_CHECK_STATUS; written at start
};
BT_DATA struct BtCheck_ _bt_check;

/// What a process with findings ends with under BATON_CHECK=fail.
#define BT_CHECK_STATUS 3

/// Turn the checks on, before the first object is made. BATON_CHECK says whether findings change the exit status ("fail"),
/// BATON_CHECK_FILE where they go as JSON. 0, or -1 without memory.
int _bt_check_start(void) BT_ANY_STATE;
/// See API calls of the libraries that have been loaded since the last time.
void _bt_check_bind(void) BT_ANY_STATE;
/// Say whether a function belongs to an extension, not to the runtime.
int _bt_check_is_foreign(const void *function) BT_ANY_STATE;

/// A function of an extension is called. `callable` may be NULL; `name` is its name, kept.
void _bt_check_call_begin(BtObject *callable, const char *name, BtObject *const *args, Bt_ssize_t nargs) BT_ATTACHED;
/// And has returned an object, or a status, -1 for an error. The thread is attached after it.
void _bt_check_call_end(BtObject *result) BT_ANY_STATE;
void _bt_check_call_end_status(int status) BT_ANY_STATE;

/// Wrap the slots of a type that an extension has made.
void _bt_check_type(BtTypeObject *type) BT_ATTACHED;

/// The line of a table of attributes, its functions wrapped likewise; it or a copy that is kept.
BtGetSetDef *_bt_check_getset(BtGetSetDef *line, BtTypeObject *type) BT_ATTACHED;

// --- what the heap tells. guarded by: attached

/// What stands behind a slot in checked mode.
typedef struct BtSlotRecord_ {
    uint64_t serial;        ///< counts what was made
    uint32_t made, freed;   ///< places; 0: not by an extension
    uint32_t counted;       ///< where an extension last took a reference
    uint32_t found;         ///< how many words of memory hold its address, at the last search
    char type[24];          ///< the name of its type, once it is freed
    uint32_t is_freed;
    uint32_t is_reported;
} BtSlotRecord_;

/// A page has been made, or is no page of slots any more. 0, or -1 without memory.
int _bt_check_page_made(BtHeapPage_ *page);
void _bt_check_page_freed(BtHeapPage_ *page);
/// A slot of `size` bytes, with a record behind them, is handed out.
void _bt_check_slot_made(void *slot, size_t size);
/// A slot is freed: it is poisoned, and kept. Returns one that may be used again, or NULL.
void *_bt_check_slot_freed(void *slot, size_t size, int is_large);
Bt_ssize_t _bt_check_slots_in_quarantine(void);

// --- what the buffer protocol tells

/// A buffer of `exporter` was got; it is not released yet.
void _bt_check_buffer_got(BtObject *exporter, Bt_buffer *view, int flags) BT_ATTACHED;
void _bt_check_buffer_released(Bt_buffer *view) BT_ATTACHED;

/// Print the counts of what was found more than once, and the sum. Done at exit too. The number of findings.
Bt_ssize_t _bt_check_finish(void) BT_ANY_STATE;
/// The status that a process that would end with `status` ends with.
int _bt_check_exit_status(int status) BT_ANY_STATE;

BT_END_DECLS

#endif

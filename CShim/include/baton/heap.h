/// @file heap.h
/// For the host: the layout of the memory that objects live in. Documentation/Memory.md tells why.
///
/// A heap has pages of BT_PAGE_SIZE bytes, aligned to their size, so that an object's address gives its page. A page has
/// slots of one size. A free slot keeps the count fields of an object head as its last object left them (dead: zero), and
/// its type field holds the next free slot with the low bit set, which no type's address has: that is how the collector
/// tells free slots from objects.
///
/// guarded by: attached (locked mode: one heap for all threads). In the free-threaded mode a thread touches the heap that
/// is its own; others give slots back through `remote_free`.
#ifndef BATON_HEAP_H
#define BATON_HEAP_H

#include "type.h"

BT_BEGIN_DECLS

#define BT_PAGE_SIZE 65536
/// Sizes up to this go in steps of 16 bytes, then in four steps a doubling up to BT_LARGEST_SLOT.
#define BT_SMALL_SIZE 512
#define BT_LARGEST_SLOT 8192
#define BT_SIZE_CLASSES 49
/// What may be in a page: plain memory and objects without references, or objects that the collector looks at.
#define BT_KIND_PLAIN 0
#define BT_KIND_COLLECTED 1
#define BT_KINDS 2
/// Bytes in front of the first slot of a page.
#define BT_PAGE_HEADER 128

struct BtHeap_;

/// The head of a page. A large object stands alone behind such a head, in memory of malloc.
typedef struct BtHeapPage_ {
    void *free;              ///< the first free slot; NULL: none, or only `fresh` ones
    uint32_t used;           ///< slots in use
    uint32_t slot_size;      ///< bytes
    uint32_t fresh;          ///< offset of the first slot that was never used
    uint32_t end;            ///< offset behind the last slot
    uint8_t size_class;      ///< 0: a large object, or a page of checked mode
    uint8_t kind;            ///< BT_KIND_…
    uint8_t is_listed;       ///< in the heap's list of pages with free slots
    uint8_t generations;     ///< bit 0, 1: objects of that generation may be in it. Of older ones every page has some
    uint8_t checked_class;   ///< the size class of a page of checked mode; else 0
    uint32_t given;          ///< slots that were free when the page was last given some to hand out
    struct BtHeap_ *heap;
    void *remote_free;       ///< slots that other threads gave back; atomic; free-threaded mode
    struct BtHeapPage_ *next_free, *previous_free;  ///< pages with free slots, of one class
    struct BtHeapPage_ *next, *previous;            ///< all pages of one kind
    size_t large_size;       ///< bytes that may be used: of a large object, of a slot in checked mode
} BtHeapPage_;

typedef struct BtHeap_ {
    BtHeapPage_ *current[BT_KINDS][BT_SIZE_CLASSES];    ///< never NULL: the empty page where there is none
    BtHeapPage_ *available[BT_KINDS][BT_SIZE_CLASSES];  ///< others with free slots
    BtHeapPage_ *pages[BT_KINDS];                       ///< all, large objects too
    BtHeapPage_ *spare;                                 ///< pages without objects, linked by next
    size_t spare_count;
} BtHeap_;

/// The heap of all threads in the locked mode.
BT_DATA BtHeap_ _bt_shared_heap;
/// A page without slots.
BT_DATA BtHeapPage_ _bt_empty_page;

/// What tests make fail, objects and plain memory alike. (Swift's own allocations, those of its arrays and strings, cannot
/// fail: Swift ends the process.) guarded by: attached.
///
/// How many allocations from now one fails; 0: none does.
BT_DATA size_t _bt_memory_countdown;
/// Only that one; else each after it too.
BT_DATA int _bt_memory_fails_once;
/// How many have failed.
BT_DATA size_t _bt_memory_failures;

/// Let the n-th allocation from now fail, and all after it; 0: none.
BT_INLINE void _bt_memory_fail_after(size_t count)
{
    _bt_memory_countdown = count;
    _bt_memory_fails_once = 0;
}
/// Let the n-th allocation from now fail, and none after it.
BT_INLINE void _bt_memory_fail_at(size_t count)
{
    _bt_memory_countdown = count;
    _bt_memory_fails_once = 1;
}

/// Return how many objects and blocks of object memory this thread's heap has in use. Walks the pages. For tests.
BT_INLINE_ABI Bt_ssize_t _bt_memory_live(void) BT_ATTACHED;

/// Tell the address sanitizer, if this is built with it, that memory may not be touched, or may be again.
void _bt_memory_poison(void *memory, size_t size);
void _bt_memory_unpoison(void *memory, size_t size);

/// For Swift, which would see the array as a tuple.
BT_INLINE BtHeapPage_ **_bt_heap_current(BtHeap_ *heap, Bt_ssize_t kind, Bt_ssize_t size_class)
{
    return &heap->current[kind][size_class];
}
BT_INLINE BtHeapPage_ **_bt_heap_available(BtHeap_ *heap, Bt_ssize_t kind, Bt_ssize_t size_class)
{
    return &heap->available[kind][size_class];
}
BT_INLINE BtHeapPage_ **_bt_heap_pages(BtHeap_ *heap, Bt_ssize_t kind) { return &heap->pages[kind]; }

/// Give a dead object one reference while its finalizer runs.
void _bt_revive(BtObject *object) BT_ATTACHED;
/// Take it back: 1 if the object is dead again, 0 if somebody has kept it.
int _bt_unrevive(BtObject *object) BT_ATTACHED;

/// Return the page of an object or of memory from BtObject_Malloc.
BT_INLINE BtHeapPage_ *_bt_heap_page(void *memory)
{
    return BT_CAST(BtHeapPage_ *, BT_CAST(uintptr_t, memory) & ~BT_STATIC_CAST(uintptr_t, BT_PAGE_SIZE - 1));
}

/// The link of a free slot, where an object has its type.
BT_INLINE void **_bt_slot_link(void *slot) { return BT_CAST(void **, BT_CAST(char *, slot) + offsetof(BtObject, ob_type)); }

BT_END_DECLS

#endif

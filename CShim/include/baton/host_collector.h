/// @file host_collector.h
/// The part of host.h that concerns the cycle collector: its state, and the counts that it takes apart.
///
/// No object has a header for it. While it looks at objects, each of them has BT_FLAG_COLLECTING and, in the upper half of
/// `ob_ref_shared`, the references that have not been accounted for; the lower half keeps what stood there. No other code
/// runs meanwhile: in the locked mode because the thread does not detach, in the free-threaded mode because it is alone.
#ifndef BATON_HOST_COLLECTOR_H
#define BATON_HOST_COLLECTOR_H

#include "object.h"

BT_BEGIN_DECLS

/// Three, as CPython shows them: made since the last collection, survivors of one, survivors of two or more. In the last
/// value of BT_FLAG_GENERATION are the frozen objects, which no collection looks at.
#define BT_GENERATIONS 3
#define BT_GENERATION_SHIFT 6
#define BT_GENERATION_FROZEN 3

typedef struct BtGenerationStatistics_ {
    Bt_ssize_t collections;
    Bt_ssize_t collected;      ///< objects
    Bt_ssize_t uncollectable;
} BtGenerationStatistics_;

/// guarded by: attached. In the free-threaded mode only a thread that is alone collects.
typedef struct BtCollector_ {
    int is_enabled;
    int is_collecting;
    int debug;                            ///< gc.DEBUG_… bits
    Bt_ssize_t threshold[BT_GENERATIONS]; ///< [0]: objects made; [1], [2]: collections of the generation before
    Bt_ssize_t count[BT_GENERATIONS];     ///< what is compared with them
    Bt_ssize_t long_lived;                ///< survivors of the last full collection
    Bt_ssize_t long_lived_pending;        ///< objects that came to the oldest generation since
    Bt_ssize_t excess;                    ///< references visited that were not counted: a tp_traverse is wrong
    BtObject *garbage;                    ///< gc.garbage, owned; NULL before it is asked for
    BtObject *callbacks;                  ///< gc.callbacks, likewise
    BtGenerationStatistics_ statistics[BT_GENERATIONS];
} BtCollector_;
BT_DATA BtCollector_ _bt_collector;

/// For Swift, which would see the arrays as tuples.
BT_INLINE Bt_ssize_t *_bt_collector_thresholds(void) { return _bt_collector.threshold; }
BT_INLINE Bt_ssize_t *_bt_collector_counts(void) { return _bt_collector.count; }
BT_INLINE BtGenerationStatistics_ *_bt_collector_statistics(void) { return _bt_collector.statistics; }

/// Take an object among those that are looked at, all of its references but `known` unaccounted for. 0, and nothing is
/// changed, if it is immortal, dead (its deallocator runs, or waits in the trash), or has too many references to tell:
/// what it refers to counts as reachable then.
BT_INLINE int _bt_counts_open(BtObject *object, Bt_ssize_t known)
{
    intptr_t shared_ = object->ob_ref_shared;
    if (object->ob_owner == BT_OWNER_IMMORTAL || shared_ != BT_STATIC_CAST(int32_t, shared_)) {
        return 0;
    }
    intptr_t count_ = BT_STATIC_CAST(intptr_t, object->ob_ref_local) + (shared_ >> 2);
    if (count_ <= 0 || count_ > INT32_MAX) {
        return 0;
    }
    object->ob_ref_shared = BT_STATIC_CAST(intptr_t, BT_STATIC_CAST(uint64_t, count_ - known) << 32
                                                         | BT_STATIC_CAST(uint32_t, shared_));
    object->ob_flags |= BT_FLAG_COLLECTING;
    return 1;
}

/// How many references are not accounted for.
BT_INLINE Bt_ssize_t _bt_counts_left(BtObject *object) { return object->ob_ref_shared >> 32; }

/// Account for a reference, if the object is looked at. -1: it has not so many.
BT_INLINE int _bt_counts_subtract(BtObject *object)
{
    if ((object->ob_flags & BT_FLAG_COLLECTING) == 0) {
        return 0;
    }
    if (object->ob_ref_shared >> 32 == 0) {
        return -1;
    }
    object->ob_ref_shared -= BT_STATIC_CAST(intptr_t, 1) << 32;
    return 0;
}

/// Put back what stood in the object's count.
BT_INLINE void _bt_counts_close(BtObject *object)
{
    object->ob_ref_shared = BT_STATIC_CAST(int32_t, BT_STATIC_CAST(uint32_t, object->ob_ref_shared));
}

BT_END_DECLS

#endif

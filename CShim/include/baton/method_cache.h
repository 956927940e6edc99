/// @file method_cache.h
/// For the host: what types share, and where each slot of a type stands.
///
/// guarded by: attached; in the free-threaded mode the type mutex, with versions as a sequence lock.
#ifndef BATON_METHOD_CACHE_H
#define BATON_METHOD_CACHE_H

#include "type.h"

BT_BEGIN_DECLS

/// The answer to one look-up of an interned name along the bases of a type of one version.
typedef struct BtMethodCacheEntry_ {
    unsigned int version;  ///< tp_version_tag of the type; 0: empty
    BtObject *name;        ///< interned, so immortal
    BtObject *value;       ///< borrowed: the type of that version holds it; NULL: no base has the name
} BtMethodCacheEntry_;

#define BT_METHOD_CACHE_SIZE 4096u

BT_DATA BtMethodCacheEntry_ _bt_method_cache[BT_METHOD_CACHE_SIZE];
/// The next tp_version_tag; 0 once they are used up, after which nothing is cached.
BT_DATA unsigned int _bt_next_type_version;

/// Return the place of (version, name) in the cache.
BT_INLINE BtMethodCacheEntry_ *_bt_method_cache_entry(unsigned int version, BtObject *name)
{
    return &_bt_method_cache[(version ^ BT_STATIC_CAST(unsigned int, BT_CAST(uintptr_t, name) >> 4))
                             % BT_METHOD_CACHE_SIZE];
}

/// Return where a slot (typeslots.h) of `type` stands; NULL for an unknown number, or if its table is missing.
void **_bt_type_slot(BtTypeObject *type, int slot) BT_ATTACHED;
/// Give a heap type the tables that stand inside it.
void _bt_heap_type_tables(BtHeapTypeObject *type) BT_ATTACHED;

BT_END_DECLS

#endif

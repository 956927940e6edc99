/// @file host_containers.h
/// What lies behind containers, their views and their iterators; a part of host.h. All of it is guarded by the critical
/// section of the object itself, tables by that of the container that owns them.
#ifndef BATON_HOST_CONTAINERS_H
#define BATON_HOST_CONTAINERS_H

#include "../baton.h"

BT_BEGIN_DECLS

/// The table of a dict: this head, then 2^log2_size indices of 2^log2_index_bytes bytes each, then the entries in the
/// order of insertion. An index names an entry, or is BT_DICT_EMPTY_ or BT_DICT_REMOVED_.
typedef struct BtDictTable_ {
    uint8_t log2_size;
    uint8_t log2_index_bytes;
    uint8_t all_str;      ///< not 0: every key is exactly a str
    uint8_t log2_indices; ///< the sum of the first two: the entries begin 2^log2_indices bytes behind the head
    Bt_ssize_t free;      ///< entries that may be added before the table must grow
    Bt_ssize_t count;     ///< entries in use or removed
} BtDictTable_;

#define BT_DICT_EMPTY_ (-1)
#define BT_DICT_REMOVED_ (-2)

/// `key` NULL: removed.
typedef struct BtDictEntry_ {
    Bt_hash_t hash BT_GUARDED;
    BtObject *key BT_GUARDED;
    BtObject *value BT_GUARDED;
} BtDictEntry_;

typedef struct BtEmptyDictTable_ {
    BtDictTable_ table;
    int8_t indices[8];
} BtEmptyDictTable_;

typedef struct BtDictViewObject_ {
    BtObject ob_base;
    BtObject *dict BT_GUARDED;
} BtDictViewObject_;

typedef struct BtDictIterObject_ {
    BtObject ob_base;
    BtObject *dict BT_GUARDED;      ///< NULL once exhausted
    Bt_ssize_t used BT_GUARDED;     ///< ma_used at the start; -1 once it was found changed
    Bt_ssize_t position BT_GUARDED; ///< entry to look at next
    Bt_ssize_t left BT_GUARDED;     ///< items not yet given
    BtObject *pair BT_GUARDED;      ///< of an iterator of items: the tuple that is used again when nobody else has it
} BtDictIterObject_;

/// The table inside a set, which serves while it is small.
BT_INLINE BtSetEntry_ *_bt_set_smalltable(BtObject *set) BT_ATTACHED { return BT_CAST(BtSetObject *, set)->smalltable; }

typedef struct BtSetIterObject_ {
    BtObject ob_base;
    BtObject *set BT_GUARDED;
    Bt_ssize_t used BT_GUARDED;
    Bt_ssize_t position BT_GUARDED;
    Bt_ssize_t left BT_GUARDED;
} BtSetIterObject_;

/// Iterators of lists (both ways), tuples and anything with sq_item.
typedef struct BtRowIterObject_ {
    BtObject ob_base;
    Bt_ssize_t index BT_GUARDED;
    BtObject *row BT_GUARDED;  ///< NULL once exhausted
} BtRowIterObject_;

typedef struct BtCallIterObject_ {
    BtObject ob_base;
    BtObject *callable BT_GUARDED;  ///< NULL once exhausted
    BtObject *sentinel BT_GUARDED;
} BtCallIterObject_;

/// Never changes. All four are ints.
typedef struct BtRangeObject_ {
    BtObject ob_base;
    BtObject *start BT_GUARDED;
    BtObject *stop BT_GUARDED;
    BtObject *step BT_GUARDED;
    BtObject *length BT_GUARDED;
} BtRangeObject_;

typedef struct BtRangeIterObject_ {
    BtObject ob_base;
    Bt_ssize_t start BT_GUARDED;
    Bt_ssize_t step BT_GUARDED;
    Bt_ssize_t left BT_GUARDED;
} BtRangeIterObject_;

typedef struct BtLongRangeIterObject_ {
    BtObject ob_base;
    BtObject *start BT_GUARDED;
    BtObject *step BT_GUARDED;
    BtObject *left BT_GUARDED;
} BtLongRangeIterObject_;

typedef struct BtDictProxyObject_ {
    BtObject ob_base;
    BtObject *mapping BT_GUARDED;
} BtDictProxyObject_;

// Shared by all, never written to.
BT_DATA BtTupleObject _bt_empty_tuple;
BT_DATA BtSetObject _bt_empty_frozenset;
BT_DATA BtEmptyDictTable_ _bt_empty_dict_table;
/// Marks a place of a set whose item was removed.
BT_DATA BtObject _bt_set_dummy;

// Their addresses for Swift, see addresses.h.
#if defined(__swift__)
BT_INLINE BtObject *_bt_empty_tuple_(void) { return BT_CAST(BtObject *, &_bt_empty_tuple); }
BT_INLINE BtObject *_bt_empty_frozenset_(void) { return BT_CAST(BtObject *, &_bt_empty_frozenset); }
BT_INLINE BtDictTable_ *_bt_empty_dict_table_(void) { return &_bt_empty_dict_table.table; }
BT_INLINE BtObject *_bt_set_dummy_(void) { return &_bt_set_dummy; }
#endif

BT_END_DECLS

#endif
